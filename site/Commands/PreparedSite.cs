using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Printing;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Commands;

/// <summary>What all verbs begin with: the content loaded and its site built and checked, or the reasons why not.</summary>
public sealed class PreparedSite
{
    internal PreparedSite(SiteBuild? build, SiteAddress? address, ImmutableArray<string> messages, int warnings) =>
        (Build, Address, Messages, Warnings) = (build, address, messages, warnings);

    /// <summary>The site; null exactly when something is wrong with the content or the site.</summary>
    public SiteBuild? Build { get; }

    /// <summary>Where it will stand; null together with <see cref="Build"/>.</summary>
    public SiteAddress? Address { get; }

    /// <summary>Every error and warning, one a line, as editors and CI recognise them.</summary>
    public ImmutableArray<string> Messages { get; }

    /// <summary>How many of the messages are warnings.</summary>
    public int Warnings { get; }

    /// <summary>Runs the stages up to the finished site.</summary>
    /// <param name="options">What to build.</param>
    /// <param name="tool">Where the styles, scripts, icons and words of the interface are.</param>
    /// <param name="cards">Draws the cards; whoever prepares again and again keeps it. Null for one of this run's own.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellation">Looked at between stages.</param>
    /// <exception cref="OperationCanceledException">The run was broken off.</exception>
    public static async Task<PreparedSite> OfAsync(
        SiteOptions options, ToolFolders tool, CardPress? cards = null, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tool);

        // 1 to 3: input, load, validate.
        progress?.Report(new("Reading content"));
        if (!Directory.Exists(options.Input))
        {
            return new(null, null, [NoInput(options)], 0);
        }
        var loaded = NetworkLoader.Load(options.Input);
        ImmutableArray<string> diagnostics = [.. loaded.Diagnostics.Select(d => Show(d, options.Input))];
        var warnings = loaded.Diagnostics.Count(d => d.Code.Severity == Severity.Warning);
        if (loaded.Network is not { } network)
        {
            return new(null, null, diagnostics, warnings);
        }
        cancellation.ThrowIfCancellationRequested();

        // 4 to 6: pages, rendering, output; writing is the verb's.
        var look = OwnFolder(options.Look, options.LookFolder);
        SiteAssets assets;
        UiStringsCatalogue strings;
        try
        {
            assets = SiteAssets.Load(tool.Assets, SearchScript.InsteadOfModules, look);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return Faulty(new SiteFault(SiteFault.Shown(look ?? tool.Assets), 0, $"the styles, scripts and icons cannot be read ({e.Message.TrimEnd('.')})"));
        }
        var own = OwnFolder(options.Strings, options.StringsFolder);
        try
        {
            strings = UiStringsCatalogue.Load(tool.Strings, own);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return Faulty(new SiteFault(SiteFault.Shown(own ?? tool.Strings), 0, $"the words of the interface cannot be read ({e.Message.TrimEnd('.')})"));
        }
        if (strings.MissingFor(network) is [var missing, ..])
        {
            return Faulty(new SiteFault(SiteFault.Shown(options.StringsFolder), 0,
                $"no words of the interface in '{missing}', a language of the network; copy {SiteFault.Shown(tool.Strings)}/en.json to {missing}.json here and translate it, or take the language out of network.json"));
        }
        if (assets.ReadTheme().Faults is { IsEmpty: false } unread)
        {
            return Faulty([.. unread.Select(f => new SiteFault(
                SiteFault.Shown(f.Asset == SiteAssets.OwnStyle ? Path.Combine(look!, Path.GetFileName(f.Asset)) : Path.Combine(tool.Assets, f.Asset)), f.Line, f.Message))]);
        }
        var address = options.AddressOf(network);
        var build = await SiteBuilder.BuildAsync(network, address, assets, strings, cards, options.Pdf ? PdfPress.OfThisMachine() : null, progress, cancellation);
        warnings += build.Warnings.Length;
        var messages = diagnostics.AddRange(build.Warnings.Select(w => $"{SiteFault.Shown(options.Output)}: warning: {w}"))
            .AddRange(build.Faults.Select(f => f.Below(SiteFault.Shown(options.Output)).ToString()));
        return build.Faults.IsEmpty ? new(build, address, messages, warnings) : new(null, null, messages, warnings);

        PreparedSite Faulty(params ReadOnlySpan<SiteFault> faults) => new(null, null, [.. diagnostics, .. faults.ToArray().Select(f => f.ToString())], warnings);
    }

    // Whoever names a folder is told when it is missing; the one nobody named need not exist.
    private static string? OwnFolder(string? named, string folder) => named is not null || Directory.Exists(folder) ? folder : null;

    /// <summary>What is said of a content folder that does not exist.</summary>
    internal static string NoInput(SiteOptions options) =>
        new SiteFault(SiteFault.Shown(options.Input), 0, "there is no such folder; name the content folder with --input, or run where it is").ToString();

    /// <summary>The diagnostic with its file's path as seen from here, so that an editor can open it.</summary>
    internal static string Show(Diagnostic diagnostic, string input) => (diagnostic with { Location = Show(diagnostic.Location, input) }).ToString();

    /// <summary>The place with its file's path as seen from here.</summary>
    internal static SourceLocation Show(SourceLocation location, string input) =>
        location with { File = location.File.Length == 0 ? SiteFault.Shown(input) : $"{SiteFault.Shown(input).TrimEnd('/')}/{location.File}" };
}
