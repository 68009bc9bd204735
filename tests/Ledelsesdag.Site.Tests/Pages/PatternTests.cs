using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

public sealed class PatternTests
{
    [Fact]
    public void Places_are_filled_in_by_name_wherever_they_stand() =>
        Assert.Equal("Slide 3 af 26, 3", new Pattern("Slide {slide} af {count}, {slide}").With("count", 26).With("slide", "3").Text);

    [Fact]
    public void A_place_that_the_sentence_lacks_is_told_with_the_sentence() =>
        Assert.Contains("'Slide {n}'", Assert.Throws<InvalidOperationException>(() => new Pattern("Slide {n}").With("slide", 1)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("kl. {start}–{end}", new[] { "kl. ", "{start}", "–", "{end}" })]
    [InlineData("{a}{b} c", new[] { "{a}", "{b}", " c" })]
    [InlineData("nothing", new[] { "nothing" })]
    [InlineData("open {", new[] { "open {" })]
    [InlineData("", new string[0])]
    public void The_parts_are_words_and_places_in_turn(string text, string[] expected) => Assert.Equal(expected, new Pattern(text).Parts);

    [Theory]
    [InlineData(0, "0 emner")]
    [InlineData(1, "ét emne")]
    [InlineData(2, "2 emner")]
    public void One_is_one_and_all_else_is_many(int n, string expected) =>
        Assert.Equal(expected, new Plural { One = "ét emne", Many = new("{n} emner") }.For(n));
}
