using System.Text;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Search;

/// <summary>Words are read once for all indexes: none may show that it was not the only one.</summary>
public class ReadPassagesTests
{
    private static readonly SearchVocabulary Vocabulary = new([["oplæg", "talk"], ["tillid", "trust"]]);

    private static readonly SearchPassage[] Some =
    [
        new("/a/", "/a/", "Netværk for fællesskabsagenter", "", PassageKind.Page, "", "Lederdag med oplæg.", "1"),
        new("/b/#citat", "/b/#citat", "Citater", "Om balance", PassageKind.Quote, "Dissing", "Ledelse er at have ansvar for balancen og tillid.", "2"),
        new("/c/", "/c/", "Program", "", PassageKind.Session, "", "Frokost og benspænd i praksis, fælles-skab og ledelse."),
    ];

    [Theory]
    [InlineData(int.MaxValue, "/c/", "/a/")]
    [InlineData(int.MaxValue, "/b/#citat")]
    [InlineData(0, "/c/", "/a/")]
    [InlineData(0, "/b/#citat", "/elsewhere/")]
    public void An_index_of_some_is_that_of_a_site_with_no_others(int wholeUpTo, params string[] urls)
    {
        var alone = Some.Where(passage => urls.Contains(passage.Url)).Select(passage => passage with { Url = "#" + passage.Url }).ToList();

        var expected = SearchIndexBuilder.Build("search/da.json", "da", alone, Vocabulary, wholeUpTo);
        var actual = SearchIndexBuilder.Build(
            "search/da.json", ReadPassages.Of("da", Some, Vocabulary).Only(urls.Select(url => KeyValuePair.Create(url, "#" + url))), wholeUpTo);

        Assert.Equal(expected.Select(Text), actual.Select(Text));
    }

    [Fact]
    public void Which_processor_reads_what_changes_nothing()
    {
        var passages = Enumerable.Range(0, 500).Select(i => Some[i % 3] with { Id = $"{i}", Text = $"{Some[i % 3].Text} Ord{i * 7 % 500} ord-{i} ORD{i}skab ledelsesord{i}." }).ToList();
        var once = Build();

        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(once, Build()));

        List<string> Build() => [.. SearchIndexBuilder.Build("search/da.json", "da", passages, Vocabulary, wholeUpTo: 0).Select(Text)];
    }

    private static string Text(OutputFile file) => file.Path + "\n" + Encoding.UTF8.GetString(file.Content.Span);
}
