namespace Ledelsesdag.Content.Tests.Hostile;

/// <summary>A day that cannot be: things of one name, times that do not fit, references that lead nowhere or back.</summary>
public sealed class DayTests
{
    [Fact]
    public void Ids_are_unique_in_their_kind_and_day_and_two_kinds_may_share_one()
    {
        // Nothing is named by an id alone: a reference says the kind, so ids of different files never meet.
        using var copy = new ContentCopy()
            .Replace("autumn-day/codex.json", "\"id\": \"diggers\"", "\"id\": \"gardener\"")
            .Replace("autumn-day/topics/tools.da.md", "codex:diggers", "codex:gardener")
            .Replace("autumn-day/topics/tools.en.md", "codex:diggers", "codex:gardener");

        Assert.Empty(Faults(copy));
    }

    [Theory]
    [InlineData("sessions", "programme.json", "\"id\": \"coffee\"", "\"id\": \"morning\"")]
    [InlineData("topics", "topics.json", "\"id\": \"tools\"", "\"id\": \"soil\"")]
    [InlineData("assumptions", "inquiry.json", "{ \"id\": \"it-grows\", \"text\": { \"da\": \"Noget", "{ \"id\": \"it-grows\", \"text\": { \"da\": \"a\", \"en\": \"b\" } }, { \"id\": \"it-grows\", \"text\": { \"da\": \"Noget")]
    [InlineData("paths", "inquiry.json", "\"id\": \"feeding\"", "\"id\": \"weeding\"")]
    [InlineData("principles", "codex.json", "{ \"id\": \"share\"", "{ \"id\": \"share\", \"text\": { \"da\": \"a\", \"en\": \"b\" } }, { \"id\": \"share\"")]
    [InlineData("followUps", "questions.json", "\"id\": \"and-why\"", "\"id\": \"what-grows\"")]
    public void A_second_thing_of_one_name_is_refused(string list, string file, string old, string @new)
    {
        using var copy = new ContentCopy().Replace($"autumn-day/{file}", old, @new);

        Assert.Contains(copy.Load().Diagnostics, d => d.Location.File == $"autumn-day/{file}" && d.Code.Id == "LD401" && d.Remedy == "give one of the two another name");
        Assert.NotEmpty(list);
    }

    [Theory]
    [InlineData("11:00", "LD501")] // ends as it begins
    [InlineData("10:59", "LD501")]
    [InlineData("00:30", "LD501")] // past midnight: a session ends on the day it begins
    [InlineData("24:00", "LD206")]
    [InlineData("9:00", "LD206")]
    [InlineData("11:15:00", "LD206")]
    [InlineData("11.15", "LD206")]
    [InlineData("11:60", "LD206")]
    [InlineData("11:15Z", "LD206")]
    [InlineData("11:15+01:00", "LD206")]
    [InlineData(" 11:15", "LD206")]
    [InlineData("１１:15", "LD206")]
    [InlineData("11:16", "LD502")] // runs into the next
    public void An_end_that_is_no_time_or_not_after_the_start_or_in_the_next_session_is_refused(string end, string code)
    {
        using var copy = new ContentCopy().Replace("autumn-day/programme.json", "\"end\": \"11:15\"", $"\"end\": \"{end}\"");

        Assert.Equal([$"autumn-day/programme.json {code}"], Faults(copy));
    }

    [Fact]
    public void Of_two_sessions_that_overlap_both_are_named()
    {
        using var copy = new ContentCopy().Replace("autumn-day/programme.json", "\"end\": \"11:15\"", "\"end\": \"11:16\"");

        Assert.Equal("\"digging\" beginning at 11:15 while \"coffee\" lasts until 11:16", Assert.Single(copy.Load().Diagnostics).Found);
    }

    [Fact]
    public void The_last_minute_of_a_day_is_a_time()
    {
        using var copy = new ContentCopy().Replace("autumn-day/programme.json", "\"end\": \"12:00\"", "\"end\": \"23:59\"");

        Assert.Empty(Faults(copy));
    }

    [Theory]
    [InlineData("2019-02-29")]
    [InlineData("2019-13-01")]
    [InlineData("2019-00-10")]
    [InlineData("0000-01-01")]
    [InlineData("10000-01-01")]
    [InlineData("-2019-01-01")]
    [InlineData("2019-1-1")]
    [InlineData("05-10-2019")]
    [InlineData("2019-10-05T00:00:00")]
    [InlineData("2019-10-05T00:00:00Z")]
    [InlineData("2019-10-05+02:00")]
    [InlineData(" 2019-10-05")]
    [InlineData("2019-W40-6")]
    public void A_date_that_does_not_exist_or_says_more_than_a_date_is_refused(string date)
    {
        using var copy = new ContentCopy().Replace("autumn-day/day.json", "2019-10-05", date);

        Assert.Equal(["autumn-day/day.json LD206"], Faults(copy));
    }

    [Theory]
    [InlineData("CET")]
    [InlineData("UTC+1")]
    [InlineData("+01:00")]
    [InlineData("europe/copenhagen")]
    [InlineData("Europe/")]
    [InlineData("/Europe/Copenhagen")]
    [InlineData("Europe/../../etc/passwd")]
    [InlineData("America/Indiana/Knox/East")]
    [InlineData("Europe/Copenhagen ")]
    public void A_zone_that_has_not_the_form_of_one_is_refused(string zone)
    {
        using var copy = new ContentCopy().Replace("autumn-day/day.json", "Europe/Copenhagen", zone);

        Assert.Equal(["autumn-day/day.json LD206"], Faults(copy));
    }

    [Theory]
    [InlineData("America/Indiana/Knox")]
    [InlineData("America/Port-au-Prince")]
    [InlineData("Africa/Dar_es_Salaam")]
    [InlineData("Military/Z")]
    [InlineData("Europe/Atlantis")]
    public void A_zone_of_the_right_form_is_taken_and_a_time_in_its_summers_gap_too(string zone)
    {
        // Which zones there are, and when their clocks change, differs between machines and from year to year. The library
        // never converts a time, so it asks no machine; whoever converts (the calendars of the site) brings the data along.
        using var copy = new ContentCopy()
            .Replace("autumn-day/day.json", "Europe/Copenhagen", zone)
            .Replace("autumn-day/day.json", "2019-10-05", "2019-03-31")
            .Replace("autumn-day/programme.json", "\"start\": \"09:30\"", "\"start\": \"02:30\"");

        Assert.Empty(Faults(copy));
    }

    [Fact]
    public void Topics_that_lead_to_each_other_are_no_cycle()
    {
        // A text can show items that hold no text of a topic (LD405), and link to anything. Links in a circle are a web; there are
        // no includes and no prerequisites that could go round.
        using var copy = new ContentCopy()
            .Replace("autumn-day/topics/tools.da.md", "![](codex:diggers)", "[x](topic:soil), [y](topic:tools)\n\n![](codex:diggers)");

        Assert.Empty(Faults(copy));

        copy.Replace("autumn-day/topics/tools.da.md", "[x](topic:soil), [y](topic:tools)", "![](topic:tools)");
        Assert.Equal(["autumn-day/topics/tools.da.md LD405"], Faults(copy));

        using var inside = new ContentCopy().Replace("autumn-day/questions.json", "\"da\": \"Hvad gror hos jer?\"", "\"da\": \"![](questions:soil-questions)\"");
        Assert.Equal(["autumn-day/questions.json LD309"], Faults(inside));
    }

    [Theory]
    [InlineData("quote:gardener-soli", "LD402", "did you mean \"gardener-soil\"?")]
    [InlineData("quote:nobody", "LD402", "choose one of gardener-soil")]
    [InlineData("kvote:gardener-soil", "LD206", null)]
    [InlineData("quote:Gardener-Soil", "LD206", null)]
    [InlineData("quote:gardener-soil#top", "LD206", null)]
    [InlineData("quote:../gardener-soil", "LD206", null)]
    public void A_reference_to_nothing_is_refused_and_the_nearest_name_suggested(string target, string code, string? remedy)
    {
        using var copy = new ContentCopy().Replace("autumn-day/topics/soil.da.md", "![](quote:gardener-soil)", $"![]({target})");

        var fault = Assert.Single(copy.Load().Diagnostics);
        Assert.Equal(("autumn-day/topics/soil.da.md", 5, code), (fault.Location.File, fault.Location.Line, fault.Code.Id));
        Assert.Equal(remedy ?? fault.Remedy, fault.Remedy);
    }

    [Theory]
    [InlineData("slug", "..")]
    [InlineData("slug", ".")]
    [InlineData("slug", "a/b")]
    [InlineData("slug", "/a")]
    [InlineData("slug", "a\\\\b")]
    [InlineData("slug", "%2e%2e")]
    [InlineData("slug", "a?b")]
    [InlineData("slug", "a#b")]
    [InlineData("slug", "a b")]
    [InlineData("slug", "a.")]
    [InlineData("slug", "con.html")]
    [InlineData("slug", "Jord")]
    [InlineData("slug", "jørd")]
    [InlineData("slug", "straße")]
    [InlineData("slug", "ıd")]
    [InlineData("slug", "İd")]
    [InlineData("slug", "a\\u0000")]
    [InlineData("slug", "")]
    [InlineData("id", "../../etc/passwd")]
    [InlineData("id", "/etc/passwd")]
    [InlineData("id", "Soil")]
    public void A_name_that_could_be_a_path_or_only_differs_by_case_is_none(string field, string name)
    {
        using var copy = new ContentCopy();
        if (field == "slug")
        {
            copy.Replace("autumn-day/topics.json", "\"da\": \"jord\"", $"\"da\": \"{name}\"");
        }
        else
        {
            copy.Replace("network.json", "\"autumn-day\"", $"\"{name}\"");
        }

        Assert.Contains(copy.Load().Diagnostics, d => d.Code.Id == "LD206");
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_slug_has_sixty_characters_at_most(int length, bool valid) =>
        Assert.Equal(valid, Slug.TryParse(new string('a', length), out _));

    [Theory]
    [InlineData("404")]
    [InlineData("assets")]
    [InlineData("data")]
    [InlineData("index")]
    [InlineData("search")]
    [InlineData("con")]
    [InlineData("prn")]
    [InlineData("aux")]
    [InlineData("nul")]
    [InlineData("com0")]
    [InlineData("com9")]
    [InlineData("lpt1")]
    [InlineData("da")]
    [InlineData("en")]
    public void A_slug_that_the_site_or_a_system_keeps_for_itself_is_refused_in_every_place(string slug)
    {
        (string File, string Old, int Times)[] places =
        [
            ("autumn-day/day.json", "\"slug\": { \"da\": \"efteraarsdag\"", 1),
            ("autumn-day/topics.json", "\"slug\": { \"da\": \"jord\"", 1),
            ("autumn-day/topics.json", "\"slug\": { \"da\": \"redskaber\"", 1),
            ("autumn-day/quotes.json", "\"slug\": { \"da\": \"gartnerens-jord\"", 1),
        ];
        foreach (var (file, old, times) in places)
        {
            using var copy = new ContentCopy().Replace(file, old, $"\"slug\": {{ \"da\": \"{slug}\"");

            Assert.Equal(Enumerable.Repeat($"{file} LD404", times), Faults(copy));
        }
    }

    [Fact]
    public void Slugs_are_unique_in_their_language_and_the_same_in_two_is_no_clash()
    {
        // Every language has its own folder, and the first one's pages stand beside the others' folders, whose names are reserved.
        using var same = new ContentCopy().Replace("autumn-day/topics.json", "\"en\": \"soil\"", "\"en\": \"jord\"");
        Assert.Empty(Faults(same));

        using var crossed = new ContentCopy().Replace("autumn-day/topics.json", "\"en\": \"soil\"", "\"en\": \"redskaber\"");
        Assert.Empty(Faults(crossed));

        using var twice = new ContentCopy().Replace("pages.json", "\"en\": \"about\"", "\"en\": \"autumn-day\"");
        Assert.Equal(["pages.json LD403"], Faults(twice));
    }

    private static IEnumerable<string> Faults(ContentCopy copy) => copy.Load().Diagnostics.Select(d => $"{d.Location.File} {d.Code}");
}
