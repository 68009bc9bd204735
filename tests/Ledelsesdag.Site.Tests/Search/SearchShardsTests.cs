using System.Globalization;
using System.Text;
using System.Text.Json;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Search;

/// <summary>A large index: every word must stand where the browser will look for it.</summary>
public class SearchShardsTests
{
    private static readonly string[] Letters = ["b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v", "æ", "ø", "å", "ko", "ra", "se"];

    private static readonly Lazy<IReadOnlyList<OutputFile>> Files = new(() => [.. SearchIndexBuilder.Build(
        "search/da.json", "da", Passages(), SearchVocabulary.Empty, wholeUpTo: 0)]);

    [Fact]
    public void Every_word_stands_in_the_file_of_its_first_letters()
    {
        var cuts = Cuts();
        Assert.True(cuts.Count > 3, "The test needs several files.");
        var stops = SearchLanguage.For("da").Stop.Split(' ').Select(SearchFolding.Fold).ToHashSet();
        var words = Enumerable.Range(0, cuts.Count).Select(Words).ToList();

        foreach (var word in Passages().SelectMany(p => SearchFolding.Words(p.Title + " " + p.Text)).DistinctBy(w => w.Written))
        {
            if (!stops.Contains(word.Key))
            {
                Assert.Contains(word.Written, words[FileOf(cuts, word.Key)]);
            }
        }
    }

    [Theory]
    [InlineData("agenter", "fællesskabsagenter")]
    [InlineData("ledelse", "velfærdsledelse")]
    public void A_compound_stands_in_the_files_of_its_parts_too(string part, string compound) =>
        Assert.Contains(compound, Words(FileOf(Cuts(), SearchFolding.Fold(part))));

    [Fact]
    public void Cuts_rise_and_begin_with_the_beginning()
    {
        var cuts = Cuts();
        Assert.Equal("", cuts[0]);
        Assert.Equal(cuts.Order(StringComparer.Ordinal), cuts);
        Assert.Equal(cuts.Distinct().Count(), cuts.Count);
    }

    [Fact]
    public void Each_passage_stands_in_the_file_of_its_number()
    {
        var perFile = Manifest().GetProperty("perFile").GetInt32();
        var passages = Passages();
        for (var i = 0; i < passages.Count; i++)
        {
            var urls = Part($"p{i / perFile}.json").GetProperty("passages").GetProperty("url");
            Assert.Equal(passages[i].Url, urls[i % perFile].GetString());
        }
    }

    [Fact]
    public void Kinds_add_up()
    {
        var kinds = Manifest().GetProperty("kinds").EnumerateArray().SelectMany(run => Enumerable.Repeat(run[0].GetString()!, run[1].GetInt32()));
        Assert.Equal(Passages().Select(p => p.Kind.ToString().ToUpperInvariant()), kinds.Select(k => k.ToUpperInvariant()));
    }

    // As search-large.js finds it: the last cut at or before the word.
    private static int FileOf(List<string> cuts, string key) => cuts.FindLastIndex(cut => string.CompareOrdinal(cut, key) <= 0);

    private static List<string> Cuts() => [.. Manifest().GetProperty("cuts").EnumerateArray().Select(c => c.GetString()!)];

    private static HashSet<string> Words(int file) => [.. Part($"w{file}.json").GetProperty("words").EnumerateArray().Select(w => w.GetString()!)];

    private static JsonElement Manifest() => Json(Files.Value[0]);

    private static JsonElement Part(string name) => Json(Files.Value.Single(f => f.Path.EndsWith("/" + name, StringComparison.Ordinal)));

    private static JsonElement Json(OutputFile file) => JsonDocument.Parse(Encoding.UTF8.GetString(file.Content.Span)).RootElement;

    private static List<SearchPassage> Passages()
    {
        var passages = new List<SearchPassage>
        {
            new("x", "/x/", "Netværk for fællesskabsagenter", "", PassageKind.Page, "", "Velfærdsledelse og ledelse. En agent."),
        };
        for (var i = 0; i < 400; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 60).Select(w => Word((i * 61) + (w * 7919))));
            var id = i.ToString(CultureInfo.InvariantCulture);
            passages.Add(new(id, $"/{id}/", Word(i) + " " + Word(i * 3), "", (PassageKind)(i % 7), "", text));
        }
        return passages;

        static string Word(int n) => string.Concat(Enumerable.Range(0, 3 + (n % 3)).Select(i => Letters[(n / (1 + (i * 5)) + (i * n)) % Letters.Length] + "aeiouyæøå"[(n + i) % 9]));
    }
}
