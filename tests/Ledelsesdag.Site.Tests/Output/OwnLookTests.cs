using System.Text;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Tests.Output;

/// <summary>A network's own colours, logo and icons.</summary>
public sealed class OwnLookTests : IDisposable
{
    private const string Green = ":root { --brick: #185034; --brick-bright: #2c7d54; }\n@media (prefers-color-scheme: dark) { :root { --brick: #9bdcb8; --brick-bright: #4fb381; } }\n.hero { letter-spacing: 0; }\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_style_comes_last_and_its_colours_reach_what_is_no_style()
    {
        _folder.Write("look/look.css", Green);
        var site = await PrepareAsync();

        Assert.Empty(site.Messages);
        var page = Text(site, "index.html");
        var style = Path(site, ".css", "/look.css");
        Assert.EndsWith(Green, Text(site, style), StringComparison.Ordinal);
        Assert.True(page.IndexOf(style, StringComparison.Ordinal) > page.IndexOf("/site.css", StringComparison.Ordinal));
        Assert.Contains("--brick: #185034", Text(site, "moedested/hele-dagen/moedested.html"), StringComparison.Ordinal);
        var plain = await PrepareAsync(withLook: false);
        Assert.NotEqual(Cards(plain), Cards(site));
        Assert.DoesNotContain("look.css", Text(plain, "index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_logo_takes_the_place_of_the_ring_on_pages_and_cards()
    {
        _folder.Write("look/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>\n");
        var site = await PrepareAsync();

        Assert.Empty(site.Messages);
        var logo = Path(site, ".svg", "/logo.svg");
        foreach (var page in site.Build!.Files.Where(file => file.Path.EndsWith("index.html", StringComparison.Ordinal)))
        {
            var html = Encoding.UTF8.GetString(page.Content.Span);
            Assert.Contains($"<img class=\"ring-mark\" src=\"/{logo}\" alt ", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<svg class=\"ring-mark\"", html, StringComparison.Ordinal);
        }
        var alone = Text(site, "moedested/hele-dagen/moedested.html");
        Assert.DoesNotContain("<svg class=\"ring-mark\"", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", alone, StringComparison.Ordinal);
        Assert.NotEqual(Cards(await PrepareAsync(withLook: false)), Cards(site));
    }

    [Fact]
    public async Task Its_icons_replace_the_tools()
    {
        _folder.Write("look/favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        var site = await PrepareAsync();

        Assert.Equal("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Text(site, Path(site, ".svg", "/favicon.svg")));
        Assert.Contains(site.Build!.Files, file => file.Path.EndsWith("/icon-192.png", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("look.css", ":root {\n  --brick: green;\n}\n", "look.css(2): error: the colour '--brick' is 'green'; ")]
    [InlineData("style.css", "", ": error: the styles, scripts and icons cannot be read (style.css: the site has no place for it; it takes apple-touch-icon.png, favicon.svg, icon-192.png, icon-512.png, logo.svg, look.css)")]
    public async Task A_mistake_in_it_is_told_and_nothing_is_built(string file, string content, string message)
    {
        _folder.Write($"look/{file}", content);
        var site = await PrepareAsync();

        Assert.Null(site.Build);
        Assert.Contains(message, Assert.Single(site.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@import url(\"https://fonts.example/css?family=Lora\");", "look.css(1): error: the address 'https://fonts.example/css?family=Lora'; expected no address, ")]
    [InlineData("@import 'https://fonts.example/a.css';", "look.css(1): error: the address 'https://fonts.example/a.css'; ")]
    [InlineData("/* one\n*/\n.hero { background: url( //cdn.example/a.png ) }", "look.css(3): error: the address '//cdn.example/a.png'; ")]
    [InlineData("@font-face { font-family: x; src: URL(fonts/x.woff2); }", "look.css(1): error: the address 'fonts/x.woff2'; ")]
    [InlineData(".hero { color: red;\n\n.card { color: red; }\n", "look.css(1): error: a { that nothing closes, ")]
    [InlineData(".hero { color: red; }\n}\n", "look.css(2): error: a } too many; ")]
    [InlineData("\n/* The hero\n.hero { color: red; }\n", "look.css(2): error: a comment that nothing closes; ")]
    public async Task A_style_that_a_browser_would_use_in_part_is_told_at_its_place(string css, string message)
    {
        _folder.Write("look/look.css", css);
        var site = await PrepareAsync();

        Assert.Null(site.Build);
        Assert.StartsWith($"{SiteFault.Shown(_folder.At("look"))}/{message}", Assert.Single(site.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".hero::before { content: \"{ /* \"; background: url(data:image/png;base64,iVBO{) } /* } url(https://a.example/) */")]
    [InlineData(".hero { filter: url(#soft); --bricks: 3; width: var(--bricks); --accent: 7 }")]
    public async Task A_style_without_a_fault_is_told_nothing_of(string css)
    {
        _folder.Write("look/look.css", css);

        Assert.Empty((await PrepareAsync()).Messages);
    }

    [Theory]
    [InlineData(":root {\n  --brik: #7a2f12;\n}", "look.css(2): warning: a name '--brik' that nothing uses; expected a name of the tool's; did you mean '--brick'?")]
    [InlineData(":root {\n  --brick: #d0704a;\n}\n@media (prefers-color-scheme: dark) { :root { --brick: #f4ae8d; } }",
        "look.css(2): warning: a contrast of 3.1:1 between '--brick', #d0704a, and '--paper', #faf6ee, in the light theme; expected at least 7:1, for links need it to be read by everyone; write a darker colour")]
    [InlineData(":root { --brick: #185034; }",
        "look.css(1): warning: a contrast of 1.8:1 between '--brick', #185034, and '--paper', #131b24, in the dark theme; expected at least 7:1, for links need it to be read by everyone; write a lighter colour in @media (prefers-color-scheme: dark)")]
    public async Task What_readers_would_see_worse_is_a_warning_and_the_site_is_built(string css, string message)
    {
        _folder.Write("look/look.css", css);
        var site = await PrepareAsync();

        Assert.NotNull(site.Build);
        Assert.Equal($"{SiteFault.Shown(_folder.At("look"))}/{message}", Assert.Single(site.Messages));
    }

    [Fact]
    public async Task A_colour_that_is_too_pale_on_light_and_on_dark_paper_is_told_for_both()
    {
        _folder.Write("look/look.css", ":root { --brick: #b06040; }");

        Assert.Collection((await PrepareAsync()).Messages,
            light => Assert.Contains("in the light theme; ", light, StringComparison.Ordinal),
            dark => Assert.Contains("in the dark theme; ", dark, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("logo.svg", "<html><body/></html>", "logo.svg(1,2): error: an element <html>; expected <svg xmlns=\"http://www.w3.org/2000/svg\">; ")]
    [InlineData("logo.svg", "<svg viewBox=\"0 0 9 9\"/>", "logo.svg(1,2): error: an element <svg>; expected <svg xmlns=\"http://www.w3.org/2000/svg\">; ")]
    [InlineData("logo.svg", "\ufffdPNG", "logo.svg(1,1): error: a file that is no SVG, ")]
    [InlineData("logo.svg", "", "logo.svg: error: a file that is no SVG, ")]
    [InlineData("favicon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<rect>\n</svg>", "favicon.svg(3,3): error: a file that is no SVG, or breaks off here; ")]
    [InlineData("icon-192.png", "GIF89a", "icon-192.png: error: a file that is no PNG; ")]
    public async Task A_picture_that_is_none_is_told(string file, string content, string message)
    {
        _folder.Write($"look/{file}", content);
        var site = await PrepareAsync();

        Assert.Null(site.Build);
        Assert.StartsWith($"{SiteFault.Shown(_folder.At("look"))}/{message}", Assert.Single(site.Messages), StringComparison.Ordinal);
    }

    private Task<PreparedSite> PrepareAsync(bool withLook = true) => PreparedSite.OfAsync(
        new(System.IO.Path.Combine(RealSite.Checkout, "site/Starter/input"), _folder.At("output"), null, null) { Look = withLook ? _folder.At("look") : Directory.CreateDirectory(_folder.At("nothing")).FullName },
        ToolFolders.Shipped, new CardPress());

    private static string Path(PreparedSite site, string kind, string end) =>
        Assert.Single(site.Build!.Files, file => file.Path.EndsWith(end, StringComparison.Ordinal) && file.Path.EndsWith(kind, StringComparison.Ordinal)).Path;

    private static string Text(PreparedSite site, string path) => Encoding.UTF8.GetString(site.Build!.Files.Single(file => file.Path == path).Content.Span);

    private static IEnumerable<string> Cards(PreparedSite site) => site.Build!.Files.Select(file => file.Path).Where(path => path.Contains("/cards/", StringComparison.Ordinal));
}
