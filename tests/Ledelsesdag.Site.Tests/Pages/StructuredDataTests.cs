using System.Text.Json;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

/// <summary>What pages say to machines, read from the pages as rendered.</summary>
public sealed class StructuredDataTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    [Fact]
    public void Every_page_says_what_it_is_and_where_it_stands()
    {
        foreach (var page in site.Pages)
        {
            Assert.Equal(Expected(page.Page), Graph(page).Select(TypeOf));
        }
    }

    [Fact]
    public void The_day_holds_its_sessions_but_not_its_pauses()
    {
        var day = RealSite.Network.Days[0];
        var node = Graph(site.Of(RenderedSite.Map.DayPage(day, Sample.Danish))).Single(n => TypeOf(n) == "Event");
        Assert.Equal("2014-02-25T10:00", node.GetProperty("startDate").GetString());
        Assert.Equal("2014-02-25T16:00", node.GetProperty("endDate").GetString());
        Assert.Equal(day.Programme.Sessions.Count(s => s.Kind == SessionKind.Work), node.GetProperty("subEvent").GetArrayLength());
    }

    [Fact]
    public void Every_path_of_Appreciative_Inquiry_is_a_how_to_of_four_steps()
    {
        foreach (var language in RenderedSite.Languages)
        {
            var guides = site.In(language).SelectMany(Graph).Where(n => TypeOf(n) == "HowTo").ToList();
            Assert.Equal(2, guides.Count);
            Assert.All(guides, guide => Assert.Equal([1, 2, 3, 4], guide.GetProperty("step").EnumerateArray().Select(s => s.GetProperty("position").GetInt32())));
        }
    }

    [Fact]
    public void The_glossary_defines_every_term() => Assert.All(RenderedSite.Languages, language => Assert.Equal(
        RealSite.Network.Glossary.Length,
        Graph(site.Of(RenderedSite.Map.Glossary(language)!)).Single(n => TypeOf(n) == "DefinedTermSet").GetProperty("hasDefinedTerm").GetArrayLength()));

    private static IEnumerable<string> Expected(Page page)
    {
        if (!page.Indexed)
        {
            yield break;
        }
        if (page is not HomePage)
        {
            yield return "BreadcrumbList";
        }
        var own = page switch
        {
            HomePage => "WebSite",
            DayPage or ProgrammePage => "Event",
            QuotePage => "Quotation",
            TopicPage => "LearningResource",
            GlossaryPage => "DefinedTermSet",
            _ => null,
        };
        if (own is not null)
        {
            yield return own;
        }
        if (page is TopicPage topic && RealSite.Network.Days[0].Inquiry?.Paths is { } paths && RenderedSite.Map.TopicsShowing(paths).Contains(topic.Topic))
        {
            foreach (var _ in paths.Paths)
            {
                yield return "HowTo";
            }
        }
    }

    private static IEnumerable<JsonElement> Graph(RenderedPage page)
    {
        var scripts = page.Document.QuerySelectorAll("script[type='application/ld+json']").Select(s => s.TextContent).ToList();
        Assert.True(scripts.Count <= 1);
        if (scripts is not [var json])
        {
            return [];
        }
        var root = JsonDocument.Parse(json).RootElement;
        Assert.Equal("https://schema.org", root.GetProperty("@context").GetString());
        return root.GetProperty("@graph").EnumerateArray();
    }

    private static string TypeOf(JsonElement node) => node.GetProperty("@type").GetString()!;
}
