using System.Text;
using System.Text.Json;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Search;

public class SearchIndexBuilderTests
{
    private static readonly SearchPassage[] Some =
    [
        new("a", "/a/", "Netværk for fællesskabsagenter", "", PassageKind.Page, "", "Lederdag med oplæg.", "1"),
        new("b", "/b/#citat", "Citater", "Om balance", PassageKind.Quote, "Dissing", "Ledelse er at have ansvar for balancen.", "2"),
        new("c", "/c/", "Program", "", PassageKind.Session, "", "Frokost og benspænd i praksis."),
    ];

    [Fact]
    public void The_same_passages_give_the_same_bytes()
    {
        foreach (var wholeUpTo in new[] { SearchIndexBuilder.WholeUpTo, 0 })
        {
            var once = Build(Some, wholeUpTo);
            var again = Build([.. Some], wholeUpTo);

            Assert.Equal(once.Select(f => f.Path), again.Select(f => f.Path));
            Assert.All(once.Zip(again), pair => Assert.True(pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span)));
        }
    }

    [Fact]
    public void A_small_index_is_one_file_and_its_synonyms()
    {
        var files = Build(Some);

        Assert.Equal("search/da.json", files[0].Path);
        Assert.StartsWith("search/da.near.", Assert.Single(files.Skip(1)).Path, StringComparison.Ordinal);
        Assert.Equal(Some.Select(p => p.Url), Strings(Json(files[0]).GetProperty("passages").GetProperty("url")));
    }

    [Fact]
    public void Parts_change_their_names_with_their_content()
    {
        var before = Build(Some, wholeUpTo: 0);
        var after = Build([Some[0], Some[1], Some[2] with { Text = "Frokost." }], wholeUpTo: 0);

        Assert.Equal(before[0].Path, after[0].Path);
        Assert.Empty(before.Skip(1).Where(f => !f.Path.Contains(".near.", StringComparison.Ordinal)).Select(f => f.Path).Intersect(after.Skip(1).Select(f => f.Path)));
    }

    [Fact]
    public void Two_passages_with_one_id_are_a_mistake_of_the_programme()
    {
        var error = Assert.Throws<ArgumentException>(() => Build([Some[0], Some[0]]));
        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_passages_give_an_index_without_any()
    {
        var index = Json(Assert.Single(Build([])));
        Assert.Equal(0, index.GetProperty("size").GetInt32());
    }

    [Fact]
    public void Only_synonyms_that_lead_somewhere_are_shipped()
    {
        var near = Strings(Json(Build(Some)[1]).GetProperty("same"));

        Assert.Contains(near, group => group.Contains("dagsorden", StringComparison.Ordinal));
        Assert.Contains(near, group => group.Contains("barriere", StringComparison.Ordinal));
        Assert.DoesNotContain(near, group => group.Contains("mirakel", StringComparison.Ordinal));
    }

    [Fact]
    public void The_sites_own_words_come_first_and_without_those_that_lead_nowhere()
    {
        var vocabulary = new SearchVocabulary([["oplæg", "talk", " talk "], ["tillid", "trust"], ["alene"]]);
        var index = Json(SearchIndexBuilder.Build("search/da.json", "da", Some, vocabulary)[0]);

        Assert.Equal("oplæg|talk", Strings(index.GetProperty("same"))[0]);
        Assert.DoesNotContain(Strings(index.GetProperty("same")), group => group.Contains("trust", StringComparison.Ordinal) || group == "alene");
    }

    [Fact]
    public void A_language_nobody_described_has_an_index_without_rules()
    {
        var index = Json(Assert.Single(SearchIndexBuilder.Build("search/fo.json", "fo", Some, SearchVocabulary.Empty)));

        Assert.False(index.TryGetProperty("stop", out _));
        Assert.False(index.TryGetProperty("near", out _));
    }

    [Fact]
    public void Text_that_looks_like_code_stays_text()
    {
        const string Hostile = "</script><!-- \u2028 \"; alert(1) // \\u0000 😀";
        var file = Build([Some[0] with { Text = Hostile }])[0];

        Assert.Equal(Hostile, Json(file).GetProperty("passages").GetProperty("text")[0].GetString());
    }

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public void Language_data_is_folded_where_the_browser_takes_it_so(string tag)
    {
        var language = SearchLanguage.For(tag);
        foreach (var words in new[] { language.Endings, language.Links })
        {
            Assert.All(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Assert.Equal(SearchFolding.Fold(word), word));
        }
        Assert.All(language.Synonyms.Concat(language.Same), group => Assert.True(group.Split('|').Length > 1, group));
        Assert.All(language.Forms, group => Assert.True(group.Split(' ').Length > 1, group));
    }

    private static IReadOnlyList<OutputFile> Build(IReadOnlyList<SearchPassage> passages, int wholeUpTo = SearchIndexBuilder.WholeUpTo) =>
        [.. SearchIndexBuilder.Build("search/da.json", "da", passages, SearchVocabulary.Empty, wholeUpTo)];

    private static JsonElement Json(OutputFile file) => JsonDocument.Parse(Encoding.UTF8.GetString(file.Content.Span)).RootElement;

    private static List<string> Strings(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];
}
