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

    /// <summary>Builds the whole of a site that was only drafted; null for one that is whole already.</summary>
    internal Func<CancellationToken, Task<PreparedSite>>? Complete { get; private init; }

    /// <summary>Runs the stages up to the finished site.</summary>
    /// <param name="options">What to build.</param>
    /// <param name="tool">Where the styles, scripts, icons and words of the interface are.</param>
    /// <param name="cards">Draws the cards; whoever prepares again and again keeps it. Null for one of this run's own.</param>
    /// <param name="output">Gets each file of the site as soon as it is made; null to keep them all in the build.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellation">Looked at between pages.</param>
    /// <exception cref="OperationCanceledException">The run was broken off.</exception>
    public static async Task<PreparedSite> OfAsync(
        SiteOptions options, ToolFolders tool, CardPress? cards = null, ISiteOutput? output = null, IProgress<BuildProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tool);
        var loaded = await LoadAsync(options, tool, cards, progress);
        cancellation.ThrowIfCancellationRequested();
        return loaded.Draft is null ? loaded.Faulty : await loaded.BuildAsync(output, progress, cancellation);
    }

    /// <summary>
    /// Runs the stages up to the plan of the site, whose pages are rendered when they are asked for: what is not looked at
    /// is not waited for. <see cref="Complete"/> does the rest.
    /// </summary>
    /// <param name="options">What to build.</param>
    /// <param name="tool">Where the styles, scripts, icons and words of the interface are.</param>
    /// <param name="cards">Draws the cards.</param>
    /// <param name="standing">The files of the last whole build, by path.</param>
    internal static async Task<PreparedSite> DraftAsync(SiteOptions options, ToolFolders tool, CardPress cards, IReadOnlyDictionary<string, OutputFile> standing)
    {
        var loaded = await LoadAsync(options, tool, cards, progress: null);
        return loaded.Draft is not { } draft
            ? loaded.Faulty
            : new PreparedSite(new SiteBuild { Files = [.. draft.FilesWhenAsked(standing)], Pages = draft.PagesByLanguage, Faults = [] }, draft.Map.Address, loaded.Findings)
                .CompletedBy(cancellation => loaded.BuildAsync(output: null, progress: null, cancellation));
    }

    /// <summary>The same, of which the rest is still to be built.</summary>
    internal PreparedSite CompletedBy(Func<CancellationToken, Task<PreparedSite>> complete) => new(Build, Address, Findings) { Complete = complete };

    private static async Task<Loaded> LoadAsync(SiteOptions options, ToolFolders tool, CardPress? cards, IProgress<BuildProgress>? progress)
    {
        // 1 to 3: input, load, validate.
        progress?.Report(new("Reading content"));
        if (!Directory.Exists(options.Input))
        {
            return new(options, null, [NoInput(options)]);
        }
        // What the network brings beside its content is looked at whatever is wrong with the content, so that all is told at once. It
        // is read meanwhile: of a small site both take long only because all their code runs for the first time.
        var press = cards ?? new CardPress();
        var look = Task.Run(() => LoadAssets(options, tool, press));
        var words = Task.Run(() => LoadStrings(options, tool));
        var content = NetworkLoader.Load(options.Input);
        var (assets, faultsOfLook) = await look;
        var (strings, faultsOfWords) = await words;
        List<SiteFault> beside = [.. faultsOfLook, .. faultsOfWords];
        if (content.Network is not { } network)
        {
            return new(options, null, Found());
        }
        if (strings is { Faults.IsEmpty: true })
        {
            var folder = SiteFault.Shown(options.StringsFolder).TrimEnd('/');
            beside.AddRange(strings.MissingFor(network).Select(missing => new SiteFault(folder, 0,
                $"no words of the interface in '{missing}', a language of the network; copy {SiteFault.Shown(tool.Strings)}/en.json to {folder}/{missing}.json and translate it, or take the language out of network.json")));
        }
        if (assets is null || strings is null || beside.Exists(f => f.Severity == Severity.Error))
        {
            return new(options, null, Found());
        }

        // 4: pages.
        progress?.Report(new("Planning pages"));
        var (draft, faults) = SiteDraft.Of(network, options.AddressOf(network), assets, strings, press);
        return new(options, draft, [.. Found(), .. Loaded.FindingsOf(options, faults)]);

        ImmutableArray<Finding> Found() => [.. FindingsOf(content, options.Input), .. beside.Select(Finding.Of)];
    }

    /// <summary>Stages 1 to 4: the site as data, or what is wrong.</summary>
    /// <param name="Options">What to build.</param>
    /// <param name="Draft">The site; null when something is wrong.</param>
    /// <param name="Findings">Every error and warning so far.</param>
    private sealed record Loaded(SiteOptions Options, SiteDraft? Draft, ImmutableArray<Finding> Findings)
    {
        public PreparedSite Faulty => new(null, null, Findings);

        // 5 and 6: rendering, output; publishing is the verb's.
        public async Task<PreparedSite> BuildAsync(ISiteOutput? output, IProgress<BuildProgress>? progress, CancellationToken cancellation)
        {
            var build = await SiteBuilder.BuildAsync(Draft!, Options.Pdf ? PdfPress.OfThisMachine() : null, output, progress, cancellation);
            var shown = SourceLocation.Whole(SiteFault.Shown(Options.Output));
            ImmutableArray<Finding> findings =
            [
                .. Findings,
                .. build.Warnings.Select(warning => new Finding(Severity.Warning, shown, warning)),
                .. FindingsOf(Options, build.Faults),
            ];
            return build.Faults.IsEmpty ? new(build, Draft!.Map.Address, findings) : new(null, null, findings);
        }

        public static IEnumerable<Finding> FindingsOf(SiteOptions options, ImmutableArray<SiteFault> faults) =>
            faults.Select(fault => Finding.Of(fault.Below(SiteFault.Shown(options.Output))));
    }

    private static (SiteAssets? Assets, IReadOnlyList<SiteFault> Faults) LoadAssets(SiteOptions options, ToolFolders tool, CardPress cards)
    {
        var look = OwnFolder(options.Look, options.LookFolder);
        try
        {
            var assets = SiteAssets.Load(tool.Assets, SearchScript.InsteadOfModules, look);
            var (theme, faults) = assets.ReadTheme();
            if (theme is not null)
            {
                cards.MakeReady(theme);
            }
            return (assets,
            [
                .. faults.Select(f => new SiteFault(
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
