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
    public const int Edition = 1;

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

    private readonly CardType _type = new();
    private readonly SKBitmap _picture = new(new SKImageInfo(Card.Width, Card.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
    private readonly SKCanvas _canvas;
    private readonly PalettePng _png;
    private readonly SKColor _paper;
    private readonly bool _hasRing;
    private readonly SKPaint _ink;
    private readonly SKPaint _soft;
    private readonly SKPaint _brick;
    private readonly SKPaint _bright;

    /// <summary>Makes a renderer of cards in the colours of a network.</summary>
    public CardRenderer(Theme theme)
    {
        _canvas = new SKCanvas(_picture);
        _png = new PalettePng(
            (theme.Paper, theme.Ink, 6),
            (theme.Paper, theme.InkSoft, 2),
            (theme.Paper, theme.Brick, 2),
            (theme.Paper, theme.BrickBright, 3),
            (theme.Ink, theme.BrickBright, 2));
        _hasRing = theme.HasRing;
        _paper = Of(theme.Paper);
        _ink = Fill(theme.Ink);
        _soft = Fill(theme.InkSoft);
        _brick = Fill(theme.Brick);
        _bright = Fill(theme.BrickBright);
    }

    /// <summary>A card as a PNG.</summary>
    public byte[] Draw(Card card)
    {
        _canvas.Clear(_paper);
        _canvas.DrawRect(0, 0, Card.Width, Bar, _bright);
        switch (Shape(card))
        {
            case null:
                Ring(Card.Width / 2f, MarkMiddle, 170, lead: 0);
                break;
            case { Speaker.IsEmpty: false } quote:
                // The one who speaks leads: the mark turns that person to the words.
                Ring(1210, MarkMiddle, 215, lead: 6);
                DrawWordmark(quote);
                Line(CardText.Fit(quote.Speaker, quote.More, Speaker), 0, Margin, LastBaseline, _brick);
                Block(quote, Quotation, LastBaseline - SpeakerGap);
                break;
            case { } words:
                Ring(1100, MarkMiddle, 190, lead: 0);
                DrawWordmark(words);
                Block(words, Title, words.Network.IsEmpty ? null : LastBaseline);
                break;
        }
        _canvas.Flush();
        return _png.Encode(_picture);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var paint in (SKPaint[])[_ink, _soft, _brick, _bright])
        {
            paint.Dispose();
        }
        _png.Dispose();
        _canvas.Dispose();
        _picture.Dispose();
        _type.Dispose();
    }

    private void DrawWordmark(Words words)
    {
        if (words.Network.IsEmpty)
        {
            return;
        }
        Ring(Margin + 21, WordmarkBaseline - 10, 16, lead: 0);
        Line(CardText.Fit(words.Network, words.More, Wordmark), 0, _hasRing ? Margin + WordmarkIndent : Margin, WordmarkBaseline, _ink);
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
            Line(text, line, line == 0 ? left : Margin, first + (line * leading), _ink);
        }
        if (!words.Eyebrow.IsEmpty)
        {
            Line(CardText.Fit(words.Eyebrow, words.More, Eyebrow), 0, Margin, first - (CardSpace.Ascent * text.Size) - EyebrowGap, _soft);
        }
    }

    private void Line(CardText text, int line, float x, float baseline, SKPaint paint)
    {
        foreach (var word in text.Lines[line])
        {
            _type.Draw(_canvas, word, x, baseline, text.Size, paint);
            x += (word.Width + CardText.Space) * text.Size;
        }
    }

    private void Ring(float x, float y, float radius, int lead)
    {
        if (!_hasRing)
        {
            return;
        }
        var unit = radius / RingRadius;
        using var ring = new SKPaint { Color = _ink.Color, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = RingWidth * unit };
        _canvas.DrawCircle(x, y, radius, ring);
        for (var seat = 0; seat < Seats.Length; seat++)
        {
            var leads = seat == lead;
            _canvas.DrawCircle(
                x + (Seats[seat].X * radius), y + (Seats[seat].Y * radius), (leads ? LeadRadius : OtherRadius) * unit, leads ? _bright : _ink);
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

    private static SKPaint Fill(Colour colour) => new() { Color = Of(colour), IsAntialias = true };

    private static SKColor Of(Colour colour) => new(colour.Red, colour.Green, colour.Blue);

    private sealed record Words(
        ImmutableArray<Word> Network, ImmutableArray<Word> Eyebrow, ImmutableArray<Word> Title, float Hanging, Word More, ImmutableArray<Word> Speaker);
}
