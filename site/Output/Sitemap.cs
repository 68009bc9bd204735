using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Output;

/// <summary>A page that search engines may show.</summary>
/// <param name="Path">Its path below the site's root, beginning with a slash.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Versions">The same page in every language it is written in, itself included; empty where it shows another language's words.</param>
public sealed record SitemapPage(string Path, Language Language, ImmutableArray<PageVersion> Versions);

/// <summary>A page in one of its languages.</summary>
/// <param name="Language">The language.</param>
/// <param name="Path">As for <see cref="SitemapPage"/>.</param>
public sealed record PageVersion(Language Language, string Path);

/// <summary><c>sitemap.xml</c>, with every page's other languages.</summary>
public static class Sitemap
{
    private const string SitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string XhtmlNamespace = "http://www.w3.org/1999/xhtml";

    /// <summary>Writes the map. No dates: the build does not know when a text was last changed, and a build date would be untrue.</summary>
    /// <param name="pages">The pages, in any order.</param>
    /// <param name="defaultLanguage">Whose version readers of any other language get.</param>
    /// <param name="address">Where the site stands.</param>
    public static OutputFile Write(IEnumerable<SitemapPage> pages, Language defaultLanguage, SiteAddress address)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(address);
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartElement("urlset", SitemapNamespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, XhtmlNamespace);
            foreach (var page in pages.OrderBy(p => p.Path, StringComparer.Ordinal))
            {
                xml.WriteStartElement("url", SitemapNamespace);
                xml.WriteElementString("loc", SitemapNamespace, address.Absolute(page.Path));
                foreach (var version in page.Versions)
                {
                    Alternate(xml, version.Language.Tag, address.Absolute(version.Path));
                }
                if (page.Versions.FirstOrDefault(v => v.Language == defaultLanguage) is { } fallback)
                {
                    Alternate(xml, "x-default", address.Absolute(fallback.Path));
                }
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        stream.WriteByte((byte)'\n');
        return new OutputFile("sitemap.xml", stream.ToArray());
    }

    private static void Alternate(XmlWriter xml, string hreflang, string href)
    {
        xml.WriteStartElement("link", XhtmlNamespace);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("hreflang", hreflang);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }
}
