using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Ledelsesdag.Content;
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

    private static readonly string[] Styles = [Theme.Source, "css/site.css"];

    private static readonly string[] Scripts = [SearchScript.FieldName, SearchScript.PanelName, "js/worksheet.js"];

    /// <summary>The files of every day in every language.</summary>
    /// <param name="map">The site.</param>
    /// <param name="assets">Its styles and scripts.</param>
    /// <param name="look">Its colours.</param>
    /// <param name="passages">What can be found on it, by language.</param>
    /// <param name="cancellation">Looked at between files.</param>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public static async Task<ImmutableArray<OutputFile>> MakeAllAsync(
        SiteMap map, SiteAssets assets, Look look, IReadOnlyDictionary<Language, ReadPassages> passages,
        CancellationToken cancellation = default)
    {
        // What is not in the file is on the site, wherever the file lies.
        var apart = map.InFull;
        var urls = assets.At(apart.Address);
        var scripts = Encoding.UTF8.GetBytes(string.Join('\n', Scripts.Select(assets.Text)));
        var pages = apart.Pages.OfType<HandoutPage>().ToList();
        var files = new OutputFile[pages.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, pages.Count),
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (at, _) => files[at] = await MakeAsync(pages[at]));
        return ImmutableCollectionsMarshal.AsImmutableArray(files);

        async Task<OutputFile> MakeAsync(HandoutPage page)
        {
            await using var renderer = new PageRenderer(apart, urls, look);
            var style = string.Join('\n', Styles.Append(page.Style!).Concat(look.HasOwnStyle ? [SiteAssets.OwnStyle] : []).Select(assets.Text));
            var script = Script(page, passages[page.Language], scripts);
            var html = await renderer.RenderAloneAsync(page);
            html = Before(html, "</head>", $"""
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {Hash(style)}; script-src {Hash(script)}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
                <style>{style}</style>

                """);
            var around = Encoding.UTF8.GetBytes(html).AsSpan();
            var end = around.LastIndexOf("</body>"u8);
            byte[] content = [.. around[..end], .. "<script>"u8, .. script, .. "</script>\n"u8, .. around[end..]];
            return new(apart.OfflinePath(page.Day!, page.Language)[1..], content);
        }
    }

    /// <summary>A script that holds the index of what stands on the page, where the search looks for it, and then the search.</summary>
    private static byte[] Script(HandoutPage page, ReadPassages passages, byte[] search)
    {
        var here = passages.Only(page.Here.Select(place => KeyValuePair.Create(place.Key, "#" + place.Value)));
        using var script = new MemoryStream();
        foreach (var part in SearchIndexBuilder.Build(IndexName, here, wholeUpTo: int.MaxValue))
        {
            script.Write(InScript(SearchScript.Beside(part).Content).Span);
        }
        script.Write(search);
        return script.ToArray();
    }

    // No text can end the script: a < stands within the strings of the index only. Most indexes have none.
    private static ReadOnlyMemory<byte> InScript(ReadOnlyMemory<byte> json) => json.Span.Contains((byte)'<')
        ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span).Replace("<", "\\u003C", StringComparison.Ordinal))
        : json;

    private static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private static string Hash(byte[] text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(text))}'";

    private static string Before(string html, string tag, string added) =>
        html.Insert(html.LastIndexOf(tag, StringComparison.Ordinal), added);
}
