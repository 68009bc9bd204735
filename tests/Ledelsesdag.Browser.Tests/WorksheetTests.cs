using System.Text.Json;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Tests.Calendar;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.Name)]
public sealed class WorksheetTests(SiteInBrowser site)
{
    private const string Marker = "Vi øver os; \"<b>mærke-7731</b>\"";
    private const string Question = "continue-doing";

    private WorksheetPage Sheet => SheetIn(SiteInBrowser.Danish);

    private WorksheetWords Words => site.Map.WordsFor(Sheet).Worksheet;

    [Fact]
    public Task Nothing_is_stored_or_sent_until_the_reader_chooses_and_nothing_is_sent_then() => site.ReadAsync(async page =>
    {
        var sent = new List<string>();
        page.Request += (_, request) => sent.Add(request.Url + request.PostData);
        await OpenAsync(page);
        await Answer(page).FillAsync(Marker);
        await Assertions.Expect(Said(page)).ToHaveTextAsync(Words.NotSaved);
        Assert.Equal(0, await StoredAsync(page));

        await Button(page, Words.Save).ClickAsync();
        await Assertions.Expect(Said(page)).ToHaveTextAsync(Words.Saved);
        await Answer(page).PressSequentiallyAsync(" igen");
        await page.ReloadAsync();

        await Assertions.Expect(Answer(page)).ToHaveValueAsync(Marker + " igen");
        Assert.DoesNotContain(sent, request => Uri.UnescapeDataString(request).Contains("7731", StringComparison.Ordinal));
        Assert.Equal(0, await page.Locator(".worksheet b").CountAsync());
    });

    [Fact]
    public Task What_is_written_in_any_field_of_the_page_is_seen_in_no_request_whatever_is_done_with_it() => site.ReadAsync(async page =>
    {
        var sent = new List<string>();
        page.Request += (_, request) => sent.Add(request.Url + request.PostData + string.Join(' ', request.Headers.Values));
        await OpenAsync(page);
        foreach (var answer in await page.Locator("textarea").AllAsync())
        {
            await answer.FillAsync(Marker);
        }
        // Last, for its results close when one goes on.
        await page.GetByRole(AriaRole.Searchbox).FillAsync(Marker);
        await Assertions.Expect(page.Locator(".search-panel").GetByRole(AriaRole.Status)).ToContainTextAsync("7731");
        await page.Keyboard.PressAsync("Escape");
        await Button(page, Words.Save).ClickAsync();
        await Assertions.Expect(Said(page)).ToHaveTextAsync(Words.Saved);
        await DownloadedAsync(page, Words.Text);
        var copy = await DownloadedAsync(page, Words.Copy);
        await DownloadedAsync(page, Words.InTwoWeeks);
        await ReadCopyAsync(page, copy);
        await page.ReloadAsync();
        await Assertions.Expect(Answer(page)).ToHaveValueAsync(Marker);

        Assert.NotEmpty(sent);
        Assert.DoesNotContain(sent, request => Uri.UnescapeDataString(request).Contains("7731", StringComparison.Ordinal));
    });

    [Fact]
    public Task The_other_language_has_the_same_notes() => site.ReadAsync(async page =>
    {
        await OpenAsync(page);
        await Answer(page).FillAsync("møder");
        await Button(page, Words.Save).ClickAsync();

        await page.GotoAsync(site.Url(SheetIn(SiteInBrowser.English)));

        await Assertions.Expect(Answer(page)).ToHaveValueAsync("møder");
    });

    [Fact]
    public Task Two_tabs_lose_nothing_of_each_other() => site.ReadAsync(async page =>
    {
        await OpenAsync(page);
        await Button(page, Words.Save).ClickAsync();
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync(site.Url(Sheet));

        // Different answers meet at once, ...
        await Answer(page).FillAsync("fra den første");
        await Answer(second, "start-doing").FillAsync("fra den anden");
        await Assertions.Expect(Answer(second)).ToHaveValueAsync("fra den første");
        await Assertions.Expect(Answer(page, "start-doing")).ToHaveValueAsync("fra den anden");

        // ... the same one written in both, where this tab has not heard of the other's, is kept from both.
        await page.EvaluateAsync("key => localStorage.setItem(key, JSON.stringify({ question: '', text: 'skrevet et andet sted' }))", await KeyAsync(page, Question));
        await Answer(page).FillAsync("min egen");
        await Assertions.Expect(Answer(page)).ToHaveValueAsync($"min egen\n\n{Words.Apart}\nskrevet et andet sted");
        await second.CloseAsync();
    });

    [Fact]
    public Task What_is_written_in_one_tab_is_saved_when_the_reader_chooses_so_in_another() => site.ReadAsync(async page =>
    {
        await OpenAsync(page);
        await Answer(page).FillAsync("før valget");
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync(site.Url(Sheet));
        await Button(second, Words.Save).ClickAsync();

        await Assertions.Expect(Said(page)).ToHaveTextAsync(Words.Saved);
        await Assertions.Expect(Answer(second)).ToHaveValueAsync("før valget");
        await second.CloseAsync();
    });

    [Fact]
    public Task One_button_deletes_all_notes_after_asking() => site.ReadAsync(async page =>
    {
        await OpenAsync(page);
        await Answer(page).FillAsync("væk");
        await Button(page, Words.Save).ClickAsync();

        page.Dialog += Decline;
        await Button(page, Words.DeleteAll).ClickAsync();
        await Assertions.Expect(Answer(page)).ToHaveValueAsync("væk");
        page.Dialog -= Decline;
        page.Dialog += Accept;
        await Button(page, Words.DeleteAll).ClickAsync();

        await Assertions.Expect(Said(page)).ToHaveTextAsync(Words.Deleted);
        await Assertions.Expect(Answer(page)).ToHaveValueAsync("");
        Assert.Equal(0, await StoredAsync(page));
        await page.ReloadAsync();
        await Assertions.Expect(Answer(page)).ToHaveValueAsync("");

        static void Decline(object? sender, IDialog dialog) => _ = dialog.DismissAsync();
        static void Accept(object? sender, IDialog dialog) => _ = dialog.AcceptAsync();
    });

    [Fact]
    public Task Answers_can_be_taken_along_as_text_with_their_questions() => site.ReadAsync(async page =>
    {
        await OpenAsync(page);
        await Answer(page).FillAsync("Lytte først");
        await Answer(page, "stop-doing").FillAsync("Svare for hurtigt");

        var text = await DownloadedAsync(page, Words.Text);

        Assert.Equal(
            """
            # Arbejdsark: Lederdag 1

            ## Herfra og videre

            ### Fortsætte, begynde, stoppe

            **Hvad skal du fortsætte med at gøre?**

            Lytte først

            **Hvad skal du stoppe med at gøre?**

            Svare for hurtigt

            """.ReplaceLineEndings("\n"), text);
    });

    [Fact]
    public async Task A_copy_is_read_on_another_device_and_overwrites_nothing()
    {
        var copy = "";
        await site.ReadAsync(async page =>
        {
            await OpenAsync(page);
            await Answer(page).FillAsync("fra mobilen");
            await Answer(page, "start-doing").FillAsync("begge steder");
            copy = await DownloadedAsync(page, Words.Copy);
        });
        Assert.Equal(2, JsonDocument.Parse(copy).RootElement.GetProperty("notes").GetArrayLength());

        await site.ReadAsync(async page =>
        {
            await OpenAsync(page);
            await Answer(page, "start-doing").FillAsync("begge steder");
            await Answer(page).FillAsync("fra pc'en");
            await Button(page, Words.Save).ClickAsync();
            await ReadCopyAsync(page, copy);

            await Assertions.Expect(Said(page)).ToHaveTextAsync(Words.Taken.For(2));
            await Assertions.Expect(Answer(page)).ToHaveValueAsync($"fra pc'en\n\n{Words.Apart}\nfra mobilen");
            await Assertions.Expect(Answer(page, "start-doing")).ToHaveValueAsync("begge steder");
            await ReadCopyAsync(page, copy);
            await Assertions.Expect(Answer(page)).ToHaveValueAsync($"fra pc'en\n\n{Words.Apart}\nfra mobilen");
            await page.ReloadAsync();
            await Assertions.Expect(Answer(page)).ToHaveValueAsync($"fra pc'en\n\n{Words.Apart}\nfra mobilen");
        });
    }

    [Theory]
    [InlineData("ikke JSON")]
    [InlineData("null")]
    [InlineData("""{"format":"something-else","version":1,"day":"lederdag-1","notes":[]}""")]
    [InlineData("""{"format":"ledelsesdag-notes","version":2,"day":"lederdag-1","notes":[]}""")]
    [InlineData("""{"format":"ledelsesdag-notes","version":1,"day":"lederdag-1","notes":[null]}""")]
    [InlineData("""{"format":"ledelsesdag-notes","version":1,"day":"lederdag-1","notes":[{"id":"<b>","text":"x"}]}""")]
    public Task A_file_that_is_no_copy_changes_nothing(string file) => site.ReadAsync(async page =>
    {
        await OpenAsync(page);
        await Answer(page).FillAsync("mit");
        await ReadCopyAsync(page, file);

        await Assertions.Expect(Said(page)).ToHaveTextAsync(Words.BadFile);
        await Assertions.Expect(Answer(page)).ToHaveValueAsync("mit");
    });

    [Fact]
    public Task A_copy_of_another_days_notes_is_told_apart() => site.ReadAsync(async page =>
    {
        await OpenAsync(page);
        await ReadCopyAsync(page, """{"format":"ledelsesdag-notes","version":1,"day":"lederdag-9","notes":[{"id":"continue-doing","text":"x"}]}""");

        await Assertions.Expect(Said(page)).ToHaveTextAsync(Words.OtherDay);
        await Assertions.Expect(Answer(page)).ToHaveValueAsync("");
    });

    [Fact]
    public Task A_note_whose_question_is_gone_is_kept_and_shown() => site.ReadAsync(async page =>
    {
        await OpenAsync(page);
        await Button(page, Words.Save).ClickAsync();
        await page.EvaluateAsync("key => localStorage.setItem(key, JSON.stringify({ question: 'Et gammelt spørgsmål?', text: 'mit svar' }))", await KeyAsync(page, "gone-since"));
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = Words.Removed })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Et gammelt spørgsmål?")).ToHaveValueAsync("mit svar");
        Assert.Contains("Et gammelt spørgsmål?", await DownloadedAsync(page, Words.Text), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_note_that_cannot_be_read_is_told_and_put_aside_for_the_next() => site.ReadAsync(async page =>
    {
        await OpenAsync(page);
        await Button(page, Words.Save).ClickAsync();
        var key = await KeyAsync(page, Question);
        await page.EvaluateAsync("key => localStorage.setItem(key, '{\"text\":')", key);
        await page.ReloadAsync();

        await Assertions.Expect(Said(page)).ToHaveTextAsync(Words.Damaged.With("n", 1).Text);
        await Answer(page).FillAsync("nyt");
        await page.ReloadAsync();

        await Assertions.Expect(Answer(page)).ToHaveValueAsync("nyt");
        await Assertions.Expect(Said(page)).ToHaveTextAsync(Words.Damaged.With("n", 1).Text);
        Assert.Equal("{\"text\":", await page.EvaluateAsync<string>("key => localStorage.getItem(key)", key + ".damaged"));
    });

    [Theory]
    [InlineData("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })", false)]
    [InlineData("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }", true)]
    public Task Where_nothing_can_be_stored_that_is_said_and_what_was_written_stays(string obstacle, bool full) => site.ReadAsync(async page =>
    {
        await page.AddInitScriptAsync(obstacle);
        await OpenAsync(page);
        await Answer(page).FillAsync("skrevet");
        await Button(page, Words.Save).ClickAsync();

        await Assertions.Expect(Said(page)).ToHaveTextAsync(full ? Words.Full : Words.Blocked);
        await Assertions.Expect(Answer(page)).ToHaveValueAsync("skrevet");
        Assert.Contains("skrevet", await DownloadedAsync(page, Words.Text), StringComparison.Ordinal);
    });

    [Fact]
    public Task Without_scripts_there_is_a_sheet_to_write_on_and_no_button() => site.ReadAsync(
        async page =>
        {
            await OpenAsync(page);
            await Assertions.Expect(page.Locator(".keeping .actions")).ToBeHiddenAsync();
            await Assertions.Expect(Answer(page)).ToBeEditableAsync();
            // One for each question, and one for the reader's first step.
            Assert.Equal(
                site.Map.Network.Days[0].QuestionSets.Sum(set => set.Questions.Sum(q => 1 + q.FollowUps.Length)) + 1,
                await page.Locator(".answer textarea").CountAsync());
            await Assertions.Expect(page.Locator(".first-step button").First).ToBeHiddenAsync();
        },
        window => window.JavaScriptEnabled = false);

    [Fact]
    public Task A_blank_sheet_hides_the_answers_only_while_it_is_printed() => site.ReadAsync(async page =>
    {
        await page.AddInitScriptAsync("window.print = () => { window.printed = document.documentElement.className; }");
        await OpenAsync(page);
        await Answer(page).FillAsync("hemmeligt");
        await Button(page, Words.PrintBlank).ClickAsync();
        Assert.Equal("blank", await page.EvaluateAsync<string>("window.printed"));

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(Answer(page)).ToBeHiddenAsync();
        Assert.Contains("gradient", await Answer(page).EvaluateAsync<string>("a => getComputedStyle(a.parentElement, '::after').backgroundImage"), StringComparison.Ordinal);
        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        await Assertions.Expect(Answer(page)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".keeping")).ToBeHiddenAsync();
    });

    [Theory]
    [InlineData("da", "2026-11-23T09:30:00", 0, "20261207")]
    [InlineData("da", "2026-11-30T08:00:00", 1, "20270228")]
    [InlineData("en", "2027-12-15T22:59:00", 0, "20271229")]
    // In Denmark it is the last day of the year already.
    [InlineData("en", "2027-12-30T23:01:00", 1, "20280331")]
    public Task A_reminder_is_a_whole_day_in_the_readers_calendar_with_their_own_words(string tag, string utc, int button, string expected) => site.ReadAsync(
        async page =>
        {
            const string Step = "Tal med \\ Åse; så, 👩‍👩‍👧‍👦 alle om \"mod\" – og om alt det, som vi ikke nåede\nAnden linje: END:VEVENT\u0007";
            var sheet = SheetIn(Language.Of(tag));
            var words = site.Map.WordsFor(sheet).Worksheet;
            await page.Clock.SetFixedTimeAsync(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
            await page.GotoAsync(site.Url(sheet));
            var buttons = page.Locator(".first-step button");
            await buttons.Nth(button).ClickAsync();
            await Assertions.Expect(page.Locator(".first-step .said")).ToHaveTextAsync(words.StepMissing);
            await Assertions.Expect(Answer(page, "my:first-step")).ToBeFocusedAsync();

            await Answer(page, "my:first-step").FillAsync(Step);
            var download = await page.RunAndWaitForDownloadAsync(() => buttons.Nth(button).ClickAsync());
            var file = await File.ReadAllBytesAsync(await download.PathAsync());

            Assert.EndsWith($"-{expected}.ics", download.SuggestedFilename, StringComparison.Ordinal);
            var lines = string.Join('\n', StrictCalendarReader.PhysicalLines(file)).Replace("\n ", "", StringComparison.Ordinal).Split('\n');
            Assert.Contains($"DTSTART;VALUE=DATE:{expected}", lines);
            Assert.Single(lines, line => line == "END:VEVENT");
            var read = Assert.Single(Ical.Net.Calendar.Load(System.Text.Encoding.UTF8.GetString(file))!.Events);
            Assert.False(read.DtStart!.HasTime);
            Assert.Equal(expected, read.DtStart.Value.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(read.DtStart.Value.AddDays(1), read.DtEnd!.Value);
            var said = Step.Replace("\u0007", "", StringComparison.Ordinal);
            Assert.Equal($"{words.FirstStep}: {said.Split('\n')[0]}", read.Summary);
            Assert.Equal($"{said}\n\n{words.Title}: {site.Map.Typographer.Plain(site.Map.Network.Days[0].Title, Language.Of(tag))}\n{site.Url(sheet)}", read.Description!.ReplaceLineEndings("\n"));
            Assert.Equal(Ical.Net.DataTypes.Duration.FromHours(9), Assert.Single(read.Alarms).Trigger!.Duration);
            await Assertions.Expect(page.Locator(".first-step .said")).ToContainTextAsync(expected[..4]);
        },
        window => window.TimezoneId = "Europe/Copenhagen");

    private WorksheetPage SheetIn(Language language) => site.Map.Worksheet(site.Map.Network.Days[0], language)!;

    private Task<IResponse?> OpenAsync(IPage page) => page.GotoAsync(site.Url(Sheet));

    private static ILocator Answer(IPage page, string question = Question) => page.Locator($"textarea[name='{question}']");

    private static ILocator Said(IPage page) => page.Locator(".keeping .said");

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task<int> StoredAsync(IPage page) => page.EvaluateAsync<int>("localStorage.length + sessionStorage.length + document.cookie.length");

    // Where the page keeps the note on a question, told by the place of what it stores when the reader says so.
    private static Task<string> KeyAsync(IPage page, string question) =>
        page.EvaluateAsync<string>("question => Object.keys(localStorage).find(key => key.endsWith('#kept')).replace('#kept', question)", question);

    private static async Task<string> DownloadedAsync(IPage page, string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => Button(page, button).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    private static Task ReadCopyAsync(IPage page, string copy) => page.Locator(".worksheet input[type=file]").SetInputFilesAsync(new FilePayload
    {
        Name = "copy.json",
        MimeType = "application/json",
        Buffer = System.Text.Encoding.UTF8.GetBytes(copy),
    });
}
