using System.Buffers;
using System.Text;

namespace Ledelsesdag.Site.Components;

/// <summary>Where a document is written, which may be long and is soon done with; used again for the next one.</summary>
internal sealed class HtmlBuffer : TextWriter
{
    // Lent by the pool: a page with a whole day on it needs more than the collector likes to see thrown away.
    private char[] _written = ArrayPool<char>.Shared.Rent(1 << 16);
    private int _length;

    public override Encoding Encoding => Encoding.UTF8;

    public ReadOnlySpan<char> Written => _written.AsSpan(0, _length);

    /// <summary>What is written, as it stands in a file.</summary>
    public byte[] ToUtf8() => Encoding.GetBytes(_written, 0, _length);

    public void Clear() => _length = 0;

    public override void Write(char value) => Next(1)[0] = value;

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => buffer.CopyTo(Next(buffer.Length));

    /// <summary>Writes what is UTF-8 already, whole letters only.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        // There are never more UTF-16 units than bytes.
        var room = Next(utf8.Length);
        _length -= room.Length - Encoding.GetChars(utf8, room);
    }

    protected override void Dispose(bool disposing)
    {
        ArrayPool<char>.Shared.Return(_written);
        _written = [];
        base.Dispose(disposing);
    }

    // A page is written in thousands of small pieces: each is one bounds check and one copy.
    private Span<char> Next(int count)
    {
        if (count > _written.Length - _length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _written.Length, _length + count));
            Written.CopyTo(larger);
            ArrayPool<char>.Shared.Return(_written);
            _written = larger;
        }
        var next = _written.AsSpan(_length, count);
        _length += count;
        return next;
    }
}
