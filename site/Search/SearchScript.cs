using System.Text;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Search;

/// <summary>
/// Makes one script of the search's two modules. One request instead of two; and, as it no longer imports, it runs as a
/// plain script too, which a page opened from a disk needs: browsers refuse modules there.
/// </summary>
/// <remarks>
/// No bundler: the modules keep to a form that can be joined line by line. Comments stand on lines of their own, imports
/// are one line each, and no text goes over several lines.
/// </remarks>
public static class SearchScript
{
    /// <summary>The script that a search page names.</summary>
    public const string Name = "js/search.js";

    private static readonly string[] Modules = ["js/search-core.js", "js/search-page.js"];

    /// <summary>The site's assets with <see cref="Name"/> instead of the modules it is joined of; unchanged where one is absent.</summary>
    public static IReadOnlyList<OutputFile> InsteadOfModules(IReadOnlyList<OutputFile> assets)
    {
        ArgumentNullException.ThrowIfNull(assets);
        var parts = Modules.Select(name => assets.FirstOrDefault(asset => asset.Path == name)).OfType<OutputFile>().ToList();
        if (parts.Count < Modules.Length)
        {
            return assets;
        }
        var script = Join(parts.Select(part => Encoding.UTF8.GetString(part.Content.Span)));
        return [.. assets.Except(parts), new OutputFile(Name, Encoding.UTF8.GetBytes(script))];
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
            foreach (var line in module.Split('\n').Select(line => line.Trim()))
            {
                comment |= line.StartsWith("/*", StringComparison.Ordinal);
                if (!comment && line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("import ", StringComparison.Ordinal))
                {
                    script.Append(line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line).Append('\n');
                }
                comment &= !line.EndsWith("*/", StringComparison.Ordinal);
            }
        }
        return script.Append("})();\n").ToString();
    }

    /// <summary>
    /// An index file as a script that puts it where <c>search-page.js</c> looks before it fetches: for pages opened from a disk.
    /// </summary>
    /// <param name="name">For a first file its address as the page's form names it; for a part its name below that.</param>
    /// <param name="json">The file.</param>
    public static string OfIndex(string name, ReadOnlySpan<byte> json)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = Encoding.UTF8.GetString(SearchIndexBuilder.Bytes(writer => writer.WriteStringValue(name)));
        return $"(globalThis.ledelsesdagSearch??={{}})[{key}]={Encoding.UTF8.GetString(json)};\n";
    }
}
