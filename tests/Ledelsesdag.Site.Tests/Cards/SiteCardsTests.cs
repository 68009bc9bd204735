using System.Buffers.Binary;
using AngleSharp.Dom;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Cards;

/// <summary>The cards of the real site, and what its pages say of them.</summary>
public sealed class SiteCardsTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    [Fact]
    public async Task Every_page_to_share_names_a_card_that_is_there_and_as_large_as_it_says()
    {
        var files = (await RealSite.BuildAsync(Sample.Root)).Files.ToDictionary(file => file.Path);
        foreach (var page in site.Pages.Where(page => page.Page.Indexed))
        {
            var address = Meta(page, "og:image");
            Assert.StartsWith("https://example.org/assets/cards/", address, StringComparison.Ordinal);
            var png = files[address["https://example.org/".Length..]].Content.Span;
            Assert.True(png[1..4].SequenceEqual("PNG"u8));
            Assert.Equal((1200, 630), (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..])));
            Assert.Equal(("image/png", "1200", "630"), (Meta(page, "og:image:type"), Meta(page, "og:image:width"), Meta(page, "og:image:height")));
            Assert.Equal("summary_large_image", page.Document.QuerySelector("meta[name='twitter:card']")?.GetAttribute("content"));
            Assert.InRange(png.Length, 1, 40_000);
        }
        var named = site.Pages.Where(page => page.Page.Indexed).Select(page => Meta(page, "og:image")["https://example.org/".Length..]).ToHashSet();
        Assert.Equal(named.Order(StringComparer.Ordinal), files.Keys.Where(path => path.StartsWith("assets/cards/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_for_wrong_addresses_has_no_card() =>
        Assert.All(site.Pages.Where(page => !page.Page.Indexed), page =>
            Assert.Empty(page.Document.QuerySelectorAll("meta[property^='og:image'], meta[name^='twitter:']")));

    [Fact]
    public void The_alternative_has_the_words_of_the_card_in_the_pages_language()
    {
        var day = RealSite.Network.Days[0];
        Assert.Equal(
            "Kodeks for god velfærdsledelse – Lederdag 1 · 25. februar 2014 – Netværk for fællesskabsagenter",
            Alternative("/lederdag-1/kodeks/"));
        Assert.EndsWith("25 February 2014 – Network for Community Agents", Alternative("/en/leaders-day-1/codex/"), StringComparison.Ordinal);
        Assert.Equal("Netværk for fællesskabsagenter", Alternative("/"));
        Assert.Equal("Lederdag 1 – 25. februar 2014 · KL-Huset – Netværk for fællesskabsagenter", Alternative("/lederdag-1/"));

        var quote = day.Quotes.First(q => q.Original != Sample.English);
        var danish = Alternative(RenderedSite.Map.PlaceOf(quote, Sample.Danish).Page.Path);
        var english = Alternative(RenderedSite.Map.PlaceOf(quote, Sample.English).Page.Path);
        Assert.StartsWith("»", danish, StringComparison.Ordinal);
        Assert.DoesNotContain(RealSite.Strings[Sample.Danish].Quotes.OurTranslation, danish, StringComparison.Ordinal);
        Assert.StartsWith("“", english, StringComparison.Ordinal);
        Assert.Contains(" · The editor’s translation – ", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_builds_draw_the_same_and_a_changed_token_changes_cards_and_colours_of_the_browser()
    {
        using var folder = new TemporaryFolder();
        var one = await BuildAsync();
        Assert.Equal(Cards(await RealSite.BuildAsync(Sample.Root)), Cards(one));

        var tokens = folder.At("assets/css/tokens.css");
        await File.WriteAllTextAsync(tokens, (await File.ReadAllTextAsync(tokens)).Replace("--paper: #faf6ee;", "--paper: #dfefff;", StringComparison.Ordinal));
        var other = await BuildAsync();
        Assert.Empty(Cards(one).Intersect(Cards(other)));
        Assert.Contains("content=\"#dfefff\" media=\"(prefers-color-scheme: light)\"", other.Files.Single(file => file.Path == "index.html").Text(), StringComparison.Ordinal);
        Assert.Contains("\"theme_color\": \"#dfefff\"", other.Files.Single(file => file.Path == "site.webmanifest").Text(), StringComparison.Ordinal);

        Task<SiteBuild> BuildAsync()
        {
            if (!Directory.Exists(folder.At("assets")))
            {
                CopyAssets(folder);
            }
            return SiteBuilder.BuildAsync(
                RealSite.Network, Sample.Root, SiteAssets.Load(folder.At("assets"), SearchScript.InsteadOfModules), RealSite.Strings, new CardPress());
        }
    }

    [Fact]
    public async Task A_token_that_is_no_hex_colour_is_told_with_the_file_it_stands_in()
    {
        using var folder = new TemporaryFolder();
        CopyAssets(folder);
        var tokens = folder.At("assets/css/tokens.css");
        await File.WriteAllTextAsync(tokens, ":root {\n  --paper: papayawhip;\n}\n");
        var prepared = await PreparedSite.OfAsync(
            new SiteOptions(RealSite.InputFolder, folder.At("output"), null, null), new ToolFolders(folder.At("assets"), UiStringsCatalogue.ShippedFolder));
        Assert.Null(prepared.Build);
        Assert.Contains(prepared.Messages, message => message.StartsWith($"{tokens.Replace('\\', '/')}(2): error: the colour '--paper' is 'papayawhip'", StringComparison.Ordinal));
        Assert.Contains(prepared.Messages, message => message.StartsWith($"{tokens.Replace('\\', '/')}: error: ':root' has no colour '--ink'", StringComparison.Ordinal));
    }

    private string Alternative(string path) => Meta(site.Pages.Single(page => page.Page.Path == path), "og:image:alt");

    private static string Meta(RenderedPage page, string property) =>
        page.Document.QuerySelectorAll($"meta[property='{property}']").Single().GetAttribute("content") ?? "";

    private static List<string> Cards(SiteBuild build) =>
        [.. build.Files.Where(file => file.Path.StartsWith("assets/cards/", StringComparison.Ordinal)).Select(file => file.Path)];

    private static void CopyAssets(TemporaryFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(SiteAssets.ShippedFolder, "*", SearchOption.AllDirectories))
        {
            var copy = folder.At("assets/" + Path.GetRelativePath(SiteAssets.ShippedFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
