using AngleSharp.Dom;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Components;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Components;

public sealed class DayMapTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    public static TheoryData<string> Languages => ["da", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_session_with_topics_each_topic_and_each_question_set_is_on_the_map_once(string language)
    {
        var (day, map, drawing) = Draw(language);

        Assert.Equal(day.Topics.Select(t => map.PlaceOf(t, Language.Of(language))), drawing.Topics.Select(l => l.Place));
        Assert.Equal(
            day.Programme.Sessions.Where(s => day.Topics.Any(t => t.Session == s.Id)).Select(s => map.PlaceOf(s, Language.Of(language))),
            drawing.Sessions.Select(l => l.Place));
        Assert.Equal(
            day.QuestionSets.Select(s => map.PlaceOf(s, Language.Of(language)).Path).Order(StringComparer.Ordinal),
            drawing.Questions.Select(l => l.Place.Path).Order(StringComparer.Ordinal));
        Assert.Equal(drawing.Topics.Length + drawing.Questions.Length, drawing.Ways.Length);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_name_runs_into_the_next_one_or_out_of_the_map(string language)
    {
        var (_, _, drawing) = Draw(language);

        foreach (var column in new[] { drawing.Sessions, drawing.Topics, drawing.Questions })
        {
            Assert.All(column.Zip(column.Skip(1)), pair => Assert.True(
                pair.Second.BaselineOf(0) - pair.First.BaselineOf(pair.First.Lines.Length - 1) >= DayMapDrawing.Leading,
                $"{pair.First.Place.Title} and {pair.Second.Place.Title}"));
            Assert.All(column, label => Assert.InRange(label.BaselineOf(0), DayMapDrawing.Leading - 4, drawing.Height));
            Assert.All(column, label => Assert.InRange(label.BaselineOf(label.Lines.Length - 1), 0, drawing.Height));
        }
    }

    [Theory]
    [InlineData("Codex", 26, "Codex")]
    [InlineData("Four forms of public administration", 26, "Four forms of public|administration")]
    [InlineData("Donaudampfschifffahrtsgesellschaft is one word", 20, "Donaudampfschifffahrtsgesellschaft|is one word")]
    public void A_long_name_takes_lines_about_equally_long_and_never_breaks_a_word(string name, int letters, string lines) =>
        Assert.Equal(lines.Split('|'), DayMapDrawing.Broken(name, letters));

    [Fact]
    public void Whoever_does_not_see_the_map_finds_every_link_of_it_in_the_list_above() => Faults.None(
        from page in site.Pages
        from map in page.Document.QuerySelectorAll(".day-map")
        let elsewhere = page.Document.QuerySelectorAll("a[href]").Where(a => !map.Contains(a)).Select(a => a.GetAttribute("href")).ToHashSet()
        from link in map.QuerySelectorAll("a")
        where !elsewhere.Contains(link.GetAttribute("href"))
        select $"{page}: {link.GetAttribute("href")}");

    private static (Day Day, SiteMap Map, DayMapDrawing Drawing) Draw(string language)
    {
        var map = RealSite.Map(Sample.Root);
        var day = RealSite.Network.Days[0];
        return (day, map, DayMapDrawing.Of(day, map, Language.Of(language)));
    }
}
