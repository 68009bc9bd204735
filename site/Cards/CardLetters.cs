using Ledelsesdag.Site.Pages;
using SkiaSharp;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// Lays words on a sheet. Each letter is drawn once in a size and a colour and kept as a stamp: a thousand cards have a hundred
/// thousand letters, and a thousand stamps are enough for them. Not for use by several threads at a time.
/// </summary>
internal sealed class CardLetters(CardType type, CardBoard board)
{
    // Skia rounds the least bit otherwise near the edges, where no letter stands. None is so large that it would reach them.
    private static readonly SKPointI Middle = new(Card.Width / 2, Card.Height / 2);

    private readonly Dictionary<(ushort Glyph, float Size, Colour Colour, int Offset), Letter?> _letters = [];

    /// <summary>Lays a word on a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="word">The word.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="baseline">What it stands on.</param>
    /// <param name="size">The pixels of an em.</param>
    /// <param name="colour">Its colour, one of the palette's.</param>
    public void Lay(CardSheet sheet, Word word, float x, float baseline, float size, Colour colour)
    {
        foreach (var glyph in word.Glyphs)
        {
            // On whole pixels a letter looks the same wherever it stands, and the file is the smaller for it.
            var (left, bottom) = ((int)MathF.Round(x + (glyph.X * size)), (int)MathF.Round(baseline - (glyph.Y * size)));
            if (LetterOf(glyph.Id, size, colour, left & 1) is { } letter)
            {
                sheet.Lay(letter.Stamp, (left >> 1) + letter.Left, bottom + letter.Top);
            }
        }
    }

    private Letter? LetterOf(ushort glyph, float size, Colour colour, int offset)
    {
        if (!_letters.TryGetValue((glyph, size, colour, offset), out var letter))
        {
            letter = Draw(glyph, size, colour, offset);
            // Sizes that are no whole number are those of words wider than a line, and there may be any number of them.
            if (float.IsInteger(size))
            {
                _letters.Add((glyph, size, colour, offset), letter);
            }
        }
        return letter;
    }

    private Letter? Draw(ushort glyph, float size, Colour colour, int offset)
    {
        using var outline = type.OutlineOf(glyph, size);
        if (outline.IsEmpty)
        {
            return null;
        }
        var bounds = SKRectI.Ceiling(outline.Bounds, outwards: true);
        var left = (bounds.Left + offset) >> 1;
        var pairs = ((bounds.Right + offset + 1) >> 1) - left;
        var box = SKRectI.Create(Middle.X + (2 * left), Middle.Y + bounds.Top, 2 * CardStamp.QuickWidth(pairs), bounds.Height);
        using var fill = CardBoard.Fill(colour);
        var stamp = board.Draw(box, canvas =>
        {
            canvas.Translate(Middle.X + offset, Middle.Y);
            canvas.DrawPath(outline, fill);
        });
        return new(stamp, left, bounds.Top);
    }

    /// <summary>A letter drawn for an even or an odd pixel, for a sheet knows pairs only.</summary>
    /// <param name="Stamp">How it looks.</param>
    /// <param name="Left">Where the stamp begins, in pairs of pixels from that in which the letter stands.</param>
    /// <param name="Top">Where the stamp begins, in pixels from the baseline; negative above it.</param>
    private sealed record Letter(CardStamp Stamp, int Left, int Top);
}
