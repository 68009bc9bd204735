using System.Collections.Immutable;
using System.Globalization;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Reports;

namespace Ledelsesdag.Site.Commands;

/// <summary>The verb <c>translations</c>: what is not up to date in which language, and what somebody says of it.</summary>
internal static class TranslationsCommand
{
    /// <summary>Lists what is missing, a draft or stale, and how far each language has come.</summary>
    /// <param name="options">Where the content is.</param>
    /// <param name="only">The language to list; null for all.</param>
    /// <param name="terminal">Where the list goes.</param>
    public static int List(SiteOptions options, Language? only, Terminal terminal)
    {
        if (Load(options, only, terminal) is not { } loaded)
        {
            return ExitCode.Faulty;
        }
        var shown = Chosen(loaded, only);
        foreach (var coverage in shown)
        {
            foreach (var text in coverage.Texts.Where(text => !text.IsUpToDate))
            {
                terminal.Out.WriteLine($"{Finding.Place(text.Location, options.Input)}: " + text.State switch
                {
                    TranslationState.Missing => $"not written in {coverage.Language}",
                    TranslationState.Draft => $"a draft in {coverage.Language}",
                    _ => $"stale in {coverage.Language}: the original has changed since",
                });
            }
        }
        foreach (var coverage in shown)
        {
            terminal.Out.WriteLine(Sum(coverage));
        }
        ShowDiagnostics(loaded, options, terminal);
        return loaded.Network is null ? ExitCode.Faulty : ExitCode.Done;
    }

    /// <summary>Marks translations in the content folder.</summary>
    /// <param name="options">Where the content is.</param>
    /// <param name="only">The language to mark; null for all.</param>
    /// <param name="mark">What is said of them.</param>
    /// <param name="places">Which; empty for every translation that is neither a draft nor stale nor reviewed.</param>
    /// <param name="terminal">Where it is told what was marked.</param>
    public static int Mark(SiteOptions options, Language? only, TranslationMark mark, ImmutableArray<TextPlace> places, Terminal terminal)
    {
        if (Load(options, only, terminal) is not { } loaded)
        {
            return ExitCode.Faulty;
        }
        if (!loaded.CanMarkTranslations)
        {
            ShowDiagnostics(loaded, options, terminal);
            terminal.Error.WriteLine("error: nothing was marked; mend the errors above first.");
            return ExitCode.Faulty;
        }
        var all = Chosen(loaded, only).SelectMany(coverage => coverage.Texts.Where(text => text.CanBeMarked).Select(text => (coverage.Language, Text: text))).ToList();
        var nowhere = places.Where(place => !all.Exists(text => IsAt(text.Text, place, options))).ToList();
        if (nowhere.Count > 0)
        {
            foreach (var place in nowhere)
            {
                terminal.Error.WriteLine($"error: no translation{(only is { } asked ? $" into {asked}" : "")} stands at {place}; name its file, or file:line as the list has it.");
            }
            return ExitCode.Faulty;
        }
        var chosen = places.IsEmpty
            ? all.Where(text => text.Text.State == TranslationState.Translated).ToList()
            : all.Where(text => places.Any(place => IsAt(text.Text, place, options))).ToList();
        var target = Path.Combine(options.Input, TranslationMarks.FileName);
        try
        {
            Replace(target, TranslationMarks.Mark(loaded, chosen, mark));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(new SiteFault(SiteFault.Shown(target), 0, $"the marks cannot be written ({e.Message.TrimEnd('.')})"));
            return ExitCode.Faulty;
        }
        foreach (var language in chosen.GroupBy(text => text.Language))
        {
            terminal.Out.WriteLine($"{RunReport.Count(language.Count(), "text")} in {language.Key} marked as {Name(mark)}");
        }
        terminal.Out.WriteLine($"{RunReport.Count(chosen.Count, "mark")} made → {SiteFault.Shown(target)}");
        if (places.IsEmpty && all.Count > chosen.Count)
        {
            terminal.Out.WriteLine($"{RunReport.Count(all.Count - chosen.Count, "text")} left as they are: drafts, stale and reviewed ones are marked with --at");
        }
        return ExitCode.Done;
    }

    private static LoadResult? Load(SiteOptions options, Language? only, Terminal terminal)
    {
        if (!Directory.Exists(options.Input))
        {
            terminal.Error.WriteLine(PreparedSite.NoInput(options));
            return null;
        }
        var loaded = NetworkLoader.Load(options.Input);
        if (only is not null && loaded.Translations.IsEmpty)
        {
            // Which languages there are is not known before what is wrong is mended.
            ShowDiagnostics(loaded, options, terminal);
            return null;
        }
        if (only is { } asked && loaded.Translations.All(coverage => coverage.Language != asked))
        {
            terminal.Error.WriteLine($"error: network.json has no language '{asked}'; it has {string.Join(", ", loaded.Translations.Select(coverage => coverage.Language))}.");
            return null;
        }
        return loaded;
    }

    private static List<TranslationCoverage> Chosen(LoadResult loaded, Language? only) =>
        [.. loaded.Translations.Where(coverage => only is null || coverage.Language == only)];

    private static bool IsAt(TranslatedText text, TextPlace place, SiteOptions options) =>
        (place.Line is null || place.Line == text.Location.Line || (text.Location.Line == 0 && place.Line == 1)) && place.Means(text.Location.File, options.Input);

    private static string Sum(TranslationCoverage coverage)
    {
        var counts = new (TranslationState State, string Name)[]
        {
            (TranslationState.Reviewed, "reviewed"), (TranslationState.Draft, "in draft"), (TranslationState.Stale, "stale"),
        };
        var known = counts.Where(count => coverage.Count(count.State) > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $", {coverage.Count(count.State)} {count.Name}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{coverage.Language}: {coverage.Percent} % ({coverage.Texts.Length - coverage.Count(TranslationState.Missing)} of {RunReport.Count(coverage.Texts.Length, "text")}){string.Concat(known)}");
    }

    private static void ShowDiagnostics(LoadResult loaded, SiteOptions options, Terminal terminal) =>
        TextReport.Write(PreparedSite.FindingsOf(loaded, options.Input), terminal);

    // In one step: whoever breaks off keeps the old marks.
    private static void Replace(string target, byte[] content)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target))!, $".{Path.GetFileName(target)}-{Path.GetRandomFileName()}");
        try
        {
            File.WriteAllBytes(beside, content);
            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    internal static string Name(TranslationMark mark) => mark.ToString().ToLowerInvariant();
}
