using System.Text.RegularExpressions;
using Ledelsesdag.Site.Pages;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.Name)]
public sealed partial class PrintTests(SiteInBrowser site)
{
    private static readonly string[] Navigation = [".languages", ".menu", ".breadcrumbs", ".day-order", ".site-footer nav", ".skip"];

    [Fact]
    public Task A_printed_page_has_paper_and_leaves_out_what_one_cannot_click() =>
        site.AssertOnEachAsync(site.EachKind(SiteInBrowser.Danish).Concat(site.EachKind(SiteInBrowser.English)).OfType<TopicPage>(), async (tab, _) =>
        {
            await tab.EmulateMediaAsync(new() { Media = Media.Print });
            await Assertions.Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            foreach (var navigation in Navigation)
            {
                await Assertions.Expect(tab.Locator(navigation)).ToBeHiddenAsync();
            }
            var pdf = System.Text.Encoding.Latin1.GetString(await tab.PdfAsync());
            var pages = PageCount().Match(pdf).Groups[1].Value;
            await tab.EmulateMediaAsync(new() { Media = Media.Screen });
            return pdf.StartsWith("%PDF", StringComparison.Ordinal) && pages is not ("" or "0") ? [] : ["printed to nothing"];
        });

    [Fact]
    public Task The_codes_for_the_room_print_the_day_on_a_sheet_and_then_two_sessions_on_each() =>
        site.AssertOnEachAsync(site.Map.Pages.OfType<RoomPage>(), async (tab, page) =>
        {
            var sheets = 1 + (page.Day!.Programme.Sessions.Length + 1) / 2;
            var pdf = System.Text.Encoding.Latin1.GetString(await tab.PdfAsync(new() { Format = "A4" }));
            var printed = PageCount().Match(pdf).Groups[1].Value;
            return printed == sheets.ToString(System.Globalization.CultureInfo.InvariantCulture) ? [] : [$"printed on {printed} sheets, not {sheets}"];
        });

    [GeneratedRegex(@"/Type /Pages\s*/Count (\d+)")]
    private static partial Regex PageCount();
}
