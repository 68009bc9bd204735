using System.IO.Compression;
using System.Text.RegularExpressions;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Search;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

/// <summary>The field in the header of every page, and the results that hang under it.</summary>
[Collection(SiteInBrowser.Name)]
public sealed class SearchPanelTests(SiteInBrowser site)
{
    private const int MostScriptBytes = 10_000;

    private static readonly Action<BrowserNewContextOptions> Telephone = window => window.ViewportSize = new() { Width = 320, Height = 640 };

    [Theory]
    [InlineData(1280, "/", "Meta+k")]
    [InlineData(320, "Control+k")]
    public Task A_key_leads_to_the_field_from_any_kind_of_page_and_Escape_back_to_where_one_was_reading(int width, params string[] keys) =>
        site.AssertOnEachAsync(
            site.EachKind(SiteInBrowser.Danish).Concat(site.EachKind(SiteInBrowser.English)).Where(p => p is not SearchPage),
            async (tab, _) =>
            {
                var link = tab.Locator("main a:visible, footer a:visible").Last;
                var faults = new List<string>();
                foreach (var key in keys)
                {
                    await link.FocusAsync();
                    await tab.EvaluateAsync("scrollTo(0, 240)");
                    var top = await tab.EvaluateAsync<double>("scrollY");

                    await tab.Keyboard.PressAsync(key);
                    await Assertions.Expect(Field(tab)).ToBeFocusedAsync();
                    await Assertions.Expect(Field(tab)).ToBeInViewportAsync();
                    await Assertions.Expect(Field(tab)).ToHaveValueAsync("");
                    await tab.Keyboard.PressAsync("Escape");
                    await Assertions.Expect(link).ToBeFocusedAsync();
                    if (await tab.EvaluateAsync<double>("scrollY") != top)
                    {
                        faults.Add($"after {key}, Escape led back to another spot of the page");
                    }
                }
                return faults;
            },
            window => window.ViewportSize = new() { Width = width, Height = 800 });

    [Theory]
    [InlineData("/")]
    [InlineData("Control+k")]
    public Task A_key_leads_to_the_field_of_the_search_page_and_marks_what_stands_there(string key) => site.ReadAsync(async page =>
    {
        await page.GotoAsync(site.Url(site.Map.Search(SiteInBrowser.Danish)) + "?q=tillid");
        await page.Locator("footer a").First.FocusAsync();
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("kodeks");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("kodeks");
    });

    /// <summary>WCAG 2.1.4: who dictates strikes keys unawares.</summary>
    [Fact]
    public Task The_slash_can_be_turned_off_on_the_search_page_and_on_again_and_that_alone_is_remembered() => site.ReadAsync(async page =>
    {
        var words = site.Map.WordsFor(site.Map.Search(SiteInBrowser.English)).Search;
        async Task PressAsync(string name)
        {
            await page.GotoAsync(site.Url(site.Map.Search(SiteInBrowser.English)));
            await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        }
        async Task<bool> LeadsAsync(string key)
        {
            await page.GotoAsync(site.Url(site.Map.Home(SiteInBrowser.English)));
            await page.Keyboard.PressAsync(key);
            return await Field(page).EvaluateAsync<bool>("field => field === document.activeElement");
        }

        await PressAsync(words.KeyOff);
        Assert.False(await LeadsAsync("/"));
        Assert.True(await LeadsAsync("Control+k"));
        Assert.Equal(["shortcut"], await page.EvaluateAsync<string[]>("Object.keys(localStorage)"));

        await PressAsync(words.KeyOn);
        Assert.True(await LeadsAsync("/"));
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
    });

    [Fact]
    public Task A_slash_written_in_the_field_is_a_slash() => OnTopicAsync(async page =>
    {
        await Field(page).PressSequentiallyAsync("2014/02");
        await Assertions.Expect(Field(page)).ToHaveValueAsync("2014/02");
    });

    [Fact]
    public Task A_page_that_is_only_read_loads_no_search_and_with_it_the_scripts_stay_within_ten_kilobytes() => site.ReadAsync(async page =>
    {
        var asked = new List<IResponse>();
        page.Response += (_, response) => asked.Add(response);
        await page.GotoAsync(site.Url(Topic(SiteInBrowser.Danish)), new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.DoesNotContain(asked, r => r.Url.EndsWith("search-panel.js", StringComparison.Ordinal) || r.Url.Contains("/search/", StringComparison.Ordinal));
        Assert.Single(asked, r => r.Request.ResourceType == "script");
        Assert.InRange(asked.Count, 1, 8);

        // The script comes with the first visit to the field, the index with the first letter.
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("/"), "**/search-panel.js");
        Assert.DoesNotContain(asked, r => r.Url.Contains("/search/", StringComparison.Ordinal));
        await page.Keyboard.TypeAsync("tillid");
        await AssertFoundAsync(page, "tillid");

        var scripts = asked.Where(r => r.Request.ResourceType == "script").ToList();
        Assert.Equal(["field.js", "search-panel.js"], scripts.Select(r => r.Url[(r.Url.LastIndexOf('/') + 1)..]));
        var bytes = 0;
        foreach (var script in scripts)
        {
            bytes += Compressed(await script.BodyAsync());
        }
        Assert.InRange(bytes, 1, MostScriptBytes);
    });

    [Theory]
    [InlineData("da", "tillid")]
    [InlineData("en", "trust")]
    public Task Results_come_while_one_types_are_announced_and_the_arrows_lead_through_them(string tag, string word) => site.ReadAsync(async page =>
    {
        await page.GotoAsync(site.Url(Topic(Language.Of(tag))));
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(word);
        await AssertFoundAsync(page, word);
        await Assertions.Expect(Panel(page).Locator("mark").First).ToBeVisibleAsync();
        await Assertions.Expect(Field(page)).ToHaveAccessibleDescriptionAsync(site.Map.Strings[Language.Of(tag)].Search.Arrows);

        var links = Panel(page).Locator("a");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(links.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(links.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        var target = new Uri(new Uri(page.Url), await links.First.GetAttributeAsync("href"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(target.AbsoluteUri);
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_last_arrow_leads_to_all_results_and_no_further() => OnTopicAsync(async page =>
    {
        await Field(page).FillAsync("ledelse");
        await AssertFoundAsync(page, "ledelse");
        await Assertions.Expect(Panel(page).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(8);
        for (var i = 0; i < 12; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }
        var all = Panel(page).Locator("a").Last;
        await Assertions.Expect(all).ToBeFocusedAsync();
        await Assertions.Expect(all).ToHaveTextAsync(new Regex(@"^Se alle \d{2} resultater$"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(site.Url(site.Map.Search(SiteInBrowser.Danish)) + "?q=ledelse");
    });

    [Theory]
    [InlineData("da", "agenter")]
    [InlineData("en", "leadership")]
    public Task Enter_leads_to_the_search_page_where_the_same_stands_first(string tag, string word) => site.ReadAsync(async page =>
    {
        await page.GotoAsync(site.Url(Topic(Language.Of(tag))));
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync(word);
        await AssertFoundAsync(page, word);
        await AssertCompleteAsync(page);
        var first = await Panel(page).Locator("a").First.GetAttributeAsync("href");
        var said = await Status(page).TextContentAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{site.Url(site.Map.Search(Language.Of(tag)))}?q={word}");
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync(said!);
        await Assertions.Expect(page.Locator("#search-results a").First).ToHaveAttributeAsync("href", first!);
    });

    [Fact]
    public Task Escape_closes_the_panel_then_empties_the_field_and_the_arrow_opens_it_again() => OnTopicAsync(async page =>
    {
        await Field(page).FillAsync("tillid");
        await AssertFoundAsync(page, "tillid");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Escape");
        await AssertClosedAsync(page);
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await Assertions.Expect(Field(page)).ToHaveValueAsync("tillid");

        await page.Keyboard.PressAsync("ArrowDown");
        await AssertFoundAsync(page, "tillid");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Field(page)).ToHaveValueAsync("");
        await AssertClosedAsync(page);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Tab_goes_on_from_the_field_and_closes_the_panel(bool onResult) => OnTopicAsync(async page =>
    {
        await Field(page).FillAsync("tillid");
        await AssertFoundAsync(page, "tillid");
        if (onResult)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }
        await page.Keyboard.PressAsync("Tab");
        await AssertClosedAsync(page);
        await Assertions.Expect(page.Locator("form[role=search] button[type=submit]")).ToBeFocusedAsync();
    });

    [Fact]
    public Task A_click_elsewhere_closes_the_panel_and_one_in_the_field_opens_it() => OnTopicAsync(async page =>
    {
        await Field(page).FillAsync("tillid");
        await AssertFoundAsync(page, "tillid");
        await page.Locator("h1").ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        await AssertClosedAsync(page);
        await Field(page).ClickAsync();
        await AssertFoundAsync(page, "tillid");
    });

    [Fact]
    public Task What_one_types_on_a_result_goes_into_the_field() => OnTopicAsync(async page =>
    {
        await Field(page).FillAsync("tilli");
        await Assertions.Expect(Panel(page).Locator("a").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.TypeAsync("d");
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await Assertions.Expect(Field(page)).ToHaveValueAsync("tillid");
        await AssertFoundAsync(page, "tillid");
    });

    [Fact]
    public Task A_result_on_the_page_one_reads_closes_the_panel_and_shows_its_spot() => site.ReadAsync(
        async page =>
        {
            await page.GotoAsync(site.Url(site.Map.Glossary(SiteInBrowser.Danish)!));
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.TypeAsync("fællesskabsagent");
            var link = Panel(page).Locator($"a[href^='{new Uri(page.Url).AbsolutePath}#']").First;
            var target = new Uri(new Uri(page.Url), await link.GetAttributeAsync("href"));
            await link.ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync(target.AbsoluteUri);
            await Assertions.Expect(page.Locator(".menu-panel")).ToBeHiddenAsync();
            await Assertions.Expect(page.Locator($"[id='{Uri.UnescapeDataString(target.Fragment[1..])}']")).ToBeInViewportAsync();
        },
        Telephone);

    [Fact]
    public Task Only_the_newest_querys_answer_is_shown() => OnTopicAsync(async page =>
    {
        var index = new TaskCompletionSource();
        await page.RouteAsync("**/search/da.json", async route =>
        {
            await index.Task;
            await route.ContinueAsync();
        });
        await page.RunAndWaitForRequestAsync(() => Field(page).FillAsync("kodeks"), "**/search/da.json");
        await page.EvaluateAsync("""
            () => {
              globalThis.said = [];
              const status = document.querySelector('.search-panel [role=status]');
              new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
            }
            """);
        await Field(page).FillAsync("tillid");
        index.SetResult();
        await AssertFoundAsync(page, "tillid");
        Assert.DoesNotContain(await page.EvaluateAsync<string[]>("said"), text => text.Contains("kodeks", StringComparison.Ordinal));
    });

    [Fact]
    public Task Nothing_is_stored_and_no_step_added_to_the_history() => OnTopicAsync(async page =>
    {
        var steps = await page.EvaluateAsync<int>("history.length");
        await Field(page).PressSequentiallyAsync("tillid");
        await AssertFoundAsync(page, "tillid");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");

        Assert.Equal(steps, await page.EvaluateAsync<int>("history.length"));
        Assert.DoesNotContain("?", page.Url, StringComparison.Ordinal);
        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length + document.cookie.length"));
        await Assertions.Expect(Field(page)).ToHaveAttributeAsync("autocomplete", "off");
    });

    [Theory]
    [InlineData("long")]
    [InlineData("(?:[a-z]+)*$^\\d{1,}|.*")]
    [InlineData("{n} {query} $& $1 %00 %")]
    [InlineData("👩‍👩‍👧‍👦🏳️‍🌈")]
    [InlineData("שלום עולם \u202Eabc")]
    [InlineData("<script>globalThis.injected = 1</script><img src=x onerror='globalThis.injected = 1'>")]
    [InlineData("lone surrogates")]
    public Task A_hostile_query_neither_fails_nor_becomes_markup(string text) => OnTopicAsync(async page =>
    {
        // Lone surrogates do not survive the way to the browser, so they are made there.
        var query = text switch { "long" => "'x'.repeat(10000)", "lone surrogates" => @"'\uD800 \uDFFF tillid \uD83D'", _ => System.Text.Json.JsonSerializer.Serialize(text) };
        await page.Keyboard.PressAsync("/");
        await page.EvaluateAsync($$"""
            () => {
              const field = document.activeElement;
              field.value = {{query}};
              field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            }
            """);
        await Assertions.Expect(Status(page)).ToHaveTextAsync(new Regex(@"^(\d+ resultat|Ingen resultater)"));
        Assert.InRange((await Status(page).TextContentAsync())!.Length, 10, 200);
        Assert.Equal(0, await Panel(page).Locator("script, img").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("'injected' in globalThis"));

        if (text == "long")
        {
            // A host would refuse an address of that length; who pastes so much into the field gets no further than this.
            await page.Keyboard.PressAsync("Control+a");
            await page.Keyboard.InsertTextAsync(new string('y', 10_000));
            await Assertions.Expect(Field(page)).ToHaveValueAsync(new string('y', 256));
        }
        // And so it goes on to the search page.
        await page.Locator("form[role=search] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#search-status")).ToHaveTextAsync(new Regex(@"^(\d+ resultat|Ingen resultater)"));
        Assert.Equal(0, await page.Locator("main script, main img").CountAsync());
    });

    [Theory]
    [InlineData("da", "xfrokxstx", "frokost")]
    [InlineData("en", "xlunxchx", "lunch")]
    public Task Who_finds_nothing_gets_the_closest_word_and_the_topics(string tag, string wrong, string right) => site.ReadAsync(async page =>
    {
        var language = Language.Of(tag);
        await page.GotoAsync(site.Url(Topic(language)));
        await Field(page).FillAsync(wrong);
        await Assertions.Expect(Status(page)).ToHaveTextAsync(site.Map.Strings[language].Search.NoResults.With("query", wrong).Text);
        var topics = Panel(page).GetByRole(AriaRole.Link, new() { Name = site.Map.Strings[language].Search.AllTopics });
        await Assertions.Expect(topics).ToHaveAttributeAsync(
            "href", SiteInBrowser.Address.Href(site.Map.TopicIndex(site.Map.Network.Days[^1], language).Path));

        await Panel(page).GetByRole(AriaRole.Button, new() { Name = right, Exact = true }).ClickAsync();
        await Assertions.Expect(Field(page)).ToHaveValueAsync(right);
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await AssertFoundAsync(page, right);
    });

    [Fact]
    public Task What_only_the_other_language_has_stands_below_in_its_language() => OnTopicAsync(async page =>
    {
        await Field(page).FillAsync("stumbling");
        var others = Panel(page).GetByRole(AriaRole.List, new() { Name = site.Map.Strings[SiteInBrowser.Danish].Search.OtherLanguage.With("language", "English").Text });
        await Assertions.Expect(others).ToBeVisibleAsync();
        foreach (var row in await others.GetByRole(AriaRole.Listitem).AllAsync())
        {
            await Assertions.Expect(row).ToHaveAttributeAsync("lang", "en");
            await Assertions.Expect(row.Locator("a")).ToHaveAttributeAsync("hreflang", "en");
        }
        // What the rows say in the page's own language says so.
        Assert.Equal(["da"], (await others.Locator(".search-about > span").EvaluateAllAsync<string[]>("all => all.map(e => e.lang)")).Distinct());
        await Assertions.Expect(Status(page)).ToContainTextAsync("English (");
    });

    [Fact]
    public Task The_kind_is_not_named_where_the_title_begins_with_it() => OnTopicAsync(async page =>
    {
        await Field(page).FillAsync("kodeks");
        await AssertFoundAsync(page, "kodeks");
        Assert.DoesNotContain(await Panel(page).Locator(".search-about").AllTextContentsAsync(), about => about.StartsWith("Kodeks", StringComparison.Ordinal));
        await Assertions.Expect(Panel(page).Locator("li").First.Locator("a")).ToHaveTextAsync(new Regex("^Kodeks"));
        await Assertions.Expect(Panel(page).Locator(".search-about", new() { HasText = "Ordliste" }).First).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_search_that_could_not_be_fetched_is_fetched_with_the_next_letter() => site.ReadAsync(
        async page =>
        {
            await page.GotoAsync(site.Url(Topic(SiteInBrowser.Danish)));
            var missed = new HashSet<string>();
            await page.RouteAsync(
                new Regex(@"/search-panel\.js$|/search/da\.json$"),
                route => missed.Add(route.Request.Url) ? route.FulfillAsync(new() { Status = 404 }) : route.ContinueAsync());
            await page.EvaluateAsync("() => { self.told = new Promise(told => addEventListener('error', () => told(), { capture: true, once: true })); }");
            await page.Keyboard.PressAsync("/");
            // A letter that comes before the page has been told of the failure does not try again; the next one would.
            await page.EvaluateAsync("() => self.told").WaitAsync(TimeSpan.FromMinutes(1));
            Assert.EndsWith("/search-panel.js", Assert.Single(missed), StringComparison.Ordinal);
            await page.Keyboard.TypeAsync("t");
            await Assertions.Expect(Status(page)).ToHaveTextAsync(site.Map.Strings[SiteInBrowser.Danish].Search.Failed);
            await Assertions.Expect(Panel(page).GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
            await page.Keyboard.TypeAsync("illid");
            await AssertFoundAsync(page, "tillid");
        },
        missing: true);

    [Fact]
    public Task On_a_telephone_the_results_stand_under_the_field_within_the_screen_and_are_large_enough_to_touch() => site.ReadAsync(
        async page =>
        {
            await page.GotoAsync(site.Url(Topic(SiteInBrowser.Danish)));
            await page.Locator(".menu summary").ClickAsync();
            await Field(page).FillAsync("ledelse");
            await AssertFoundAsync(page, "ledelse");
            await AssertCompleteAsync(page);
            await Assertions.Expect(page.Locator(".menu-panel nav")).ToBeHiddenAsync();

            // A telephone's keyboard takes the lower half: field and first result stand above it.
            Assert.InRange(await Panel(page).Locator("li").First.EvaluateAsync<double>("e => e.getBoundingClientRect().bottom"), 1, 320);
            Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(await Panel(page).Locator("li, .search-all").EvaluateAllAsync<string[]>("""
                all => all.filter(e => {
                  const { left, right, height } = e.getBoundingClientRect();
                  return left < 0 || right > innerWidth || height < 24;
                }).map(e => e.outerHTML)
                """));

            // Putting the keyboard away leaves the field for nowhere.
            await Field(page).BlurAsync();
            await Assertions.Expect(Panel(page).Locator("a").First).ToBeVisibleAsync();
            await Panel(page).Locator("li").First.ClickAsync();
            await Assertions.Expect(page.Locator(".search-panel a")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        },
        Telephone);

    private static readonly string[] Ordinary = ["tillid", "tillidsfuld", "frokost"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_large_index_answers_beside_the_page_or_within_it_where_there_are_no_workers(bool workers) => OnTopicAsync(async page =>
    {
        var index = SearchIndexBuilder.Build(
            "search/da.json", "da",
            [.. Ordinary.Select((word, i) => new SearchPassage(word, $"/#{word}", word, "", PassageKind.Topic, "", $"Om {word}.", $"{i}"))],
            SearchVocabulary.Empty, wholeUpTo: 0);
        Assert.True(index.Length > 1, "The index is not in parts.");
        await page.Context.RouteAsync(new Regex("/search/da"), route =>
        {
            var file = index.Single(f => route.Request.Url.EndsWith("/" + f.Path, StringComparison.Ordinal));
            return route.FulfillAsync(new() { ContentType = "application/json", BodyBytes = file.Content.ToArray() });
        });
        if (!workers)
        {
            await page.EvaluateAsync("() => { globalThis.Worker = undefined; }");
        }
        await Field(page).PressSequentiallyAsync("tilld");
        await AssertFoundAsync(page, "tilld");
        await Assertions.Expect(Panel(page).Locator("a").First).ToHaveTextAsync("tillid");
        await Field(page).FillAsync("frokost");
        await AssertFoundAsync(page, "frokost");
        await Assertions.Expect(Panel(page).Locator("a")).ToHaveCountAsync(1);
        Assert.Equal(workers ? 1 : 0, page.Workers.Count);
    });

    [Fact]
    public Task An_open_panel_is_not_printed() => OnTopicAsync(async page =>
    {
        await Field(page).FillAsync("tillid");
        await AssertFoundAsync(page, "tillid");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(Panel(page)).ToBeHiddenAsync();
    });

    private Task OnTopicAsync(Func<IPage, Task> read) => site.ReadAsync(async page =>
    {
        await page.GotoAsync(site.Url(Topic(SiteInBrowser.Danish)));
        await read(page);
    });

    private Ledelsesdag.Site.Pages.Page Topic(Language language) => site.Map.PlaceOf(site.Map.Network.Days[^1].Topics[0], language).Page;

    private static ILocator Field(IPage page) => page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Searchbox);

    private static ILocator Panel(IPage page) => page.Locator(".search-panel");

    private static ILocator Status(IPage page) => Panel(page).GetByRole(AriaRole.Status);

    private static async Task AssertFoundAsync(IPage page, string word)
    {
        await Assertions.Expect(Status(page)).ToHaveTextAsync(new Regex($@"^[1-9]\d* \w+ \w+ {word}$"));
        await Assertions.Expect(Panel(page).Locator("a").First).ToBeVisibleAsync();
    }

    /// <summary>What is meant as well has come, so that nothing more changes.</summary>
    private static Task AssertCompleteAsync(IPage page) => page.WaitForLoadStateAsync(LoadState.NetworkIdle);

    private static async Task AssertClosedAsync(IPage page)
    {
        await Assertions.Expect(Panel(page).Locator("a:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(Status(page)).ToHaveTextAsync("");
    }

    private static int Compressed(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(content);
        }
        return (int)compressed.Length;
    }
}
