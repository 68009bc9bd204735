using Ledelsesdag.Benchmarks;
using Ledelsesdag.Browser.Tests;

const string Usage = """
    search <corpus.json>                           answers JSON lines {"q","lang"} on standard input
    search <corpus.json> --judge <queries.json>    prints how good the answers to judged queries are
    search-index <corpus.json> <folder>            writes the index files, to look at
    search-check <folder>                          runs search-cases.json and folding.json of that folder in the browser
    search-scale <passages> [seed [folder]]        prints bytes and times for that many generated passages
    """;

try
{
    switch (args)
    {
        case ["search", var corpus]:
            await SearchAnswers.RunAsync(corpus, Console.In, Console.Out);
            return 0;
        case ["search", var corpus, "--judge", var queries]:
            await SearchJudgement.RunAsync(corpus, queries, Console.Out);
            return 0;
        case ["search-check", var folder]:
            return await SearchCheck.RunAsync(folder, Console.Out) ? 0 : 1;
        case ["search-scale", var count, .. var rest] when int.TryParse(count, out var n) && n > 0:
            await SearchScale.RunAsync(n, rest is [var seed, ..] ? int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture) : 1, rest is [_, var to] ? to : null, Console.Out);
            return 0;
        case ["search-index", var corpus, var folder]:
            await SearchCorpus.WriteAsync(SearchCorpus.Index(corpus), folder);
            return 0;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 2;
    }
}
catch (Exception e) when (e is IOException or System.Text.Json.JsonException or InstalledBrowser.NotFoundException or Microsoft.Playwright.PlaywrightException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
