using System.Text;
using System.Text.Json;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Search;

/// <summary>The builder and the browser must fold alike: both are held to <c>folding.json</c>.</summary>
public class SearchFoldingTests
{
    public static TheoryData<string> Texts() => [.. Vectors().Select(v => v.GetProperty("text").GetString()!)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Words_are_those_that_the_browser_finds(string text)
    {
        var expected = Vectors().First(v => v.GetProperty("text").GetString() == text).GetProperty("words").EnumerateArray()
            .Select(w => (w[0].GetString()!, w[1].GetInt32(), w[2].GetInt32()));

        Assert.Equal(expected, SearchFolding.Words(text).Select(w => (w.Key, w.From, w.To)));
    }

    [Theory]
    [InlineData("værdsættelse", "vaerdsaettelse")]
    [InlineData("åben", "AABEN")]
    [InlineData("Røvik", "roevik")]
    [InlineData("Sonnergaard", "sonnergård")]
    [InlineData("fællesskab", "fælleskab")]
    [InlineData("é", "e\u0301")]
    public void Spellings_of_one_word_fold_alike(string one, string other) =>
        Assert.Equal(SearchFolding.Fold(one), SearchFolding.Fold(other));

    [Theory]
    [InlineData("2002", "202")]
    [InlineData("skole", "skal")]
    [InlineData("drøm", "strøm")]
    public void Different_words_stay_different(string one, string other) =>
        Assert.NotEqual(SearchFolding.Fold(one), SearchFolding.Fold(other));

    [Fact]
    public void Upper_and_lower_case_fold_alike()
    {
        // Words that differ in nothing else are folded once, in lower case. Letters beside it show what a lone one would hide.
        var letters = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value));

        Assert.DoesNotContain(letters, letter => SearchFolding.Fold($"a{letter}e") != SearchFolding.Fold($"a{Rune.ToLowerInvariant(letter)}e"));
    }

    [Fact]
    public void Lone_surrogates_belong_to_no_word() =>
        Assert.Equal(["a", "b"], SearchFolding.Words("a\ud800b\udc00").Select(w => w.Key));

    private static List<JsonElement> Vectors() =>
        [.. JsonDocument.Parse(File.ReadAllText(SearchData.Path("folding.json"))).RootElement.EnumerateArray()];
}
