using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.Name)]
public sealed partial class SlidesTests(SiteInBrowser site)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What does not fit on the slide that is shown, beyond a pixel of rounding.
    private const string Overflow = """
        () => {
          const slide = document.querySelector('.slide.current'), face = slide.querySelector('.face');
          const box = face.getBoundingClientRect();
          const out = [...face.querySelectorAll('*')].filter(e => {
            if (e.matches('.visually-hidden')) return false;
            const b = e.getBoundingClientRect();
            return b.width > 0 && (b.left < box.left - 1 || b.right > box.right + 1 || b.top < box.top - 1 || b.bottom > box.bottom + 1);
          });
          const size = Math.min(...[...face.querySelectorAll('p, li, td, h2')].map(e => parseFloat(getComputedStyle(e).fontSize)));
          return [
            ...out.map(e => `${slide.id}: ${e.outerHTML.slice(0, 80)}`),
            ...(face.scrollHeight > face.clientHeight + 1 || face.scrollWidth > face.clientWidth + 1 ? [`${slide.id} scrolls`] : []),
            ...(size < innerHeight / 60 ? [`${slide.id} has words of ${size} px`] : []),
          ];
        }
        """;

    private Day Day => site.Map.Network.Days[0];

    private SlidesWords Words => site.Map.Strings[SiteInBrowser.Danish].Slides;

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task Keys_lead_from_the_first_slide_to_the_last_and_back_with_the_place_told_and_remembered(string tag) => site.ReadAsync(async page =>
    {
        var ids = Ids(tag);
        await OpenAsync(page, tag);
        await page.Locator(".start").ClickAsync();
        for (var i = 0; i < ids.Count; i++)
        {
            await AssertAtAsync(page, ids, i);
            await page.Keyboard.PressAsync((i % 3) switch { 0 => "ArrowRight", 1 => "Space", _ => "PageDown" });
        }
        await AssertAtAsync(page, ids, ids.Count - 1);
        for (var i = ids.Count - 1; i > 0; i--)
        {
            await page.Keyboard.PressAsync(i % 2 == 0 ? "ArrowLeft" : "PageUp");
            await AssertAtAsync(page, ids, i - 1);
        }
        await page.Keyboard.PressAsync("End");
        await AssertAtAsync(page, ids, ids.Count - 1);
        await page.Keyboard.PressAsync("Home");
        await AssertAtAsync(page, ids, 0);
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("Enter");
        await AssertAtAsync(page, ids, 11);
    });

    [Theory]
    [InlineData("da", 1280, 720)]
    [InlineData("en", 1280, 720)]
    [InlineData("da", 1920, 1080)]
    [InlineData("en", 1920, 1080)]
    public Task No_slide_holds_more_than_can_be_seen_and_read(string tag, int width, int height) => site.ReadAsync(
        async page =>
        {
            var faults = new List<string>();
            await OpenAsync(page, tag, "?show");
            foreach (var id in Ids(tag))
            {
                await Assertions.Expect(Current(page)).ToHaveAttributeAsync("id", id);
                faults.AddRange(await page.EvaluateAsync<string[]>(Overflow));
                await page.Keyboard.PressAsync("ArrowRight");
            }
            Assert.True(faults.Count == 0, string.Join("\n", faults));
        },
        window => window.ViewportSize = new() { Width = width, Height = height });

    [Fact]
    public Task A_reload_and_an_address_come_back_to_the_slide_and_leaving_to_the_button() => site.ReadAsync(async page =>
    {
        var ids = Ids("da");
        await OpenAsync(page, "da", $"?show#{ids[7]}");
        await AssertAtAsync(page, ids, 7);
        await page.Keyboard.PressAsync("ArrowRight");
        await AssertAtAsync(page, ids, 8);
        await page.ReloadAsync();
        await AssertAtAsync(page, ids, 8);

        await Button(page, Words.Leave).ClickAsync();
        await Assertions.Expect(Button(page, Words.Start)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".site-header")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".slide .face >> visible=true")).ToHaveCountAsync(ids.Count);
        await Assertions.Expect(page).ToHaveURLAsync(Url("da", $"#{ids[8]}"));
        await Button(page, Words.Start).ClickAsync();
        await AssertAtAsync(page, ids, 8);
    });

    [Fact]
    public Task The_overview_shows_all_slides_and_leads_to_the_one_that_is_chosen() => site.ReadAsync(async page =>
    {
        var ids = Ids("da");
        await OpenAsync(page, "da", "?show");
        await page.Keyboard.PressAsync("o");
        await Assertions.Expect(page.Locator(".pick >> visible=true")).ToHaveCountAsync(ids.Count);
        await Assertions.Expect(page.Locator($"#{ids[0]} .pick")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator($"#{ids[2]} .pick")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var below = page.Locator(".pick:focus");
        var (first, second) = (await page.Locator($"#{ids[2]}").BoundingBoxAsync(), await below.BoundingBoxAsync());
        Assert.True(second!.Y > first!.Y && Math.Abs(second.X - first.X) < 4);
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await AssertAtAsync(page, ids, 2);
        await Assertions.Expect(page.Locator(".pick")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Escape");
        await page.Locator($"#{ids[5]} .pick").ClickAsync();
        await AssertAtAsync(page, ids, 5);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Button(page, Words.Start)).ToBeFocusedAsync();
    });

    [Fact]
    public Task The_buttons_lead_on_and_back_keep_the_focus_and_say_the_title() => site.ReadAsync(async page =>
    {
        var ids = Ids("da");
        await OpenAsync(page, "da", "?show");
        await Assertions.Expect(Button(page, Words.Previous)).ToBeDisabledAsync();
        await Button(page, Words.Next).ClickAsync();
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("id", ids[1]);
        await Assertions.Expect(Button(page, Words.Next)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".position")).ToHaveTextAsync($"2 / {ids.Count} {site.Map.Strings[SiteInBrowser.Danish].Programme.Title}");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("id", ids[2]);
        await Button(page, Words.Previous).ClickAsync();
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("id", ids[1]);
        await Assertions.Expect(page.Locator("progress")).ToHaveJSPropertyAsync("value", 2);
    });

    [Fact]
    public Task A_swipe_leads_on_and_back_and_a_stroke_down_does_not() => site.ReadAsync(
        async page =>
        {
            var ids = Ids("da");
            await OpenAsync(page, "da", "?show");
            await SwipeAsync(page, (300, 300), (80, 310));
            await AssertAtAsync(page, ids, 1);
            await SwipeAsync(page, (80, 300), (300, 290));
            await AssertAtAsync(page, ids, 0);
            await SwipeAsync(page, (300, 300), (80, 310));
            await SwipeAsync(page, (200, 500), (180, 200));
            await AssertAtAsync(page, ids, 1);
        },
        window => (window.HasTouch, window.IsMobile, window.ViewportSize) = (true, true, new() { Width = 390, Height = 700 }));

    [Fact]
    public Task The_speaker_has_a_window_with_notes_and_clock_that_goes_along_both_ways() => site.ReadAsync(async page =>
    {
        var ids = Ids("da");
        await OpenAsync(page, "da", "?show");
        var speaker = await page.RunAndWaitForPopupAsync(() => page.Keyboard.PressAsync("s"));
        await AssertAtAsync(speaker, ids, 0);
        await Assertions.Expect(speaker.Locator(".clock .now")).ToHaveTextAsync(TimeOfDay());
        await Assertions.Expect(speaker.Locator(".clock .elapsed")).ToHaveTextAsync(TimeSpent());

        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await AssertAtAsync(speaker, ids, 2);
        await Assertions.Expect(speaker.Locator($"#{ids[2]} .notes")).ToBeVisibleAsync();
        await Assertions.Expect(speaker.Locator($"#{ids[3]} .face")).ToBeVisibleAsync();
        await Assertions.Expect(speaker.Locator($"#{ids[3]} .notes")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".notes >> visible=true")).ToHaveCountAsync(0);

        await speaker.Keyboard.PressAsync("ArrowRight");
        await AssertAtAsync(page, ids, 3);
        await Button(speaker, Words.Reset).ClickAsync();
        await Assertions.Expect(speaker.Locator(".clock .elapsed")).ToHaveTextAsync(TimeSpent());
        var closed = new TaskCompletionSource();
        speaker.Close += (_, _) => closed.SetResult();
        await speaker.EvaluateAsync("() => { setTimeout(() => document.querySelector('.leave').click()); }");
        await closed.Task;
        await AssertAtAsync(page, ids, 3);
    });

    [Fact]
    public Task Where_no_second_window_may_be_opened_the_speaker_has_this_one() => site.ReadAsync(async page =>
    {
        var ids = Ids("da");
        await page.AddInitScriptAsync("window.open = () => null");
        await OpenAsync(page, "da", $"?show#{ids[3]}");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator(".clock .now")).ToHaveTextAsync(TimeOfDay());
        await Assertions.Expect(page.Locator($"#{ids[3]} .notes")).ToBeVisibleAsync();
        await AssertAtAsync(page, ids, 3);
        await page.Keyboard.PressAsync("ArrowRight");
        await AssertAtAsync(page, ids, 4);
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator(".clock")).ToBeHiddenAsync();
        await AssertAtAsync(page, ids, 4);
    });

    [Fact]
    public Task The_keys_are_listed_and_work_only_while_slides_are_shown_and_nobody_writes() => site.ReadAsync(async page =>
    {
        var ids = Ids("da");
        await OpenAsync(page, "da");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("o");
        await Assertions.Expect(page.Locator("html")).Not.ToHaveClassAsync(Showing());
        var field = page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Searchbox);
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("sofa? o");
        await Assertions.Expect(field).ToHaveValueAsync("sofa? o");
        await Assertions.Expect(page.Locator("html")).Not.ToHaveClassAsync(Showing());

        await Button(page, Words.Start).ClickAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = Words.Keys })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("id", ids[0]);
        // The browser's own.
        await page.Keyboard.PressAsync("Alt+s");
        await page.Keyboard.PressAsync("Control+ArrowRight");
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("id", ids[0]);
    });

    [Theory]
    [InlineData("da", false)]
    [InlineData("en", true)]
    public Task Each_slide_is_printed_on_a_sheet_of_its_own_whole_however_it_is_shown(string tag, bool showing) => site.ReadAsync(async page =>
    {
        await OpenAsync(page, tag, showing ? "?show" : "");
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(Ids(tag).Count, SheetsIn().Count(pdf));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        // As wide as the sheet within its margins.
        await page.SetViewportSizeAsync(1047, 718);
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.face')].filter(f => f.scrollHeight > f.clientHeight + 1 || f.scrollWidth > f.clientWidth + 1).map(f => f.parentElement.id)
            """));
        await Assertions.Expect(page.Locator(".notes >> visible=true")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Without_scripts_all_slides_and_notes_are_read_and_no_button_promises_more() => site.ReadAsync(
        async page =>
        {
            await OpenAsync(page, "da", "?show");
            await Assertions.Expect(page.Locator(".slide .face >> visible=true")).ToHaveCountAsync(Ids("da").Count);
            await Assertions.Expect(page.Locator(".notes").First).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("main button >> visible=true")).ToHaveCountAsync(0);
        },
        window => window.JavaScriptEnabled = false);

    [Theory]
    [InlineData("", ColorScheme.Light)]
    [InlineData("", ColorScheme.Dark)]
    [InlineData("o", ColorScheme.Light)]
    [InlineData("s", ColorScheme.Dark)]
    [InlineData("?", ColorScheme.Light)]
    public Task Axe_finds_nothing_in_any_way_of_showing(string key, ColorScheme scheme) => site.ReadAsync(
        async page =>
        {
            await page.AddInitScriptAsync("window.open = () => null");
            var faults = new List<string>();
            // One slide of each look.
            foreach (var id in (string[])["title", "programme", "session-npm-to-npg", "quote-jobs-dots", "questions-currents", "table-four-forms", "codex-good-welfare-leadership", "end"])
            {
                await OpenAsync(page, "da", $"?show#{id}");
                await page.ReloadAsync();
                if (key.Length > 0)
                {
                    await page.Keyboard.PressAsync(key);
                }
                await page.EvaluateAsync(Axe);
                faults.AddRange(await page.EvaluateAsync<string[]>("""
                    async () => (await axe.run(document, { preload: false, runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }))
                      .violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`))
                    """));
            }
            Assert.True(faults.Count == 0, string.Join("\n", faults));
        },
        window => window.ColorScheme = scheme);

    private List<string> Ids(string tag) => [.. SlideShow.Of(Day, Language.Of(tag), site.Map).Slides.Select(s => s.Id)];

    private string Url(string tag, string rest = "") => site.Url(site.Map.SlidesPage(Day, Language.Of(tag))) + rest;

    private Task<IResponse?> OpenAsync(IPage page, string tag, string rest = "") => page.GotoAsync(Url(tag, rest));

    private static ILocator Current(IPage page) => page.Locator(".slide.current");

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task AssertAtAsync(IPage page, List<string> ids, int index)
    {
        await Assertions.Expect(Current(page)).ToHaveAttributeAsync("id", ids[index]);
        await Assertions.Expect(page.Locator(".position")).ToHaveTextAsync($"{(index + 1).ToString(CultureInfo.InvariantCulture)} / {ids.Count.ToString(CultureInfo.InvariantCulture)}");
        await Assertions.Expect(page.Locator($"#{ids[index]} h2")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($@"\?(show|speaker)#{Regex.Escape(ids[index])}$"));
    }

    private static async Task SwipeAsync(IPage page, (int X, int Y) from, (int X, int Y) to)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await TouchAsync("touchStart", [from]);
        await TouchAsync("touchMove", [((from.X + to.X) / 2, (from.Y + to.Y) / 2)]);
        await TouchAsync("touchMove", [to]);
        await TouchAsync("touchEnd", []);
        await session.DetachAsync();

        Task TouchAsync(string type, (int X, int Y)[] points) => session.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = points.Select(p => new { x = p.X, y = p.Y }).ToArray(),
        });
    }

    [GeneratedRegex(@"\bshowing\b")]
    private static partial Regex Showing();

    [GeneratedRegex(@"^\d\d[.:]\d\d$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^\d+:\d\d:\d\d$")]
    private static partial Regex TimeSpent();

    [GeneratedRegex(@"/Type /Page\b(?!s)")]
    private static partial Regex SheetsIn();
}
