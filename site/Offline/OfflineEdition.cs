using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Ledelsesdag.Content;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Site.Components;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Offline;

/// <summary>
/// Each day as one file that needs neither a network nor a server: the whole day as it is printed, the worksheet, and a search
/// that leads to places in the file.
/// </summary>
internal static class OfflineEdition
{
    /// <summary>The name by which the search finds the index that is in the file.</summary>
    public const string IndexName = "index.json";

    private static readonly string[] Styles = [Theme.Source, "css/site.css", HandoutPage.StyleName];

    private static readonly string[] Scripts = [SearchScript.FieldName, SearchScript.PanelName, "js/worksheet.js"];

    /// <summary>Makes the file of every day in a language.</summary>
    /// <param name="map">The site.</param>
    /// <param name="language">The language.</param>
    /// <param name="assets">Its styles and scripts.</param>
    /// <param name="look">Its colours.</param>
    /// <param name="passages">What can be found on it in that language.</param>
    /// <param name="output">Gets each as soon as it is made.</param>
    /// <param name="cancellation">Looked at between files.</param>
    /// <returns>The bytes of each by its path below the site's root, which begins with a slash.</returns>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public static IReadOnlyDictionary<string, int> MakeAll(
        SiteMap map, Language language, SiteAssets assets, Look look, ReadPassages passages, ISiteOutput output, CancellationToken cancellation = default)
    {
        // What is not in the file is on the site, wherever the file lies.
        var apart = map.InFull;
        var urls = assets.At(apart.Address);
        var style = Joined([.. Styles, .. look.HasOwnStyle ? [SiteAssets.OwnStyle] : Array.Empty<string>()]);
        var hashOfStyle = Hash(style);
        var search = Joined(Scripts);
        var sizes = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        AllProcessors.ForEach(apart.Pages.OfType<HandoutPage>().Where(page => page.Language == language), page =>
        {
            cancellation.ThrowIfCancellationRequested();
            var file = Make(page);
            sizes['/' + file.Path] = file.Content.Length;
            output.Take(file);
        });
        return sizes;

        OutputFile Make(HandoutPage page) => new(
            apart.OfflinePath(page.Day!, page.Language)[1..],
            PageRenderer.RenderAlone(page, apart, urls, look, html => WithStyleAndScript(html.Written, [.. Index(page, passages), search])));

        byte[] WithStyleAndScript(ReadOnlySpan<char> html, ReadOnlyMemory<byte>[] script)
        {
            using var file = new HtmlBuffer();
            var (head, body) = (html.LastIndexOf("</head>"), html.LastIndexOf("</body>"));
            file.Write(html[..head]);
            file.Write($"""
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {hashOfStyle}; script-src {Hash(script)}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'">

                """);
            file.Write("<style>");
            file.Write(style);
            file.Write("</style>\n");
            file.Write(html[head..body]);
            file.Write("<script>");
            foreach (var part in script)
            {
                file.Write(part.Span);
            }
            file.Write("</script>\n");
            file.Write(html[body..]);
            return file.ToUtf8();
        }

        byte[] Joined(IEnumerable<string> names) => Encoding.UTF8.GetBytes(string.Join('\n', names.Select(assets.Text)));
    }

    /// <summary>Scripts that hold the index of what stands on the page, where the search looks for it.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Index(HandoutPage page, ReadPassages passages)
    {
        var here = passages.Only(page.Here.Select(place => KeyValuePair.Create(place.Key, "#" + place.Value)));
        return SearchIndexBuilder.Build(IndexName, here, wholeUpTo: int.MaxValue).SelectMany(part => SearchScript.InsteadOf(part)).Select(InScript);
    }

    // No text can end the script: a < stands within the strings of the index only. Most indexes have none.
    private static ReadOnlyMemory<byte> InScript(ReadOnlyMemory<byte> json) => json.Span.Contains((byte)'<')
        ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span).Replace("<", "\\u003C", StringComparison.Ordinal))
        : json;

    private static string Hash(params ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(part.Span);
        }
        return $"'sha256-{Convert.ToBase64String(hash.GetHashAndReset())}'";
    }
}
