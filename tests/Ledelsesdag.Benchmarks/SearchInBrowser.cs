using System.Text.Json;
using Ledelsesdag.Browser.Tests;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;
using Microsoft.Playwright;

namespace Ledelsesdag.Benchmarks;

/// <summary>The shipped module in a real browser, with indexes served from memory under the site's own strict policy.</summary>
internal sealed class SearchInBrowser : IAsyncDisposable
{
    private const string Origin = "https://search.example";

    // Runs in the page, not through eval: the policy below forbids that, as the site's does.
    private const string Harness = """
        import { openIndex, words } from './search-core.js';
        import { aside } from './search-aside.js';
        globalThis.words = words;
        const indexes = new Map(), workers = [];
        globalThis.Worker = class extends Worker {
          constructor(...given) {
            super(...given);
            workers.push(this);
          }
        };

        let breaths = 0, hurried = false;
        const clock = performance.now.bind(performance);
        const letGo = scheduler.yield.bind(scheduler);
        scheduler.yield = () => {
          breaths++;
          return letGo();
        };
        // A clock by which all time is up whenever it is read: the search must stop wherever it may.
        let hours = 0;
        performance.now = () => hurried ? hours += 3_600_000 : clock();

        // As a page does, with a worker for an index in parts; or all of it in the page.
        const open = url => opened(url, () => aside(new URL(url, location.href).href), url);
        const openHere = url => opened(url, undefined, 'here:' + url);
        const opened = (url, loadLarge, key) => {
          if (!indexes.has(key)) {
            const cache = new Map();
            const load = async name => {
              const address = new URL(name, new URL(url, location.href)).href;
              if (!cache.has(address)) cache.set(address, (await fetch(address)).json());
              return cache.get(address);
            };
            indexes.set(key, openIndex(load, loadLarge));
          }
          return indexes.get(key);
        };
        globalThis.forget = () => {
          indexes.clear();
          for (const worker of workers.splice(0)) worker.terminate();
        };
        globalThis.answer = async ([url, q, limit]) => {
          const index = await open(url);
          const start = performance.now();
          const { results } = await index.query(q, { limit, typing: true });
          return { ms: performance.now() - start, ids: results.map(r => r.id) };
        };
        // A question nobody can answer has an empty answer, so that the lines stay in step.
        globalThis.answerLine = async (line, limit) => {
          try {
            const { q, lang } = JSON.parse(line);
            return await answer([`/search/${lang}.json`, q, limit]);
          } catch (error) {
            return { ids: [], ms: 0, error: String(error) };
          }
        };
        const told = ({ total, results }) => JSON.stringify([total, results.map(r => [r.id, r.score, r.excerptRanges])]);
        // The same question in one go, with a break wherever there may be one, and without the browser's own way to make one.
        globalThis.unhurried = async ([url, q]) => {
          const index = await openHere(url);
          const calm = told(await index.query(q));
          breaths = 0;
          hurried = true;
          const broken = told(await index.query(q));
          hurried = false;
          const { scheduler } = globalThis;
          Object.defineProperty(globalThis, 'scheduler', { value: undefined, configurable: true, writable: true });
          hurried = true;
          const without = told(await index.query(q));
          hurried = false;
          globalThis.scheduler = scheduler;
          return { breaths, same: calm === broken && calm === without };
        };
        // A question that is given up at each of its breaks in turn, and what the next question is answered then.
        globalThis.givenUp = async ([url, q, next]) => {
          const index = await openHere(url);
          const expected = told(await index.query(next));
          const makeBreak = scheduler.yield;
          let given = 0, same = true;
          for (let at = 1; ; at++) {
            const waiting = new AbortController();
            breaths = 0;
            scheduler.yield = () => {
              if (breaths + 1 === at) waiting.abort();
              return makeBreak();
            };
            hurried = true;
            const error = await index.query(q, { signal: waiting.signal }).then(() => null, error => error);
            hurried = false;
            scheduler.yield = makeBreak;
            same &&= told(await index.query(next)) === expected;
            if (!error) return { given, same };
            if (error.name !== 'AbortError') throw error;
            given++;
          }
        };
        globalThis.full = async ([url, q, kinds]) => {
          const answer = await (await open(url)).query(q, { limit: 50, kinds });
          const best = answer.results[0];
          const marked = best ? ['title', 'heading', 'excerpt'].flatMap(f => best[f + 'Ranges'].map(([a, b]) => best[f].slice(a, b))) : [];
          return { ...answer, marked };
        };
        globalThis.hostile = async (url, { text, repeat, times, surrogates }) => {
          const index = await open(url);
          await index.query('dagsorden');
          const start = performance.now();
          try {
            await index.query(text ?? repeat?.repeat(times) ?? String.fromCharCode(...surrogates));
            return { ms: performance.now() - start };
          } catch (error) {
            return { ms: 0, error: String(error) };
          }
        };
        globalThis.ready = true;
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;
    private readonly List<OutputFile> _asked = [];

    private SearchInBrowser(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, _page) = (playwright, browser, page);

    /// <summary>The files asked for since <see cref="ForgetAsync"/>, each once.</summary>
    public IReadOnlyList<OutputFile> Asked => _asked;

    /// <summary>A shipped module's source.</summary>
    public static string Module(string name) => Resource("js/" + name);

    /// <summary>The text of a shipped file, by its path among the site's assets.</summary>
    public static string Resource(string path)
    {
        using var stream = typeof(SearchInBrowser).Assembly.GetManifestResourceStream(path)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <param name="files">What is served beside the modules.</param>
    /// <param name="launch">Where the browser comes from; null for an installed one.</param>
    public static async Task<SearchInBrowser> StartAsync(IEnumerable<OutputFile> files, Func<IPlaywright, Task<IBrowser>>? launch = null)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await (launch ?? (it => it.Chromium.LaunchAsync(new() { ExecutablePath = InstalledBrowser.Find(), Args = ["--no-sandbox"] })))(playwright);
        var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var search = new SearchInBrowser(playwright, browser, page);
        var served = files.ToDictionary(f => "/" + f.Path, StringComparer.Ordinal);
        await context.RouteAsync(Origin + "/**", async route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath;
            var (type, body) = path switch
            {
                "/" => ("text/html", "<!doctype html><script type=module src=/harness.js></script>"u8.ToArray()),
                "/harness.js" => ("text/javascript", System.Text.Encoding.UTF8.GetBytes(Harness)),
                "/search-worker.js" => ("text/javascript", System.Text.Encoding.UTF8.GetBytes(SearchScript.Join(SearchScript.WorkerModules.Select(Module)))),
                "/search-core.js" or "/search-large.js" or "/search-aside.js" => ("text/javascript", System.Text.Encoding.UTF8.GetBytes(Module(path[1..]))),
                _ when served.TryGetValue(path, out var file) => (MediaType(path), search.Serve(file)),
                _ => ("", null),
            };
            await route.FulfillAsync(body is null ? new() { Status = 404 } : new()
            {
                ContentType = type + "; charset=utf-8",
                BodyBytes = body,
                Headers = new Dictionary<string, string> { ["content-security-policy"] = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'", ["content-type"] = type + "; charset=utf-8" },
            });
        });
        await page.GotoAsync(Origin + "/");
        // Modules run in their own time; asking is not waiting by eval, which the policy forbids.
        while (!await page.EvaluateAsync<bool>("globalThis.ready === true"))
        {
            await Task.Delay(20);
        }
        return search;
    }

    /// <summary>Opens a page of those it was given.</summary>
    public async Task<IPage> OpenAsync(string path)
    {
        var page = await _page.Context.NewPageAsync();
        page.SetDefaultTimeout(5_000);
        await page.GotoAsync(Origin + path);
        return page;
    }

    /// <summary>Opens the indexes anew and counts from nothing what they load.</summary>
    public async Task ForgetAsync()
    {
        await _page.EvaluateAsync("forget()");
        _asked.Clear();
    }

    /// <summary>What the module answers, and how long it took by the browser's own clock.</summary>
    public async Task<Answer> AskAsync(string indexPath, string query, int limit)
    {
        var answer = await _page.EvaluateAsync<JsonElement>("question => answer(question)", new object[] { "/" + indexPath, query, limit });
        return new([.. answer.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!)], answer.GetProperty("ms").GetDouble());
    }

    /// <summary>Evaluates a function of the harness.</summary>
    public Task<JsonElement> EvaluateAsync(string function, object argument) => _page.EvaluateAsync<JsonElement>(function, argument);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string MediaType(string path) => Path.GetExtension(path) switch
    {
        ".json" => "application/json",
        ".js" => "text/javascript",
        ".css" => "text/css",
        _ => "text/html",
    };

    private byte[] Serve(OutputFile file)
    {
        _asked.Add(file);
        return file.Content.ToArray();
    }

    /// <param name="Ids">Best first.</param>
    /// <param name="Milliseconds">The query's own time.</param>
    public sealed record Answer(IReadOnlyList<string> Ids, double Milliseconds);
}
