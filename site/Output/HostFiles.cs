using System.Collections.Immutable;
using System.Text;
using Ledelsesdag.Site.Calendar;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Output;

/// <summary>The files that speak to the host and to robots rather than to readers.</summary>
public static class HostFiles
{
    private const string Revalidate = "public, max-age=0, must-revalidate";
    private const string KeepForEver = "public, max-age=31536000, immutable";

    private static readonly (string Name, string Value) OwnPagesOnly = SecurityHeaders.All.Single(header => header.Name == SecurityHeaders.ResourcePolicy);

    private static readonly ImmutableArray<(string Name, string Value)> Pages = [("Cache-Control", Revalidate), OwnPagesOnly];

    private static readonly ImmutableArray<(string Name, string Value)> Assets = [("Cache-Control", KeepForEver), OwnPagesOnly];

    // Published for others to use, and without anybody's secrets: any page may read it.
    private static readonly ImmutableArray<(string Name, string Value)> Data =
    [
        ("Cache-Control", Revalidate),
        (SecurityHeaders.ResourcePolicy, "cross-origin"),
        ("Access-Control-Allow-Origin", "*"),
        ("Content-Type", "application/json"),
    ];

    /// <summary>
    /// <c>_headers</c>, which Netlify, Cloudflare and others read: the security headers for everything, hashed files kept
    /// for ever, all else asked for anew, data open to other sites, calendars said to be such. Paths are those of the output folder, which the host serves as its root.
    /// </summary>
    /// <param name="paths">Where all files of the output stand, in any order.</param>
    /// <param name="toSave">Those of them that are saved, not shown: their own scripts stand in them, which the policy of the site forbids.</param>
    /// <remarks>
    /// Hosts differ in what they do when two rules set one header, so no address gets one twice: what is not the same for
    /// all, which is how long a file is kept and who may use it, stands in one rule per name at the top of the output, and
    /// per name in the search's folder, instead of one rule for all and an exception.
    /// </remarks>
    public static OutputFile Headers(IEnumerable<string> paths, IEnumerable<string> toSave)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(toSave);
        var text = new StringBuilder();
        Rule(text, "/*", [.. SecurityHeaders.All.Where(header => header.Name != SecurityHeaders.ResourcePolicy)]);
        Rule(text, "/", Pages);
        // Hosts read the files whose names begin with an underscore and do not serve them.
        var served = paths.Where(path => !path.StartsWith('_')).ToList();
        foreach (var pattern in served.SelectMany(PatternsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var kept = pattern == $"/{SiteAssets.Folder}/*" || ContentHash.IsIn(pattern);
            Rule(text, pattern, kept ? Assets : pattern == $"/{PublishedData.Folder}/*" ? Data : Pages);
        }
        foreach (var path in toSave.Order(StringComparer.Ordinal))
        {
            Rule(text, $"/{path}", [("Content-Disposition", "attachment")]);
        }
        // Hosts agree on wildcards at a pattern's end only. These come last: a host that reads so many rules and no more
        // still knows the type by the file's name.
        foreach (var calendar in served.Where(path => path.EndsWith(SiteMap.CalendarExtension, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            Rule(text, $"/{calendar}", [("Content-Type", CalendarFile.ContentType)]);
        }
        return TextFile("_headers", text.ToString());
    }

    /// <summary>
    /// <c>_redirects</c>, which tells Netlify to answer a wrong address below a language's folder in that language. The
    /// root's <c>404.html</c> is found without a rule. Null when no language but the first has such a page.
    /// </summary>
    /// <param name="paths">Where all files of the output stand, in any order.</param>
    public static OutputFile? Redirects(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var rules = paths
            .Where(path => path.EndsWith("/404.html", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => $"/{path[..^"404.html".Length]}* /{path} 404\n")
            .ToList();
        return rules.Count == 0 ? null : TextFile("_redirects", string.Concat(rules));
    }

    /// <summary><c>robots.txt</c>: everybody is welcome, and here is the map.</summary>
    public static OutputFile Robots(SiteAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return TextFile("robots.txt", $"User-agent: *\nAllow: /\n\nSitemap: {address.Absolute("/sitemap.xml")}\n");
    }

    /// <summary>
    /// The rules that a file's addresses come under: that of its name at the top; but the search's folder has files with a hash
    /// in their name beside files without, and so a rule for each.
    /// </summary>
    private static IEnumerable<string> PatternsOf(string path)
    {
        const string search = $"{SiteMap.SearchFolder}/";
        var named = path.StartsWith(search, StringComparison.Ordinal) ? search.Length : 0;
        if (path == $"{search}index.html")
        {
            yield return $"/{search}";
        }
        yield return path.IndexOf('/', named) is var slash and > 0 ? $"/{path[..slash]}/*" : $"/{path}";
    }

    private static void Rule(StringBuilder text, string pattern, ImmutableArray<(string Name, string Value)> headers)
    {
        text.Append(pattern).Append('\n');
        foreach (var (name, value) in headers)
        {
            text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
        }
    }

    private static OutputFile TextFile(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
