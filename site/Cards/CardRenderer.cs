using System.Collections.Immutable;
using Ledelsesdag.Site.Pages;
using SkiaSharp;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// Draws cards: the network's mark, large and leaving the card on the right, beside the words. Where the typeface lacks a
/// character of the words the card is the mark alone, for a box in a letter's place says nothing. Not for use by several
/// threads at a time.
/// </summary>
internal sealed class CardRenderer : IDisposable
{
    /// <summary>
    /// Stands in the names of cards beside their words. It is raised whenever the same words come to be drawn otherwise, for
    /// browsers and the next build keep a card by its name.
    /// </summary>
    public const int Edition = 2;

    // Everything in pixels. Whoever shows a card cuts a little off its edges; no word comes nearer to them than this.
    internal const float Margin = 80;
    private const float Bar = 14;
    private const float WordmarkBaseline = 114;
    private const float WordmarkIndent = 58;
    private const float LastBaseline = 556;
    private const float MarkMiddle = 352;
    private const float EyebrowSize = 31;
    private const float EyebrowGap = 30;
    private const float SpeakerSize = 34;
    private const float SpeakerGap = 66;

    private static readonly CardSpace Wordmark = new(680, 0, 1, 1, [32, 28, 24, 20]);
    private static readonly CardSpace Eyebrow = new(740, 0, 1, 1, [EyebrowSize, 28, 25, 22]);
    private static readonly CardSpace Speaker = new(820, 0, 1, 1, [SpeakerSize, 30, 26, 22]);
    private static readonly CardSpace Title = new(750, 340, 1.1f, 4, [104, 96, 88, 80, 72, 66, 60, 54, 48, 42]);
    private static readonly CardSpace Quotation = new(830, 316, 1.22f, 8, [80, 72, 66, 60, 55, 50, 46, 42, 39, 36]);

    // The mark in the measures of RingMark.razor, from the middle of the ring.
    private const float RingRadius = 19.5f;
    private const float RingWidth = 2.5f;
    private const float LeadRadius = 7.4f;
    private const float OtherRadius = 5.6f;

    // A seventh of a circle apart, from the top with the sun; written out, because machines differ in how they round a sine.
    private static readonly (float X, float Y)[] Seats =
        [(0, -1), (.7818f, -.6235f), (.9749f, .2225f), (.4339f, .9010f), (-.4339f, .9010f), (-.9749f, .2225f), (-.7818f, -.6235f)];

    private static readonly Mark Alone = new(Card.Width / 2f, MarkMiddle, 170);
    private static readonly Mark OfWordmark = new(Margin + 21, WordmarkBaseline - 10, 16);
    private static readonly Mark OfTitle = new(1100, MarkMiddle, 190);

    // The one who speaks leads: the mark turns that person to the words.
    private static readonly Mark OfQuotation = new(1210, MarkMiddle, 215, Lead: 6);

    private readonly CardType _type = new();
    private readonly Theme _theme;
    private readonly CardBoard _board;
    private readonly CardLetters _letters;
    private readonly PalettePng _png;
    private readonly CardSheet _sheet = new();
    private readonly Dictionary<(Mark Mark, bool HasWordmark), CardSheet> _grounds = [];

    /// <summary>Makes a renderer of cards in the colours of a network.</summary>
    public CardRenderer(Theme theme)
    {
        _theme = theme;
        var palette = new CardPalette(
            theme.Paper,
            (theme.Paper, theme.Ink, 6),
            (theme.Paper, theme.InkSoft, 2),
            (theme.Paper, theme.Brick, 2),
            (theme.Paper, theme.BrickBright, 3),
            (theme.Ink, theme.BrickBright, 2));
        _board = new CardBoard(palette);
        _letters = new CardLetters(_type, _board);
        _png = new PalettePng(palette.Colours);
    }

    /// <summary>A card as a PNG.</summary>
    public byte[] Draw(Card card)
    {
        switch (Shape(card))
        {
            case null:
                Begin(Alone, hasWordmark: false);
                break;
            case { Speaker.IsEmpty: false } quote:
                Begin(OfQuotation, hasWordmark: !quote.Network.IsEmpty);
                DrawWordmark(quote);
                Line(CardText.Fit(quote.Speaker, quote.More, Speaker), 0, Margin, LastBaseline, _theme.Brick);
                Block(quote, Quotation, LastBaseline - SpeakerGap);
                break;
            case { } words:
                Begin(OfTitle, hasWordmark: !words.Network.IsEmpty);
                DrawWordmark(words);
                Block(words, Title, words.Network.IsEmpty ? null : LastBaseline);
                break;
        }
        return _png.Write(_sheet);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _board.Dispose();
        _type.Dispose();
    }

    /// <summary>Begins a card with all that stands there without words, which is the same on many.</summary>
    private void Begin(Mark mark, bool hasWordmark)
    {
        if (!_grounds.TryGetValue((mark, hasWordmark), out var ground))
        {
            _grounds.Add((mark, hasWordmark), ground = new CardSheet());
            ground.Lay(_board.Draw(new SKRectI(0, 0, Card.Width, Card.Height), canvas => DrawGround(canvas, mark, hasWordmark)), 0, 0);
        }
        _sheet.CopyFrom(ground);
    }

    private void DrawGround(SKCanvas canvas, Mark mark, bool hasWordmark)
    {
        using var bright = CardBoard.Fill(_theme.BrickBright);
        canvas.DrawRect(0, 0, Card.Width, Bar, bright);
        if (_theme.HasRing)
        {
            DrawRing(canvas, mark);
            if (hasWordmark)
            {
                DrawRing(canvas, OfWordmark);
            }
        }
    }

    private void DrawWordmark(Words words)
    {
        if (words.Network.IsEmpty)
        {
            return;
        }
        Line(CardText.Fit(words.Network, words.More, Wordmark), 0, _theme.HasRing ? Margin + WordmarkIndent : Margin, WordmarkBaseline, _theme.Ink);
    }

    /// <summary>The title with what stands above it, ending on a baseline; halfway down the card where that is null.</summary>
    private void Block(Words words, CardSpace space, float? lastBaseline)
    {
        var text = CardText.Fit(words.Title, words.More, space);
        var leading = space.Leading * text.Size;
        var height = leading * (text.Lines.Length - 1);
        var first = (lastBaseline ?? MarkMiddle + ((height + (CardSpace.Ascent * text.Size)) / 2)) - height;
        // An opening quotation mark hangs in the margin, so that the words stand in line.
        var left = Margin - (words.Hanging * text.Size);
        for (var line = 0; line < text.Lines.Length; line++)
        {
            Line(text, line, line == 0 ? left : Margin, first + (line * leading), _theme.Ink);
        }
        if (!words.Eyebrow.IsEmpty)
        {
            Line(CardText.Fit(words.Eyebrow, words.More, Eyebrow), 0, Margin, first - (CardSpace.Ascent * text.Size) - EyebrowGap, _theme.InkSoft);
        }
    }

    private void Line(CardText text, int line, float x, float baseline, Colour colour)
    {
        foreach (var word in text.Lines[line])
        {
            _letters.Lay(_sheet, word, x, baseline, text.Size, colour);
            x += (word.Width + CardText.Space) * text.Size;
        }
    }

    private void DrawRing(SKCanvas canvas, Mark mark)
    {
        var unit = mark.Radius / RingRadius;
        using var ink = CardBoard.Fill(_theme.Ink);
        using var bright = CardBoard.Fill(_theme.BrickBright);
        using var ring = CardBoard.Fill(_theme.Ink);
        (ring.Style, ring.StrokeWidth) = (SKPaintStyle.Stroke, RingWidth * unit);
        canvas.DrawCircle(mark.X, mark.Y, mark.Radius, ring);
        for (var seat = 0; seat < Seats.Length; seat++)
        {
            var leads = seat == mark.Lead;
            canvas.DrawCircle(
                mark.X + (Seats[seat].X * mark.Radius), mark.Y + (Seats[seat].Y * mark.Radius),
                (leads ? LeadRadius : OtherRadius) * unit, leads ? bright : ink);
        }
    }

    private Words? Shape(Card card)
    {
        var language = card.Language;
        return _type.Shape(card.Network ?? "", language) is { } network
            && _type.Shape(card.Eyebrow ?? "", language) is { } eyebrow
            && _type.Shape(card.Marked, language) is { IsEmpty: false } title
            && _type.Shape(card.Marks?.Open ?? "", language) is { } mark
            && _type.Shape($"…{card.Marks?.Close}", language) is [var more]
            && _type.Shape(card.Speaker ?? "", language) is { } speaker
            ? new(network, eyebrow, title, mark.Sum(m => m.Width), more, speaker)
            : null;
    }

    /// <summary>The network's mark in a place.</summary>
    /// <param name="X">The middle of the ring.</param>
    /// <param name="Y">The middle of the ring.</param>
    /// <param name="Radius">That of the ring.</param>
    /// <param name="Lead">The seat that leads.</param>
    private readonly record struct Mark(float X, float Y, float Radius, int Lead = 0);

    private sealed record Words(
        ImmutableArray<Word> Network, ImmutableArray<Word> Eyebrow, ImmutableArray<Word> Title, float Hanging, Word More, ImmutableArray<Word> Speaker);
}
