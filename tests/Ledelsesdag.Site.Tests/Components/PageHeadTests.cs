using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Components;

/// <summary>What a page tells browsers and search engines of itself and of its other languages.</summary>
public sealed class PageHeadTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    [Fact]
    public void Every_page_has_a_counterpart_in_every_language_and_they_name_each_other()
    {
        foreach (var page in site.Pages)
        {
            var versions = RenderedSite.Map.VersionsOf(page.Page);
            Assert.Equal(RenderedSite.Languages, versions.Select(v => v.Language));
            if (!page.Page.Indexed)
            {
                continue;
            }
            var expected = versions.Select(v => (v.Language.Tag, Sample.Root.Absolute(v.Path)))
                .Append(("x-default", Sample.Root.Absolute(versions.First(v => v.Language == RenderedSite.Map.RootLanguage).Path)));
            Assert.Equal(expected, Alternates(page));
            foreach (var version in versions)
            {
                Assert.Equal(Alternates(page), Alternates(site.Of(version)));
            }
        }
    }

    [Fact]
    public void The_language_switch_leads_to_the_same_content()
    {
        foreach (var page in site.Pages)
        {
            Assert.Equal(
                RenderedSite.Languages.Select(l => (l.Tag, Sample.Root.Href(RenderedSite.Map.SwitchTarget(page.Page, l).Path))),
                page.Document.QuerySelectorAll("nav.languages a").Select(a => (a.GetAttribute("hreflang")!, a.GetAttribute("href")!)));
        }
    }

    [Fact]
    public void Canonical_is_the_pages_own_address()
    {
        foreach (var page in site.Pages.Where(p => p.Page.Indexed))
        {
            Assert.Equal(Sample.Root.Absolute(page.Page.Path), page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
            Assert.Equal(Sample.Root.Absolute(page.Page.Path), page.Document.QuerySelector("meta[property='og:url']")?.GetAttribute("content"));
        }
    }

    [Fact]
    public void A_page_for_wrong_addresses_claims_none_and_is_not_indexed()
    {
        foreach (var page in site.Pages.Where(p => p.Page is NotFoundPage))
        {
            Assert.Empty(page.Document.QuerySelectorAll("link[rel=canonical], link[hreflang]"));
            Assert.Contains("noindex", page.Document.QuerySelector("meta[name=robots]")?.GetAttribute("content"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Titles_and_descriptions_are_there_and_no_two_pages_of_a_language_share_one()
    {
        foreach (var language in RenderedSite.Languages)
        {
            var titles = site.In(language).Select(p => p.Document.Title ?? "").ToList();
            Assert.All(titles, Assert.NotEmpty);
            Assert.Empty(Repeated(titles));
            var descriptions = site.In(language).Select(p => p.Document.QuerySelector("meta[name=description]")?.GetAttribute("content") ?? "").ToList();
            Assert.All(descriptions, Assert.NotEmpty);
            Assert.Empty(Repeated(descriptions));
        }
    }

    [Fact]
    public void The_document_says_its_language() =>
        Assert.All(site.Pages, page => Assert.Equal(page.Page.Language.Tag, page.Document.DocumentElement.GetAttribute("lang")));

    [Fact]
    public void Every_page_but_the_front_page_says_where_it_stands()
    {
        foreach (var page in site.Pages)
        {
            var crumbs = page.Document.QuerySelectorAll("nav.breadcrumbs li").ToList();
            if (page.Page is HomePage)
            {
                Assert.Empty(crumbs);
                continue;
            }
            var trail = SiteMap.BreadcrumbsOf(page.Page);
            Assert.Equal(trail.Length, crumbs.Count);
            Assert.Equal(trail[..^1].Select(p => p.Path), crumbs[..^1].Select(c => c.QuerySelector("a")?.GetAttribute("href")));
            Assert.Equal("page", crumbs[^1].FirstElementChild?.GetAttribute("aria-current"));
        }
    }

    private static List<(string, string)> Alternates(RenderedPage page) =>
        [.. page.Document.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!))];

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) => texts.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key);
}
