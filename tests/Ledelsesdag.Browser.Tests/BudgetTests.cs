using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

/// <summary>What a page may cost a reader on a train: measured over the wire, with nothing kept from before, and nothing kept after.</summary>
[Collection(SiteInBrowser.EveryPage)]
public sealed class BudgetTests(SiteInBrowser site)
{
    // What a server sends before it must wait for the reader's answer: ten packets.
    private const int MostBytesToRead = 14 * 1024;

    // The pages that hold all that is said on a day are opened at a desk, by those who asked for all of it at once: those ten
    // packets, and less than half of the twenty that a server sends after the first answer. Every text of them also stands on
    // a page that keeps the narrower bound.
    private const int MostBytesOfAWholeDay = 24 * 1024;
    private const int MostBytesOfScript = 10 * 1024;
    private const int MostRequests = 8;

    // What the browser noted since the page was opened, and two frames more, for a shift is known once it has been painted.
    // Without an end of its own a window that paints no frame would keep the test waiting for ever.
    private const string Shifts = """
        () => new Promise(done => {
          const shifts = [];
          const observer = new PerformanceObserver(list => shifts.push(...list.getEntries()));
          observer.observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(['no frame was painted']), 10000);
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() =>
            done([...shifts, ...observer.takeRecords()].map(shift =>
              `moved by ${shift.value}: ${shift.sources.map(s => s.node?.outerHTML?.slice(0, 80) ?? s.node?.textContent).join(' ')}`)))));
        })
        """;

    private static readonly HttpClient Host = new();

    // A window without a frame has no use for a page's icon, and not every browser asks for the manifest; readers' do.
    private const string AskedForByOthers = "() => [...document.querySelectorAll('link[rel~=icon], link[rel=manifest]')].map(link => link.href)";

    // All that a page could keep about its reader.
    private const string Kept = """
        async () => [
          document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(d => d.name),
          ...await caches.keys(), ...(await navigator.serviceWorker.getRegistrations()).map(r => r.scope),
        ].filter(Boolean)
        """;

    [Theory]
    [InlineData("da", 1280)]
    [InlineData("en", 1280)]
    [InlineData("da", 320)]
    [InlineData("en", 320)]
    public async Task A_page_weighs_little_asks_for_little_keeps_nothing_and_stays_where_it_is(string language, int width)
    {
        var askedIn = new ConcurrentDictionary<IPage, ConcurrentQueue<IRequest>>();
        await site.AssertOnEachAsync(
            site.PagesIn(Language.Of(language)),
            async (tab, page) =>
            {
                var faults = new List<string>();
                if (await tab.Locator("script[src]").CountAsync() > 0)
                {
                    // Only a script can ask for more after a page has loaded.
                    await tab.WaitForLoadStateAsync(LoadState.NetworkIdle);
                }
                var asked = askedIn[tab].ToList();
                if (await tab.EvaluateAsync<string[]>(Shifts) is { Length: > 0 })
                {
                    // A browser short of time may paint a page of which it has read only half, and so move the header's parts.
                    // What is the page's own doing happens again.
                    await tab.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
                    faults.AddRange(await tab.EvaluateAsync<string[]>(Shifts));
                }

                int toRead = 0, script = 0;
                foreach (var request in asked)
                {
                    var kind = request.ResourceType;
                    if (kind is not ("document" or "stylesheet" or "script"))
                    {
                        continue;
                    }
                    // Asked for once more, and not taken from the browser, whose word for a request's size may never come.
                    using var question = new HttpRequestMessage(HttpMethod.Get, request.Url);
                    question.Headers.AcceptEncoding.ParseAdd("br");
                    using var answer = await Host.SendAsync(question);
                    if (!answer.Content.Headers.ContentEncoding.SequenceEqual(["br"]))
                    {
                        faults.Add($"not compressed: {request.Url}");
                    }
                    var size = (await answer.Content.ReadAsByteArrayAsync()).Length;
                    (toRead, script) = kind == "script" ? (toRead, script + size) : (toRead + size, script);
                }
                if (!asked.Exists(r => r.ResourceType == "document") || !asked.Exists(r => r.ResourceType == "stylesheet"))
                {
                    faults.Add("the page or its style was not asked for");
                }
                var most = page is HandoutPage or SlidesPage ? MostBytesOfAWholeDay : MostBytesToRead;
                if (toRead > most)
                {
                    faults.Add($"page and style are {toRead} bytes, more than {most}");
                }
                if (script > MostBytesOfScript)
                {
                    faults.Add($"the scripts are {script} bytes, more than {MostBytesOfScript}");
                }
                faults.AddRange((await tab.EvaluateAsync<string[]>(Kept)).Select(kept => $"keeps {kept}"));
                faults.AddRange((await tab.Context.CookiesAsync()).Select(cookie => $"sets the cookie {cookie.Name}"));
                var all = asked.Select(r => r.Url).Union(await tab.EvaluateAsync<string[]>(AskedForByOthers)).ToList();
                if (all.Count > MostRequests)
                {
                    faults.Add($"{all.Count} requests, more than {MostRequests}: {string.Join(" ", all)}");
                }
                askedIn[tab].Clear();
                return faults;
            },
            window => window.ViewportSize = new() { Width = width, Height = 800 },
            async tab =>
            {
                var session = await tab.Context.NewCDPSessionAsync(tab);
                await session.SendAsync("Network.enable");
                await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
                var asked = askedIn[tab] = new();
                tab.Request += (_, request) => asked.Enqueue(request);
            });
    }

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public async Task A_page_as_served_holds_no_style_and_no_script_but_data(string language)
    {
        foreach (var page in site.PagesIn(Language.Of(language)))
        {
            using var served = new HtmlParser().ParseDocument(await Host.GetStringAsync(site.Url(page)));
            var inline = served.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json'])")
                .Concat(served.All.Where(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))));
            Assert.Equal([], inline.Select(e => $"{page}: inline: {e.OuterHtml}"));
        }
    }
}
