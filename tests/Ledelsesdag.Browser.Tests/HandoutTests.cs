using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Printing;
using Ledelsesdag.Site.Tests;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Ledelsesdag.Browser.Tests;

/// <summary>The PDFs of the real site, printed by a real browser and read back.</summary>
public sealed class PrintedSite : IAsyncLifetime
{
    public SiteMap Map { get; } = RealSite.Map(SiteInBrowser.Address);

    public SiteBuild Build { get; private set; } = null!;

    public PdfPress Press { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        Press = new([.. InstalledBrowser.FindAll(), playwright.Chromium.ExecutablePath], TimeSpan.FromMinutes(5));
        Build = await RealSite.BuildAsync(SiteInBrowser.Address, Press);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[Collection(SiteInBrowser.Name)]
public sealed class HandoutTests(SiteInBrowser site, PrintedSite printed) : IClassFixture<PrintedSite>
{
    private const double Point = 25.4 / 72;

    public static TheoryData<string> Languages => ["da", "en"];

    private SiteMap Map => printed.Map;

    private Day Day => Map.Network.Days[^1];

    [Fact]
    public void Every_PDF_is_made_and_led_to()
    {
        Assert.Empty(printed.Build.Faults);
        Assert.Empty(printed.Build.Warnings);
        Assert.Equal(
            Map.Pages.SelectMany(page => Map.PrintsOf(page)).Select(print => print.Path[1..]).Order(StringComparer.Ordinal),
            Pdfs(printed.Build.Files).Select(file => file.Path));
    }

    [Fact]
    public async Task Printed_again_they_are_the_same_byte_for_byte()
    {
        var again = await RealSite.BuildAsync(SiteInBrowser.Address, printed.Press);
        Assert.Equal(
            Pdfs(printed.Build.Files).Select(file => $"{file.Path} {ContentHash.Of(file.Content.Span)}"),
            Pdfs(again.Files).Select(file => $"{file.Path} {ContentHash.Of(file.Content.Span)}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_whole_day_holds_every_session_topic_and_question_on_A4_with_its_pages_numbered(string tag)
    {
        var language = Language.Of(tag);
        using var pdf = Open(Map.Handout(Day, language), PrintKind.WholeDay);
        var text = Text(pdf);
        var expected = Day.Programme.Sessions.Select(s => s.Title)
            .Concat(Day.Topics.Select(t => t.Title))
            .Concat(Questions.Select(q => q.Text))
            .Concat(Day.Codices.SelectMany(c => c.Principles).Select(p => p.Text));
        Assert.Equal([], expected.Select(words => Map.Typographer.Plain(words, language)).Where(words => !text.Contains(Letters(words), StringComparison.Ordinal)));

        // A sheet at least for the cover, the programme, each session with topics and the glossary.
        Assert.InRange(pdf.NumberOfPages, 3 + Day.Programme.Sessions.Count(s => SiteMap.TopicsOf(s, Day).Length > 0), 40);
        foreach (var page in pdf.GetPages())
        {
            AssertSize(page, 210, 297);
            Assert.NotEmpty(page.Letters);
            var last = page.GetWords().Where(word => word.BoundingBox.Bottom < 60).Select(word => word.Text);
            Assert.Equal(page.Number == 1 ? [] : [page.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)], last);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Links_lead_within_the_PDF_or_to_the_site_and_never_to_this_computer(string tag)
    {
        using var pdf = Open(Map.Handout(Day, Language.Of(tag)), PrintKind.WholeDay);
        var addresses = pdf.GetPages().SelectMany(page => page.GetHyperlinks()).Select(link => link.Uri).ToList();
        Assert.Equal([], addresses.Where(address => !address.StartsWith("https://", StringComparison.Ordinal) && !address.StartsWith("http://www.", StringComparison.Ordinal)));
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var outline = bookmarks.GetNodes().Select(node => Letters(node.Title)).ToList();
        Assert.Equal([], Day.Topics.Select(topic => Map.PlaceOf(topic, Language.Of(tag)).Title).Where(title => !outline.Contains(Letters(title))));
    }

    [Theory]
    [InlineData("da", PrintKind.CodexA4, 210, 297)]
    [InlineData("en", PrintKind.CodexA4, 210, 297)]
    [InlineData("da", PrintKind.CodexA3, 297, 420)]
    [InlineData("en", PrintKind.CodexA3, 297, 420)]
    public void Each_codex_is_one_sheet_with_all_its_principles(string tag, PrintKind kind, int width, int height)
    {
        var language = Language.Of(tag);
        using var pdf = Open(Map.Posters(Day, language)!, kind);
        Assert.Equal(Day.Codices.Length, pdf.NumberOfPages);
        foreach (var (codex, page) in Day.Codices.Zip(pdf.GetPages()))
        {
            AssertSize(page, width, height);
            var text = Letters(page.Text);
            Assert.Equal([], codex.Principles.Select(p => Map.Typographer.Plain(p.Text, language)).Where(words => !text.Contains(Letters(words), StringComparison.Ordinal)));
            AssertInside(page, 12);
        }
    }

    [Theory]
    [InlineData("da", PrintKind.CardsA4, 4, 210, 297)]
    [InlineData("en", PrintKind.CardsA4, 4, 210, 297)]
    [InlineData("da", PrintKind.CardsA6, 1, 105, 148)]
    [InlineData("en", PrintKind.CardsA6, 1, 105, 148)]
    public void The_cards_hold_every_question_on_as_few_sheets_as_they_need(string tag, PrintKind kind, int onASheet, int width, int height)
    {
        var language = Language.Of(tag);
        using var pdf = Open(Map.Posters(Day, language)!, kind);
        var cards = Day.QuestionSets.Sum(set => set.Questions.Length);
        Assert.Equal((cards + onASheet - 1) / onASheet, pdf.NumberOfPages);
        var text = Text(pdf);
        Assert.Equal([], Questions.Select(q => Map.Typographer.Plain(q.Text, language)).Where(words => !text.Contains(Letters(words), StringComparison.Ordinal)));
        foreach (var page in pdf.GetPages())
        {
            AssertSize(page, width, height);
            AssertInside(page, 7);
        }
    }

    [Fact]
    public Task What_the_reader_chooses_is_what_is_printed() => site.ReadAsync(async page =>
    {
        await page.GotoAsync(site.Url(Map.Posters(Day, SiteInBrowser.Danish)!));
        foreach (var print in Map.PrintsOf(Map.Posters(Day, SiteInBrowser.Danish)!))
        {
            await page.GetByRole(AriaRole.Radio, new() { Name = Map.Strings[SiteInBrowser.Danish].Posters.Kinds[print.Kind].Name, Exact = true }).CheckAsync();
            using var chosen = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = false }));
            using var made = Open(print.Page, print.Kind);
            Assert.Equal(made.NumberOfPages, chosen.NumberOfPages);
            Assert.Equal(Text(made), Text(chosen));
            Assert.Equal(made.GetPage(1).Width, chosen.GetPage(1).Width, 1.0);
        }
    });

    [Fact]
    public Task A_worksheet_printed_with_answers_has_them_on_paper() => site.ReadAsync(async page =>
    {
        await page.GotoAsync(site.Url(Map.Worksheet(Day, SiteInBrowser.Danish)!));
        await page.Locator("#answer-continue-doing").FillAsync("Lytte først, mærke-7731");
        using var pdf = PdfDocument.Open(await page.PdfAsync(new() { Format = "A4" }));
        var text = Text(pdf);
        Assert.Contains(Letters("Lytte først, mærke-7731"), text, StringComparison.Ordinal);
        Assert.Equal([], Questions.Select(q => Map.Typographer.Plain(q.Text, SiteInBrowser.Danish)).Where(words => !text.Contains(Letters(words), StringComparison.Ordinal)));
    });

    private IEnumerable<Question> Questions => Day.QuestionSets.SelectMany(set => set.Questions).SelectMany(q => q.FollowUps.Prepend(q));

    private PdfDocument Open(Page page, PrintKind kind)
    {
        var path = Map.PrintsOf(Map.VersionsOf(page).Single(p => p.Language == page.Language)).Single(print => print.Kind == kind).Path[1..];
        return PdfDocument.Open(printed.Build.Files.Single(file => file.Path == path).Content.ToArray());
    }

    private static IEnumerable<OutputFile> Pdfs(ImmutableArray<OutputFile> files) => files.Where(file => file.Path.EndsWith(Print.Extension, StringComparison.Ordinal));

    private static string Text(PdfDocument pdf) => Letters(string.Concat(pdf.GetPages().Select(page => page.Text)));

    // Where a line ends or a word is divided is the browser's business.
    private static string Letters(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit));

    private static void AssertSize(UglyToad.PdfPig.Content.Page page, int width, int height)
    {
        Assert.Equal(width, page.Width * Point, 0.5);
        Assert.Equal(height, page.Height * Point, 0.5);
    }

    /// <summary>Nothing is written where a printer cannot print.</summary>
    private static void AssertInside(UglyToad.PdfPig.Content.Page page, double margin) =>
        Assert.Equal([], page.GetWords().Where(word =>
            word.BoundingBox.Left * Point < margin || (page.Width - word.BoundingBox.Right) * Point < margin
            || word.BoundingBox.Bottom * Point < margin || (page.Height - word.BoundingBox.Top) * Point < margin).Select(word => word.Text));
}
