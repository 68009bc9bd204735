using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Browser.Tests;

internal static class PageKinds
{
    /// <summary>One page of each kind in a language, and each topic that is a main page, for those show what others do not.</summary>
    public static IEnumerable<Page> EachKind(this SiteMap map, Language language) => map.Pages
        .Where(p => p.Language == language)
        .DistinctBy(p => p is TopicPage { Topic.MainPage: true } ? p.Path : p.GetType().Name);
}
