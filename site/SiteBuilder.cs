using System.Collections.Immutable;
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

/// <summary>Stages 4 to 6 short of writing: from a valid network to the files of its site.</summary>
public static class SiteBuilder
{
    /// <summary>Plans, renders, indexes and checks a site. The same network, address, assets and words give the same bytes.</summary>
    /// <param name="network">The content, validated.</param>
    /// <param name="address">Where the site will stand.</param>
    /// <param name="assets">Its styles, scripts and icons.</param>
    /// <param name="strings">The words of the interface.</param>
    /// <param name="cards">Draws the cards of shared pages when they are asked for; whoever builds again and again keeps it.</param>
    /// <param name="press">Prints the PDFs; null for a site without. Another browser gives other bytes.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellation">Looked at between stages.</param>
    /// <exception cref="FormatException">The colours of <paramref name="assets"/> cannot be read; see <see cref="SiteAssets.ReadTheme"/>.</exception>
    /// <exception cref="OperationCanceledException">The run was broken off.</exception>
    /// <exception cref="KeyNotFoundException">The network has a language that <paramref name="strings"/> lacks.</exception>
    public static async Task<SiteBuild> BuildAsync(
        Network network, SiteAddress address, SiteAssets assets, UiStringsCatalogue strings, CardPress? cards = null,
        PdfPress? press = null, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(assets);
        ArgumentNullException.ThrowIfNull(strings);
        var urls = assets.At(address);
        var theme = assets.ReadTheme().Theme ?? throw new FormatException($"'{Theme.Source}' lacks colours.");
        var files = new List<OutputFile>();

        // 4 PAGES: the whole site as data, before any HTML.
        progress?.Report(new("Planning pages"));
        var map = SiteMap.Plan(network, address, strings);
        ImmutableArray<SiteFault> collisions = [.. map.Collisions.Select(pages => new SiteFault(
            pages[0].OutputPath, 0, $"{pages.Length} pages have this address ({string.Join(", ", pages.Select(page => page.Title))}); give one of them another slug"))];
        if (collisions.AddRange(ProgrammeCalendar.FaultsOf(map)) is { IsEmpty: false } faults)
        {
            return new SiteBuild { Files = [], Pages = [], Faults = faults };
        }

        // 5 RENDER: the names of the cards, every page, which names its card, then the index of their words, the programme for calendars, and all of it as data.
        progress?.Report(new("Naming cards"));
        IReadOnlyDictionary<Card, OutputFile> pictures;
        try
        {
            pictures = (cards ?? new CardPress()).Prepare(map.Pages.Select(page => Card.Of(page, map)).OfType<Card>(), theme);
        }
        catch (PlatformNotSupportedException e)
        {
            return new SiteBuild { Files = [], Pages = [], Faults = [new SiteFault(SiteAssets.Folder, 0, e.Message)] };
        }
        files.AddRange(pictures.Values.DistinctBy(picture => picture.Path));
        var look = new Look(theme, pictures.ToDictionary(picture => picture.Key, picture => $"/{picture.Value.Path}")) { HasOwnStyle = assets.Has(SiteAssets.OwnStyle) };
        string? unprinted = null;
        if (press is not null)
        {
            // Before the pages, which say how large each PDF is.
            (var pdfs, unprinted) = await press.PrintAsync(map, assets, look, progress, cancellation);
            files.AddRange(pdfs);
            look = look with { Pdfs = pdfs.ToDictionary(pdf => $"/{pdf.Path}", pdf => pdf.Content.Length) };
        }
        // These too, for pages that lead to them say how large they are.
        progress?.Report(new("Making files for offline use"));
        var vocabulary = SearchVocabularies.Of(network);
        var passages = network.Languages.AsParallel().Select(language => language.Tag)
            .ToDictionary(tag => tag, tag => ReadPassages.Of(tag.Tag, SearchPassages.Of(map, tag), vocabulary));
        var offline = await OfflineEdition.MakeAllAsync(map, assets, look, passages, cancellation);
        files.AddRange(offline);
        look = look with { Offline = offline.ToDictionary(file => $"/{file.Path}", file => file.Content.Length) };
        files.AddRange(await PageRenderer.RenderAllAsync(map, urls, look, progress, cancellation));
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new("Indexing words"));
        files.AddRange(network.Languages.AsParallel().AsOrdered().SelectMany(language => SearchIndexBuilder.Build(
            SiteMap.SearchIndexPath(language.Tag)[1..], passages[language.Tag])));

        files.AddRange(ProgrammeCalendar.WriteAll(map));
        files.AddRange(await PublishedData.WriteAsync(network, cancellation));

        // 6 OUTPUT: what belongs to no page, then a look over the whole.
        files.AddRange(assets.Files);
        files.AddRange(network.Languages.Select(language => WebManifest.Write(language.Tag, network, address, urls, theme)));
        files.Add(Sitemap.Write(
            [.. map.Pages.Where(page => page.Indexed).Select(page => new SitemapPage(page.Path, page.Language,
                [.. map.TranslationsOf(page).Select(version => new PageVersion(version.Language, version.Path))]))],
            map.RootLanguage, address));
        files.Add(HostFiles.Robots(address));
        if (HostFiles.Redirects(files) is { } redirects)
        {
            files.Add(redirects);
        }
        files.Add(HostFiles.Headers(files, offline));

        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new("Checking links"));
        return new SiteBuild
        {
            Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)],
            Pages = [.. network.Languages.Select(language => (language.Tag, map.Pages.Count(page => page.Language == language.Tag)))],
            Faults = LinkCheck.Of(files, address),
            Warnings = unprinted is null ? [] : [$"no PDF was made: {unprinted}; the pages themselves can be printed from any browser"],
        };
    }
}
