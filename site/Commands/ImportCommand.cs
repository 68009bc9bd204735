using System.Text;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Import;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Reports;

namespace Ledelsesdag.Site.Commands;

/// <summary>The verb <c>import</c>: a deck is read, recognised and written as the draft of a content folder.</summary>
internal static class ImportCommand
{
    private const string DefaultLanguage = "da";

    public static int Run(string deckFile, string folder, Language? language, Terminal terminal, CancellationToken cancellation)
    {
        // Before the deck is read: who named the wrong folder should not have to wait for it.
        if (FreshFolder.Refusal(folder) is { } refusal)
        {
            return Faulty(refusal);
        }
        var (deck, unread) = DeckReader.Read(deckFile, cancellation);
        if (deck is null)
        {
            return Faulty(unread!);
        }
        var draft = DeckRecognition.Recognise(deck, language?.Tag ?? deck.Language ?? DefaultLanguage);
        var (files, placeholders) = DraftWriter.Files(draft);
        var report = new OutputFile(ImportReport.FileName, Encoding.UTF8.GetBytes(ImportReport.Write(draft, placeholders)));
        if (FreshFolder.Write(folder, files.Add(report), cancellation) is { } notWritten)
        {
            return Faulty(notWritten);
        }
        var target = SiteFault.Shown(folder).TrimEnd('/');
        terminal.Out.WriteLine($"{ImportReport.Summary(draft)} → {target}");
        terminal.Out.WriteLine($"{RunReport.Count(placeholders.Length, "value")} to fill in; what was guessed, and what became of every shape: {target}/{ImportReport.FileName}");
        return ExitCode.Done;

        int Faulty(SiteFault fault)
        {
            terminal.Error.WriteLine(fault);
            terminal.Error.WriteLine("1 error; nothing was written.");
            return ExitCode.Faulty;
        }
    }
}
