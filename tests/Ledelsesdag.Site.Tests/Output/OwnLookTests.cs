using System.Text;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Commands;

namespace Ledelsesdag.Site.Tests.Output;

/// <summary>A network's own colours, logo and icons.</summary>
public sealed class OwnLookTests : IDisposable
{
    private const string Green = ":root { --brick: #185034; --brick-bright: #2c7d54; }\n.hero { letter-spacing: 0; }\n";

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

    private Task<PreparedSite> PrepareAsync(bool withLook = true) => PreparedSite.OfAsync(
        new(System.IO.Path.Combine(RealSite.Checkout, "site/Starter/input"), _folder.At("output"), null, null) { Look = withLook ? _folder.At("look") : null },
        ToolFolders.Shipped, new CardPress());

    private static string Path(PreparedSite site, string kind, string end) =>
        Assert.Single(site.Build!.Files, file => file.Path.EndsWith(end, StringComparison.Ordinal) && file.Path.EndsWith(kind, StringComparison.Ordinal)).Path;

    private static string Text(PreparedSite site, string path) => Encoding.UTF8.GetString(site.Build!.Files.Single(file => file.Path == path).Content.Span);

    private static IEnumerable<string> Cards(PreparedSite site) => site.Build!.Files.Select(file => file.Path).Where(path => path.Contains("/cards/", StringComparison.Ordinal));
}
