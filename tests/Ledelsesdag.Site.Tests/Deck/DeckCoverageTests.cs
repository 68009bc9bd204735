using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Deck;

/// <summary>Nothing of the deck is lost on the way to the Danish pages, and the listed corrections are the only differences.</summary>
public sealed class DeckCoverageTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    private static readonly ImmutableArray<DeckLine> Lines = DeckText.Parse(
        File.ReadAllText(Path.Combine(RealSite.Checkout, "tests", "Ledelsesdag.Site.Tests", "Deck", "lederdag-1.txt")));

    private static Day Day => RealSite.Network.Days[0];

    /// <summary>The words of the Danish pages, but for the page that quotes the deck's own misspellings.</summary>
    private List<string> DanishPages => [.. site.In(Sample.Danish).Where(p => p.Page is not SourcesPage).Select(p => DeckText.WordsOf(p.Main))];

    [Fact]
    public void Every_line_of_the_deck_stands_on_a_Danish_page() =>
        Faults.None(DeckText.Missing(Lines, Day.Corrections, DanishPages)
            .Select(line => $"slide {line.Slide}: {DeckText.Correct(line, Day.Corrections)}"));

    [Fact]
    public void The_deck_has_as_many_slides_as_the_day_says_and_none_is_empty() =>
        Assert.Equal(Enumerable.Range(1, Day.SlideCount), Lines.Select(l => l.Slide).Distinct());

    [Fact]
    public void Every_correction_mends_words_that_stand_on_its_slide() =>
        Faults.None(Day.Corrections
            .Where(c => !Lines.Any(l => l.Slide == c.Slide && l.Text.Contains(c.Source, StringComparison.Ordinal)))
            .Select(c => $"slide {c.Slide}: {c.Source}"));

    [Fact]
    public void Every_corrected_text_stands_on_a_Danish_page()
    {
        var pages = DanishPages.Select(DeckText.Normalise).ToList();
        Faults.None(Day.Corrections
            .Where(c => !pages.Exists(page => DeckText.HoldsWords(page, DeckText.Normalise(c.Corrected))))
            .Select(c => $"slide {c.Slide}: {c.Corrected}"));
    }

    [Fact]
    public void Without_its_corrections_the_deck_would_not_be_found() =>
        Assert.NotEmpty(DeckText.Missing(Lines, [], DanishPages));
}
