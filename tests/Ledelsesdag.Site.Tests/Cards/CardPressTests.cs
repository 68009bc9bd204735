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
        var one = new CardPress().Draw(many, CardPicture.Theme);
        var other = new CardPress().Draw(many.Reverse(), CardPicture.Theme);
        foreach (var card in many)
        {
            Assert.Equal(one[card].Path, other[card].Path);
            Assert.Equal(one[card].Content.ToArray(), other[card].Content.ToArray());
        }
        Assert.Equal(many.Length, one.Values.Select(file => file.Path).Distinct().Count());
    }

    [Fact]
    public void A_name_is_the_hash_of_what_is_drawn()
    {
        var file = new CardPress().Draw(Some, CardPicture.Theme)[Some[0]];
        Assert.Equal($"assets/cards/{Site.Output.ContentHash.Of(file.Content.Span)}.png", file.Path);
    }

    [Fact]
    public void Cards_that_look_the_same_share_a_file()
    {
        var english = Some[0] with { Language = Sample.English };
        var files = new CardPress().Draw([.. Some, Some[0] with { }, english], CardPicture.Theme);
        Assert.Equal(4, files.Count);
        Assert.Equal(files[Some[0]].Path, files[english].Path);
        Assert.Equal(3, files.Values.Select(file => file.Path).Distinct().Count());
    }

    [Fact]
    public void What_has_not_changed_is_not_drawn_again()
    {
        var renderers = 0;
        var press = new CardPress(theme =>
        {
            Interlocked.Increment(ref renderers);
            return new CardRenderer(theme);
        });
        var first = press.Draw(Some, CardPicture.Theme);
        renderers = 0;
        var second = press.Draw(Some.Select(card => card with { }), CardPicture.Theme with { });
        Assert.Equal(0, renderers);
        Assert.All(Some, card => Assert.Same(first[card], second[card]));

        var changed = CardPicture.Card("Programmet");
        var third = press.Draw([changed, .. Some[1..]], CardPicture.Theme);
        Assert.NotEqual(0, renderers);
        Assert.All(Some[1..], card => Assert.Same(first[card], third[card]));
        Assert.Equal(3, third.Count);
    }

    [Fact]
    public void Other_colours_are_other_cards()
    {
        var press = new CardPress();
        var first = press.Draw(Some, CardPicture.Theme);
        var second = press.Draw(Some, CardPicture.Theme with { BrickBright = new(0, 90, 200) });
        Assert.All(Some, card => Assert.NotEqual(first[card].Path, second[card].Path));
    }

    [Fact]
    public void A_machine_without_the_drawing_library_is_told_so()
    {
        var press = new CardPress(_ => throw new TypeInitializationException("SkiaSharp", new DllNotFoundException("Unable to load libSkiaSharp.\nTried this.")));
        var exception = Assert.Throws<PlatformNotSupportedException>(() => press.Draw(Some, CardPicture.Theme));
        Assert.Contains("does not run on this machine (Unable to load libSkiaSharp. Tried this)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_broken_off() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new CardPress().Draw(Some, CardPicture.Theme, new CancellationToken(canceled: true)));
}
