using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Pages;
using SkiaSharp;

namespace Ledelsesdag.Site.Tests.Cards;

/// <summary>A card drawn and read again.</summary>
internal sealed class CardPicture : IDisposable
{
    /// <summary>Where the mark begins on a card with a title: no word may come so far.</summary>
    public const int MarkOfTitle = 856;

    /// <summary>Where the mark begins on a card with a quote.</summary>
    public const int MarkOfQuote = 936;

    private readonly SKBitmap _pixels;

    private CardPicture(byte[] png) => (Png, _pixels) = (png, SKBitmap.Decode(png));

    public byte[] Png { get; }

    /// <summary>Every pixel from the upper left, as alpha, red, green and blue.</summary>
    public uint[] Pixels => [.. _pixels.Pixels.Select(pixel => (uint)pixel)];

    public static Theme Theme { get; } = new()
    {
        Paper = new(250, 246, 238),
        PaperInTheDark = new(19, 27, 36),
        Ink = new(29, 43, 58),
        InkSoft = new(67, 80, 95),
        Brick = new(138, 52, 18),
        BrickBright = new(180, 73, 31),
    };

    public static Card Card(string title) => new()
    {
        Network = "Netværk for fællesskabsagenter",
        Eyebrow = "Lederdag 1 · 25. februar 2014",
        Title = title,
        Language = Sample.Danish,
    };

    public static Card Quote(string words) => Card(words) with
    {
        Eyebrow = null,
        Marks = RealSite.Strings[Sample.Danish].QuotationMarks,
        Speaker = "Dorthe Pedersen",
    };

    public static CardPicture Of(Card card, Theme? theme = null)
    {
        using var renderer = new CardRenderer(theme ?? Theme);
        return new(renderer.Draw(card));
    }

    /// <summary>Whether anything is drawn in a part of the card.</summary>
    public bool HasInk(int left, int top, int right, int bottom)
    {
        var paper = _pixels.GetPixel(2, Ledelsesdag.Site.Pages.Card.Height - 2);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (_pixels.GetPixel(x, y) != paper)
                {
                    return true;
                }
            }
        }
        return false;
    }

    public SKColor At(int x, int y) => _pixels.GetPixel(x, y);

    public void Dispose() => _pixels.Dispose();
}
