using AngleSharp.Html.Parser;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.EveryPage)]
public sealed class WithoutScriptTests(SiteInBrowser site)
{
    [Theory]
    [InlineData("da", false)]
    [InlineData("en", false)]
    [InlineData("da", true)]
    [InlineData("en", true)]
    public Task A_page_shows_the_words_that_were_served_with_scripts_or_without(string language, bool scripts) =>
        site.AssertOnEachAsync(
            site.EachKind(Language.Of(language)),
            async (tab, page) =>
            {
                var answer = await tab.Context.APIRequest.GetAsync(site.Url(page));
                using var served = new HtmlParser(new HtmlParserOptions { IsScripting = scripts }).ParseDocument(await answer.TextAsync());
                var heading = tab.GetByRole(AriaRole.Heading, new() { Level = 1 });
                await Assertions.Expect(heading).ToBeVisibleAsync();
                await Assertions.Expect(heading).ToHaveTextAsync(served.QuerySelector("h1")!.TextContent);
                var (expected, shown) = (served.QuerySelector("main")!.TextContent, await tab.Locator("main").TextContentAsync());
                return expected == shown ? [] : [$"served '{expected}', shown '{shown}'"];
            },
            window => window.JavaScriptEnabled = scripts);

    [Theory]
    [InlineData("da", 1280)]
    [InlineData("en", 320)]
    public Task Without_scripts_the_field_of_any_kind_of_page_leads_to_the_search_page(string tag, int width) =>
        site.AssertOnEachAsync(
            site.EachKind(Language.Of(tag)).Where(p => p is not SearchPage),
            async (tab, page) =>
            {
                if (width < 960)
                {
                    await tab.Locator(".menu summary").ClickAsync();
                }
                await tab.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Searchbox).FillAsync("tillid & mod");
                await tab.Keyboard.PressAsync("Enter");
                await Assertions.Expect(tab).ToHaveURLAsync(site.Url(site.Map.Search(page.Language)) + "?q=tillid+%26+mod");
                return [];
            },
            window => (window.JavaScriptEnabled, window.ViewportSize) = (false, new() { Width = width, Height = 800 }));
}
