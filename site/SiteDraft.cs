using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Calendar;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Components;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site;

/// <summary>Stage 4: the whole site as data, before any HTML. Each of its pages can be rendered by itself.</summary>
public sealed class SiteDraft
{
    private SiteDraft(SiteMap map, SiteAssets assets, Look look, ImmutableArray<OutputFile> cards) =>
        (Map, Assets, Look, Cards) = (map, assets, look, cards);

    /// <summary>Every page and what leads where.</summary>
    public SiteMap Map { get; }

    /// <summary>Its styles, scripts and icons.</summary>
    public SiteAssets Assets { get; }

    /// <summary>Its colours, and the names of its cards.</summary>
    public Look Look { get; }

    /// <summary>The cards of shared pages, drawn when they are asked for.</summary>
    public ImmutableArray<OutputFile> Cards { get; }

    /// <summary>How many pages there are in each language, in the network's order.</summary>
    public ImmutableArray<(Language Language, int Pages)> PagesByLanguage =>
        [.. Map.Network.Languages.Select(language => (language.Tag, Map.Pages.Count(page => page.Language == language.Tag)))];

    /// <summary>Plans a site.</summary>
    /// <param name="network">The content, validated.</param>
    /// <param name="address">Where the site will stand.</param>
    /// <param name="assets">Its styles, scripts and icons.</param>
    /// <param name="strings">The words of the interface.</param>
    /// <param name="cards">Draws the cards; whoever drafts again and again keeps it. Null for one of this draft's own.</param>
    /// <returns>The draft, or null and why there can be none.</returns>
    /// <exception cref="FormatException">The colours of <paramref name="assets"/> cannot be read; see <see cref="SiteAssets.ReadTheme"/>.</exception>
    /// <exception cref="KeyNotFoundException">The network has a language that <paramref name="strings"/> lacks.</exception>
    public static (SiteDraft? Draft, ImmutableArray<SiteFault> Faults) Of(
        Network network, SiteAddress address, SiteAssets assets, UiStringsCatalogue strings, CardPress? cards = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(assets);
        ArgumentNullException.ThrowIfNull(strings);
        var theme = assets.ReadTheme().Theme ?? throw new FormatException($"'{Theme.Source}' lacks colours.");
        var map = SiteMap.Plan(network, address, strings);
        ImmutableArray<SiteFault> collisions = [.. map.Collisions.Select(pages => new SiteFault(
            pages[0].OutputPath, 0, $"{pages.Length} pages have this address ({string.Join(", ", pages.Select(page => page.Title))}); give one of them another slug"))];
        if (collisions.AddRange(ProgrammeCalendar.FaultsOf(map)) is { IsEmpty: false } faults)
        {
            return (null, faults);
        }
        try
        {
            // The names of the cards come before every page, which names its card.
            var pictures = (cards ?? new CardPress()).Prepare(map.Pages.Select(page => Card.Of(page, map)).OfType<Card>(), theme);
            var look = new Look(theme, pictures.ToDictionary(picture => picture.Key, picture => $"/{picture.Value.Path}")) { HasOwnStyle = assets.Has(SiteAssets.OwnStyle) };
            return (new(map, assets, look, [.. pictures.Values.DistinctBy(picture => picture.Path)]), []);
        }
        catch (PlatformNotSupportedException e)
        {
            return (null, [new SiteFault(SiteAssets.Folder, 0, e.Message)]);
        }
    }

    /// <summary>The pages, each rendered when it is asked for, with the cards and the assets that they name.</summary>
    /// <param name="standing">Files of an earlier build by path; pages tell the size of what they lead to.</param>
    public IEnumerable<OutputFile> FilesWhenAsked(IReadOnlyDictionary<string, OutputFile> standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var urls = Assets.At(Map.Address);
        var look = Look with
        {
            Offline = Map.Pages.OfType<HandoutPage>().Select(page => Map.OfflinePath(page.Day!, page.Language))
                .Where(path => standing.ContainsKey(path[1..])).ToDictionary(path => path, path => standing[path[1..]].Content.Length),
        };
        return
        [
            .. Map.Pages.Select(page => OutputFile.MadeWhenAsked(page.OutputPath, () => PageRenderer.Render(page, Map, urls, look))),
            .. Cards,
            .. Assets.Files,
        ];
    }
}
