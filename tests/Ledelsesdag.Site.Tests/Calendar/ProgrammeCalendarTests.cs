using System.Collections.Immutable;
using System.Globalization;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Calendar;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Snapshooter;
using Snapshooter.Xunit;

namespace Ledelsesdag.Site.Tests.Calendar;

public sealed class ProgrammeCalendarTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    private static readonly string Folder = Path.Combine(RealSite.Checkout, "tests", "Ledelsesdag.Site.Tests", "Calendar");
    private static readonly Day RealDay = RealSite.Network.Days[0];

    public static TheoryData<string> EveryLanguage => [.. RenderedSite.Languages.Select(l => l.Tag)];

    /// <summary>The expected files end their lines as git wants it; that the real ones end in CR LF is for the strict reader to see.</summary>
    [Theory]
    [InlineData("lederdag-1/program/lederdag-1.ics")]
    [InlineData("lederdag-1/program/lederdag-1-npm-to-npg.ics")]
    [InlineData("en/leaders-day-1/programme/leaders-day-1.ics")]
    [InlineData("en/leaders-day-1/programme/leaders-day-1-break.ics")]
    public void A_calendar_holds_what_it_is_expected_to_hold(string path) =>
        Snapshot.Match(
            Files(RenderedSite.Map)[path].Text().Replace("\r\n", "\n", StringComparison.Ordinal),
            new SnapshotFullName(Path.GetFileName(path), Folder));

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_session_stands_in_the_days_calendar_and_in_one_of_its_own(string tag)
    {
        var language = Language.Of(tag);
        var map = RenderedSite.Map;
        var files = Files(map);
        foreach (var day in map.Network.Days)
        {
            var programme = map.Programme(day, language);
            var whole = BothRead(files[SiteMap.CalendarPath(programme)[1..]]);
            Assert.Equal(
                day.Programme.Sessions.Select(s => (map.Typographer.Plain(s.Title, language), map.Address.Absolute(map.PlaceOf(s, language).Path))),
                whole.Select(e => (e.Summary, e.Address)));
            Assert.Equal(whole, day.Programme.Sessions.Select(s => Assert.Single(BothRead(files[SiteMap.CalendarPath(programme, s)[1..]]))));
            foreach (var (session, entry) in day.Programme.Sessions.Zip(whole))
            {
                Assert.Equal(map.Typographer.Plain(day.Place, language), entry.Location);
                Assert.EndsWith(entry.Address, entry.Description, StringComparison.Ordinal);
                Assert.All(session.Points, point => Assert.Contains(map.Typographer.Plain(point, language), entry.Description, StringComparison.Ordinal));
                Assert.Equal(session.AddedByEditor, entry.Description.Contains(map.Strings[language].Frame.EditorsAddition, StringComparison.Ordinal));
            }
        }
        Assert.Equal(map.Network.Days.Sum(d => (1 + d.Programme.Sessions.Length) * map.Network.Languages.Length), files.Count);
    }

    /// <summary>Copenhagen keeps one hour before UTC in winter; the day is in February.</summary>
    [Fact]
    public void Times_are_those_of_the_programme()
    {
        var events = BothRead(Files(RenderedSite.Map)["lederdag-1/program/lederdag-1.ics"]);
        Assert.Equal(
            ["09:00-10:00", "10:00-11:00", "11:00-11:45", "11:45-13:00", "13:00-13:15", "13:15-14:45", "14:45-15:00"],
            events.Select(Hours));
        Assert.All(events, e => Assert.Equal((new DateTime(2014, 2, 25), new DateTime(2014, 2, 25)), (e.Start.Date, e.End!.Value.Date)));
    }

    [Theory]
    // Winter and summer in Denmark; a zone without summer time; one ahead and one behind of UTC, on the day before and after.
    [InlineData("2026-11-23", "Europe/Copenhagen", "10:00", "11:00", "2026-11-23 09:00-10:00")]
    [InlineData("2026-07-01", "Europe/Copenhagen", "10:00", "11:00", "2026-07-01 08:00-09:00")]
    [InlineData("2026-07-01", "Atlantic/Reykjavik", "10:00", "11:00", "2026-07-01 10:00-11:00")]
    [InlineData("2026-07-01", "Pacific/Auckland", "09:00", "10:30", "2026-06-30 21:00-22:30")]
    [InlineData("2026-07-01", "America/Argentina/Buenos_Aires", "22:00", "23:00", "2026-07-02 01:00-02:00")]
    // The nights on which clocks change: what lasts from one to four lasts two hours in spring and four in autumn.
    [InlineData("2014-03-30", "Europe/Copenhagen", "01:00", "04:00", "2014-03-30 00:00-02:00")]
    [InlineData("2014-10-26", "Europe/Copenhagen", "01:00", "04:00", "2014-10-25 23:00-03:00")]
    // From an hour that does not exist, and up to one that exists twice.
    [InlineData("2014-03-30", "Europe/Copenhagen", "02:30", "03:15", "2014-03-30 01:00-01:15")]
    [InlineData("2014-10-26", "Europe/Copenhagen", "01:30", "02:30", "2014-10-25 23:30-00:30")]
    public void Wall_clock_times_become_moments(string date, string zone, string start, string end, string expected)
    {
        var entry = Assert.Single(BothRead(CalendarOf(DayOf(date, zone, (start, end)))));
        Assert.Equal(expected, $"{entry.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {Hours(entry)}");
        Assert.Equal(DateTime.Parse(date, CultureInfo.InvariantCulture), entry.Stamp);
    }

    [Fact]
    public void Sessions_keep_their_order_through_the_night_when_clocks_change()
    {
        foreach (var date in (string[])["2014-03-30", "2014-10-26"])
        {
            var times = Enumerable.Range(0, 16).Select(i => new TimeOnly(i * 20 / 60, i * 20 % 60).ToString("HH:mm", CultureInfo.InvariantCulture)).ToArray();
            var events = BothRead(CalendarOf(DayOf(date, "Europe/Copenhagen", [.. times.Zip(times.Skip(1))])));
            foreach (var (before, after) in events.Zip(events.Skip(1)))
            {
                Assert.Equal(before.End ?? before.Start, after.Start);
            }
        }
    }

    [Fact]
    public void A_session_wholly_in_the_hour_that_does_not_exist_takes_no_time() =>
        Assert.Null(Assert.Single(BothRead(CalendarOf(DayOf("2014-03-30", "Europe/Copenhagen", ("02:10", "02:50"))))).End);

    [Fact]
    public void An_event_is_the_same_in_every_language_and_no_two_share_a_name()
    {
        var map = RenderedSite.Map;
        var byLanguage = RenderedSite.Languages
            .Select(l => map.Network.Days.SelectMany(d => BothRead(Files(map)[SiteMap.CalendarPath(map.Programme(d, l))[1..]])).Select(e => (e.Uid, e.Start, e.End)).ToList())
            .ToList();
        Assert.All(byLanguage, events => Assert.Equal(byLanguage[0], events));
        Assert.Equal(byLanguage[0].Select(e => e.Uid).Distinct(), byLanguage[0].Select(e => e.Uid));
        Assert.Equal("lederdag-1.welcome@example.org", byLanguage[0][0].Uid);
    }

    [Fact]
    public void A_site_in_a_folder_names_its_events_after_the_folder_too()
    {
        var entry = BothRead(Files(RealSite.Map(Sample.Folder))["lederdag-1/program/lederdag-1.ics"])[0];
        Assert.Equal("lederdag-1.welcome@example.org/ledelsesdag", entry.Uid);
        Assert.Equal("https://example.org/ledelsesdag/lederdag-1/program/#welcome", entry.Address);
    }

    [Fact]
    public async Task Two_builds_hold_the_same_calendars()
    {
        var (one, other) = (await RealSite.BuildAsync(Sample.Root), await RealSite.BuildAsync(Sample.Root));
        Assert.Equal(Files(RenderedSite.Map).Values.Select(Bytes).Order(StringComparer.Ordinal), Calendars(one));
        Assert.Equal(Calendars(one), Calendars(other));

        static IEnumerable<string> Calendars(SiteBuild build) =>
            build.Files.Where(f => f.Path.EndsWith(SiteMap.CalendarExtension, StringComparison.Ordinal)).Select(Bytes).Order(StringComparer.Ordinal);

        static string Bytes(OutputFile file) => $"{file.Path} {Convert.ToHexString(file.Content.Span)}";
    }

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void The_programme_leads_to_each_calendar_and_says_what_it_is(string tag)
    {
        var map = RenderedSite.Map;
        var language = Language.Of(tag);
        foreach (var day in map.Network.Days)
        {
            var programme = map.Programme(day, language);
            var links = site.Of(programme).Main.QuerySelectorAll("a[href$='.ics']");
            Assert.Equal(
                day.Programme.Sessions.Select(s => SiteMap.CalendarPath(programme, s)).Prepend(SiteMap.CalendarPath(programme)),
                links.Select(a => a.GetAttribute("href")));
            Assert.All(links, a => Assert.Contains("(.ics)", a.TextContent, StringComparison.Ordinal));
            Assert.All(links, a => Assert.Equal("text/calendar", a.GetAttribute("type")));
            Assert.Equal(links.Length, links.Select(a => a.TextContent).Distinct().Count());
        }
    }

    [Fact]
    public async Task A_time_zone_that_does_not_exist_stops_the_build_and_is_named()
    {
        var day = DayOf("2014-02-25", "Europe/Kopenhagen", ("10:00", "11:00"));
        var build = await SiteBuilder.BuildAsync(
            NetworkOf(day), Sample.Root, SiteAssets.Load(SiteAssets.ShippedFolder), RealSite.Strings, RealSite.Cards);
        var fault = Assert.Single(build.Faults);
        Assert.Contains("'Europe/Kopenhagen'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("test-day/day.json", fault.Message, StringComparison.Ordinal);
    }

    private static string Hours(ReadEvent entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Start:HH:mm}-{entry.End:HH:mm}");

    /// <summary>The events as both readers read them, which must be the same.</summary>
    private static IReadOnlyList<ReadEvent> BothRead(OutputFile file)
    {
        var events = StrictCalendarReader.Read(file.Content.Span);
        Assert.Equal(events, LibraryCalendarReader.Read(file.Content.Span));
        return events;
    }

    private static Dictionary<string, OutputFile> Files(SiteMap map) =>
        ProgrammeCalendar.WriteAll(map).ToDictionary(f => f.Path, StringComparer.Ordinal);

    private static OutputFile CalendarOf(Day day)
    {
        var map = SiteMap.Plan(NetworkOf(day), Sample.Root, RealSite.Strings);
        return Files(map)[SiteMap.CalendarPath(map.Programme(day, Sample.Danish))[1..]];
    }

    private static Network NetworkOf(Day day)
    {
        var sample = Sample.Network();
        return new()
        {
            Title = sample.Title,
            Description = sample.Description,
            Languages = sample.Languages,
            Address = sample.Address,
            Days = [day],
            Glossary = [],
            Pages = [],
        };
    }

    private static Day DayOf(string date, string zone, params ReadOnlySpan<(string Start, string End)> times)
    {
        var sessions = ImmutableArray.CreateBuilder<Session>();
        foreach (var (start, end) in times)
        {
            sessions.Add(new Session
            {
                Id = Id.Of($"session-{sessions.Count + 1}"),
                Time = new(TimeOnly.Parse(start, CultureInfo.InvariantCulture), TimeOnly.Parse(end, CultureInfo.InvariantCulture)),
                Title = LocalizedText.Of((Sample.Danish, "Oplæg"), (Sample.English, "Talk")),
            });
        }
        return new()
        {
            Id = Id.Of("test-day"),
            Slug = RealDay.Slug,
            Title = RealDay.Title,
            Summary = RealDay.Summary,
            Date = DateOnly.Parse(date, CultureInfo.InvariantCulture),
            TimeZone = zone,
            Place = RealDay.Place,
            Hosts = [],
            SlideCount = 1,
            Slides = [],
            Programme = new(sessions.ToImmutable()),
            Topics = [],
            Quotes = [],
            QuestionSets = [],
            Codices = [],
            Tables = [],
            CoatRacks = [],
            Resources = [],
            Sources = [],
            Corrections = [],
        };
    }
}
