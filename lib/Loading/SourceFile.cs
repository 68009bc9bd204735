using System.Text;
using System.Text.Unicode;

namespace Ledelsesdag.Content.Loading;

/// <summary>The bytes of one content file, known to be UTF-8 and without a byte order mark.</summary>
internal sealed class SourceFile
{
    private readonly SourceBytes _bytes;
    private readonly int _first;
    private int[]? _lineStarts;
    private NumberedLine? _line;

    private SourceFile(string path, SourceBytes bytes)
    {
        Path = path;
        _bytes = bytes;
        _first = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
    }

    /// <summary>Below the content folder, with <c>/</c>.</summary>
    public string Path { get; }

    public ReadOnlySpan<byte> Bytes => _bytes.Span[_first..];

    /// <summary>Takes a file's bytes; on a wrong encoding, null and a diagnostic.</summary>
    public static SourceFile? Decode(string path, SourceBytes bytes, DiagnosticBag diagnostics)
    {
        if (bytes.Span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, _, ..] or [_, 0, ..])
        {
            diagnostics.Add(DiagnosticCode.NotUtf8, SourceLocation.Whole(path), "text encoded as UTF-16 or UTF-32", "UTF-8",
                "save the file as UTF-8");
            return null;
        }
        var file = new SourceFile(path, bytes);
        diagnostics.Quote(path, file.Line);
        if (Utf8.IsValid(file.Bytes))
        {
            return file;
        }
        var valid = FirstInvalidByte(file.Bytes);
        diagnostics.Add(DiagnosticCode.NotUtf8, file.LocationOf(valid),
            $"a byte that is not UTF-8, at offset {file._first + valid}", "UTF-8", "save the file as UTF-8");
        return null;
    }

    /// <summary>The whole file as text with LF line breaks. Offsets in it are those of <see cref="LocationOfChar"/>.</summary>
    public string Text() => Encoding.UTF8.GetString(Bytes).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>A line by its number, from 1, without its line break; empty past the end.</summary>
    public string Line(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        // Kept, for a file without line breaks may have a thousand mistakes in one line of megabytes. As one object: of several threads
        // that ask, each gets the line it asked for.
        var kept = _line;
        if (kept?.Number != number)
        {
            var starts = _lineStarts ??= LineStarts();
            var line = number > starts.Length ? [] : number == starts.Length ? Bytes[starts[number - 1]..] : Bytes[starts[number - 1]..(starts[number] - 1)];
            _line = kept = new(number, Encoding.UTF8.GetString(line is [.. var text, (byte)'\r'] ? text : line));
        }
        return kept.Text;
    }

    /// <summary>Where a byte stands. An offset past the end is the end.</summary>
    public SourceLocation LocationOf(int byteOffset)
    {
        byteOffset = Math.Clamp(byteOffset, 0, Bytes.Length);
        var starts = _lineStarts ??= LineStarts();
        var line = Array.BinarySearch(starts, byteOffset);
        line = line < 0 ? ~line - 1 : line;
        // A replacement character is one UTF-16 unit, so a byte that is not UTF-8 before this one does no harm.
        var column = Encoding.UTF8.GetCharCount(Bytes[starts[line]..byteOffset]);
        return new(Path, line + 1, column + 1);
    }

    /// <summary>Where a character of <paramref name="text"/>, got from <see cref="Text"/>, stands. The file's bytes need not be kept for that.</summary>
    public static SourceLocation LocationOfChar(string path, string text, int offset)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        var line = before.Count('\n');
        return new(path, line + 1, before.Length - before.LastIndexOf('\n'));
    }

    private sealed record NumberedLine(int Number, string Text);

    private int[] LineStarts()
    {
        var starts = new List<int> { 0 };
        var bytes = Bytes;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\n')
            {
                starts.Add(i + 1);
            }
        }
        return [.. starts];
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (offset < bytes.Length && Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }
        return offset;
    }
}
