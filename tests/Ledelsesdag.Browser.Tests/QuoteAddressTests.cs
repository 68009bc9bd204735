using Ledelsesdag.Site.Pages;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.Name)]
public sealed class QuoteAddressTests(SiteInBrowser site)
{
    private QuotePage Page => site.Map.Pages.OfType<QuotePage>().First(p => p.Language == SiteInBrowser.English);

    private QuotesWords Words => site.Map.WordsFor(Page).Quotes;

    [Fact]
    public Task A_quotes_address_is_copied_and_that_is_said() => site.ReadAsync(
        async page =>
        {
            await page.GotoAsync(site.Url(Page));
            await page.GetByRole(AriaRole.Button, new() { Name = Words.Copy, Exact = true }).ClickAsync();

            await Assertions.Expect(page.Locator(".copy [role=status]")).ToHaveTextAsync(Words.Copied);
            Assert.Equal(site.Map.Address.Absolute(Page.Path), await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        },
        window => window.Permissions = ["clipboard-read", "clipboard-write"]);

    [Fact]
    public Task A_browser_that_does_not_copy_says_what_to_do_instead() => site.ReadAsync(async page =>
    {
        await page.AddInitScriptAsync("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))");
        await page.GotoAsync(site.Url(Page));
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Copy, Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".copy [role=status]")).ToHaveTextAsync(Words.NotCopied);
    });

    [Fact]
    public Task Without_scripts_there_is_no_button_but_the_address() => site.ReadAsync(
        async page =>
        {
            await page.GotoAsync(site.Url(Page));

            await Assertions.Expect(page.Locator("[data-copies]")).ToBeHiddenAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = site.Map.Address.Absolute(Page.Path) })).ToBeVisibleAsync();
        },
        window => window.JavaScriptEnabled = false);
}
