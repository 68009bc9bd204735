using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

/// <summary>Every page, and every slide's content, is at most three clicks from the front page.</summary>
public sealed class ReachabilityTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    private const int Clicks = 3;

    public static TheoryData<string> Languages => [.. RenderedSite.Languages.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_page_is_within_three_clicks_of_the_front_page(string language)
    {
        var distances = Distances(Language.Of(language));
        Faults.None(site.In(Language.Of(language))
            .Where(p => p.Page is not NotFoundPage && distances.GetValueOrDefault(p.Page.Path, int.MaxValue) > Clicks)
            .Select(p => p.Page.Path));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_slide_has_content_within_three_clicks_of_the_front_page(string language)
    {
        var distances = Distances(Language.Of(language));
        foreach (var day in RealSite.Network.Days)
        {
            var slides = RenderedSite.Map.SlidesOf(day, Language.Of(language));
            Assert.Equal(Enumerable.Range(1, day.SlideCount), slides.Select(s => s.Slide));
            Faults.None(slides.Where(s => !s.Places.Any(IsNear)).Select(s => $"slide {s.Slide} of {day.Id}"));
        }

        bool IsNear(Place place) =>
            distances.GetValueOrDefault(place.Page.Path, int.MaxValue) <= Clicks
            && (place.Fragment is null || site.Of(place.Page).Document.GetElementById(place.Fragment) is not null);
    }

    /// <summary>How many clicks lead to each page of a language, without changing the language. A form's button is a click too.</summary>
    private Dictionary<string, int> Distances(Language language)
    {
        var pages = site.In(language).ToDictionary(p => p.Page.Path);
        var home = RenderedSite.Map.Home(language).Path;
        var distances = new Dictionary<string, int> { [home] = 0 };
        var ahead = new Queue<string>([home]);
        while (ahead.TryDequeue(out var path))
        {
            foreach (var link in pages[path].Document.QuerySelectorAll("a[href], form[action]")
                .Select(a => (a.GetAttribute("href") ?? a.GetAttribute("action")!).Split('#', '?')[0]))
            {
                if (pages.ContainsKey(link) && distances.TryAdd(link, distances[path] + 1))
                {
                    ahead.Enqueue(link);
                }
            }
        }
        return distances;
    }
}
