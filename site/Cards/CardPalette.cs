using System.Collections.Immutable;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// The colours of a card, at most sixteen: flat shapes and letters need no more, and two pixels have room in a byte. Not for
/// use by several threads at a time.
/// </summary>
internal sealed class CardPalette
{
    private const int MostColours = 16;

    // Each colour is looked up by the upper five bits of its parts.
    private const int NotYet = -1;
    private readonly sbyte[] _nearest = new sbyte[1 << 15];

    /// <summary>Makes a palette.</summary>
    /// <param name="paper">The colour of the ground.</param>
    /// <param name="edges">The pairs of colours that meet in the picture, with the number of steps from one to the other.</param>
    /// <exception cref="ArgumentException">They come to more than sixteen colours.</exception>
    public CardPalette(Colour paper, params ReadOnlySpan<(Colour From, Colour To, int Steps)> edges)
    {
        var colours = ImmutableArray.CreateBuilder<Colour>();
        colours.Add(paper);
        foreach (var (from, to, steps) in edges)
        {
            for (var step = 0; step <= steps; step++)
            {
                colours.Add(new(Mix(from.Red, to.Red), Mix(from.Green, to.Green), Mix(from.Blue, to.Blue)));

                byte Mix(byte a, byte b) => (byte)(a + ((b - a) * step / steps));
            }
        }
        Colours = [.. colours.Distinct().OrderBy(colour => Distance(colour, paper))];
        if (Colours.Length > MostColours)
        {
            throw new ArgumentException($"{Colours.Length} colours are more than {MostColours}.", nameof(edges));
        }
        Array.Fill(_nearest, (sbyte)NotYet);
    }

    /// <summary>The colours, from the paper to what stands out from it most.</summary>
    public ImmutableArray<Colour> Colours { get; }

    /// <summary>The place among these colours of the one that is nearest to a pixel's.</summary>
    /// <param name="pixel">Red, green, blue and a byte more, from the lowest.</param>
    public int Nearest(uint pixel)
    {
        var (red, green, blue) = ((int)(pixel >> 3) & 31, (int)(pixel >> 11) & 31, (int)(pixel >> 19) & 31);
        ref var nearest = ref _nearest[(red << 10) | (green << 5) | blue];
        if (nearest == NotYet)
        {
            nearest = (sbyte)NearestTo(new((byte)((red << 3) | 4), (byte)((green << 3) | 4), (byte)((blue << 3) | 4)));
        }
        return nearest;
    }

    private int NearestTo(Colour colour)
    {
        var (nearest, least) = (0, int.MaxValue);
        for (var i = 0; i < Colours.Length; i++)
        {
            if (Distance(Colours[i], colour) is var distance && distance < least)
            {
                (nearest, least) = (i, distance);
            }
        }
        return nearest;
    }

    private static int Distance(Colour one, Colour other)
    {
        var (red, green, blue) = (one.Red - other.Red, one.Green - other.Green, one.Blue - other.Blue);
        return (red * red) + (green * green) + (blue * blue);
    }
}
