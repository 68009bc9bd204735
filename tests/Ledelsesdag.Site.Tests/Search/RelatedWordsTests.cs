using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Search;

public class RelatedWordsTests
{
    [Theory]
    [InlineData("dagsorden", "dagsorden")]
    [InlineData("dagsorden", "dagsordenerne")]
    [InlineData("dagsordener", "dagsordenen")]
    [InlineData("dagsorden", "mødedagsorden")]
    [InlineData("dagsorden", "dagsordenspunkt")]
    [InlineData("gik", "gå")]
    [InlineData("tal", "talene")]
    [InlineData("fælles mål", "fælles", "målet")]
    public void A_group_tells_by_a_word_in_some_form(string phrase, params string[] said) => Assert.True(Tells(phrase, said));

    [Theory]
    [InlineData("dagsorden", "dagso")]
    [InlineData("dagsorden", "endagsordenlig")]
    [InlineData("tal", "samtal")]
    [InlineData("tal", "talerstol")]
    [InlineData("fælles mål", "fælles")]
    public void No_other_word_will_do(string phrase, params string[] said) => Assert.False(Tells(phrase, said));

    private static bool Tells(string phrase, string[] said)
    {
        var related = new RelatedWords(SearchLanguage.For("da"), new([[phrase, "xyzzy"]]));
        var occurs = new bool[related.Count];
        foreach (var word in said.SelectMany(word => related.AnsweredBy(SearchFolding.Fold(word))))
        {
            occurs[word] = true;
        }
        return Assert.Single(related.Vocabulary).Tells(occurs);
    }
}
