using System.Globalization;
using Ledelsesdag.Benchmarks;
using Ledelsesdag.Browser.Tests;

const string Usage = """
    search <corpus.json>                           answers JSON lines {"q","lang"} on standard input
    search <corpus.json> --judge <queries.json>    prints how good the answers to judged queries are
    search-index <corpus.json> <folder>            writes the index files, to look at
    search-check <folder>                          runs search-cases.json and folding.json of that folder in the browser
    build <pages> [--peers]                        prints time, memory and stages of a build of so many generated pages;
                                                   with --peers also of Hugo's, Eleventy's and Starlight's, of the same prose
    build-of <folder> [--peers]                    the same of the content in a folder
    stages <folder>                                measures each stage of a build of its content with BenchmarkDotNet
    preview <folder>                               prints how long an edit of its content takes to reach the browser
    profile <folder> <file>                        writes what .NET compiles while the tool builds its content, for Ahead/ to compile it before
    corpus <folder> <pages> [seed]                 writes generated content of so many pages, for anybody to build
    search-scale <passages> [seed [folder]]        prints bytes and times for that many generated passages
    """;

try
{
    switch (args)
    {
        case ["search", var corpus]:
            await SearchAnswers.RunAsync(corpus, Console.In, Console.Out, Console.Error);
            return 0;
        case ["search", var corpus, "--judge", var queries]:
            await SearchJudgement.RunAsync(corpus, queries, Console.Out);
            return 0;
        case ["build", var count, .. var rest] when Pages(count) is { } pages && rest is [] or ["--peers"]:
            await SiteScale.RunAsync(null, pages, rest is not [], Console.Out);
            return 0;
        case ["build-of", var folder, .. var rest] when rest is [] or ["--peers"]:
            await SiteScale.RunAsync(folder, await SiteScale.PagesOfAsync(folder), rest is not [], Console.Out);
            return 0;
        case ["stages", var folder]:
            Stages.Run(folder);
            return 0;
        case ["preview", var folder]:
            await PreviewLatency.RunAsync(folder, Console.Out);
            return 0;
        case ["profile", var folder, var file]:
            StartProfile.Write(folder, file);
            return 0;
        case ["corpus", var folder, var count, .. var rest] when Pages(count) is { } pages:
            SiteCorpus.Write(folder, pages, rest is [var chosen] ? int.Parse(chosen, CultureInfo.InvariantCulture) : 1);
            return 0;
        case ["search-check", var folder]:
            return await CheckAsync(folder) ? 0 : 1;
        case ["search-scale", var count, .. var rest] when int.TryParse(count, out var n) && n > 0:
            await SearchScale.RunAsync(n, rest is [var seed, ..] ? int.Parse(seed, CultureInfo.InvariantCulture) : 1, rest is [_, var to] ? to : null, Console.Out);
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

static int? Pages(string text) =>
    int.TryParse(text, CultureInfo.InvariantCulture, out var pages) && pages >= SiteCorpus.Fewest ? pages : null;

async Task<bool> CheckAsync(string folder)
{
    // Far more milliseconds than any query takes, far fewer than a reader would wait for a page that hangs.
    const double Most = 250;
    List<(string Name, string? Fault)> checks;
    await using (var search = await SearchInBrowser.StartAsync(SearchCheck.Index(folder)))
    {
        checks = [.. await SearchCheck.RunAsync(search, folder, Most)];
    }
    checks.AddRange((await SearchPageCheck.RunAsync()).Select(check => ("page: " + check.Name, check.Fault)));
    var failed = checks.Where(check => check.Fault is not null).ToList();
    foreach (var (name, fault) in failed)
    {
        await Console.Out.WriteLineAsync($"FAILED {name}: {fault}");
    }
    await Console.Out.WriteLineAsync($"{checks.Count - failed.Count} passed, {failed.Count} failed");
    return failed.Count == 0;
}
