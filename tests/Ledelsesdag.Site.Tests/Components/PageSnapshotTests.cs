using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Ledelsesdag.Site.Pages;
using Snapshooter;
using Snapshooter.Xunit;

namespace Ledelsesdag.Site.Tests.Components;

/// <summary>
/// What every page shows, held against Expectations: one file a page, named after its address in the site's first language,
/// so that its languages stand side by side. A new page's file is written by the first run, and by none where
/// SNAPSHOOTER_STRICT_MODE is true; read it before you keep it. A changed page's text is written to __mismatch__.
/// </summary>
public sealed partial class PageSnapshotTests
{
    private const string Extension = ".html";
    private static readonly string Folder = Path.Combine(RealSite.Checkout, "tests", "Ledelsesdag.Site.Tests", "Expectations");

    public static TheoryData<string> EveryPage => [.. RenderedSite.Map.Pages.Select(p => p.Path)];

    public static TheoryData<string> OneOfEachLayout => [.. Layouts.Keys];

    private static Dictionary<string, Page> Layouts { get; } = new()
    {
        ["home"] = First<HomePage>(),
        ["topic"] = First<TopicPage>(),
        ["quote"] = First<QuotePage>(),
        ["search"] = First<SearchPage>(),
        ["404"] = First<NotFoundPage>(),
    };

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task A_page_shows_what_it_is_expected_to_show(string path)
    {
        var page = RenderedSite.Map.Pages.Single(p => p.Path == path);
        var main = MainOf(await RenderedSite.HtmlOf(page));
        Match(Readable(WithoutSizes(WithoutCodes(page is HandoutPage ? WithoutTexts(main) : main))), FileOf(page));
    }

    [Theory]
    [MemberData(nameof(OneOfEachLayout))]
    public async Task What_stands_around_a_page_is_as_expected(string layout)
    {
        var page = Layouts[layout];
        Match(Readable(WithoutSizes(ContentHashes().Replace(await RenderedSite.HtmlOf(page), "HASH"))), FileOf(layout, page));
    }

    [Fact]
    public void Every_expectation_belongs_to_a_page_and_every_page_has_one()
    {
        var expected = RenderedSite.Map.Pages.Select(FileOf).Concat(Layouts.Select(l => FileOf(l.Key, l.Value))).ToList();
        Assert.Equal(expected.Distinct(StringComparer.OrdinalIgnoreCase), expected);
        var found = Directory.EnumerateFiles(Path.Combine(Folder, "__snapshots__")).Select(Path.GetFileName).OfType<string>().ToList();
        Faults.None([
            .. found.Except(expected).Order(StringComparer.Ordinal).Select(file => $"{file} belongs to no page: delete it"),
            .. expected.Except(found).Order(StringComparer.Ordinal).Select(file => $"{file} is missing: run the tests once without strict mode, read it, keep it"),
        ]);
    }

    private static T First<T>()
        where T : Page => RenderedSite.Map.Pages.OfType<T>().First(page => page.Language == RenderedSite.Map.RootLanguage);

    private static void Match(string text, string file) => Snapshot.Match(text, new SnapshotFullName(file, Folder));

    private static string FileOf(Page page)
    {
        var first = RenderedSite.Map.VersionsOf(page)[0].Path.Replace(Extension, "", StringComparison.Ordinal).Trim('/');
        return $"{(first.Length == 0 ? "index" : first.Replace('/', '-'))}.{page.Language}{Extension}";
    }

    private static string FileOf(string layout, Page page) => $"_whole-{layout}.{page.Language}{Extension}";

    private static string MainOf(string html) =>
        html[html.IndexOf("<main", StringComparison.Ordinal)..(html.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length)];

    // A file grows with every word and every style; OfflineTests hold what is said of its size against the file.
    private static string WithoutSizes(string html) => Sizes().Replace(html, "SIZE kB");

    // A code's lines say nothing to a reader of the expectation; RoomTests read them.
    private static string WithoutCodes(string html) => CodeLines().Replace(html, "CODE");

    // The texts of a whole day stand in the expectations of its topics; HandoutTests hold them against those.
    private static string WithoutTexts(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var text in document.QuerySelectorAll(".prose, .glossary"))
        {
            text.TextContent = "TEXT";
        }
        return document.QuerySelector("main")!.OuterHtml;
    }

    /// <summary>Begins a line at every block, where white space means nothing, so that a change shows as the lines it touches.</summary>
    private static string Readable(string html) => BlockStarts().Replace(html, "\n").Replace("\n\n", "\n", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\d+ kB")]
    private static partial Regex Sizes();

    [GeneratedRegex(@"\n?(?=<(?:p|h[1-6]|ul|ol|li|dl|dt|dd|div|section|article|aside|main|nav|header|footer|figure|figcaption|blockquote|table|caption|thead|tbody|tr|td|th|form|svg|rect|link|meta|script|body)\b)")]
    private static partial Regex BlockStarts();

    [GeneratedRegex("(?<=<path stroke=\"#000\" d=\")[^\"]+")]
    private static partial Regex CodeLines();

    [GeneratedRegex(@"(?<=/assets/(?:[a-z]+\.|cards/))[0-9a-f]{10}(?=[/.])|(?<=integrity=""sha384-)[A-Za-z0-9+/]{64}(?="")")]
    private static partial Regex ContentHashes();
}
