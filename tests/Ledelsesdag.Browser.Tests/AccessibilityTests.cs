using Deque.AxeCore.Commons;
using Ledelsesdag.Content;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.EveryPage)]
public sealed class AccessibilityTests(SiteInBrowser site)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What breaks a rule, and what could not be decided about how a page looks: nobody would decide it later. A rule that
    // did not look at anything finds nothing either, so those that every page has something for must have run.
    // Nothing is preloaded: axe would fetch the styles again for a rule about turning the screen, which is not among these.
    private const string Findings = $$"""
        async ([scope, ...always]) => {
        {{Colours.Script}}
          // axe never decides about words in a drawing. They stand on the last shape that lies under them, or on the page.
          const isReadInDrawing = e => {
            if (!(e instanceof SVGElement)) return false;
            const { left, right, top, bottom } = e.getBoundingClientRect();
            const under = [...e.ownerSVGElement.querySelectorAll('rect, circle, ellipse, path, polygon')].findLast(shape => {
              const box = shape.getBoundingClientRect();
              const { fill, display } = getComputedStyle(shape);
              return display !== 'none' && fill !== 'none' && box.left < right && box.right > left && box.top < bottom && box.bottom > top;
            });
            const ground = backdrop(e.ownerSVGElement);
            return contrast(getComputedStyle(e).fill, under ? getComputedStyle(under).fill : ground) >= 4.5;
          };
          const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const { violations, incomplete, passes } = await axe.run(scope, {
            runOnly: { type: 'tag', values }, resultTypes: ['violations', 'incomplete'], preload: false });
          const undecided = incomplete.filter(rule => ['color-contrast', 'target-size', 'link-in-text-block'].includes(rule.id)).map(rule => ({
            ...rule, nodes: rule.nodes.filter(node => rule.id !== 'color-contrast' || !isReadInDrawing(document.querySelector(node.target[0]))) }));
          const ran = [...violations, ...incomplete, ...passes].map(rule => rule.id);
          return [
            ...[...violations, ...undecided].flatMap(rule => rule.nodes.map(node =>
              `${rule.id} (${rule.help}): ${node.html} ${[...node.any, ...node.all, ...node.none].map(check => check.message).join(' ')}`)),
            ...always.filter(id => !ran.includes(id)).map(id => `${id} did not run`),
          ];
        }
        """;

    private static readonly string[] OnEveryPage = ["color-contrast", "document-title", "html-has-lang", "link-name", "region"];

    private static readonly string[] OnEveryScreen = [.. OnEveryPage, "target-size"];

    private static readonly string[] InTheMenu = ["color-contrast", "target-size"];

    private static readonly int[] Widths = [1280, 320];

    // Every rule in every look, though colours alone differ between some: the time goes into loading a page and axe, not
    // into the rules.
    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task Axe_finds_nothing_on_any_page_at_a_desk_or_on_a_telephone_in_the_light_or_in_the_dark_or_on_paper(string language) =>
        site.AssertOnEachAsync(site.PagesIn(Language.Of(language)), async (tab, _) =>
        {
            var faults = new List<string>();
            foreach (var width in Widths)
            {
                await tab.SetViewportSizeAsync(width, 800);
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
                    faults.AddRange((await FindingsAsync(tab, OnEveryScreen)).Select(f => $"{width} px, {scheme}: {f}"));
                }
            }
            // Browsers lay out for the width of paper, which is not that of the window.
            await tab.SetViewportSizeAsync(A4Width, 800);
            await tab.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, Media = Media.Print });
            faults.AddRange((await FindingsAsync(tab, OnEveryPage)).Select(f => $"on paper: {f}"));
            await tab.EmulateMediaAsync(new() { Media = Media.Screen });
            return faults;
        });

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task Axe_finds_nothing_in_the_open_menu_of_a_telephone(string language) =>
        site.AssertOnEachAsync(
            site.EachKind(Language.Of(language)),
            async (tab, _) =>
            {
                await tab.Locator(".menu summary").ClickAsync();
                // The panel lies over the text, whose contrast is judged elsewhere and cannot be through it.
                return await FindingsAsync(tab, InTheMenu, ".site-header");
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
                Assert.Empty(await FindingsAsync(page, OnEveryScreen));
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
                var findings = await FindingsAsync(page, InTheMenu, ".search-form");
                await page.Keyboard.PressAsync("ArrowDown");
                findings = [.. findings, .. await FindingsAsync(page, InTheMenu, ".search-form")];
                Assert.True(findings.Length == 0, string.Join("\n", findings));
            },
            // High enough that no row is scrolled half out of the panel, where none could be decided either.
            window => (window.ColorScheme, window.ViewportSize) = (scheme, new() { Width = width, Height = 1200 }));

    [Theory]
    [InlineData("da", 1280, ColorScheme.Light)]
    [InlineData("en", 320, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_in_the_file_of_a_whole_day(string language, int width, ColorScheme scheme)
    {
        var folder = Directory.CreateTempSubdirectory("ledelsesdag-");
        try
        {
            await site.ReadAsync(
                "file://",
                async page =>
                {
                    await page.GotoAsync(site.WriteOffline(folder, Language.Of(language)));
                    var findings = await FindingsAsync(page, OnEveryScreen);
                    await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, Media = Media.Print });
                    findings = [.. findings, .. await FindingsAsync(page, OnEveryPage)];
                    Assert.True(findings.Length == 0, string.Join("\n", findings));
                },
                window => (window.ColorScheme, window.ViewportSize) = (scheme, new() { Width = width, Height = 800 }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // 210 mm less the margins of the style sheet.
    private const int A4Width = 627;

    // Not Deque's own runner: it opens a further page for each run, and there are hundreds of them here.
    private static async Task<string[]> FindingsAsync(IPage page, string[] always, string scope = "html")
    {
        if (!await page.EvaluateAsync<bool>("'axe' in globalThis"))
        {
            await page.EvaluateAsync(Axe);
        }
        return await page.EvaluateAsync<string[]>(Findings, new[] { scope }.Concat(always).ToArray());
    }
}
