using System.Text;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Import;

/// <summary>
/// Finds what the import wrote because a draft cannot be without it, where it still stands. To the content's rules it is as good
/// as any other value, and whoever publishes it has forgotten something. This is why the tool looks into content files itself:
/// the library knows nothing of imports, and what is looked for are bytes that the import wrote.
/// </summary>
internal static class Unfilled
{
    // What the loader would not read either.
    private const int LargestFile = 10_000_000;

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>A warning for each value that is still to be filled in, by file and line.</summary>
    /// <param name="folder">The content folder.</param>
    public static IEnumerable<SiteFault> In(string folder)
    {
        var values = Values(folder).Select(value => (Bytes: Encoding.UTF8.GetBytes(value), Text: value)).ToList();
        var texts = DraftWords.Markers.Select(marker => (Bytes: Encoding.UTF8.GetBytes(marker), Text: marker)).ToList();
        foreach (var path in Directory.EnumerateFiles(folder, "*", Everywhere).Order(StringComparer.Ordinal))
        {
            var wanted = Path.GetExtension(path) switch
            {
                ".json" => values,
                ".md" when Path.GetFileName(path) != ImportReport.FileName => texts,
                _ => [],
            };
            if (wanted.Count == 0 || Read(path) is not { } content)
            {
                continue;
            }
            foreach (var (line, column, words) in In(content, wanted).Order())
            {
                yield return new(SiteFault.Shown(Path.GetRelativePath(folder, path)), line,
                    $"{Printable.Text(words)}, which the import wrote for want of a better value; expected what it stands for; fill it in")
                { Column = column, Severity = Severity.Warning };
            }
        }
    }

    /// <summary>
    /// What is looked for in data: the words no author begins a text with, and the values that no day has. A time zone without a
    /// place may be right one day, so it counts only as long as the import's report lies beside the draft.
    /// </summary>
    private static string[] Values(string folder)
    {
        string[] always = [.. DraftWords.Markers.Select(marker => $"\"{marker}"), $"\"{DraftWriter.PlaceholderDate}\"", $"\"{DraftWriter.PlaceholderAddress}\""];
        var report = Path.Combine(folder, ImportReport.FileName);
        return Read(report)?.AsSpan().StartsWith(Encoding.UTF8.GetBytes(ImportReport.Heading)) is true ? [.. always, $"\"{DraftWriter.PlaceholderZone}\""] : always;
    }

    private static IEnumerable<(int Line, int Column, string Words)> In(byte[] content, List<(byte[] Bytes, string Text)> wanted)
    {
        foreach (var (bytes, text) in wanted)
        {
            for (var at = content.AsSpan().IndexOf(bytes); at >= 0;)
            {
                var line = content.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
                // In a text of its own a marker begins a line; in data the quotation mark says where a value begins.
                if (text[0] == '"' || at == line)
                {
                    var rest = Encoding.UTF8.GetString(content.AsSpan(at));
                    var end = rest.IndexOfAny(text[0] == '"' ? ['"', '\n'] : ['\r', '\n'], 1);
                    yield return (content.AsSpan(0, at).Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(content.AsSpan(line, at - line)) + 1, rest[..(end < 0 ? rest.Length : text[0] == '"' ? end + 1 : end)]);
                }
                var next = content.AsSpan(at + bytes.Length).IndexOf(bytes);
                at = next < 0 ? -1 : at + bytes.Length + next;
            }
        }
    }

    private static byte[]? Read(string path)
    {
        try
        {
            // A pipe has no length, and reading it would wait for somebody to write.
            return new FileInfo(path) is { Exists: true, Length: > 0 and <= LargestFile } ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The loader tells of a file that cannot be read.
            return null;
        }
    }
}
