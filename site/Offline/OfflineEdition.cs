using System.Collections.Concurrent;
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

    /// <summary>Makes the file of every day in every language.</summary>
    /// <param name="map">The site.</param>
    /// <param name="assets">Its styles and scripts.</param>
    /// <param name="look">Its colours.</param>
    /// <param name="passages">What can be found on it, by language.</param>
    /// <param name="vocabulary">Words of the content that mean the same.</param>
    /// <param name="output">Gets each as soon as it is made.</param>
    /// <param name="cancellation">Looked at between files.</param>
    /// <returns>The bytes of each by its path below the site's root, which begins with a slash.</returns>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public static async Task<IReadOnlyDictionary<string, int>> MakeAllAsync(
        SiteMap map, SiteAssets assets, Look look, IReadOnlyDictionary<Language, IReadOnlyList<SearchPassage>> passages, SearchVocabulary vocabulary,
        ISiteOutput output, CancellationToken cancellation = default)
    {
        // What is not in the file is on the site, wherever the file lies.
        var apart = map.InFull;
        var urls = assets.At(apart.Address);
        var scripts = string.Join('\n', Scripts.Select(assets.Text));
        var places = passages.ToDictionary(p => p.Key, p => p.Value.Select((passage, at) => (passage, at)).ToDictionary(found => found.passage.Url, StringComparer.Ordinal));
        var sizes = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            apart.Pages.OfType<HandoutPage>(),
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (page, _) =>
            {
                var file = await MakeAsync(page);
                sizes['/' + file.Path] = file.Content.Length;
                output.Take(file);
            });
        return sizes;

        async Task<OutputFile> MakeAsync(HandoutPage page)
        {
            await using var renderer = new PageRenderer(apart, urls, look);
            var style = string.Join('\n', Styles.Append(page.Style!).Concat(look.HasOwnStyle ? [SiteAssets.OwnStyle] : []).Select(assets.Text));
            var here = page.Here.Keys.Select(url => places[page.Language].GetValueOrDefault(url)).Where(found => found.passage is not null)
                .OrderBy(found => found.at).Select(found => found.passage);
            var script = Index(page, here, vocabulary) + scripts;
            var html = await renderer.RenderAloneAsync(page);
            html = Before(html, "</head>", $"""
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {Hash(style)}; script-src {Hash(script)}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
                <style>{style}</style>

                """);
            html = Before(html, "</body>", $"<script>{script}</script>\n");
            return new(apart.OfflinePath(page.Day!, page.Language)[1..], Encoding.UTF8.GetBytes(html));
        }
    }

    /// <summary>A script that holds the index of what stands on the page, where the search looks for it.</summary>
    private static string Index(HandoutPage page, IEnumerable<SearchPassage> here, SearchVocabulary vocabulary)
    {
        var passages = here.Select(passage => passage with { Url = "#" + page.Here[passage.Url] }).ToList();
        var parts = SearchIndexBuilder.Build(IndexName, page.Language.Tag, passages, vocabulary, wholeUpTo: int.MaxValue);
        return string.Concat(parts.Select(SearchScript.Beside).Select(part => InScript(Encoding.UTF8.GetString(part.Content.Span))));
    }

    // No text can end the script: a < stands within the strings of the index only.
    private static string InScript(string json) => json.Replace("<", "\\u003C", StringComparison.Ordinal);

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Before(string html, string tag, string added) =>
        html.Insert(html.LastIndexOf(tag, StringComparison.Ordinal), added);
}
