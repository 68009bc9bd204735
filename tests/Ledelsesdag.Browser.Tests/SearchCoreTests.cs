using System.Text.Json;
using Ledelsesdag.Benchmarks;
using Ledelsesdag.Site.Tests;
using Ledelsesdag.Site.Tests.Search;

namespace Ledelsesdag.Browser.Tests;

/// <summary>The search's own module, without a page around it: what it finds, what it bears, and that it lets the page live.</summary>
public sealed class SearchCoreTests(SearchCoreTests.Opened opened) : IClassFixture<SearchCoreTests.Opened>
{
    // What the judged queries reach less a little: one worse answer may be a matter of taste, ten are not.
    private const double LeastGain = 0.98, LeastRecall = 0.985;

    private static readonly string Folder = Path.GetDirectoryName(SearchData.Path("search-cases.json"))!;

    private static readonly string Corpus = SearchData.Path("judged-corpus.json");

    [Fact]
    public async Task Cases_hold_in_a_whole_and_in_a_sharded_index_and_nothing_typed_does_harm()
    {
        var checks = await SearchCheck.RunAsync(opened.Search, Folder, mostMilliseconds: double.PositiveInfinity);

        var faults = checks.Where(check => check.Fault is not null).ToList();
        Assert.True(checks.Count > 150, "Checks are missing.");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Judged_queries_are_answered_well()
    {
        var scores = await SearchJudgement.ScoresAsync(opened.Search, SearchData.Path("judged-queries.json"));

        Assert.True(scores.Count > 100, "Queries are missing.");
        Assert.DoesNotContain(scores, score => score.Empty);
        Assert.InRange(scores.Average(score => score.Gain), LeastGain, 1);
        Assert.InRange(scores.Average(score => score.Recall), LeastRecall, 1);
    }

    [Theory]
    [InlineData("skole", "quote-binderup-frivillighed", "governance-table")]
    [InlineData("aaben", "governance-supervising", "front-page")]
    [InlineData("drømme", "ai-principles", "roevik-idea-streams")]
    [InlineData("møde", null, "no-predefined-goals")]
    [InlineData("lunch", "programme-frokost", "pegs")]
    public async Task Resemblance_does_not_outrank_meaning(string query, string? first, string never)
    {
        var ids = (await opened.Search.AskAsync(SearchCorpus.IndexPath("da"), query, 50)).Ids;

        Assert.Equal(first, ids.Count > 0 ? ids[0] : null);
        Assert.DoesNotContain(never, ids);
    }

    [Fact]
    public async Task A_word_stands_before_those_that_contain_it()
    {
        var ids = (await opened.Search.AskAsync(SearchCorpus.IndexPath("da"), "mal", 50)).Ids;

        // mål, målene, mål, mål; then the first with spørgsmål.
        Assert.Equal(["governance-sector", "no-predefined-goals", "pegs", "resource-approach"], ids.Take(4).Order(StringComparer.Ordinal));
        Assert.Contains("work-questions", ids.Skip(4));
    }

    [Theory]
    [InlineData("/whole/index.json", "agenter")]
    [InlineData("/sharded/index.json", "knotrakter velfærds ledelse")]
    public async Task The_page_lives_while_a_query_is_answered_and_the_answer_stays_the_same(string index, string query)
    {
        var answer = await opened.Search.EvaluateAsync("question => unhurried(question)", new object[] { index, query });

        Assert.True(answer.GetProperty("breaths").GetInt32() > 2, answer.GetRawText());
        Assert.True(answer.GetProperty("same").GetBoolean(), answer.GetRawText());
    }

    [Theory]
    [InlineData("/whole/index.json")]
    [InlineData("/sharded/index.json")]
    public async Task A_query_nobody_waits_for_ends_and_leaves_nothing_behind(string index)
    {
        var answer = await opened.Search.EvaluateAsync("question => givenUp(question)", new object[] { index, "knotrakter velfærds ledelse", "ledelse af velfærd" });

        Assert.True(answer.GetProperty("given").GetInt32() > 2, answer.GetRawText());
        Assert.True(answer.GetProperty("same").GetBoolean(), answer.GetRawText());
    }

    [Fact]
    public async Task Every_line_has_its_answer_and_nothing_else_is_written()
    {
        using var folder = new TemporaryFolder();
        var danish = SearchCorpus.Read<List<SearchCorpus.Document>>(Corpus).Where(document => document.Lang == "da");
        var corpus = folder.Write("corpus.json", JsonSerializer.Serialize(danish, JsonSerializerOptions.Web));
        string[] lines =
        [
            "\uFEFF{\"q\":\"frokost\",\"lang\":\"da\"}", "not JSON", "", "null", "[]", "{\"q\":\"frokost\"}", "{\"lang\":\"da\"}",
            "{\"q\":\"lunch\",\"lang\":\"en\"}", "{\"q\":12,\"lang\":\"da\"}", "{\"q\":\"\\ud800<script>\",\"lang\":\"da\"}", "{\"q\":\"frokost\",\"lang\":\"../da\"}", "{\"q\":\"frokost\",\"lang\":\"da\"}",
        ];
        var answers = new StringWriter();
        var errors = new StringWriter();

        await SearchAnswers.RunAsync(corpus, new StringReader(string.Join('\n', lines)), answers, errors, Chromium.LaunchAsync);

        var answered = answers.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("ids").EnumerateArray().Select(id => id.GetString()).ToList()).ToList();
        Assert.Equal(lines.Count(line => line.Length > 0), answered.Count);
        Assert.All(new[] { answered[0], answered[^1] }, ids => Assert.Equal("programme-frokost", ids[0]));
        Assert.All(answered[1..5], Assert.Empty);
        Assert.Empty(answered[6]);
        Assert.NotEmpty(errors.ToString());
    }

    /// <summary>The module in a browser, with the indexes that the tests ask.</summary>
    public sealed class Opened : IAsyncLifetime
    {
        internal SearchInBrowser Search { get; private set; } = null!;

        public async Task InitializeAsync() => Search = await SearchInBrowser.StartAsync([.. SearchCheck.Index(Folder), .. SearchCorpus.Index(Corpus)], Chromium.LaunchAsync);

        public async Task DisposeAsync() => await Search.DisposeAsync();
    }
}
