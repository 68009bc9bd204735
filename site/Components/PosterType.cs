using System.Globalization;

namespace Ledelsesdag.Site.Components;

/// <summary>
/// How large the words on a poster or a card may be, so that all of them fit on its sheet: the largest size in which they
/// do, by the length of the texts. A style cannot do that: it does not know how much it has to place.
/// </summary>
/// <param name="Width">How wide the text stands, in points.</param>
/// <param name="Height">How high it may become, in points.</param>
/// <param name="Sizes">The sizes there are in the style, in points, the largest first.</param>
/// <param name="Indent">What of the width is left free, in parts of the size.</param>
/// <param name="Between">The space between two texts, in parts of the size.</param>
internal sealed record PosterType(double Width, double Height, int[] Sizes, double Indent, double Between)
{
    // Generous, so that a wider typeface than ours fits too: a letter's width and a line's height in parts of the size.
    private const double Letter = .48;
    private const double Line = 1.25;

    /// <summary>The principles of a codex on A4; on A3 all is larger alike.</summary>
    public static PosterType Poster { get; } = new(Width: 490, Height: 525, [30, 27, 24, 22, 20, 18, 16, 14, 12, 10, 8], Indent: 1.6, Between: .56);

    /// <summary>A question on A6.</summary>
    public static PosterType Card { get; } = new(Width: 230, Height: 270, [24, 22, 20, 18, 16, 14, 12, 10, 8], Indent: 0, Between: .6);

    /// <summary>The class that sets the size: <c>fit-24</c>.</summary>
    /// <param name="lengths">How many characters each text has.</param>
    public string ClassFor(IReadOnlyCollection<int> lengths)
    {
        var size = Sizes.FirstOrDefault(size => HeightOf(lengths, size) <= Height, Sizes[^1]);
        return string.Create(CultureInfo.InvariantCulture, $"fit-{size}");
    }

    private double HeightOf(IReadOnlyCollection<int> lengths, int size)
    {
        var letters = Math.Floor((Width - Indent * size) / (Letter * size));
        return lengths.Where(length => length > 0).Sum(length => Math.Ceiling(length / letters) * Line * size + Between * size);
    }
}
