using System.Globalization;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Commands;

/// <summary>The verb <c>translations</c>: what is not written in which language yet.</summary>
internal static class TranslationsCommand
{
    /// <param name="options">Where the content is.</param>
    /// <param name="only">The language to list; null for all.</param>
    /// <param name="terminal">Where the list goes.</param>
    public static int Run(SiteOptions options, Language? only, Terminal terminal)
    {
        if (!Directory.Exists(options.Input))
        {
            terminal.Error.WriteLine(PreparedSite.NoInput(options));
            return ExitCode.Faulty;
        }
        var loaded = NetworkLoader.Load(options.Input);
        if (only is { } asked && loaded.Translations.All(coverage => coverage.Language != asked))
        {
            terminal.Error.WriteLine($"error: network.json has no language '{asked}'; it has {string.Join(", ", loaded.Translations.Select(coverage => coverage.Language))}.");
            return ExitCode.Faulty;
        }
        var shown = loaded.Translations.Where(coverage => only is null || coverage.Language == only).ToList();
        foreach (var coverage in shown)
        {
            foreach (var place in coverage.Missing)
            {
                terminal.Out.WriteLine($"{PreparedSite.Show(place, options.Input)}: not written in {coverage.Language}");
            }
        }
        foreach (var coverage in shown)
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{coverage.Language}: {coverage.Percent} % ({coverage.Texts - coverage.Missing.Length} of {BuildCommand.Count(coverage.Texts, "text")})"));
        }
        foreach (var diagnostic in loaded.Diagnostics)
        {
            terminal.Error.WriteLine(PreparedSite.Show(diagnostic, options.Input));
        }
        return loaded.Network is null ? ExitCode.Faulty : ExitCode.Done;
    }
}
