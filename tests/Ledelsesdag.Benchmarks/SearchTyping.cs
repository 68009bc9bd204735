using System.Text;
using System.Text.Json;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;
using Microsoft.Playwright;

namespace Ledelsesdag.Benchmarks;

/// <summary>
/// How long a reader who types is kept waiting: the shipped search page with the shipped style, and what the browser itself
/// notes of each task on the page's thread. A key or a picture waits no longer than the longest of them.
/// </summary>
internal sealed class SearchTyping(SearchInBrowser search)
{
    private const string Page = """
        <!doctype html><html lang="da"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/site.css"><title>Søg</title><main>
        <form role="search" class="search-form search-main" action="/type" data-root="/" data-index-url="/search/da.json"
          data-loading="Søger" data-failed="Fejl" data-no-results="Intet for {query}" data-results-one="1 resultat for {query}" data-results-many="{n} resultater for {query}"
          data-closest="Mente du" data-more="Vis flere" data-kinds="Vis" data-kind-all="Alt" data-kind-topic="Emne" data-kind-quote="Citat" data-kind-question="Spørgsmål">
          <input type="search" id="q" name="q"><button>Søg</button><button type="button" class="shortcut" data-when-off="Til">Fra</button></form>
        <p id="search-status" role="status"></p><ol id="search-results"></ol>
        <section class="overviews"><h2>Overblik</h2><ul class="cards"><li><a href="/">Emner</a><p>Dagens emner, i dagens rækkefølge.</p></li></ul></section></main><script defer src="/search.js"></script>
        """;

    // A fast typist's pause between two keys.
    private const int MillisecondsAKey = 120;

    /// <summary>What the page consists of; to be served beside the index.</summary>
    public static IEnumerable<OutputFile> Files =>
    [
        new("type", Encoding.UTF8.GetBytes(Page)),
        new("site.css", Encoding.UTF8.GetBytes(SearchInBrowser.Resource("css/tokens.css") + SearchInBrowser.Resource("css/site.css"))),
        new("search.js", Encoding.UTF8.GetBytes(SearchScript.Join(SearchScript.PageModules.Select(SearchInBrowser.Module)))),
    ];

    /// <summary>The longest task while this is typed letter by letter: by somebody who has just come, and typed again.</summary>
    public async Task<(LongestTask First, LongestTask Again)> TypeAsync(string query)
    {
        var page = await search.OpenAsync("/type");
        await page.WaitForLoadStateAsync();
        await page.FocusAsync("#q");
        var first = await TracedAsync(page, query);
        await page.FillAsync("#q", "");
        var again = await TracedAsync(page, query);
        await page.CloseAsync();
        return (first, again);
    }

    private static async Task<LongestTask> TracedAsync(IPage page, string query)
    {
        var events = new List<JsonElement>();
        var done = new TaskCompletionSource();
        var devTools = await page.Context.NewCDPSessionAsync(page);
        devTools.Event("Tracing.dataCollected").OnEvent += (_, data) => events.AddRange(data!.Value.GetProperty("value").EnumerateArray());
        devTools.Event("Tracing.tracingComplete").OnEvent += (_, _) => done.TrySetResult();
        await devTools.SendAsync("Tracing.start", new() { ["categories"] = "-*,disabled-by-default-devtools.timeline", ["transferMode"] = "ReportEvents" });
        await page.Keyboard.TypeAsync(query, new() { Delay = MillisecondsAKey });
        await Assertions.Expect(page.Locator("#search-status")).ToContainTextAsync(query.Trim());
        await Task.Delay(2 * MillisecondsAKey);
        await devTools.SendAsync("Tracing.end");
        await done.Task;
        await devTools.DetachAsync();
        return Longest(events);
    }

    private static LongestTask Longest(IReadOnlyList<JsonElement> events)
    {
        var pageThreads = events
            .Where(e => Name(e) == "thread_name" && e.GetProperty("args").GetProperty("name").GetString() == "CrRendererMain")
            .Select(Thread).ToHashSet();
        var tasks = events.Where(e => Name(e) == "RunTask" && e.TryGetProperty("dur", out _) && pageThreads.Contains(Thread(e))).ToList();
        if (tasks.Count == 0)
        {
            throw new InvalidDataException("The browser noted no task on the page's thread.");
        }
        return new(tasks.Max(e => Milliseconds(e, "dur")), tasks.Max(e => Milliseconds(e, "tdur")));

        static string? Name(JsonElement e) => e.GetProperty("name").GetString();
        static (int, int) Thread(JsonElement e) => (e.GetProperty("pid").GetInt32(), e.GetProperty("tid").GetInt32());
        static double Milliseconds(JsonElement e, string field) => e.TryGetProperty(field, out var value) ? value.GetDouble() / 1_000 : 0;
    }

    /// <param name="Milliseconds">By the clock, waiting for a processor included.</param>
    /// <param name="Worked">What the thread itself worked, the longest of all tasks.</param>
    public readonly record struct LongestTask(double Milliseconds, double Worked);
}
