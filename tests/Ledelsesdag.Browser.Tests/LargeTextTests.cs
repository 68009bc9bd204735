using Ledelsesdag.Content;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

/// <summary>Readers who enlarge the text, zoom in or space it out lose nothing of it.</summary>
[Collection(SiteInBrowser.EveryPage)]
public sealed class LargeTextTests(SiteInBrowser site)
{
    private const string AsItIs = "";

    private const string TwiceAsLarge = "html { font-size: 200% !important }";

    // What WCAG 1.4.12 asks a page to bear.
    private const string SpacedOut = """
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-block-end: 2em !important }
        """;

    // How a page bears a reader's own style: does it scroll sideways, is anything cut off, does text leave the boxes it
    // stands in or lie on other text? A constructed style sheet, for the page's policy forbids all others.
    private const string Faults = """
        ([css, width]) => {
          const own = new CSSStyleSheet();
          own.replaceSync(css);
          document.adoptedStyleSheets = [own];
          scrollTo({ top: 0, behavior: 'instant' });
          const faults = [];
          const name = e => e.outerHTML.slice(0, 120);
          const root = document.documentElement;
          if (innerWidth !== width) faults.push(`the window is ${innerWidth} px wide`);
          if (css.includes('200%') && getComputedStyle(root).fontSize !== '32px') faults.push('the text did not grow');
          if (css.includes('.12em') && getComputedStyle(document.body).letterSpacing === 'normal') faults.push('the text was not spaced out');
          if (root.scrollWidth > root.clientWidth) faults.push(`the page scrolls sideways, ${root.scrollWidth} px`);

          const shown = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
          // Text for screen readers alone is cut off on purpose.
          const forEars = e => e.closest('body *') && [...ancestors(e)].some(a => getComputedStyle(a).clipPath === 'inset(50%)');
          function* ancestors(e) { for (; e && e !== document.body; e = e.parentElement) yield e; }

          for (const e of document.querySelectorAll('body *')) {
            if (!shown(e) || forEars(e)) continue;
            const { overflowX, overflowY, textOverflow } = getComputedStyle(e);
            const wide = e.scrollWidth > e.clientWidth + 1, high = e.scrollHeight > e.clientHeight + 1;
            const cuts = value => value === 'hidden' || value === 'clip';
            if (e instanceof HTMLElement && e.clientWidth > 0 && (cuts(overflowX) && wide || cuts(overflowY) && high)) faults.push(`cut off: ${name(e)}`);
            if (e instanceof HTMLElement && (overflowX === 'auto' || overflowX === 'scroll') && wide && !e.querySelector('table')) faults.push(`scrolls sideways: ${name(e)}`);
          }

          const lines = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (walker.nextNode()) {
            const text = walker.currentNode, e = text.parentElement;
            if (!text.data.trim() || !shown(e) || forEars(e)) continue;
            range.selectNodeContents(text);
            const isInline = b => b instanceof SVGElement ? b.localName !== 'text' : /^(inline|contents|ruby)/.test(getComputedStyle(b).display) && !/^inline-./.test(getComputedStyle(b).display);
            let block = e;
            while (isInline(block) && block.parentElement) block = block.parentElement;
            for (const r of range.getClientRects()) {
              // What stands above or left of the page waits there for the keyboard.
              if (r.width < 1 || r.right + scrollX <= 0 || r.bottom + scrollY <= 0) continue;
              lines.push({ r, block, text: text.data.trim().slice(0, 60) });
              if (r.left + scrollX < -1) faults.push(`begins left of the page: '${text.data.trim().slice(0, 60)}'`);
              if (block instanceof SVGElement) {
                const picture = block.ownerSVGElement.getBoundingClientRect();
                if (getComputedStyle(block.ownerSVGElement).overflow !== 'visible' && (r.left < picture.left - 1 || r.right > picture.right + 1 || r.top < picture.top - 1 || r.bottom > picture.bottom + 1)) faults.push(`is cut off by its picture: '${text.data.trim().slice(0, 60)}'`);
                continue;
              }
              for (let box = block; box && box !== document.body; box = box.parentElement) {
                const b = box.getBoundingClientRect();
                const middle = (r.top + r.bottom) / 2;
                if (r.left < b.left - 1 || r.right > b.right + 1 || middle < b.top - 1 || middle > b.bottom + 1) {
                  faults.push(`'${text.data.trim().slice(0, 60)}' leaves ${name(box)}`);
                  break;
                }
                // What is placed by hand or pulled by a negative margin is meant to leave the box around it.
                const { position, marginLeft, marginRight } = getComputedStyle(box);
                if (position === 'absolute' || position === 'fixed' || parseFloat(marginLeft) < 0 || parseFloat(marginRight) < 0) break;
              }
            }
          }

          // The middle half of a line is where its letters are; lines set close may touch with the rest.
          const core = r => ({ top: r.top + r.height / 4, bottom: r.bottom - r.height / 4, left: r.left + 1, right: r.right - 1 });
          const sorted = lines.map(l => ({ ...l, c: core(l.r) })).sort((a, b) => a.c.top - b.c.top);
          for (let i = 0; i < sorted.length; i++) {
            for (let j = i + 1; j < sorted.length && sorted[j].c.top < sorted[i].c.bottom; j++) {
              const [a, b] = [sorted[i], sorted[j]];
              if (a.block !== b.block && a.c.left < b.c.right && b.c.left < a.c.right) faults.push(`'${a.text}' lies on '${b.text}'`);
            }
          }
          if (lines.length === 0) faults.push('there is no text');
          document.adoptedStyleSheets = [];
          return [...new Set(faults)];
        }
        """;

    // Whatever stays in place while the page scrolls under it must not hide what is read.
    private const string Covers = """
        () => {
          const faults = [];
          const stays = [...document.querySelectorAll('body *')].filter(e => /^(fixed|sticky)$/.test(getComputedStyle(e).position) && e.checkVisibility());
          const root = document.documentElement;
          for (let y = 0; stays.length > 0 && y < root.scrollHeight; y += innerHeight / 2) {
            scrollTo({ top: y, behavior: 'instant' });
            for (const e of stays) {
              const b = e.getBoundingClientRect();
              for (const [px, py] of [[.1, .1], [.5, .5], [.9, .9], [.1, .9], [.9, .1]]) {
                const under = document.elementsFromPoint(b.left + b.width * px, b.top + b.height * py);
                const covered = under.slice(under.indexOf(e) + 1).find(u => under.includes(e) && !u.contains(e) && u.textContent.trim() && !u.querySelector('main'));
                if (covered) faults.push(`${e.outerHTML.slice(0, 80)} covers ${covered.outerHTML.slice(0, 80)}`);
              }
            }
          }
          return [...new Set(faults)];
        }
        """;

    // A desk of 1280 px at 100, 200 and 400 per cent, which is also a window of 640 px at 200; and the narrowest telephone.
    private static readonly (int Width, int Height, string Style, string Says)[] Looks =
    [
        (1280, 800, AsItIs, "as it is"),
        (1280, 800, TwiceAsLarge, "text twice as large"),
        (1280, 800, SpacedOut, "text spaced out"),
        (640, 400, AsItIs, "zoomed to 200 %"),
        (640, 400, TwiceAsLarge, "text twice as large"),
        (320, 256, AsItIs, "zoomed to 400 %"),
        (320, 256, TwiceAsLarge, "text twice as large"),
        (320, 256, SpacedOut, "text spaced out"),
    ];

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task No_page_loses_any_text_or_scrolls_sideways_when_text_is_enlarged_zoomed_or_spaced_out(string language) =>
        site.AssertOnEachAsync(site.PagesIn(Language.Of(language)), async (tab, _) =>
        {
            var faults = new List<string>();
            foreach (var (width, height, style, says) in Looks)
            {
                await tab.SetViewportSizeAsync(width, height);
                faults.AddRange((await tab.EvaluateAsync<string[]>(Faults, new object[] { style, width })).Select(f => $"{width} px, {says}: {f}"));
            }
            faults.AddRange((await tab.EvaluateAsync<string[]>(Covers)).Select(f => $"320 × 256 px: {f}"));
            return faults;
        });
}
