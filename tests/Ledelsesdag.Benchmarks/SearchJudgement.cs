using System.Globalization;
using System.Text;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Benchmarks;

/// <summary>How good the answers to judged queries are, overall and by category, and how many bytes they cost.</summary>
internal static class SearchJudgement
{
    private const int Depth = 10;

    public static async Task RunAsync(string corpusPath, string queriesPath, TextWriter output)
    {
        var files = SearchCorpus.Index(corpusPath);
        await using var search = await SearchInBrowser.StartAsync(files);
        var scores = await ScoresAsync(search, queriesPath);

        await output.WriteLineAsync(FormattableString.Invariant($"{"",-18}{"queries",8}{"nDCG@10",9}{"recall@10",11}{"MRR",8}{"no result",11}"));
        await WriteAsync("all", scores);
        foreach (var language in scores.GroupBy(s => s.Query.Lang, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            await WriteAsync(language.Key, language);
        }
        foreach (var category in scores.GroupBy(s => s.Query.Category, StringComparer.Ordinal))
        {
            await WriteAsync(category.Key, category);
        }
        foreach (var score in scores.Where(s => s.Gain < 0.9 || s.Recall < 1))
        {
            await output.WriteLineAsync(FormattableString.Invariant(
                $"weak: {score.Query.Id} '{score.Query.Q}' nDCG {score.Gain:F3} recall {score.Recall:F3}: {string.Join(' ', score.Top)}"));
        }

        var script = SearchCorpus.Compressed(Encoding.UTF8.GetBytes(SearchScript.Join(SearchInBrowser.Module("search-core.js"))));
        var page = SearchCorpus.Compressed(Encoding.UTF8.GetBytes(SearchScript.Join(SearchScript.PageModules.Select(SearchInBrowser.Module))));
        foreach (var file in files)
        {
            var index = SearchCorpus.Compressed(file.Content.Span);
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{file.Path}: {index} bytes compressed; with the core's {script} {index + script}; with the interface too {index + page}"));
        }

        async Task WriteAsync(string name, IEnumerable<Score> some)
        {
            var list = some.ToList();
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{name,-18}{list.Count,8}{list.Average(s => s.Gain),9:F3}{list.Average(s => s.Recall),11:F3}{list.Average(s => s.First),8:F3}{list.Average(s => s.Empty ? 1 : 0),11:P0}"));
        }
    }

    /// <summary>What each judged query is answered, and how good that is.</summary>
    public static async Task<IReadOnlyList<Score>> ScoresAsync(SearchInBrowser search, string queriesPath)
    {
        var scores = new List<Score>();
        foreach (var query in SearchCorpus.Read<List<SearchCorpus.JudgedQuery>>(queriesPath))
        {
            // Finished queries as well as half-typed ones come as a field would send them.
            var answer = await search.AskAsync(SearchCorpus.IndexPath(query.Lang), query.Q, 50);
            scores.Add(Judge(query, answer.Ids));
        }
        return scores;
    }

    private static Score Judge(SearchCorpus.JudgedQuery query, IReadOnlyList<string> ids)
    {
        var top = ids.Take(Depth).ToList();
        var gain = top.Select((id, rank) => Discounted(query.Relevant.GetValueOrDefault(id), rank)).Sum();
        var ideal = query.Relevant.Values.OrderDescending().Take(Depth).Select(Discounted).Sum();
        var found = top.Count(query.Relevant.ContainsKey);
        var first = top.FindIndex(query.Relevant.ContainsKey);
        return new(query, top, gain / ideal, (double)found / Math.Min(Depth, query.Relevant.Count), first < 0 ? 0 : 1.0 / (first + 1), ids.Count == 0);

        static double Discounted(int grade, int rank) => (Math.Pow(2, grade) - 1) / Math.Log2(rank + 2);
    }

    /// <param name="Query">What was asked.</param>
    /// <param name="Top">What stands on top, best first.</param>
    /// <param name="Gain">nDCG@10.</param>
    /// <param name="Recall">How much of what is relevant stands there.</param>
    /// <param name="First">One divided by the place of the first that is relevant.</param>
    /// <param name="Empty">Whether nothing was found.</param>
    public sealed record Score(SearchCorpus.JudgedQuery Query, List<string> Top, double Gain, double Recall, double First, bool Empty);
}
