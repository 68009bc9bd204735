using Ledelsesdag.Content;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Import;

namespace Ledelsesdag.Site.Tests.Import;

/// <summary>A deck made, imported by the command line and loaded again, as an author would.</summary>
internal sealed class ImportedDeck : IDisposable
{
    private readonly TemporaryFolder _folder;

    private ImportedDeck(TemporaryFolder folder) => _folder = folder;

    public required Network Network { get; init; }

    public required string Report { get; init; }

    public required Site.Import.Deck Deck { get; init; }

    public required string Out { get; init; }

    public required string Path { get; init; }

    public Day Day => Network.Days[0];

    public static async Task<ImportedDeck> OfAsync(Action<DeckMaker> make, params string[] options)
    {
        var folder = new TemporaryFolder();
        using (var deck = new DeckMaker(folder.At("deck.pptx")))
        {
            make(deck);
        }
        return await OfFileAsync(folder, options);
    }

    /// <summary>Imports a deck that another program made.</summary>
    public static async Task<ImportedDeck> OfAsync(string deck)
    {
        var folder = new TemporaryFolder();
        File.Copy(deck, folder.At("deck.pptx"));
        return await OfFileAsync(folder, []);
    }

    private static async Task<ImportedDeck> OfFileAsync(TemporaryFolder folder, string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(["import", folder.At("deck.pptx"), folder.At("draft"), .. options], new Terminal(output, error, ShowsProgress: false));
        Assert.True(code == ExitCode.Done, error.ToString());
        var loaded = NetworkLoader.Load(folder.At("draft"));
        Faults.None(loaded.Diagnostics.Where(d => d.Code.Severity == Severity.Error).Select(d => d.ToString()));
        var (read, _) = DeckReader.Read(folder.At("deck.pptx"));
        return new ImportedDeck(folder)
        {
            Network = loaded.Network!,
            Report = await File.ReadAllTextAsync(folder.At("draft/README.md")),
            Deck = read!,
            Out = output.ToString(),
            Path = folder.At("draft"),
        };
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The words of a topic, block by block.</summary>
    public string Prose(string topic) => Day.Topics.Single(t => t.Id.Value == topic).Body.For(Day.Topics[0].Title.Versions[0].Key).Value.Plain;
}
