using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.EveryPage)]
public sealed class ReadingTests(SiteInBrowser site)
{
    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task A_reader_goes_from_the_front_page_by_the_programme_through_the_whole_day_and_a_step_back(string tag) => site.ReadAsync(async page =>
    {
        var language = Language.Of(tag);
        var words = site.Map.Strings[language];
        var day = site.Map.Network.Days[^1];
        await page.GotoAsync(site.Url(site.Map.Home(language)));

        await page.GetByRole(AriaRole.Link, new() { Name = words.Home.Overview, Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(site.Url(site.Map.Programme(day, language)));
        var first = site.Map.PlaceOf(day.Topics[0], language);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = first.Title, Exact = true }).ClickAsync();

        foreach (var topic in day.Topics)
        {
            var place = site.Map.PlaceOf(topic, language);
            await Assertions.Expect(page).ToHaveURLAsync(site.Url(place.Page));
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(place.Title);
            if (topic != day.Topics[^1])
            {
                await page.GetByRole(AriaRole.Link, new() { Name = words.Topics.Next }).ClickAsync();
            }
        }
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = words.Topics.Next })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = words.Topics.Previous }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(site.Url(site.Map.PlaceOf(day.Topics[^2], language).Page));
    });

    [Fact]
    public Task The_language_switch_of_every_page_leads_to_the_same_page_in_the_other_language_and_back() =>
        site.AssertOnEachAsync(site.Map.Pages.Where(p => p.Language == SiteInBrowser.Danish && p is not NotFoundPage), async (tab, page) =>
        {
            var counterpart = site.Map.VersionsOf(page).Single(p => p.Language == SiteInBrowser.English);
            await AssertLanguageAsync(tab, "da");
            await SwitchAsync(tab, "en");
            await Assertions.Expect(tab).ToHaveURLAsync(site.Url(counterpart));
            await AssertLanguageAsync(tab, "en");
            await SwitchAsync(tab, "da");
            await Assertions.Expect(tab).ToHaveURLAsync(site.Url(page));
            await AssertLanguageAsync(tab, "da");
            return [];
        });

    [Theory]
    [InlineData("/findes-ikke/", "da")]
    [InlineData("/lederdag-1/emner/findes/heller/ikke", "da")]
    [InlineData("/en/no-such-page/", "en")]
    [InlineData("/en/lederdag-1/nor-this", "en")]
    public Task An_address_that_leads_nowhere_is_answered_in_its_language_with_ways_on(string path, string tag) => site.ReadAsync(
        async page =>
        {
            var language = Language.Of(tag);
            var words = site.Map.Strings[language];
            var answer = await page.GotoAsync(site.Url(path));
            Assert.Equal(404, answer!.Status);
            await AssertLanguageAsync(page, tag);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(words.NotFound.Title);
            await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = words.Frame.Home, Exact = true }).ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync(site.Url(site.Map.Home(language)));
        },
        missing: true);

    [Fact]
    public Task Nothing_is_stored_about_a_reader_who_reads_and_searches() => site.ReadAsync(async page =>
    {
        foreach (var read in site.EachKind(SiteInBrowser.Danish).Concat(site.EachKind(SiteInBrowser.English)))
        {
            await page.GotoAsync(site.Url(read));
        }
        await page.GotoAsync(site.Url(site.Map.Search(SiteInBrowser.Danish)));
        await page.Locator("#q").FillAsync("tillid");
        await Assertions.Expect(page.Locator("#search-results mark").First).ToBeVisibleAsync();

        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("""
            async () => localStorage.length + sessionStorage.length + document.cookie.length
              + (await indexedDB.databases()).length + (await caches.keys()).length
              + (await navigator.serviceWorker.getRegistrations()).length
            """));
    });

    private static Task SwitchAsync(IPage page, string language) =>
        page.Locator($"nav.languages a[hreflang={language}]").ClickAsync();

    private static Task AssertLanguageAsync(IPage page, string language) =>
        Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
}
