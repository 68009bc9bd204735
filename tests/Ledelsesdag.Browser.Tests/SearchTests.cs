using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.Name)]
public sealed class SearchTests(SiteInBrowser site)
{
    [Theory]
    [InlineData("da", "tillid")]
    [InlineData("en", "trust")]
    public Task A_word_typed_in_the_header_of_the_front_page_leads_to_marked_results(string tag, string word) => site.ReadAsync(async page =>
    {
        var language = Language.Of(tag);
        await page.GotoAsync(site.Url(site.Map.Home(language)));
        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Searchbox).FillAsync(word);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync($"{site.Url(site.Map.Search(language))}?q={word}");
        await Assertions.Expect(Field(page)).ToHaveValueAsync(word);
        await AssertFoundAsync(page, word);
        await Assertions.Expect(page.Locator("#search-results mark").First).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("da", "mål", "og")]
    [InlineData("en", "leadership", "the")]
    public Task Where_more_is_found_than_shown_a_button_shows_on_from_where_one_had_read_to(string tag, string word, string other) => site.ReadAsync(async page =>
    {
        await page.GotoAsync($"{site.Url(site.Map.Search(Language.Of(tag)))}?q={Uri.EscapeDataString(word)}");
        await AssertFoundAsync(page, word);
        var results = page.Locator("#search-results > li");
        await Assertions.Expect(results).ToHaveCountAsync(30);
        await Assertions.Expect(page.Locator("#search-status")).Not.ToContainTextAsync("30");

        var more = page.Locator(".search-more");
        await more.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(results.Nth(30).Locator("a")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#search-status")).ToContainTextAsync((await results.CountAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Assertions.Expect(more).ToBeHiddenAsync();

        await Field(page).FillAsync(other);
        await AssertFoundAsync(page, other);
        await Assertions.Expect(results).ToHaveCountAsync(30);
    });

    [Theory]
    [InlineData("da", "ledelsesarbejdet")]
    [InlineData("en", "network")]
    public Task An_excerpt_that_begins_where_the_text_has_dots_has_them_once(string tag, string word) => site.ReadAsync(async page =>
    {
        await page.GotoAsync($"{site.Url(site.Map.Search(Language.Of(tag)))}?q={word}");
        await AssertFoundAsync(page, word);

        var excerpts = await page.Locator(".search-excerpt").AllTextContentsAsync();
        Assert.Contains(excerpts, excerpt => excerpt.StartsWith("… ", StringComparison.Ordinal));
        Assert.DoesNotContain(excerpts, excerpt => excerpt.StartsWith("… …", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("da", "agenter")]
    [InlineData("da", "vaerdsaettelse")]
    [InlineData("en", "trust")]
    public Task Results_come_while_one_types_and_the_keyboard_opens_one_where_it_says(string tag, string word) => site.ReadAsync(async page =>
    {
        await page.GotoAsync(site.Url(site.Map.Search(Language.Of(tag))));
        await Field(page).PressSequentiallyAsync(word);
        await AssertFoundAsync(page, word);

        var links = page.Locator("#search-results a");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(links.First).ToBeFocusedAsync();
        if (await links.CountAsync() > 1)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(links.Nth(1)).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("ArrowUp");
            await Assertions.Expect(links.First).ToBeFocusedAsync();
        }
        // One that leads to a spot on a page, for that it can be missed.
        var link = page.Locator("#search-results a[href*='#']").First;
        var target = new Uri(new Uri(page.Url), await link.GetAttributeAsync("href"));
        for (var left = await links.CountAsync(); left > 0 && !await link.EvaluateAsync<bool>("a => a === document.activeElement"); left--)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }
        await Assertions.Expect(link).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(target.AbsoluteUri);
        await Assertions.Expect(page.Locator($"[id='{Uri.UnescapeDataString(target.Fragment[1..])}']")).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task Every_result_leads_to_a_page_and_a_spot_that_exist(string tag) => site.ReadAsync(async page =>
    {
        var language = Language.Of(tag);
        await page.GotoAsync(site.Url(site.Map.Search(language)) + "?q=" + (tag == "da" ? "ledelse" : "leadership"));
        await Assertions.Expect(page.Locator("#search-results mark").First).ToBeVisibleAsync();
        var targets = await page.Locator("#search-results a").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.href))]");
        Assert.True(targets.Length > 5);
        foreach (var target in targets)
        {
            await page.GotoAsync(target);
            if (new Uri(target).Fragment is { Length: > 1 } fragment)
            {
                await Assertions.Expect(page.Locator($"[id='{Uri.UnescapeDataString(fragment[1..])}']")).ToHaveCountAsync(1);
            }
        }
    });

    [Fact]
    public Task The_count_stays_while_the_other_language_is_still_loading() => site.ReadAsync(async page =>
    {
        var other = new TaskCompletionSource();
        await page.RouteAsync("**/search/en.json", async route =>
        {
            await other.Task;
            await route.ContinueAsync();
        });
        await page.Clock.InstallAsync();
        await page.GotoAsync(site.Url(site.Map.Search(SiteInBrowser.Danish)));
        // It is asked for last, when everything of the reader's own language has been shown.
        await page.RunAndWaitForRequestAsync(() => Field(page).FillAsync("tillid"), "**/search/en.json");
        await AssertFoundAsync(page, "tillid");

        await page.Clock.RunForAsync(5_000);
        await AssertFoundAsync(page, "tillid");
        other.SetResult();
    });

    [Fact]
    public Task What_was_found_stays_told_while_the_fuller_answer_is_under_way() => site.ReadAsync(async page =>
    {
        var fuller = new TaskCompletionSource();
        await page.RouteAsync("**/search/*.near.*.json", async route =>
        {
            await fuller.Task;
            await route.ContinueAsync();
        });
        await page.Clock.InstallAsync();
        await page.GotoAsync(site.Url(site.Map.Search(SiteInBrowser.Danish)));
        await page.RunAndWaitForRequestAsync(() => Field(page).FillAsync("tillid"), "**/search/*.near.*.json");
        await AssertFoundAsync(page, "tillid");

        await page.Clock.RunForAsync(5_000);
        await AssertFoundAsync(page, "tillid");
        fuller.SetResult();
    });

    [Fact]
    public Task A_fuller_answer_leaves_the_reader_on_the_result_they_had_walked_to() => site.ReadAsync(async page =>
    {
        var fuller = new TaskCompletionSource();
        await page.RouteAsync("**/search/*.near.*.json", async route =>
        {
            await fuller.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(site.Url(site.Map.Search(SiteInBrowser.Danish)));
        await Field(page).FillAsync("tillid");
        await AssertFoundAsync(page, "tillid");
        await page.Keyboard.PressAsync("ArrowDown");
        var first = page.Locator("#search-results a").First;
        await Assertions.Expect(first).ToBeFocusedAsync();
        var before = await first.ElementHandleAsync();

        fuller.SetResult();
        await page.WaitForFunctionAsync("link => !link.isConnected", before);
        await Assertions.Expect(page.Locator("#search-results a:focus")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Escape_leads_from_the_results_to_the_field_and_then_empties_it() => site.ReadAsync(async page =>
    {
        await page.GotoAsync(site.Url(site.Map.Search(SiteInBrowser.Danish)));
        await Field(page).FillAsync("tillid");
        await AssertFoundAsync(page, "tillid");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#search-results a").First).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await Assertions.Expect(Field(page)).ToHaveValueAsync("tillid");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Field(page)).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("#search-results li")).ToHaveCountAsync(0);
        await Assertions.Expect(Status(page)).ToHaveTextAsync("");
    });

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task A_search_that_finds_nothing_says_so(string tag) => site.ReadAsync(async page =>
    {
        var language = Language.Of(tag);
        await page.GotoAsync(site.Url(site.Map.Search(language)));
        await Field(page).FillAsync("qqxxyyzz");
        await Assertions.Expect(Status(page)).ToHaveTextAsync(site.Map.Strings[language].Search.NoResults.With("query", "qqxxyyzz").Text);
        await Assertions.Expect(page.Locator("#search-results li")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_kind_is_chosen_by_keyboard_and_the_choice_keeps_the_focus() => site.ReadAsync(async page =>
    {
        await page.GotoAsync(site.Url(site.Map.Search(SiteInBrowser.Danish)) + "?q=ledelse");
        await AssertFoundAsync(page, "ledelse");
        var words = site.Map.Strings[SiteInBrowser.Danish].Search;
        var kinds = page.GetByRole(AriaRole.Group, new() { Name = words.Kinds });
        var all = kinds.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{words.KindAll} ") });
        var quotes = kinds.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{words.KindQuote} ") });
        foreach (var word in new[] { words.KindTopic, words.KindQuote, words.KindQuestion, words.KindCodex })
        {
            await Assertions.Expect(kinds.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{word} \\(\\d+\\)$") })).ToHaveCountAsync(1);
        }
        await Assertions.Expect(all).ToHaveAttributeAsync("aria-pressed", "true");

        await Field(page).FocusAsync();
        for (var i = 0; i < 12 && !await quotes.EvaluateAsync<bool>("b => b === document.activeElement"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(quotes).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(quotes).ToBeFocusedAsync();
        await Assertions.Expect(all).ToHaveAttributeAsync("aria-pressed", "false");
        var shown = await page.Locator("#search-results a").EvaluateAllAsync<string[]>("all => all.map(a => a.pathname)");
        Assert.NotEmpty(shown);
        var quotePages = site.Map.Pages.OfType<QuotePage>().Select(p => SiteInBrowser.Address.Href(p.Path)).ToHashSet();
        Assert.All(shown, path => Assert.Contains(path, quotePages));
        await Assertions.Expect(quotes).ToHaveTextAsync($"{words.KindQuote} ({shown.Length})");
    });

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task Without_scripts_the_search_page_says_what_to_do_and_its_links_lead_there(string tag) => site.ReadAsync(
        async page =>
        {
            var language = Language.Of(tag);
            var search = site.Url(site.Map.Search(language));
            await page.GotoAsync(search);
            await Assertions.Expect(page.Locator("noscript .notice")).ToHaveTextAsync(site.Map.Strings[language].Search.WithoutScript);
            var links = page.Locator(".overviews a");
            var count = await links.CountAsync();
            Assert.True(count > 2);
            for (var i = 0; i < count; i++)
            {
                var title = await links.Nth(i).TextContentAsync();
                await links.Nth(i).ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title!);
                await page.GotoAsync(search);
            }
        },
        window => window.JavaScriptEnabled = false);

    private static ILocator Field(IPage page) => page.Locator("#q");

    private static ILocator Status(IPage page) => page.GetByRole(AriaRole.Status);

    /// <summary>Results stand there, and one who does not see them has been told.</summary>
    private static async Task AssertFoundAsync(IPage page, string word)
    {
        await Assertions.Expect(Status(page)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($@"^[1-9]\d* \w+ \w+ {word}$"));
        await Assertions.Expect(page.Locator("#search-results a").First).ToBeVisibleAsync();
    }
}
