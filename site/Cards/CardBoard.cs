using System.Runtime.InteropServices;
using Ledelsesdag.Site.Pages;
using SkiaSharp;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// Where shapes are drawn to become stamps: as large as a card, and of paper. Not for use by several threads at a time.
/// </summary>
internal sealed class CardBoard : IDisposable
{
    private readonly CardPalette _palette;
    private readonly SKBitmap _pixels = new(new SKImageInfo(Card.Width, Card.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
    private readonly SKCanvas _canvas;

    /// <summary>Makes a board.</summary>
    /// <param name="palette">The colours of its stamps; the first is that of the paper.</param>
    public CardBoard(CardPalette palette) => (_palette, _canvas) = (palette, new SKCanvas(_pixels));

    /// <summary>A shape in the colours of the palette.</summary>
    /// <param name="box">The part of the board to take; on the board, and its left edge and its width even.</param>
    /// <param name="draw">What draws the shape.</param>
    public CardStamp Draw(SKRectI box, Action<SKCanvas> draw)
    {
        _canvas.Save();
        _canvas.ClipRect(box);
        _canvas.Clear(Of(_palette.Colours[0]));
        draw(_canvas);
        _canvas.Restore();
        _canvas.Flush();
        return StampOf(box);
    }

    /// <summary>What fills a shape with a colour.</summary>
    public static SKPaint Fill(Colour colour) => new() { Color = Of(colour), IsAntialias = true };

    /// <inheritdoc/>
    public void Dispose()
    {
        _canvas.Dispose();
        _pixels.Dispose();
    }

    private CardStamp StampOf(SKRectI box)
    {
        var pixels = MemoryMarshal.Cast<byte, uint>(_pixels.GetPixelSpan());
        var pairs = new byte[box.Width / 2 * box.Height];
        var at = 0;
        for (var row = box.Top; row < box.Bottom; row++)
        {
            var pixelsOfRow = pixels.Slice((row * Card.Width) + box.Left, box.Width);
            for (var x = 0; x < pixelsOfRow.Length; x += 2)
            {
                pairs[at++] = (byte)((_palette.Nearest(pixelsOfRow[x]) << 4) | _palette.Nearest(pixelsOfRow[x + 1]));
            }
        }
        return new(box.Width / 2, pairs);
    }

    private static SKColor Of(Colour colour) => new(colour.Red, colour.Green, colour.Blue);
}
