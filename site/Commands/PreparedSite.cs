using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Printing;
using Ledelsesdag.Site.Reports;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Commands;

/// <summary>What all verbs begin with: the content loaded and its site built and checked, or the reasons why not.</summary>
public sealed class PreparedSite
{
    internal PreparedSite(SiteBuild? build, SiteAddress? address, ImmutableArray<Finding> findings) =>
        (Build, Address, Findings) = (build, address, findings);

    /// <summary>The site; null exactly when something is wrong with the content or the site.</summary>
    public SiteBuild? Build { get; }

    /// <summary>Where it will stand; null together with <see cref="Build"/>.</summary>
    public SiteAddress? Address { get; }

    /// <summary>Every error and warning, in the order of the stages.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>The same, one a line, as editors and CI recognise them.</summary>
    public ImmutableArray<string> Messages => [.. Findings.Select(finding => finding.ToString())];

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
            return new(null, null, [NoInput(options)]);
        }
        // What the network brings beside its content is looked at whatever is wrong with the content, so that all is told at once. It
        // is read meanwhile: of a small site both take long only because all their code runs for the first time.
        var look = Task.Run(() => LoadAssets(options, tool), cancellation);
        var words = Task.Run(() => LoadStrings(options, tool), cancellation);
        var loaded = NetworkLoader.Load(options.Input);
        var (assets, faultsOfLook) = await look;
        var (strings, faultsOfWords) = await words;
        List<SiteFault> beside = [.. faultsOfLook, .. faultsOfWords];
        if (loaded.Network is not { } network)
        {
            return Faulty();
        }
        if (strings is { Faults.IsEmpty: true } && strings.MissingFor(network) is [var missing, ..])
        {
            var folder = SiteFault.Shown(options.StringsFolder).TrimEnd('/');
            beside.Add(new(folder, 0,
                $"no words of the interface in '{missing}', a language of the network; copy {SiteFault.Shown(tool.Strings)}/en.json to {folder}/{missing}.json and translate it, or take the language out of network.json"));
        }
        if (assets is null || strings is null || beside.Exists(f => f.Severity == Severity.Error))
        {
            return Faulty();
        }
        cancellation.ThrowIfCancellationRequested();

        // 4 to 6: pages, rendering, output; writing is the verb's.
        var address = options.AddressOf(network);
        var build = await SiteBuilder.BuildAsync(network, address, assets, strings, cards, options.Pdf ? PdfPress.OfThisMachine() : null, progress, cancellation);
        var output = SiteFault.Shown(options.Output);
        ImmutableArray<Finding> findings =
        [
            .. Found(),
            .. build.Warnings.Select(warning => new Finding(Severity.Warning, SourceLocation.Whole(output), warning)),
            .. build.Faults.Select(fault => Finding.Of(fault.Below(output))),
        ];
        return build.Faults.IsEmpty ? new(build, address, findings) : new(null, null, findings);

        ImmutableArray<Finding> Found() => [.. FindingsOf(loaded, options.Input), .. beside.Select(Finding.Of)];

        PreparedSite Faulty() => new(null, null, Found());
    }

    private static (SiteAssets? Assets, IReadOnlyList<SiteFault> Faults) LoadAssets(SiteOptions options, ToolFolders tool)
    {
        var look = OwnFolder(options.Look, options.LookFolder);
        try
        {
            var assets = SiteAssets.Load(tool.Assets, SearchScript.InsteadOfModules, look);
            return (assets,
            [
                .. assets.ReadTheme().Faults.Select(f => new SiteFault(
                    SiteFault.Shown(f.Asset == SiteAssets.OwnStyle ? Path.Combine(look!, Path.GetFileName(f.Asset)) : Path.Combine(tool.Assets, f.Asset)), f.Line, f.Message)),
                .. assets.FaultsOfOwnLook().Select(fault => fault.Below(SiteFault.Shown(look!))),
            ]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return (null, [new(SiteFault.Shown(look ?? tool.Assets), 0, $"the styles, scripts and icons cannot be read ({e.Message.TrimEnd('.')})")]);
        }
    }

    private static (UiStringsCatalogue? Strings, IReadOnlyList<SiteFault> Faults) LoadStrings(SiteOptions options, ToolFolders tool)
    {
        var own = OwnFolder(options.Strings, options.StringsFolder);
        try
        {
            var strings = UiStringsCatalogue.Load(tool.Strings, own);
            return (strings, [.. strings.Faults.Select(f => new SiteFault(SiteFault.Shown(f.Path), f.Line, f.Message) { Column = f.Column })]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return (null, [new(SiteFault.Shown(own ?? tool.Strings), 0, $"the words of the interface cannot be read ({e.Message.TrimEnd('.')})")]);
        }
    }

    // Whoever names a folder is told when it is missing; the one nobody named need not exist.
    private static string? OwnFolder(string? named, string folder) => named is not null || Directory.Exists(folder) ? folder : null;

    /// <summary>What is said of a content folder that does not exist.</summary>
    internal static Finding NoInput(SiteOptions options) =>
        Finding.Of(new SiteFault(SiteFault.Shown(options.Input), 0, "there is no such folder; name the content folder with --input, or run where it is"));

    /// <summary>The mistakes in the content, each with the line it is in.</summary>
    internal static ImmutableArray<Finding> FindingsOf(LoadResult loaded, string input) =>
        [.. loaded.Diagnostics.Select(diagnostic => Finding.Of(diagnostic, input, loaded.LineAt(diagnostic.Location)))];
}
