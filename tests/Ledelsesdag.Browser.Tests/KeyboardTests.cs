using Ledelsesdag.Content;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.Name)]
public sealed class KeyboardTests(SiteInBrowser site)
{
    // What can have the focus and is to be seen, in the order of the page. Tab stops at the chosen one of several radio
    // buttons; arrows lead to the others.
    private const string Stops = """
        () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
          .filter(e => e.tabIndex >= 0 && !e.disabled && (e.type !== 'radio' || e.checked) && e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
          .length
        """;

    // What is wrong with the element that has the focus; a first word tells whether the round is over.
    private const string Look = $$"""
        () => {
        {{Colours.Script}}
          const e = document.activeElement;
          if (!e || e === document.body || e.dataset.seen) return { over: true, where: '', faults: [] };
          e.dataset.seen = 'yes';
          const faults = [];
          const name = e.outerHTML.slice(0, 120);
          const box = [...e.getClientRects()].find(r => r.width > 0 && r.height > 0);
          if (!box || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
            faults.push(`cannot be seen: ${name}`);
          } else {
            const x = box.left + box.width / 2, y = box.top + box.height / 2;
            if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) faults.push(`is off the screen: ${name}`);
            const top = document.elementFromPoint(x, y);
            if (top && top !== e && !e.contains(top) && !top.contains(e)) faults.push(`is covered by ${top.outerHTML.slice(0, 80)}: ${name}`);
          }
          const style = getComputedStyle(e);
          const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          if (!outlined) faults.push(`shows no focus: ${name}`);
          const against = contrast(style.outlineColor, backdrop(parseFloat(style.outlineOffset) < 0 ? e : e.parentElement));
          if (outlined && against < 3) faults.push(`shows a focus with a contrast of ${against.toFixed(2)}: ${name}`);
          return { over: false, where: e.closest('footer') ? 'footer' : e.closest('main') ? 'main' : 'header', faults };
        }
        """;

    // Edges of controls and words that do not stand off when the reader's machine allows a few colours only. Not axe's
    // own rule: it reads a colour that is not among the forced ones.
    private const string Lost = $$"""
        () => {
        {{Colours.Script}}
          const faults = [];
          if (!matchMedia('(forced-colors: active)').matches) faults.push('colours are not forced');
          for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
            if (!e.checkVisibility({ visibilityProperty: true })) continue;
            const style = getComputedStyle(e);
            // These the browser draws by itself, in the reader's colours.
            if (e.matches('[type=radio], [type=checkbox]') && style.appearance !== 'none') continue;
            const around = backdrop(e.parentElement);
            const edged = ['Top', 'Right', 'Bottom', 'Left'].every(side =>
              style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) >= 1 && contrast(style[`border${side}Color`], around) >= 3);
            // Without its edges a field or button is a word or nothing among others.
            if (!edged && !e.matches('a:not(.button), [tabindex]')) faults.push(`has no edges: ${e.outerHTML.slice(0, 120)}`);
            if (!edged && !(e.innerText ?? e.textContent).trim()) faults.push(`has neither words nor edges: ${e.outerHTML.slice(0, 120)}`);
          }
          for (const e of document.body.querySelectorAll('*')) {
            const speaks = [...e.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
            if (!speaks || e instanceof SVGElement || !e.checkVisibility({ visibilityProperty: true })) continue;
            const against = contrast(getComputedStyle(e).color, backdrop(e));
            if (against < 4.5) faults.push(`cannot be read, a contrast of ${against.toFixed(2)}: ${e.outerHTML.slice(0, 120)}`);
          }
          return faults;
        }
        """;

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task Tab_leads_to_everything_on_every_page_with_a_visible_focus_down_to_the_footer(string language) =>
        site.AssertOnEachAsync(site.PagesIn(Language.Of(language)), (tab, _) => WalkAsync(tab));

    [Theory]
    [InlineData("da", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public Task Tab_leads_to_everything_on_a_telephone(string language, ColorScheme scheme) =>
        site.AssertOnEachAsync(site.EachKind(Language.Of(language)), (tab, _) => WalkAsync(tab), window =>
        {
            window.ViewportSize = new() { Width = 320, Height = 800 };
            window.ColorScheme = scheme;
        });

    [Theory]
    [InlineData("da", 320, ColorScheme.Dark)]
    [InlineData("en", 1280, ColorScheme.Light)]
    public Task In_forced_colours_every_control_stands_off_and_the_focus_is_seen(string language, int width, ColorScheme scheme) =>
        site.AssertOnEachAsync(
            site.EachKind(Language.Of(language)),
            async (tab, _) =>
            {
                var lost = await tab.EvaluateAsync<string[]>(Lost);
                var faults = lost.Concat(await WalkAsync(tab)).ToList();
                if (width < 640)
                {
                    await tab.Locator(".menu summary").ClickAsync();
                    faults.AddRange(await tab.EvaluateAsync<string[]>(Lost));
                }
                return faults.Distinct();
            },
            window =>
            {
                window.ViewportSize = new() { Width = width, Height = 800 };
                window.ForcedColors = ForcedColors.Active;
                window.ColorScheme = scheme;
            });

    [Fact]
    public Task The_first_stop_of_every_kind_of_page_skips_to_the_content() =>
        site.AssertOnEachAsync(site.EachKind(SiteInBrowser.Danish).Concat(site.EachKind(SiteInBrowser.English)), async (tab, page) =>
        {
            await tab.Keyboard.PressAsync("Tab");
            var skip = tab.GetByRole(AriaRole.Link, new() { Name = site.Map.WordsFor(page).Frame.SkipToContent, Exact = true });
            await Assertions.Expect(skip).ToBeFocusedAsync();
            await Assertions.Expect(skip).ToBeInViewportAsync(new() { Ratio = 1 });
            await tab.Keyboard.PressAsync("Enter");
            await Assertions.Expect(tab.Locator("main")).ToBeFocusedAsync();
            await tab.Keyboard.PressAsync("Tab");
            var above = await tab.EvaluateAsync<bool>("document.activeElement.closest('header.site-header, .breadcrumbs') !== null");
            return above ? ["the next stop is above the content"] : [];
        });

    [Fact]
    public Task The_menu_of_a_telephone_opens_and_closes_by_keyboard() => site.ReadAsync(
        async page =>
        {
            await page.GotoAsync(site.Url(site.Map.Home(SiteInBrowser.Danish)));
            var link = page.Locator(".menu-panel nav a").First;
            await Assertions.Expect(link).ToBeHiddenAsync();
            await page.Locator(".menu summary").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(link).ToBeVisibleAsync();
            // The search stands first in the panel, then its button, then the menu.
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator(".menu-panel input")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(link).ToBeFocusedAsync();
            await page.Locator(".menu summary").FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await Assertions.Expect(link).ToBeHiddenAsync();
        },
        window => window.ViewportSize = new() { Width = 320, Height = 640 });

    /// <summary>Presses Tab from the top of a page down to its end and tells what was wrong on the way.</summary>
    private static async Task<IEnumerable<string>> WalkAsync(IPage tab)
    {
        var faults = new List<string>();
        var places = new List<string>();
        var stops = await tab.EvaluateAsync<int>(Stops);
        for (var pressed = 0; pressed <= stops + 1; pressed++)
        {
            await tab.Keyboard.PressAsync("Tab");
            var stop = await tab.EvaluateAsync<Stop>(Look);
            faults.AddRange(stop.Faults);
            if (stop.Over)
            {
                break;
            }
            places.Add(stop.Where);
        }
        if (places.Count != stops)
        {
            faults.Add($"Tab stopped {places.Count} times at {stops} elements");
        }
        if (!places.Distinct().SequenceEqual(["header", "main", "footer"]) && !places.Distinct().SequenceEqual(["header", "footer"]))
        {
            faults.Add($"the focus went through {string.Join(", ", places.Distinct())}");
        }
        if (!places.SequenceEqual(places.OrderBy(p => p switch { "header" => 0, "main" => 1, _ => 2 })))
        {
            faults.Add("the focus jumps up the page");
        }
        return faults;
    }

    private sealed class Stop
    {
        public bool Over { get; set; }

        public string Where { get; set; } = "";

        public string[] Faults { get; set; } = [];
    }
}
