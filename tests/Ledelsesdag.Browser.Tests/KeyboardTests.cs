using Ledelsesdag.Content;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.Name)]
public sealed class KeyboardTests(SiteInBrowser site)
{
    // What can have the focus and is to be seen, in the order of the page.
    private const string Stops = """
        () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
          .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
          .length
        """;

    // What is wrong with the element that has the focus; a first word tells whether the round is over.
    private const string Look = """
        () => {
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
          const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== 'rgba(0, 0, 0, 0)';
          if (!outlined && style.boxShadow === 'none') faults.push(`shows no focus: ${name}`);
          return { over: false, where: e.closest('footer') ? 'footer' : e.closest('main') ? 'main' : 'header', faults };
        }
        """;

    [Theory]
    [InlineData("da", 1280)]
    [InlineData("en", 1280)]
    [InlineData("da", 320)]
    public Task Tab_leads_to_everything_on_a_page_with_a_visible_focus_down_to_the_footer(string language, int width) =>
        site.AssertOnEachAsync(
            site.EachKind(Language.Of(language)),
            async (tab, _) =>
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
            },
            window => window.ViewportSize = new() { Width = width, Height = 800 });

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
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(link).ToBeFocusedAsync();
            await page.Locator(".menu summary").FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await Assertions.Expect(link).ToBeHiddenAsync();
        },
        window => window.ViewportSize = new() { Width = 320, Height = 640 });

    private sealed class Stop
    {
        public bool Over { get; set; }

        public string Where { get; set; } = "";

        public string[] Faults { get; set; } = [];
    }
}
