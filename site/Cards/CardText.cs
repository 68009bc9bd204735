using System.Collections.Immutable;

namespace Ledelsesdag.Site.Cards;

/// <summary>Words broken into lines of nearly the same length.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Size">The pixels of an em.</param>
internal sealed record CardText(ImmutableArray<ImmutableArray<Word>> Lines, float Size)
{
    /// <summary>The width of the space between two words, in ems.</summary>
    public const float Space = .25f;

    /// <summary>Sets words as large as they fit into a space.</summary>
    /// <param name="words">The words; at least one.</param>
    /// <param name="more">What stands after the last word that has room, where not all have room even in the smallest size.</param>
    /// <param name="space">The space.</param>
    public static CardText Fit(ImmutableArray<Word> words, Word more, CardSpace space)
    {
        var size = 0f;
        foreach (var candidate in space.Sizes)
        {
            size = candidate;
            if (Break(words, space.Width / size) is { } lines && lines.Length <= space.LinesOf(size))
            {
                return new(Balance(words, lines.Length, space.Width / size), size);
            }
        }
        // A word that is wider than a line makes all smaller still; it is never cut.
        size = Math.Min(size, space.Width / words.Max(word => word.Width));
        var (room, tooMany) = (0, words.Length + 1);
        while (tooMany - room > 1)
        {
            var middle = (room + tooMany) / 2;
            if (Break(First(middle), space.Width / size) is { } lines && lines.Length <= space.LinesOf(size))
            {
                room = middle;
            }
            else
            {
                tooMany = middle;
            }
        }
        return new(Break(First(room), space.Width / size) ?? [First(room)], size);

        ImmutableArray<Word> First(int count) => count == words.Length ? words : [.. words.Take(count), more];
    }

    /// <summary>Fills line after line; null when a word is wider than a line.</summary>
    private static ImmutableArray<ImmutableArray<Word>>? Break(ImmutableArray<Word> words, float width)
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<Word>>();
        var (first, length) = (0, 0f);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Width > width)
            {
                return null;
            }
            var longer = i == first ? words[i].Width : length + Space + words[i].Width;
            if (longer > width)
            {
                lines.Add(words[first..i]);
                (first, longer) = (i, words[i].Width);
            }
            length = longer;
        }
        lines.Add(words[first..]);
        return lines.ToImmutable();
    }

    /// <summary>The narrowest lines that are no more than <paramref name="count"/>.</summary>
    private static ImmutableArray<ImmutableArray<Word>> Balance(ImmutableArray<Word> words, int count, float width)
    {
        var best = Break(words, width)!.Value;
        var (narrow, wide) = (0f, width);
        for (var halving = 0; halving < 16; halving++)
        {
            var middle = (narrow + wide) / 2;
            if (Break(words, middle) is { } lines && lines.Length <= count)
            {
                (best, wide) = (lines, middle);
            }
            else
            {
                narrow = middle;
            }
        }
        return best;
    }
}

/// <summary>The room for a text.</summary>
/// <param name="Width">The pixels of a line.</param>
/// <param name="Height">The pixels from the top of the first line's letters to the last line's baseline; 0 for one line.</param>
/// <param name="Leading">From one baseline to the next, in ems.</param>
/// <param name="MostLines">How many lines look well; the smallest size may have more.</param>
/// <param name="Sizes">The pixels of an em to choose from, largest first.</param>
internal sealed record CardSpace(float Width, float Height, float Leading, int MostLines, ImmutableArray<float> Sizes)
{
    /// <summary>How far the tallest letters rise above the baseline, in ems.</summary>
    public const float Ascent = .75f;

    /// <summary>How many lines of a size there may be; at least one.</summary>
    public int LinesOf(float size)
    {
        var room = Math.Max(1, 1 + (int)(((Height / size) - Ascent) / Leading));
        return size <= Sizes[^1] ? room : Math.Min(room, MostLines);
    }
}
