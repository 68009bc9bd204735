using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Browser.Tests;

/// <summary>What the build tells hosts in <c>_headers</c> and <c>_redirects</c>, read as a host reads it.</summary>
internal sealed class HostRules
{
    private readonly List<(string Pattern, string Name, string Value)> _headers = [];
    private readonly List<(string Pattern, string Target, int Status)> _redirects = [];

    public HostRules(IReadOnlyDictionary<string, OutputFile> files)
    {
        var pattern = "";
        foreach (var line in Lines(files["_headers"]))
        {
            if (!char.IsWhiteSpace(line[0]))
            {
                pattern = line;
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            _headers.Add((pattern, line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
        foreach (var line in files.TryGetValue("_redirects", out var redirects) ? Lines(redirects) : [])
        {
            var parts = line.Split(' ');
            _redirects.Add((parts[0], parts[1], int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    /// <param name="path">Below the output folder, with a slash in front.</param>
    public IEnumerable<(string Name, string Value)> HeadersOf(string path) =>
        _headers.Where(h => Fits(h.Pattern, path)).Select(h => (h.Name, h.Value));

    /// <summary>The file that answers an address which no file has, and its status.</summary>
    public (string File, int Status) MissingOf(string path)
    {
        var rule = _redirects.Find(r => Fits(r.Pattern, path));
        return rule == default ? ("404.html", 404) : (rule.Target.TrimStart('/'), rule.Status);
    }

    private static bool Fits(string pattern, string path) =>
        pattern.EndsWith('*') ? path.StartsWith(pattern[..^1], StringComparison.Ordinal) : path == pattern;

    private static string[] Lines(OutputFile file) =>
        System.Text.Encoding.UTF8.GetString(file.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
