using System.Xml.Linq;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Tests.Output;

public sealed class SitemapTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private static readonly SitemapPage[] Pages = [Page("/en/quotes/", Sample.English), Page("/citater/", Sample.Danish)];

    private static SitemapPage Page(string path, Content.Language language) =>
        new(path, language, [new(Sample.Danish, "/citater/"), new(Sample.English, "/en/quotes/")]);

    [Fact]
    public void Every_page_stands_in_it_with_all_its_languages_and_a_default()
    {
        var file = Sitemap.Write(Pages, Sample.Danish, Sample.Folder);
        var urls = XDocument.Parse(file.Text()).Root!.Elements(Map + "url").ToList();

        Assert.Equal(
            ["https://example.org/ledelsesdag/citater/", "https://example.org/ledelsesdag/en/quotes/"],
            urls.Select(u => u.Element(Map + "loc")!.Value));
        Assert.All(urls, url => Assert.Equal(
            [
                ("da", "https://example.org/ledelsesdag/citater/"),
                ("en", "https://example.org/ledelsesdag/en/quotes/"),
                ("x-default", "https://example.org/ledelsesdag/citater/"),
            ],
            url.Elements(Xhtml + "link").Select(l => (l.Attribute("hreflang")!.Value, l.Attribute("href")!.Value))));
    }

    [Fact]
    public void The_order_of_the_pages_does_not_change_a_byte_and_there_is_no_byte_order_mark()
    {
        var one = Sitemap.Write(Pages, Sample.Danish, Sample.Root).Content.ToArray();
        var other = Sitemap.Write(Pages.Reverse(), Sample.Danish, Sample.Root).Content.ToArray();
        Assert.Equal(one, other);
        Assert.Equal((byte)'<', one[0]);
        Assert.DoesNotContain((byte)'\r', one);
    }
}
