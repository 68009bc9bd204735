using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledelsesdag.Site.Commands;

/// <summary>A file, or a line of one, as somebody types it: <c>quotes.json</c>, <c>quotes.json:12</c>, or as messages have it, <c>quotes.json(12,7)</c>.</summary>
/// <param name="File">The file's path as typed.</param>
/// <param name="Line">The line from 1; null for the whole file.</param>
internal sealed partial record TextPlace(string File, int? Line)
{
    /// <summary>Reads what was typed; null when it names no file.</summary>
    public static TextPlace? Parse(string text)
    {
        var match = Form().Match(text);
        return !match.Success ? null
            : !match.Groups["line"].Success ? new(match.Groups["file"].Value, null)
            : int.TryParse(match.Groups["line"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0 ? new(match.Groups["file"].Value, line)
            : null;
    }

    /// <summary>Whether a file of the content is meant, named from here or from the content folder.</summary>
    /// <param name="file">The file below the content folder, with <c>/</c>.</param>
    /// <param name="input">The content folder.</param>
    public bool Means(string file, string input)
    {
        var path = Path.GetFullPath(Path.Combine(input, file));
        return path == Path.GetFullPath(File) || path == Path.GetFullPath(Path.Combine(input, File));
    }

    public override string ToString() => Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{File}:{line}") : File;

    [GeneratedRegex(@"^(?<file>\S.*?)(\((?<line>\d+)(,\d+)?\)|:(?<line>\d+)(:\d+)?)?:?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
