using AngleSharp.Html.Parser;
using Ledelsesdag.Content;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.Name)]
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
}
