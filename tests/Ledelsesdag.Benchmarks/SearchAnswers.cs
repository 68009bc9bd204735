using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ledelsesdag.Benchmarks;

/// <summary>Answers queries line by line, so that any judge can score the search.</summary>
internal static class SearchAnswers
{
    private const int Limit = 50;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task RunAsync(string corpus, TextReader questions, TextWriter answers)
    {
        await using var search = await SearchInBrowser.StartAsync(SearchCorpus.Index(corpus));
        while (await questions.ReadLineAsync() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            var question = JsonSerializer.Deserialize<Question>(line, Options)!;
            var answer = await search.AskAsync(SearchCorpus.IndexPath(question.Lang), question.Q, Limit);
            var ms = Math.Round(answer.Milliseconds, 3);
            await answers.WriteLineAsync(JsonSerializer.Serialize(new { ids = answer.Ids, ms }, Options).ToString(CultureInfo.InvariantCulture));
            await answers.FlushAsync();
        }
    }

    private sealed record Question(string Q, string Lang);
}
