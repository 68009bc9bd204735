using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

public sealed class TypographerTests
{
    private static readonly Typographer Typographer = new(RealSite.Strings);

    private static string Danish(string text, bool withinQuotation = false) =>
        Typographer.Plain(new RichText(text), Sample.Danish, withinQuotation);

    private static string English(string text) => Typographer.Plain(new RichText(text), Sample.English);

    [Theory]
    [InlineData("Ordet \"frivillighed\" er \"gammelt\".", "Ordet »frivillighed« er »gammelt«.")]
    [InlineData("\"Et ord (\"to\") mere\"", "»Et ord (›to‹) mere«")]
    [InlineData("(\"fundamentet\")", "(»fundamentet«)")]
    [InlineData("Du 'unbosses' nu", "Du ›unbosses‹ nu")]
    [InlineData("Jens' hus", "Jens’ hus")]
    public void Danish_marks_are_set_by_where_they_stand_and_how_deep(string text, string expected) => Assert.Equal(expected, Danish(text));

    [Theory]
    [InlineData("How to continually \"unlock\" potential?", "How to continually “unlock” potential?")]
    [InlineData("\"a \"b\" c\"", "“a ‘b’ c”")]
    [InlineData("You can't", "You can’t")]
    public void English_marks_are_set_by_where_they_stand_and_how_deep(string text, string expected) => Assert.Equal(expected, English(text));

    [Fact]
    public void Within_a_quotation_the_inner_marks_are_the_outermost() =>
        Assert.Equal("de ›levende‹ ledere", Danish("de \"levende\" ledere", withinQuotation: true));

    [Fact]
    public void A_foreign_passage_gets_the_marks_of_its_language() =>
        Assert.Equal("Det hedder »ja« og “yes”.", Danish("Det hedder \"ja\" og [\"yes\"](lang:en)."));

    [Fact]
    public void A_passage_in_a_language_without_known_marks_gets_those_around_it() =>
        Assert.Equal("»å«", Danish("[\"å\"](lang:nb)"));

    [Fact]
    public void Marks_that_open_and_close_in_different_runs_find_each_other() =>
        Assert.Equal("»meget vigtigt«", Danish("\"*meget* vigtigt\""));

    [Theory]
    [InlineData("mål - og midler", "mål – og midler")]
    [InlineData("2-3 ord", "2-3 ord")]
    [InlineData("praktikker og -værktøjer", "praktikker og -værktøjer")]
    [InlineData("in- og output", "in- og output")]
    public void Only_a_hyphen_between_spaces_becomes_a_dash(string text, string expected) => Assert.Equal(expected, Danish(text));
}
