using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

/// <summary>A language that the repository knows nothing of, given by data alone: a line in network.json and the words of the interface.</summary>
public sealed class FurtherLanguageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FurtherLanguageTests() => StarterContent.CopyTo(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_third_language_needs_data_only()
    {
        var site = await BuildAsync("nb", "Norsk bokmål", translated: 5);

        Assert.Empty(site.Messages);
        Assert.Equal(["da", "en", "nb"], site.Build!.Pages.Select(pages => pages.Language.Tag));
        Assert.Single(site.Build.Pages.Select(pages => pages.Pages).Distinct());
        Assert.Equal("nb", Read(site, "nb/index.html").DocumentElement.GetAttribute("lang"));
        Assert.Equal("Nettverk for levende biblioteker", Read(site, "nb/index.html").QuerySelector("h1")!.TextContent);
        Assert.Contains(site.Build.Files, file => file.Path == "search/nb.json");
    }

    [Fact]
    public async Task What_is_not_written_in_it_is_shown_in_its_real_language_with_a_notice()
    {
        var site = await BuildAsync("nb", "Norsk bokmål", translated: 5);

        var page = Read(site, "nb/moedested/topics/aabne-doere/index.html");

        Assert.Equal(("nb", null), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Equal("da", page.QuerySelector("h1 [lang]")!.GetAttribute("lang"));
        Assert.Equal("da", page.QuerySelector(".prose")!.GetAttribute("lang"));
        Assert.Equal("This text is not in Norwegian yet.", page.QuerySelector("main .notice")!.TextContent);
    }

    [Fact]
    public async Task Search_engines_are_told_of_translations_only()
    {
        var site = await BuildAsync("nb", "Norsk bokmål", translated: 5);

        Assert.Empty(HrefLangs(Read(site, "nb/moedested/topics/aabne-doere/index.html")));
        Assert.Equal(["da", "en", "x-default"], HrefLangs(Read(site, "moedested/emner/aabne-doere/index.html")));
        Assert.Equal(["da", "en", "nb", "x-default"], HrefLangs(Read(site, "nb/om-oss/index.html")));
        var map = Text(site, "sitemap.xml");
        Assert.DoesNotContain("hreflang=\"nb\" href=\"https://biblioteker.example/nb/moedested/topics/aabne-doere/\"", map, StringComparison.Ordinal);
        Assert.Contains("hreflang=\"nb\" href=\"https://biblioteker.example/nb/om-oss/\"", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_stands_in_the_language_it_was_said_in_though_no_page_does()
    {
        var quotes = _folder.At("input/day-1/quotes.json");
        File.WriteAllText(quotes, File.ReadAllText(quotes).Replace("\"en\": \"Move the chairs first. The books will follow.\"\n      },\n      \"original\": \"en\"",
            "\"en\": \"Move the chairs first. The books will follow.\",\n        \"sv\": \"Flytta stolarna först.\"\n      },\n      \"original\": \"sv\"", StringComparison.Ordinal));

        var site = await PreparedSite.OfAsync(new(_folder.At("input"), _folder.At("output"), null, null), ToolFolders.Shipped, RealSite.Cards);

        Assert.Empty(site.Messages);
        var page = Read(site, "en/meeting-place/quotes/chairs-before-books/index.html");
        var original = page.QuerySelector("main blockquote.original")!;
        Assert.Equal(("sv", "“Flytta stolarna först.”"), (original.GetAttribute("lang"), original.TextContent.Trim()));
        Assert.Contains("The books will follow.", page.QuerySelector("main blockquote:not(.original)")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Build!.Files, file => file.Path.StartsWith("sv/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_switch_of_languages_leads_to_every_page_all_the_same()
    {
        var site = await BuildAsync("nb", "Norsk bokmål", translated: 5);

        var links = Read(site, "moedested/emner/aabne-doere/index.html").QuerySelectorAll("header a[hreflang]").Select(link => link.GetAttribute("href"));

        Assert.Contains("/nb/moedested/topics/aabne-doere/", links);
    }

    [Fact]
    public async Task A_language_from_right_to_left_runs_so_and_what_it_borrows_does_not()
    {
        var site = await BuildAsync("ar", "العربية", translated: 0);

        Assert.Empty(site.Messages);
        var page = Read(site, "ar/moedested/topics/aabne-doere/index.html");
        Assert.Equal(("ar", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Equal(("da", "ltr"), (page.QuerySelector(".prose")!.GetAttribute("lang"), page.QuerySelector(".prose")!.GetAttribute("dir")));
        Assert.Equal("ltr", page.QuerySelector("h1 [lang]")!.GetAttribute("dir"));
        Assert.Null(Read(site, "index.html").DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public async Task Too_little_of_it_fails_the_build_where_more_is_asked()
    {
        var site = await BuildAsync("nb", "Norsk bokmål", translated: 90);

        Assert.Null(site.Build);
        Assert.Contains("error LD312: ", Assert.Single(site.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_of_the_interface_one_is_told_which_file_to_write()
    {
        var site = await BuildAsync("nb", "Norsk bokmål", translated: 5, withStrings: false);

        Assert.Null(site.Build);
        Assert.Matches("^.*/strings: error: no words of the interface in 'nb', a language of the network; copy .*/strings/en.json to .*/strings/nb.json and translate it, ", Assert.Single(site.Messages));
    }

    [Fact]
    public async Task What_is_wrong_with_its_words_is_told_together_with_what_is_wrong_with_the_content()
    {
        Change("input/day-1/day.json", "\"date\": \"", "\"date\": \"x");
        _folder.Write("strings/da.json", "{\n  \"topics\": { \"lead\": \"{temaer} fra dagen\" },\n  \"frame\": { \"home\": \"\" }\n}\n");

        var site = await PreparedSite.OfAsync(Options, ToolFolders.Shipped, RealSite.Cards);

        Assert.Null(site.Build);
        Assert.Collection(site.Messages,
            content => Assert.Contains("day.json(", content, StringComparison.Ordinal),
            place => Assert.StartsWith($"{_folder.At("strings").Replace('\\', '/')}/da.json(2,23): error: a place {{temaer}}; ", place, StringComparison.Ordinal),
            blank => Assert.Contains("/da.json(3,22): error: no words between the quotation marks; ", blank, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_networks_own_words_count_before_the_tools()
    {
        _folder.Write("strings/en.json", """{ "frame": { "home": "Start here" } }""");

        var site = await PreparedSite.OfAsync(Options, ToolFolders.Shipped, RealSite.Cards);

        Assert.Contains("Start here", Text(site, "en/om/index.html".Replace("om", "about", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("da", null)]
    [InlineData("ar", "rtl")]
    [InlineData("he-IL", "rtl")]
    [InlineData("az-Arab", "rtl")]
    [InlineData("ur-Latn", null)]
    [InlineData("zh-Hant", null)]
    public void A_language_runs_as_its_script_does(string tag, string? direction) => Assert.Equal(direction, Direction.Of(Language.Of(tag)));

    private SiteOptions Options => new(_folder.At("input"), _folder.At("output"), null, null) { Strings = _folder.At("strings") };

    private async Task<PreparedSite> BuildAsync(string tag, string name, int translated, bool withStrings = true)
    {
        Change("input/network.json", "\"name\": \"English\" }", $"\"name\": \"English\" }}, {{ \"tag\": \"{tag}\", \"name\": \"{name}\", \"translated\": {translated} }}");
        if (tag == "nb")
        {
            Change("input/network.json", "\"en\": \"Network for Living Libraries\"", "\"en\": \"Network for Living Libraries\", \"nb\": \"Nettverk for levende biblioteker\"");
            Change("input/pages.json", "\"da\": \"om\", \"en\": \"about\"", "\"da\": \"om\", \"en\": \"about\", \"nb\": \"om-oss\"");
            _folder.Write("input/pages/about.nb.md", "Her er materialet.\n");
            foreach (var file in (string[])["input/pages.json", "input/glossary.json", "input/day-1/day.json"])
            {
                // Enough of the short texts for five of a hundred.
                Change(file, null, "nb");
            }
        }
        Directory.CreateDirectory(_folder.At("strings"));
        if (withStrings)
        {
            var words = JsonNode.Parse(File.ReadAllText(Path.Combine(UiStringsCatalogue.ShippedFolder, "en.json")))!;
            words["frame"]!["notTranslated"] = "This text is not in Norwegian yet.";
            _folder.Write($"strings/{tag}.json", words.ToJsonString());
        }
        return await PreparedSite.OfAsync(Options, ToolFolders.Shipped, RealSite.Cards);
    }

    /// <summary>Replaces words in a file; without old words gives every title in it a version in a language.</summary>
    private void Change(string path, string? old, string @new)
    {
        var text = File.ReadAllText(_folder.At(path));
        if (old is null)
        {
            var file = JsonNode.Parse(text)!;
            foreach (var title in Titles(file).ToList())
            {
                title[@new] = title["en"]!.GetValue<string>() + " (nb)";
            }
            _folder.Write(path, file.ToJsonString());
            return;
        }
        StarterContent.Replace(_folder, path, old, @new);
    }

    private static IEnumerable<JsonObject> Titles(JsonNode node) => node switch
    {
        JsonObject fields => fields.Where(field => field.Value is not null).SelectMany(field =>
            field is { Key: "title" or "summary" or "term", Value: JsonObject title } ? [title] : Titles(field.Value!)),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Titles),
        _ => [],
    };

    private static IHtmlDocument Read(PreparedSite site, string path) => new HtmlParser().ParseDocument(Text(site, path));

    private static string Text(PreparedSite site, string path) => Encoding.UTF8.GetString(site.Build!.Files.Single(file => file.Path == path).Content.Span);

    private static IEnumerable<string?> HrefLangs(IHtmlDocument page) => page.QuerySelectorAll("head link[hreflang]").Select(link => link.GetAttribute("hreflang"));
}
