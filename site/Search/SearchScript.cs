using System.Collections.Immutable;
using System.Text;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Search;

/// <summary>
/// Joins the search's modules into one script for the search page, one for the panel of every other page and one for the worker
/// of a large site, so that none carries what only another needs. One request instead of several; and, as it no longer imports, a script runs as a plain
/// one, which a page opened from a disk needs: browsers refuse modules there.
/// </summary>
/// <remarks>
/// No bundler: the modules keep to a form that can be joined line by line. Comments stand on lines of their own, imports
/// are one line each, and no text goes over several lines.
/// </remarks>
public static class SearchScript
{
    /// <summary>The search of the search page.</summary>
    public const string PageName = "js/search-page.js";

    /// <summary>The search of every other page, fetched when its field is used.</summary>
    public const string PanelName = "js/search-panel.js";

    /// <summary>The script of every page: the keys that lead to the field, and the fetching of <see cref="PanelName"/>.</summary>
    public const string FieldName = "js/field.js";

    /// <summary>The worker in which a large index answers.</summary>
    public const string WorkerName = "js/search-worker.js";

    private const string Folder = "js/";

    /// <summary>What <see cref="PageName"/> is joined of, each after those that it imports.</summary>
    public static ImmutableArray<string> PageModules { get; } = ["search-core.js", "search-results.js", "search-page.js"];

    /// <summary>What <see cref="PanelName"/> is joined of, each after those that it imports.</summary>
    public static ImmutableArray<string> PanelModules { get; } = ["search-core.js", "search-results.js", "search-panel.js"];

    /// <summary>What <see cref="WorkerName"/> is joined of, each after those that it imports.</summary>
    public static ImmutableArray<string> WorkerModules { get; } = ["search-core.js", LargeModule, "search-worker.js"];

    /// <summary>The module that <see cref="FieldName"/> is made of.</summary>
    public const string FieldModule = "search-field.js";

    // Published as it is, too: where there may be no worker, the page itself imports it.
    private const string LargeModule = "search-large.js";

    /// <summary>
    /// The site's assets with <see cref="PageName"/>, <see cref="PanelName"/>, <see cref="WorkerName"/> and
    /// <see cref="FieldName"/> instead of the modules they are made of; unchanged where one is absent.
    /// </summary>
    public static IReadOnlyList<OutputFile> InsteadOfModules(IReadOnlyList<OutputFile> assets)
    {
        ArgumentNullException.ThrowIfNull(assets);
        (string Name, ImmutableArray<string> Modules)[] scripts = [(PageName, PageModules), (PanelName, PanelModules), (WorkerName, WorkerModules), (FieldName, [FieldModule])];
        var parts = scripts.SelectMany(script => script.Modules).Distinct()
            .Select(module => assets.FirstOrDefault(asset => asset.Path == Folder + module)).OfType<OutputFile>()
            .ToDictionary(part => part.Path[Folder.Length..], StringComparer.Ordinal);
        if (scripts.Any(script => !script.Modules.All(parts.ContainsKey)))
        {
            return assets;
        }
        return
        [
            .. assets.Where(asset => asset.Path == Folder + LargeModule || !parts.ContainsValue(asset)),
            .. scripts.Select(script => new OutputFile(script.Name, Encoding.UTF8.GetBytes(
                Join(script.Modules.Select(module => Encoding.UTF8.GetString(parts[module].Content.Span)))))),
        ];
    }

    /// <summary>Joins modules.</summary>
    /// <param name="modules">Their sources, each after those that it imports.</param>
    public static string Join(params IEnumerable<string> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var script = new StringBuilder("(()=>{'use strict';\n");
        foreach (var module in modules)
        {
            var comment = false;
            foreach (var range in module.AsSpan().Split('\n'))
            {
                var line = module.AsSpan(range).Trim();
                comment |= line.StartsWith("/*");
                if (!comment && line.Length > 0 && !line.StartsWith("//") && !line.StartsWith("import "))
                {
                    script.Append(line.StartsWith("export ") ? line["export ".Length..] : line).Append('\n');
                }
                comment &= !line.EndsWith("*/");
            }
        }
        return script.Append("})();\n").ToString();
    }

    /// <summary>
    /// A file of an index as the script beside it that brings it to a page opened from a disk, which may not fetch. Its name is the one that
    /// <c>search-results.js</c> asks for.
    /// </summary>
    public static OutputFile Beside(OutputFile index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return OutputFile.WrittenInPieces(index.Path + ".js", destination =>
        {
            foreach (var piece in InsteadOf(index))
            {
                destination.Write(piece.Span);
            }
        });
    }

    /// <summary>
    /// A file of an index as a script that brings it to a page opened from a disk, which may not fetch: it puts the
    /// file where <c>search-results.js</c> looks, under its path below the site's root.
    /// </summary>
    /// <returns>The script in pieces, one after the other: the index, which is nearly all of it, need not be there twice.</returns>
    public static ImmutableArray<ReadOnlyMemory<byte>> InsteadOf(OutputFile index)
    {
        ArgumentNullException.ThrowIfNull(index);
        var key = SearchIndexBuilder.Bytes(writer => writer.WriteStringValue(index.Path));
        byte[] before = [.. "(globalThis.ledelsesdagSearch??={})["u8, .. key, .. "]="u8];
        return [before, index.Content, ";\n"u8.ToArray()];
    }
}
