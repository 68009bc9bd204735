namespace Ledelsesdag.Content.Tests.Loading;

/// <summary>What a diagnostic says of an author's words.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("binderp", "binderup")]
    [InlineData("BINDERUP", "binderup")]
    [InlineData("bindreup", "binderup")]
    [InlineData("dissing", null)]
    [InlineData("", null)]
    public void A_near_name_is_suggested_and_a_far_one_is_not(string written, string? suggestion) =>
        Assert.Equal(suggestion is null ? null : $"did you mean \"{suggestion}\"?", Nearest.Suggest(written, ["jobs", "binderup"]));

    [Fact]
    public void Of_two_equally_near_names_the_first_in_order_is_suggested() =>
        Assert.Equal("did you mean \"bar\"?", Nearest.Suggest("baz", ["bat", "bar"]));

    [Fact]
    public void A_very_long_name_is_compared_with_nothing() =>
        Assert.Null(Nearest.Suggest(new string('a', 100_000), ["a"]));

    [Theory]
    [InlineData("æøå \"", "æøå \"")]
    [InlineData("a\0b", "a\\u0000b")]
    [InlineData("a\u001b[31mb\n", "a\\u001b[31mb\\u000a")]
    [InlineData("a\u202eb", "a\\u202eb")]
    [InlineData("\u2028", "\\u2028")]
    [InlineData(null, "")]
    public void What_a_terminal_would_act_on_is_written_out(string? text, string printed) =>
        Assert.Equal(printed, Printable.Text(text));

    [Fact]
    public void A_long_text_is_cut() => Assert.Equal(new string('a', 60) + "…", Printable.Text(new string('a', 1000)));
}
