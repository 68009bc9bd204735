using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

public sealed class AlphabetTests
{
    private static readonly Alphabet Danish = RealSite.Strings[Sample.Danish].Alphabet;
    private static readonly Alphabet English = RealSite.Strings[Sample.English].Alphabet;

    [Fact]
    public void Danish_ends_with_ae_oe_and_aa() =>
        Assert.Equal(["abe", "zebra", "æble", "øl", "å"], Sorted(Danish, "å", "øl", "æble", "zebra", "abe"));

    [Fact]
    public void Double_a_is_sorted_as_the_letter_it_is_an_old_spelling_of() =>
        Assert.Equal(["Zimmer", "Østergaard", "Aagaard"], Sorted(Danish, "Aagaard", "Østergaard", "Zimmer"));

    [Fact]
    public void Swedish_and_German_letters_stand_with_their_Danish_sisters() =>
        Assert.Equal(["Holm", "Holmbäck", "Holmbæk", "Holmböck", "Holmbøg"], Sorted(Danish, "Holmbøg", "Holmböck", "Holmbæk", "Holm", "Holmbäck"));

    [Fact]
    public void Case_does_not_count_but_the_order_is_always_the_same()
    {
        Assert.Equal(["Aktiv", "BETYDNING", "codex"], Sorted(Danish, "codex", "BETYDNING", "Aktiv"));
        Assert.Equal(Sorted(Danish, "aktiv", "Aktiv"), Sorted(Danish, "Aktiv", "aktiv"));
        Assert.NotEqual(0, Danish.Compare("aktiv", "Aktiv"));
    }

    [Fact]
    public void A_word_stands_before_the_words_that_begin_with_it_and_spaces_before_letters() =>
        Assert.Equal(["co", "co creation", "cobalt"], Sorted(Danish, "cobalt", "co creation", "co"));

    [Fact]
    public void English_knows_Danish_letters_by_their_nearest_kin() =>
        Assert.Equal(["Amhøj", "Amhoz", "Ørsted", "Røvik", "Zoo"], Sorted(English, "Zoo", "Røvik", "Ørsted", "Amhoz", "Amhøj"));

    [Fact]
    public void A_letter_of_no_alphabet_comes_last() =>
        Assert.Equal(["å", "ж"], Sorted(Danish, "ж", "å"));

    private static IEnumerable<string> Sorted(Alphabet alphabet, params string[] words) => words.Order(alphabet);
}
