using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Output;

public sealed class LinkCheckTests
{
    private static string[] Faults(SiteAddress address, params OutputFile[] files) =>
        [.. LinkCheck.Of(files, address).Select(f => f.ToString())];

    private static string[] FaultsOf(string html) =>
        Faults(Sample.Root, Sample.File("index.html", html), Sample.File("program/index.html", "<h2 id=\"oplæg\">x</h2>"), Sample.File("site.css"));

    [Theory]
    [InlineData("<a href=\"/program/\">x</a>")]
    [InlineData("<a href=\"program/\">x</a>")]
    [InlineData("<a href=\"/program/#opl%C3%A6g\">x</a>")]
    [InlineData("<a href=\"/program/#oplæg\">x</a>")]
    [InlineData("<a href=\"/program/?q=1#opl&#xE6;g\">x</a>")]
    [InlineData("<a href='https://example.org/program/#oplæg'>x</a>")]
    [InlineData("<a href=\"https://elsewhere.example/nowhere\">x</a>")]
    [InlineData("<a href=\"mailto:a@example.org\">x</a>")]
    [InlineData("<a href=\"#here\">x</a><p id=here>")]
    [InlineData("<a href=\"#\">x</a><a href=\"#top\">x</a><a href=\"\">x</a>")]
    [InlineData("<a href=\"/program/#:~:text=word\">x</a>")]
    [InlineData("<link rel=\"stylesheet\" href=\"/site.css\">")]
    [InlineData("<img srcset=\"/site.css 1x, /site.css 2x\">")]
    [InlineData("<!-- <a href=\"/nowhere/\"> -->")]
    [InlineData("<script type=\"application/ld+json\">{\"a\":\"<a href='/nowhere/'>\"}</script>")]
    [InlineData("<title>a <a href=/nowhere></title>")]
    [InlineData("<p title=\"a > b <a href='/nowhere/'>\">1 < 2</p>")]
    [InlineData("<label for=\"q\">x</label><input id=\"q\" aria-describedby=\"h  i\"><p id=h><p id=i>")]
    public void A_sound_page_has_no_faults(string html) => Assert.Empty(FaultsOf(html));

    [Theory]
    [InlineData("<a href=\"/nowhere/\">x</a>", "'/nowhere/' leads to no page or file")]
    [InlineData("<a\n class=x  href = /nowhere/ >x</a>", "'/nowhere/' leads to no page or file")]
    [InlineData("<A HREF=\"/nowhere/\">x</A>", "'/nowhere/' leads to no page or file")]
    [InlineData("<a href=\"nowhere.html\">x</a>", "'nowhere.html' leads to no page or file")]
    [InlineData("<a href=\"/Program/\">x</a>", "'/Program/' leads to no page or file")]
    [InlineData("<a href=\"/program\">x</a>", "needs a slash at its end")]
    [InlineData("<a href=\"/program/#nothing\">x</a>", "has no id 'nothing'")]
    [InlineData("<a href=\"#nothing\">x</a>", "has no id 'nothing'")]
    [InlineData("<a href=\"//elsewhere.example/\">x</a>", "leaves the protocol open")]
    [InlineData("<a href=\"java&#115;cript:alert(1)\">x</a>", "of a kind ('javascript:')")]
    [InlineData("<a href=\"https://\">x</a>", "is not an address")]
    [InlineData("<link rel=\"canonical\" href=\"https://example.org/nowhere/\">", "leads to no page")]
    [InlineData("<meta property=\"og:image\" content=\"https://example.org/card.png\">", "leads to no page")]
    [InlineData("<script src=\"/gone.js\"></script>", "'/gone.js' leads to no page")]
    [InlineData("<img srcset=\"/site.css 1x, /big.png 2x\">", "'/big.png' leads to no page")]
    [InlineData("<form action=\"/find/\"></form>", "'/find/' leads to no page")]
    [InlineData("<div data-index-url=\"/index.json\"></div>", "'/index.json' leads to no page")]
    [InlineData("<svg><use href=\"/program/#icon\"/></svg>", "has no id 'icon'")]
    [InlineData("<p id=a><p id=a>", "the id 'a' stands twice")]
    [InlineData("<label for=\"q\">x</label>", "refers to the id 'q'")]
    [InlineData("<title>x</title><a href=/nowhere/>", "'/nowhere/' leads to no page")]
    [InlineData("<script>\"</scriptx\"</script><a href=/nowhere/>", "'/nowhere/' leads to no page")]
    public void A_faulty_page_is_told_what_is_wrong(string html, string expected) =>
        Assert.Contains(expected, Assert.Single(FaultsOf(html)), StringComparison.Ordinal);

    [Fact]
    public void A_fault_names_file_and_line() =>
        Assert.Equal(
            "index.html(3): error: the address '/nowhere/' leads to no page or file",
            Assert.Single(FaultsOf("<html>\n<p>\n<a href=\"/nowhere/\">x</a>")));

    [Fact]
    public void The_same_broken_link_on_many_pages_is_one_fault_with_a_count()
    {
        var menu = "<a href=\"/nowhere/\">x</a>";
        Assert.Equal(
            ["a.html(1): error: the address '/nowhere/' leads to no page or file (and so in 2 more places)"],
            Faults(Sample.Root, Sample.File("c.html", menu), Sample.File("a.html", menu), Sample.File("b.html", menu)));
    }

    [Fact]
    public void What_another_page_writes_and_means_something_else_by_is_judged_on_each()
    {
        var links = "<a href=\"a.html\">x</a>\n<a href=\"a.html\">x</a>\n<a href=\"#here\">x</a>";
        Assert.Equal(
            [
                "a.html(3): error: the address '#here' leads to 'a.html', which has no id 'here'",
                "x/b.html(1): error: the address 'a.html' leads to no page or file (and so in 1 more place)",
            ],
            Faults(Sample.Root, Sample.File("x/b.html", links + "<p id=here>"), Sample.File("a.html", links)));
    }

    [Fact]
    public void On_a_site_in_a_folder_a_link_that_forgets_the_folder_is_a_fault()
    {
        var page = Sample.File("index.html", "<a href=\"/program/\">x</a><a href=\"/ledelsesdag/program/\">x</a><a href=\"https://example.org/other/\">x</a>");
        var fault = Assert.Single(Faults(Sample.Folder, page, Sample.File("program/index.html")));
        Assert.Contains("'/program/' leads out of the site, which stands at '/ledelsesdag/'", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Styles_and_modules_are_followed_too()
    {
        var faults = Faults(Sample.Root,
            Sample.File("assets/js.1/search.js", "import { a } from \"./words.js\";\nimport './gone.js'\nconst x = await import(\"../lost.js\"); // from \"nowhere\""),
            Sample.File("assets/js.1/words.js"),
            Sample.File("assets/site.css", "a { background: url(\"mark.svg\") } @import 'print.css'; @import url( \"screen.css\" ); b { background: url(data:image/png;base64,AA==) }"));
        Assert.Equal(5, faults.Length);
        Assert.Contains("'screen.css'", string.Join('\n', faults[2..]), StringComparison.Ordinal);
        Assert.Contains("assets/js.1/search.js(2)", faults[0], StringComparison.Ordinal);
        Assert.Contains("'../lost.js'", faults[1], StringComparison.Ordinal);
        Assert.Contains("'mark.svg'", string.Join('\n', faults[2..]), StringComparison.Ordinal);
        Assert.Contains("'print.css'", string.Join('\n', faults[2..]), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_at_one_path_or_differing_in_capitals_only_or_in_each_others_way_are_faults()
    {
        var faults = Faults(Sample.Root,
            Sample.File("a.html"), Sample.File("a.html"), Sample.File("A.html"), Sample.File("b"), Sample.File("b/index.html"));
        Assert.Equal(3, faults.Length);
        Assert.Contains("two pages or files claim this address", string.Join('\n', faults), StringComparison.Ordinal);
        Assert.Contains("capitals only", string.Join('\n', faults), StringComparison.Ordinal);
        Assert.Contains("'b' is a file and cannot be a folder too", string.Join('\n', faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<a href")]
    [InlineData("<a href=")]
    [InlineData("<a href=\"")]
    [InlineData("<a href=x")]
    [InlineData("<a =x>")]
    [InlineData("<a ==>")]
    [InlineData("<!--")]
    [InlineData("<!-")]
    [InlineData("</")]
    [InlineData("<script>")]
    [InlineData("<title")]
    public void Text_that_ends_in_the_middle_of_something_ends_the_scan(string html) => _ = FaultsOf(html);
}
