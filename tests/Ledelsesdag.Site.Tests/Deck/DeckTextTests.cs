using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Tests.Deck;

public sealed class DeckTextTests
{
    private const string Deck = "<!-- slide 01 -->\nET FORÆLDET ORD\n\n - *Vi taler – ”frit”*\n<!-- slide 02 -->\n\tHieraki\tSektor (fag)\n";

    private static readonly Correction[] Corrections =
        [new() { Slide = 2, Source = "Hieraki", Corrected = "Hierarki", Reason = LocalizedText.Of((Sample.Danish, "Stavefejl")) }];

    private static string[] Missing(params string[] pages) =>
        [.. DeckText.Missing(DeckText.Parse(Deck), Corrections, pages).Select(l => $"{l.Slide}: {l.Text}")];

    [Fact]
    public void A_deck_that_stands_on_the_pages_misses_nothing() =>
        Assert.Empty(Missing("Et forældet ord. Vi taler – »frit«", "Hierarki Sektor (fag)"));

    [Fact]
    public void A_line_that_was_dropped_is_told_with_its_slide() =>
        Assert.Equal(["1: ET FORÆLDET ORD"], Missing("Vi taler – »frit«", "Hierarki Sektor (fag)"));

    [Fact]
    public void A_cell_that_was_dropped_is_told_without_its_neighbours() =>
        Assert.Equal(["2: Sektor (fag)"], Missing("Et forældet ord Vi taler – »frit«", "Hierarki Sektor"));

    [Fact]
    public void A_line_must_stand_in_one_piece_on_one_page() =>
        Assert.Equal(["1: ET FORÆLDET ORD"], Missing("Et forældet", "ord", "Vi taler – »frit«", "Hierarki Sektor (fag)"));

    [Fact]
    public void A_changed_word_is_a_missing_line() =>
        Assert.Equal(["1: - *Vi taler – ”frit”*"], Missing("Et forældet ord Vi talte – »frit«", "Hierarki Sektor (fag)"));

    [Fact]
    public void The_end_of_a_longer_word_is_not_the_word() =>
        Assert.Equal(["2: Hieraki"], Missing("Et forældet ord Vi taler – »frit«", "Ordhierarki Sektor (fag)"));

    [Fact]
    public void A_correction_counts_on_its_own_slide_only() =>
        Assert.Equal("Hieraki", DeckText.Correct(new DeckLine(1, "Hieraki"), Corrections));
}
