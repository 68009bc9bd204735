using System.Collections.Immutable;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Cards;

/// <summary>What a card shows, by its pixels.</summary>
public sealed class CardRendererTests
{
    private const int BelowTheBar = 20;
    private const int TitleTop = 160;

    public static TheoryData<string> Titles =>
    [
        "Å",
        "Program",
        "Kodeks for god velfærdsledelse",
        "Ledelse af velfærd er ikke længere et spørgsmål om at forbinde in- og output",
        "Speciallægepraksisplanlægningsstabiliseringsperiodeaftaleforhandlingsudvalgsmedlemmer",
        "Speciallægepraksisplanlægningsstabiliseringsperiode og en masse andre ord, der også skal være der, fordi ingen stoppede op",
        string.Join(' ', Enumerable.Repeat("ord og flere ord", 60)),
        new string('å', 400),
    ];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_title_of_any_length_keeps_clear_of_the_edges_and_of_the_mark(string title)
    {
        using var picture = CardPicture.Of(CardPicture.Card(title));
        Assert.True(picture.HasInk(80, TitleTop, 840, 580), "The title is there.");
        Assert.False(picture.HasInk(0, BelowTheBar, 78, Card.Height), "Left of the margin.");
        Assert.False(picture.HasInk(834, BelowTheBar, CardPicture.MarkOfTitle, Card.Height), "Between the words and the mark.");
        Assert.False(picture.HasInk(0, 594, CardPicture.MarkOfTitle, Card.Height), "Below the margin.");
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_quote_of_any_length_keeps_clear_of_the_edges_of_the_mark_and_of_the_wordmark(string words)
    {
        using var picture = CardPicture.Of(CardPicture.Quote(words));
        Assert.True(picture.HasInk(80, TitleTop, 900, 520), "The quote is there.");
        Assert.True(picture.HasInk(80, 530, 400, 570), "The speaker is there.");
        Assert.False(picture.HasInk(0, BelowTheBar, 38, Card.Height), "Left of the hanging mark.");
        Assert.False(picture.HasInk(914, BelowTheBar, CardPicture.MarkOfQuote, Card.Height), "Between the words and the mark.");
        Assert.False(picture.HasInk(0, 132, CardPicture.MarkOfQuote, 144), "Between the wordmark and the quote.");
    }

    [Fact]
    public void A_long_title_is_set_smaller_and_a_cut_one_ends_in_dots()
    {
        using var type = new CardType();
        CardSpace space = new(750, 340, 1.1f, 4, [104, 72, 42]);
        var dots = Shape("…")[0];
        var few = CardText.Fit(Shape("Kort titel"), dots, space);
        var some = CardText.Fit(Shape("En titel, der er så lang, at den fylder flere linjer på kortet"), dots, space);
        var many = CardText.Fit(Shape(string.Join(' ', Enumerable.Repeat("alenlang", 200))), dots, space);
        Assert.Equal((104, 72, 42), (few.Size, some.Size, many.Size));
        Assert.Equal(200, Shape(string.Join(' ', Enumerable.Repeat("alenlang", 200))).Length);
        Assert.Same(dots, many.Lines[^1][^1]);
        Assert.DoesNotContain(dots, some.Lines.SelectMany(line => line));

        ImmutableArray<Word> Shape(string text) => type.Shape(text, Sample.Danish)!.Value;
    }

    [Fact]
    public void Where_there_is_room_for_one_line_there_is_one_however_small()
    {
        using var type = new CardType();
        var words = type.Shape($"{new string('m', 90)} og et ord til", Sample.Danish)!.Value;
        var text = CardText.Fit(words, type.Shape("…", Sample.Danish)!.Value[0], new CardSpace(680, 0, 1, 1, [32, 20]));
        Assert.Single(text.Lines);
        Assert.True(text.Size * words[0].Width <= 680.01f);
    }

    [Fact]
    public void Lines_are_balanced()
    {
        using var type = new CardType();
        var words = type.Shape("aaaa aaaa aaaa aaaa aaaa aaaa", Sample.Danish)!.Value;
        // Five have room on the first line.
        var room = new CardSpace((5 * words[0].Width * 50) + (4 * CardText.Space * 50) + 1, 500, 1, 4, [50]);
        Assert.Equal([3, 3], CardText.Fit(words, words[0], room).Lines.Select(line => line.Length));
    }

    [Theory]
    [InlineData("日本語")]
    [InlineData("مجتمع")]
    [InlineData("Kaffe ☕ og 🙂")]
    [InlineData("Ledelse\u0001")]
    [InlineData("\ud800")]
    [InlineData(" ")]
    public void Without_glyphs_for_every_character_a_card_is_the_mark_without_words(string title)
    {
        using var picture = CardPicture.Of(CardPicture.Card(title));
        Assert.False(picture.HasInk(0, BelowTheBar, 380, Card.Height));
        Assert.False(picture.HasInk(820, BelowTheBar, Card.Width, Card.Height));
        Assert.Equal(CardPicture.Theme.BrickBright, picture.At(600, 182) is var lead ? new Colour(lead.Red, lead.Green, lead.Blue) : default);
        using var other = CardPicture.Of(CardPicture.Card("漢字"));
        Assert.Equal(other.Png, picture.Png);
    }

    [Fact]
    public void One_character_in_the_speakers_name_is_enough()
    {
        using var picture = CardPicture.Of(CardPicture.Quote("Et ord") with { Speaker = "李" });
        Assert.False(picture.HasInk(0, BelowTheBar, 380, Card.Height));
    }

    [Fact]
    public void Letters_of_europe_soft_hyphens_and_spaces_that_do_not_break_are_no_reason_to_fall_silent()
    {
        using var picture = CardPicture.Of(CardPicture.Card("Ærø\u00a0– Čeština,\u00ad Þórr: ½ › “”€ ğ ő"));
        Assert.True(picture.HasInk(80, TitleTop, 380, 580));
    }

    [Fact]
    public void The_colours_are_the_themes_even_where_they_are_all_the_same()
    {
        using var picture = CardPicture.Of(CardPicture.Card("Program"), CardPicture.Theme with { Paper = new(1, 2, 3), BrickBright = new(0, 90, 200) });
        Assert.Equal((new(1, 2, 3), new(0, 90, 200)), (picture.At(10, 300), picture.At(10, 5)));
        var one = new Colour(9, 9, 9);
        using var plain = CardPicture.Of(CardPicture.Card("Program"), new Theme { Paper = one, PaperInTheDark = one, Ink = one, InkSoft = one, Brick = one, BrickBright = one });
        Assert.False(plain.HasInk(0, 0, Card.Width, Card.Height));
    }

    [Fact]
    public void A_letter_looks_the_same_on_every_pixel()
    {
        using var type = new CardType();
        var palette = new CardPalette(CardPicture.Theme.Paper, (CardPicture.Theme.Paper, CardPicture.Theme.Ink, 6));
        using var board = new CardBoard(palette);
        var letters = new CardLetters(type, board);
        foreach (var letter in "AgÅfj…")
        {
            var word = type.Shape($"{letter}", Sample.Danish)!.Value[0];
            var first = Laid(word, 200);
            Assert.Contains(first, pixel => pixel == palette.Colours.Length - 1);
            // Even and odd, and drawn anew as well as kept.
            foreach (var right in (int[])[1, 2, 3, 500])
            {
                Assert.Equal(first[..^right], Laid(word, 200 + right)[right..]);
            }
        }

        // One row after the other, a pixel at a time.
        int[] Laid(Word word, float x)
        {
            var sheet = new CardSheet();
            letters.Lay(sheet, word, x, 300, 80, CardPicture.Theme.Ink);
            return [.. sheet.Rows.ToArray().Chunk(1 + (Card.Width / 2)).SelectMany(row => row.Skip(1)).SelectMany(pair => (int[])[pair >> 4, pair & 15])];
        }
    }

    [Fact]
    public void A_quotation_mark_that_is_wider_than_the_margin_is_cut_off_at_the_edge()
    {
        var quote = CardPicture.Quote("Et ord");
        using var picture = CardPicture.Of(quote with { Marks = quote.Marks! with { Open = "»»»»»»»»" } });
        Assert.True(picture.HasInk(0, TitleTop, 38, 520), "What is left of it.");
        Assert.False(picture.HasInk(914, BelowTheBar, CardPicture.MarkOfQuote, Card.Height), "Between the words and the mark.");
    }

    [Fact]
    public void A_renderer_carries_nothing_from_card_to_card()
    {
        using var renderer = new CardRenderer(CardPicture.Theme);
        var first = renderer.Draw(CardPicture.Card("Program"));
        renderer.Draw(CardPicture.Quote("Man kan ikke forbinde prikkerne, når man ser fremad"));
        Assert.Equal(first, renderer.Draw(CardPicture.Card("Program")));
    }
}
