using System.Runtime.InteropServices;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Cards;

public sealed class CardPressTests
{
    private static readonly Card[] Some = [CardPicture.Card("Program"), CardPicture.Card("Emner"), CardPicture.Quote("Et ord")];

    [Fact]
    public void Two_presses_give_the_same_files_in_whatever_order_they_draw()
    {
        Card[] many = [.. Enumerable.Range(1, 40).Select(n => CardPicture.Card($"Emne {n}"))];
        var one = new CardPress().Prepare(many, CardPicture.Theme);
        var other = new CardPress().Prepare(many.Reverse(), CardPicture.Theme);
        foreach (var card in many)
        {
            Assert.Equal(one[card].Path, other[card].Path);
            Assert.Equal(one[card].Content.ToArray(), other[card].Content.ToArray());
        }
        Assert.Equal(many.Length, one.Values.Select(file => file.Path).Distinct().Count());
    }

    [Fact]
    public void Cards_of_the_same_words_share_a_file_and_each_other_word_makes_another()
    {
        var card = Some[2];
        Card[] others =
        [
            card with { Network = null }, card with { Network = "" }, card with { Eyebrow = "Lederdag 1" }, card with { Title = "Et andet ord" },
            card with { Marks = null }, card with { Marks = card.Marks! with { Open = "„" } }, card with { Speaker = "En anden" },
            // The words of one place are not those of the next.
            card with { Speaker = null, Title = card.Title + card.Speaker }, card with { Language = Sample.English },
        ];
        var files = new CardPress().Prepare([card, card with { }, .. others], CardPicture.Theme);
        Assert.Equal(1 + others.Length, files.Count);
        Assert.Equal(1 + others.Length, files.Values.Select(file => file.Path).Distinct().Count());
    }

    [Fact]
    public void A_card_is_drawn_each_time_its_bytes_are_asked_for_and_kept_by_nobody()
    {
        var file = new CardPress().Prepare(Some, CardPicture.Theme)[Some[0]];
        Assert.True(file.IsNamedAfterItsContent);
        Assert.True(MemoryMarshal.TryGetArray(file.Content, out var one));
        Assert.True(MemoryMarshal.TryGetArray(file.Content, out var other));
        Assert.NotSame(one.Array, other.Array);
        Assert.Equal(one.Array, other.Array);
    }

    [Fact]
    public void The_typeface_is_read_once_for_all_cards_that_one_thread_draws()
    {
        var renderers = 0;
        var press = new CardPress(theme =>
        {
            Interlocked.Increment(ref renderers);
            return new CardRenderer(theme);
        });
        press.MakeReady(CardPicture.Theme);
        Assert.Equal(1, renderers);
        Assert.All(press.Prepare(Some, CardPicture.Theme).Values, file => Assert.NotEqual(0, file.Content.Length));
        Assert.All(press.Prepare(Some, CardPicture.Theme with { }).Values, file => Assert.NotEqual(0, file.Content.Length));
        Assert.Equal(1, renderers);
    }

    [Fact]
    public void What_is_drawn_of_the_same_words_changes_with_the_edition_only()
    {
        // A card that is drawn otherwise under the name it had would never reach whoever has the old one: raise the edition,
        // then write the new digest here.
        Assert.Equal((2, "e64cf2b009"), (CardRenderer.Edition, Site.Output.ContentHash.Of(MemoryMarshal.AsBytes<uint>([.. Some.SelectMany(Pixels)]))));

        static IEnumerable<uint> Pixels(Card card)
        {
            using var picture = CardPicture.Of(card);
            return picture.Pixels;
        }
    }

    [Fact]
    public void Other_colours_are_other_cards()
    {
        var press = new CardPress();
        var first = press.Prepare(Some, CardPicture.Theme);
        var second = press.Prepare(Some, CardPicture.Theme with { BrickBright = new(0, 90, 200) });
        Assert.All(Some, card => Assert.NotEqual(first[card].Path, second[card].Path));
    }

    [Fact]
    public void A_machine_without_the_drawing_library_is_told_so()
    {
        var press = new CardPress(_ => throw new TypeInitializationException("SkiaSharp", new DllNotFoundException("Unable to load libSkiaSharp.\nTried this.")));
        press.MakeReady(CardPicture.Theme);
        var exception = Assert.Throws<PlatformNotSupportedException>(() => press.Prepare(Some, CardPicture.Theme));
        Assert.Contains("does not run on this machine (Unable to load libSkiaSharp. Tried this)", exception.Message, StringComparison.Ordinal);
    }
}
