using System.Text;

namespace Ledelsesdag.Content.Loading;

/// <summary>Gives the values of a JSON file, or of a part of it, their lines and columns.</summary>
internal sealed class JsonPlaces
{
    private readonly SourceFile _source;
    private readonly Lazy<JsonPlace> _root;
    private readonly PathSegment[] _prefix;
    private readonly int _replaced;

    private JsonPlaces(SourceFile source, Lazy<JsonPlace> root, PathSegment[] prefix, int replaced) =>
        (_source, _root, _prefix, _replaced) = (source, root, prefix, replaced);

    /// <summary>The places of a whole file that has been read without a fault of form.</summary>
    public JsonPlaces(SourceFile source, DiagnosticBag diagnostics)
        // The index costs more than reading the file did, so only a file that has a fault pays for it.
        : this(source, new(() => JsonPlace.Parse(source, diagnostics)
            ?? throw new InvalidOperationException($"{source.Path} was read, but is not JSON.")), [], 0)
    {
    }

    /// <summary>The file, as locations call it.</summary>
    public string File => _source.Path;

    /// <summary>The places of the part at <paramref name="prefix"/>, by paths that begin there.</summary>
    public JsonPlaces Below(params ReadOnlySpan<PathSegment> prefix) => new(_source, _root, [.. _prefix, .. prefix], 0);

    /// <summary>As <see cref="Below"/>, for paths whose first step has another name here, <paramref name="prefix"/>'s last.</summary>
    public JsonPlaces InPlaceOfFirst(params ReadOnlySpan<PathSegment> prefix) => new(_source, _root, [.. _prefix, .. prefix], 1);

    /// <summary>Where the value at <paramref name="path"/> stands, or the nearest one around it.</summary>
    public SourceLocation Of(ReadOnlySpan<PathSegment> path) => _source.LocationOf(Find(path).Start);

    /// <summary>Where a character of the text at <paramref name="path"/> stands.</summary>
    /// <param name="path">Leads to a string.</param>
    /// <param name="offset">Counts UTF-16 units of the text, escapes resolved.</param>
    /// <param name="oneLineBreak">Whether the text was read with CR LF as one character.</param>
    public SourceLocation InText(ReadOnlySpan<PathSegment> path, int offset, bool oneLineBreak = false)
    {
        var place = Find(path);
        var at = place.Start;
        if (place.Text is not null)
        {
            for (at++; offset > 0 && _source.Bytes[at] != (byte)'"'; offset--)
            {
                var rest = _source.Bytes[at..];
                if (oneLineBreak && Escaped(rest, (byte)'r', "\\u000d"u8) is > 0 and var cr && Escaped(rest[cr..], (byte)'n', "\\u000a"u8) is > 0 and var lf)
                {
                    at += cr + lf;
                }
                else if (rest[0] == (byte)'\\')
                {
                    at += rest[1] == (byte)'u' ? 6 : 2;
                }
                else
                {
                    Rune.DecodeFromUtf8(rest, out var character, out var length);
                    at += length;
                    offset -= character.Utf16SequenceLength - 1;
                }
            }
        }
        return _source.LocationOf(at);
    }

    /// <summary>How many bytes an escaped character has, written in either way; 0 when it is another one.</summary>
    private static int Escaped(ReadOnlySpan<byte> text, byte letter, ReadOnlySpan<byte> number) =>
        text is [(byte)'\\', var next, ..] && next == letter ? 2 : text.Length >= number.Length && Ascii.EqualsIgnoreCase(text[..number.Length], number) ? number.Length : 0;

    private JsonPlace Find(ReadOnlySpan<PathSegment> path) => _root.Value.Find([.. _prefix, .. path[Math.Min(_replaced, path.Length)..]]);
}
