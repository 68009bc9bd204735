using Deque.AxeCore.Commons;
using Ledelsesdag.Content;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.Name)]
public sealed class AccessibilityTests(SiteInBrowser site)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What breaks a rule, and every contrast that could not be decided: nobody would decide it later.
    private const string Findings = """
        async scope => {
          const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const { violations, incomplete } = await axe.run(scope, { runOnly: { type: 'tag', values }, resultTypes: ['violations', 'incomplete'] });
          return [...violations, ...incomplete.filter(rule => rule.id === 'color-contrast')].flatMap(rule => rule.nodes.map(node =>
            `${rule.id} (${rule.help}): ${node.html} ${[...node.any, ...node.all, ...node.none].map(check => check.message).join(' ')}`));
        }
        """;

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task Axe_finds_nothing_on_any_page_in_the_light_or_in_the_dark(string language) =>
        site.AssertOnEachAsync(site.Map.Pages.Where(p => p.Language == Language.Of(language)), async (tab, _) =>
        {
            await tab.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            var light = await FindingsAsync(tab);
            await tab.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            var dark = await FindingsAsync(tab);
            return [.. light.Select(f => $"light: {f}"), .. dark.Select(f => $"dark: {f}")];
        });

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task Axe_finds_nothing_on_a_telephone_with_the_menu_open_or_closed(string language) =>
        site.AssertOnEachAsync(
            site.EachKind(Language.Of(language)),
            async (tab, _) =>
            {
                var closed = await FindingsAsync(tab);
                await tab.Locator(".menu summary").ClickAsync();
                // The panel lies over the text, whose contrast was judged before and cannot be through it.
                return closed.Concat((await FindingsAsync(tab, ".site-header")).Select(f => $"menu open: {f}"));
            },
            window => window.ViewportSize = new() { Width = 320, Height = 640 });

    [Theory]
    [InlineData("da", "tillid", ColorScheme.Light)]
    [InlineData("en", "trust", ColorScheme.Dark)]
    public Task Axe_finds_nothing_among_search_results(string language, string word, ColorScheme scheme) =>
        site.ReadAsync(
            async page =>
            {
                await page.GotoAsync(site.Url(site.Map.Search(Language.Of(language))) + "?q=" + word);
                await Assertions.Expect(page.Locator("#search-results mark").First).ToBeVisibleAsync();
                Assert.Empty(await FindingsAsync(page));
            },
            window => window.ColorScheme = scheme);

    [Theory]
    [InlineData("da", "tillid", 1280, ColorScheme.Light)]
    [InlineData("en", "leadership", 1280, ColorScheme.Dark)]
    [InlineData("da", "stumbling", 320, ColorScheme.Light)]
    [InlineData("en", "trust", 320, ColorScheme.Dark)]
    [InlineData("da", "xfrokxstx", 1280, ColorScheme.Light)]
    [InlineData("en", "xlunxchx", 320, ColorScheme.Dark)]
    public Task Axe_finds_nothing_in_the_open_panel_of_the_field(string language, string query, int width, ColorScheme scheme) =>
        site.ReadAsync(
            async page =>
            {
                await page.GotoAsync(site.Url(site.Map.Programme(site.Map.Network.Days[^1], Language.Of(language))));
                await page.Keyboard.PressAsync("/");
                await page.Keyboard.TypeAsync(query);
                await Assertions.Expect(page.Locator(".search-panel a").First).ToBeVisibleAsync();
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                // It lies over the page, through whose lines no contrast can be decided.
                await page.EvaluateAsync("document.querySelectorAll('main, .breadcrumbs, .site-footer, .menu-panel nav').forEach(e => e.style.visibility = 'hidden')");
                var findings = await FindingsAsync(page, ".search-form");
                await page.Keyboard.PressAsync("ArrowDown");
                findings = [.. findings, .. await FindingsAsync(page, ".search-form")];
                Assert.True(findings.Length == 0, string.Join("\n", findings));
            },
            // High enough that no row is scrolled half out of the panel, where none could be decided either.
            window => (window.ColorScheme, window.ViewportSize) = (scheme, new() { Width = width, Height = 1200 }));

    // Not Deque's own runner: it opens a further page for each run, and there are some two hundred of them here.
    private static async Task<string[]> FindingsAsync(IPage page, string scope = "html")
    {
        if (!await page.EvaluateAsync<bool>("'axe' in globalThis"))
        {
            await page.EvaluateAsync(Axe);
        }
        return await page.EvaluateAsync<string[]>(Findings, scope);
    }
}
