using System.Text;
using System.Text.Json;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;
using Microsoft.Playwright;

namespace Ledelsesdag.Benchmarks;

/// <summary>The search page's behaviour, on a page of its own with the markup that the site's has.</summary>
internal static class SearchPageCheck
{
    private const string Page = """
        <!doctype html><html lang="da"><title>Søg</title><details id="menu"></details><textarea id="elsewhere"></textarea>
        <form role="search" action="/page" data-root="/so/" data-index-url="/sogn/da.json" data-other-url="/sogn/en.json" data-other-language="Kun på engelsk" data-other-lang="en"
          data-loading="Søger" data-failed="Fejl" data-no-results="Intet for {query}" data-results-one="1 resultat for {query}" data-results-many="{n} resultater for {query}"
          data-closest="Mente du" data-kinds="Vis" data-kind-all="Alt" data-kind-topic="Emne" data-kind-quote="Citat">
          <input type="search" id="q" name="q"><button>Søg</button><button type="button" class="shortcut" data-when-off="Til">Fra</button></form>
        <p id="search-status" role="status"></p><ol id="search-results"></ol><script defer src="/field.js"></script><script defer src="/search.js"></script>
        """;

    public static async Task<IReadOnlyList<(string Name, string? Fault)>> RunAsync()
    {
        var danish = SearchIndexBuilder.Build("sogn/da.json", "da",
        [
            new("1", "/a/#tillid", "Tillid", "Om <b>tillid</b> & mod", PassageKind.Topic, "", "Tillid er <img src=x onerror=alert(1)> bedre.", "tillid"),
            new("2", "/b/", "Et citat om tillid", "", PassageKind.Quote, "En Taler", "Jeg har tillid.", "citat"),
            new("3", "/c/", "Frokost", "", PassageKind.Topic, "", "Mad.", "frokost"),
        ], new SearchVocabulary([["tillid", "trust"]]));
        var english = SearchIndexBuilder.Build("sogn/en.json", "en",
        [
            new("1", "/en/a/", "Trust", "", PassageKind.Topic, "", "Trust is better.", "tillid"),
            new("9", "/en/z/", "Only in English", "", PassageKind.Topic, "", "On trust.", "z"),
        ], new SearchVocabulary([["tillid", "trust"]]));
        var script = SearchScript.Join(SearchScript.PageModules.Select(SearchInBrowser.Module));
        var keys = SearchScript.Join(SearchInBrowser.Module(SearchScript.FieldModule));
        await using var search = await SearchInBrowser.StartAsync(
        [
            .. danish, .. english, new OutputFile("page", Encoding.UTF8.GetBytes(Page)),
            new OutputFile("search.js", Encoding.UTF8.GetBytes(script)), new OutputFile("field.js", Encoding.UTF8.GetBytes(keys)),
        ]);
        var page = await search.OpenAsync("/page");
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        var field = page.Locator("#q");
        var results = page.Locator("#search-results > li");
        var checks = new List<(string, string?)>();

        await CheckAsync("slash focuses the field", async () =>
        {
            await page.Keyboard.PressAsync("/");
            return await FocusedAsync() == "q" && await field.InputValueAsync() == "";
        });
        await CheckAsync("slash in another field is a slash", async () =>
        {
            await page.FocusAsync("#elsewhere");
            await page.Keyboard.PressAsync("/");
            return await page.InputValueAsync("#elsewhere") == "/" && await FocusedAsync() == "elsewhere";
        });
        await CheckAsync("Ctrl K focuses the field from anywhere", async () =>
        {
            await page.Keyboard.PressAsync("Control+k");
            return await FocusedAsync() == "q";
        });
        await CheckAsync("results come as one types and are announced", async () =>
        {
            await field.PressSequentiallyAsync("tillid");
            await UntilAsync(page, "document.querySelectorAll('#search-results > li').length === 2");
            return await page.InnerTextAsync("#search-status") == "2 resultater for tillid";
        });
        await CheckAsync("the address can be shared and no step is added to the history", async () =>
            page.Url.EndsWith("/page?q=tillid", StringComparison.Ordinal) && await page.EvaluateAsync<int>("history.length") <= 2);
        await CheckAsync("found words are marked", async () => await page.Locator("mark", new() { HasText = "tillid" }).CountAsync() > 2);
        await CheckAsync("text never becomes markup", async () =>
            await page.Locator("#search-results img, #search-results b").CountAsync() == 0
            && (await page.InnerTextAsync("#search-results")).Contains("<img src=x onerror=alert(1)>", StringComparison.Ordinal));
        await CheckAsync("links stand below the site's root, with their fragment", async () =>
            (await page.Locator("#search-results a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))")).Contains("/so/a/#tillid"));
        await CheckAsync("what only the other language has stands under it, labelled", async () =>
        {
            await page.WaitForSelectorAsync(".search-others:not([hidden]) li");
            return await page.Locator(".search-others li").CountAsync() == 1
                && (await page.InnerTextAsync(".search-others h2")).Contains("engelsk", StringComparison.Ordinal)
                && await page.GetAttributeAsync(".search-others li", "lang") == "en";
        });
        await CheckAsync("arrows lead down, up and back", async () =>
        {
            await field.FocusAsync();
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync("ArrowDown");
            var second = await page.EvaluateAsync<bool>("document.activeElement === document.querySelectorAll('#search-results a')[1]");
            await page.Keyboard.PressAsync("ArrowUp");
            await page.Keyboard.PressAsync("ArrowUp");
            return second && await FocusedAsync() == "q";
        });
        await CheckAsync("a kind narrows the results", async () =>
        {
            await page.ClickAsync(".search-kinds button[value=quote]");
            await UntilAsync(page, "document.querySelectorAll('#search-results > li').length === 1");
            var pressed = await page.GetAttributeAsync(".search-kinds button[value=quote]", "aria-pressed");
            var focused = await page.EvaluateAsync<string>("document.activeElement.value");
            await page.ClickAsync(".search-kinds button[value='']");
            await UntilAsync(page, "document.querySelectorAll('#search-results > li').length === 2");
            return pressed == "true" && focused == "quote";
        });
        await CheckAsync("Enter leads to the best result", async () =>
        {
            await field.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await UntilAsync(page, "document.activeElement === document.querySelector('#search-results a')");
            return true;
        });
        await CheckAsync("Escape leads back, then empties the field", async () =>
        {
            await page.Keyboard.PressAsync("Escape");
            var back = await FocusedAsync() == "q";
            await page.Keyboard.PressAsync("Escape");
            await UntilAsync(page, "document.querySelectorAll('#search-results > li').length === 0");
            return back && await field.InputValueAsync() == "" && page.Url.EndsWith("/page", StringComparison.Ordinal);
        });
        await CheckAsync("the glossary's translation finds own passages", async () =>
        {
            await field.FillAsync("trust");
            await UntilAsync(page, "document.querySelectorAll('#search-results > li').length === 2");
            return true;
        });
        await CheckAsync("who finds nothing is shown the closest words", async () =>
        {
            await field.FillAsync("fxokxstx");
            await page.WaitForSelectorAsync(".search-close:not([hidden]) button");
            var said = await page.InnerTextAsync("#search-status");
            await page.ClickAsync(".search-close button");
            await results.First.WaitForAsync();
            return said == "Intet for fxokxstx" && await field.InputValueAsync() == "frokost";
        });
        await CheckAsync("a shared address searches at once", async () =>
        {
            var shared = await search.OpenAsync("/page?q=frokost");
            await shared.Locator("#search-results > li").First.WaitForAsync();
            return await shared.InputValueAsync("#q") == "frokost";
        });
        await CheckAsync("markup in the address is text", async () =>
        {
            var shared = await search.OpenAsync("/page?q=" + Uri.EscapeDataString("<img src=x onerror=alert(1)> $& {n}"));
            await UntilAsync(shared, "document.querySelector('#search-status').textContent.includes('<img src=x onerror=alert(1)> $&')");
            return await shared.Locator("img").CountAsync() == 0;
        });
        await CheckAsync("nothing is stored", async () => await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length + document.cookie.length") == 0);
        checks.Add(("no error in the page", errors.Count == 0 ? null : string.Join("; ", errors)));
        return checks;

        // Not Playwright's own waiting for a function, which is eval in the page: the policy forbids it, as the site's does.
        static async Task UntilAsync(IPage page, string condition)
        {
            for (var i = 0; !await page.EvaluateAsync<bool>(condition); i++)
            {
                if (i == 100)
                {
                    throw new TimeoutException("never: " + condition);
                }
                await Task.Delay(50);
            }
        }

        Task<string> FocusedAsync() => page.EvaluateAsync<string>("document.activeElement.id");

        async Task CheckAsync(string name, Func<Task<bool>> check)
        {
            try
            {
                checks.Add((name, await check() ? null : "not so"));
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                checks.Add((name, e.Message.Split('\n')[0]));
            }
        }
    }
}
