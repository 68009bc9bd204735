using System.Runtime.Intrinsics;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// The pixels of a card as a PNG has them: of each row a byte that says how it is to be read, 0 for as it stands, then its
/// pixels, two in a byte. All are paper at first, the first colour of a palette.
/// </summary>
internal sealed class CardSheet
{
    private const int Pairs = Card.Width / 2;
    private const int Stride = 1 + Pairs;

    private readonly byte[] _rows = new byte[Stride * Card.Height];

    /// <summary>Row after row.</summary>
    public ReadOnlySpan<byte> Rows => _rows;

    /// <summary>Makes this the same as another.</summary>
    public void CopyFrom(CardSheet other) => other.Rows.CopyTo(_rows);

    /// <summary>Lays a stamp on what is there. What comes to lie beyond the edges is cut off.</summary>
    /// <param name="stamp">The stamp.</param>
    /// <param name="left">Where its left edge comes to lie, in pairs of pixels.</param>
    /// <param name="top">Where its upper edge comes to lie, in pixels.</param>
    public void Lay(CardStamp stamp, int left, int top)
    {
        var (first, end) = (Math.Max(0, -left), Math.Min(stamp.Width, Pairs - left));
        var (firstRow, endOfRows) = (Math.Max(0, -top), Math.Min(stamp.Height, Card.Height - top));
        for (var row = firstRow; row < endOfRows && first < end; row++)
        {
            Lay(stamp.Row(row)[first..end], _rows.AsSpan(((top + row) * Stride) + 1 + left + first));
        }
    }

    /// <summary>Of two pixels the one that stands out more stays, for where letters touch their edges overlap.</summary>
    private static void Lay(ReadOnlySpan<byte> pairs, Span<byte> below)
    {
        var second = Vector128.Create((byte)0x0F);
        var i = 0;
        for (; i <= pairs.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            var (one, other) = (Vector128.Create(pairs[i..]), Vector128.Create<byte>(below[i..]));
            (Vector128.Max(one & second, other & second) | Vector128.Max(one & ~second, other & ~second)).CopyTo(below[i..]);
        }
        for (; i < pairs.Length; i++)
        {
            below[i] = (byte)(Math.Max(pairs[i] & 0x0F, below[i] & 0x0F) | Math.Max(pairs[i] & 0xF0, below[i] & 0xF0));
        }
    }
}

/// <summary>A small picture in the colours of a palette, to be laid on a sheet as often as it is wanted.</summary>
/// <param name="width">Pairs of pixels from left to right; at least one.</param>
/// <param name="pairs">Row after row, two pixels in a byte.</param>
internal sealed class CardStamp(int width, byte[] pairs)
{
    /// <summary>Pairs of pixels from left to right.</summary>
    public int Width => width;

    /// <summary>Pixels from top to bottom.</summary>
    public int Height => pairs.Length / width;

    /// <summary>One row.</summary>
    public ReadOnlySpan<byte> Row(int row) => pairs.AsSpan(row * width, width);

    /// <summary>At least so many pairs, and so many that a stamp of them is laid the quickest.</summary>
    public static int QuickWidth(int pairs) => (pairs + Vector128<byte>.Count - 1) / Vector128<byte>.Count * Vector128<byte>.Count;
}
