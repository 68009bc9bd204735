using Ledelsesdag.Content;
using Ledelsesdag.Site.Calendar;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Components;
using Ledelsesdag.Site.Offline;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Printing;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site;

/// <summary>Stages 4 to 6 short of publishing: from a valid network to the files of its site.</summary>
public static class SiteBuilder
{
    // Up to so many pages.
    private const int SmallSite = 1_000;

    // Bytes from which on it is worth a tenth of a second to need fewer.
    private const long MuchMemory = 150_000_000;

    /// <summary>Plans, renders, indexes and checks a site. The same network, address, assets and words give the same bytes.</summary>
    /// <param name="network">The content, validated.</param>
    /// <param name="address">Where the site will stand.</param>
    /// <param name="assets">Its styles, scripts and icons.</param>
    /// <param name="strings">The words of the interface.</param>
    /// <param name="cards">Draws the cards of shared pages when they are asked for; whoever builds again and again keeps it.</param>
    /// <param name="press">Prints the PDFs; null for a site without. Another browser gives other bytes.</param>
    /// <param name="output">Gets each file as soon as it is made; null to keep them all, as <see cref="SiteBuild.Files"/>.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellation">Looked at between pages.</param>
    /// <exception cref="FormatException">The colours of <paramref name="assets"/> cannot be read; see <see cref="SiteAssets.ReadTheme"/>.</exception>
    /// <exception cref="OperationCanceledException">The run was broken off.</exception>
    /// <exception cref="KeyNotFoundException">The network has a language that <paramref name="strings"/> lacks.</exception>
    public static async Task<SiteBuild> BuildAsync(
        Network network, SiteAddress address, SiteAssets assets, UiStringsCatalogue strings, CardPress? cards = null,
        PdfPress? press = null, ISiteOutput? output = null, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        progress?.Report(new("Planning pages"));
        var (draft, faults) = SiteDraft.Of(network, address, assets, strings, cards);
        return draft is null
            ? new SiteBuild { Files = [], Pages = [], Faults = faults }
            : await BuildAsync(draft, press, output, progress, cancellation);
    }

    /// <summary>Renders, indexes and checks a site. The same draft gives the same bytes.</summary>
    /// <param name="draft">The site as data.</param>
    /// <param name="press">Prints the PDFs; null for a site without. Another browser gives other bytes.</param>
    /// <param name="output">Gets each file as soon as it is made; null to keep them all, as <see cref="SiteBuild.Files"/>.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellation">Looked at between pages.</param>
    /// <exception cref="OperationCanceledException">The run was broken off.</exception>
    public static async Task<SiteBuild> BuildAsync(
        SiteDraft draft, PdfPress? press = null, ISiteOutput? output = null, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var (map, assets, look) = (draft.Map, draft.Assets, draft.Look);
        var urls = assets.At(map.Address);
        var kept = new KeptFiles();
        var files = new CheckedOutput(output ?? kept, map.Address);

        // 5 RENDER: the index of the words, the cards, every page, the programme for calendars, and all of it as data.
        string? unprinted = null;
        if (press is not null)
        {
            // Before the pages, which say how large each PDF is.
            (var pdfs, unprinted) = await press.PrintAsync(map, assets, look, progress, cancellation);
            files.TakeAll(pdfs);
            look = look with { Pdfs = pdfs.ToDictionary(pdf => $"/{pdf.Path}", pdf => pdf.Content.Length) };
        }
        // Of a small site no stage has work for all processors, and so all are at work at once. Of a large one each has, and what two of them
        // need would only be in memory together.
        var isLarge = map.Pages.Length > SmallSite;
        var searched = Task.Run(() => WriteWhatIsSearched(map, assets, look, files, isLarge ? progress : null, cancellation), cancellation);
        if (isLarge)
        {
            await searched;
        }
        var pages = map.Pages.ToLookup(page => page.LeadsToDayAsFile);
        await Task.WhenAll(
            searched,
            Task.Run(() => files.TakeAll(draft.Cards), cancellation),
            Task.Run(() => WriteWhatIsNoPage(map, assets, look, files), cancellation),
            PageRenderer.RenderAllAsync([.. pages[false]], map, urls, look, files, progress, cancellation));
        look = look with { Offline = await searched };
        await PageRenderer.RenderAllAsync([.. pages[true]], map, urls, look, files, progress, cancellation);

        // 6 OUTPUT: what is told of all files, then a look over the whole.
        if (HostFiles.Redirects(files.Paths) is { } redirects)
        {
            files.Take(redirects);
        }
        files.Take(HostFiles.Headers(files.Paths, look.Offline.Keys.Select(path => path[1..])));
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new("Checking links"));
        return new SiteBuild
        {
            Files = kept.Sorted,
            Pages = draft.PagesByLanguage,
            Faults = files.Faults(),
            Warnings = unprinted is null ? [] : [$"no PDF was made: {unprinted}; the pages themselves can be printed from any browser"],
        };
    }

    /// <summary>
    /// The days of each language as files by themselves, and its index. Both are made of the same words, which are read once and then let go:
    /// one language comes after the other.
    /// </summary>
    /// <returns>See <see cref="Look.Offline"/>.</returns>
    private static Dictionary<string, int> WriteWhatIsSearched(
        SiteMap map, SiteAssets assets, Look look, CheckedOutput files, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        var vocabulary = SearchVocabularies.Of(map.Network);
        foreach (var language in map.Network.Languages.Select(language => language.Tag))
        {
            WriteWhatIsSearchedIn(language);
            LetGo();
        }
        return sizes;

        void WriteWhatIsSearchedIn(Language language)
        {
            progress?.Report(new("Reading words"));
            var passages = ReadPassages.Of(language.Tag, SearchPassages.Of(map, language), vocabulary);
            progress?.Report(new("Making files for offline use"));
            foreach (var (path, size) in OfflineEdition.MakeAll(map, language, assets, look, passages, files, cancellation))
            {
                sizes.Add(path, size);
            }
            progress?.Report(new("Indexing words"));
            files.TakeAll(SearchIndexBuilder.Build(SiteMap.SearchIndexPath(language)[1..], passages));
        }
    }

    // Of a large site a language's words are a third of all that is in memory, and old by then: left to itself, the collector finds
    // that they are not needed when those of the next language stand beside them.
    private static void LetGo()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > MuchMemory)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }

    /// <summary>What needs nothing of the pages and is made while they are, most of it by one processor alone: calendars, data, assets, and the maps.</summary>
    private static void WriteWhatIsNoPage(SiteMap map, SiteAssets assets, Look look, CheckedOutput files)
    {
        var (network, address, urls) = (map.Network, map.Address, assets.At(map.Address));
        files.TakeAll(ProgrammeCalendar.WriteAll(map));
        files.TakeAll(PublishedData.Of(network));
        files.TakeAll(assets.Files);
        files.TakeAll(network.Languages.Select(language => WebManifest.Write(language.Tag, network, address, urls, look.Theme)));
        files.Take(Sitemap.Write(
            [.. map.Pages.Where(page => page.Indexed).Select(page => new SitemapPage(page.Path, page.Language,
                [.. map.TranslationsOf(page).Select(version => new PageVersion(version.Language, version.Path))]))],
            map.RootLanguage, address));
        files.Take(HostFiles.Robots(address));
    }
}
