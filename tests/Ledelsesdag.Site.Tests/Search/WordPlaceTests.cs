using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Search;

public class WordPlaceTests
{
    [Fact]
    public void Places_sort_as_their_letters_do_and_equal_ones_by_word()
    {
        string[] words =
        [
            "ledelse", "velfærdsledelse", "led", "ledelserne", "ledelse", "å", "ąb", "ÿa", "ÿ", "ąa", "ledelsesrum", "ledelsesret", "日本", "日", "a日b", "a日a", "ÿąa", "ąÿb",
        ];
        var places = words.SelectMany((word, at) => Enumerable.Range(0, word.Length).Select(from => new WordPlace(words, at, from))).ToList();

        var sorted = WordPlace.Sorted([[.. places.Take(20)], [], [.. places.Skip(20)]], words);

        Assert.Equal(places.OrderBy(place => place.Letters(words).ToString(), StringComparer.Ordinal).ThenBy(place => place.Word), sorted);
    }
}
