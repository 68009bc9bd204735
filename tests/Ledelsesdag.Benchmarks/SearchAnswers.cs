using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Playwright;

namespace Ledelsesdag.Benchmarks;

/// <summary>Answers queries line by line, so that any judge can score the search.</summary>
internal static class SearchAnswers
{
    private const int Limit = 50;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task RunAsync(string corpus, TextReader questions, TextWriter answers, TextWriter errors, Func<IPlaywright, Task<IBrowser>>? launch = null)
    {
        var files = SearchCorpus.Index(corpus);
        await using var search = await SearchInBrowser.StartAsync(files, launch);
        // Loads and compiles everything, so that the first question is measured like the others.
        foreach (var language in SearchCorpus.Languages(corpus))
        {
            await search.AskAsync(SearchCorpus.IndexPath(language), "ledelse leadership", Limit);
        }
        while (await questions.ReadLineAsync() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            // The line is read in the page: a query with half a character in it is one that a reader can type.
            var answer = await search.EvaluateAsync("([line, limit]) => answerLine(line, limit)", new object[] { line.TrimStart('\uFEFF'), Limit });
            if (answer.TryGetProperty("error", out var error))
            {
                await errors.WriteLineAsync(error.GetString());
            }
            var ids = answer.GetProperty("ids").EnumerateArray().Select(id => id.GetString());
            await answers.WriteLineAsync(JsonSerializer.Serialize(new { ids, ms = Math.Round(answer.GetProperty("ms").GetDouble(), 3) }, Options));
            await answers.FlushAsync();
        }
    }
}
