using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Components;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Components;

/// <summary>The whole day on one page, and posters and cards: nothing is missing, nothing is said otherwise than on the site.</summary>
public sealed partial class HandoutTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    public static TheoryData<string> Languages => [.. RenderedSite.Languages.Select(l => l.Tag)];

    private static Day Day => RealSite.Network.Days[^1];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_topic_stands_there_in_order_and_word_for_word(string language)
    {
        var texts = Handout(language).QuerySelectorAll(".topic-in-full").ToList();
        Assert.Equal(Day.Topics.Length, texts.Count);
        foreach (var (text, topic) in texts.Zip(Day.Topics))
        {
            var page = site.Of(RenderedSite.Map.PlaceOf(topic, Language.Of(language)).Page);
            Assert.StartsWith(Words(page.Document.QuerySelector("h1")!), Words(text.QuerySelector("h3")!), StringComparison.Ordinal);
            Assert.Equal(SpokenOnly(page.Main.QuerySelector(".prose")!), SpokenOnly(text.QuerySelector(".prose")!));
        }
    }

    /// <summary>So that the paper and the PDF lead to themselves and not to the site.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void What_stands_on_the_page_is_led_to_on_the_page_under_the_id_it_has_elsewhere(string language)
    {
        var page = RenderedSite.Map.Handout(Day, Language.Of(language));
        var main = Handout(language);
        Assert.Equal([], page.Here.Values.Where(id => main.QuerySelector($"#{id}") is null));
        Assert.Equal([], page.Here.Where(here => here.Key.Contains('#', StringComparison.Ordinal) && !here.Key.EndsWith("#" + Number().Replace(here.Value, ""), StringComparison.Ordinal) && !here.Key.EndsWith("#" + here.Value, StringComparison.Ordinal)).Select(here => $"{here.Key} is {here.Value}"));
        Assert.Equal([], main.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Where(page.Here.ContainsKey));
        Assert.Equal(
            Day.Topics.Select(topic => "#" + page.Here[RenderedSite.Map.PlaceOf(topic, page.Language).Path]),
            main.QuerySelectorAll(".contents li li a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_other_page_leads_to_itself_instead_of_where_it_should(string language)
    {
        var menu = site.Of(RenderedSite.Map.Handout(Day, Language.Of(language))).Document.QuerySelectorAll(".menu nav a, .site-footer nav a");
        Assert.Equal([], menu.Select(a => a.GetAttribute("href")!).Where(href => href.StartsWith('#')));
    }

    [Fact]
    public void The_whole_day_is_for_readers_and_not_for_search_engines()
    {
        var page = RenderedSite.Map.Handout(Day, Sample.Danish);
        Assert.False(page.Indexed);
        Assert.DoesNotContain(SearchPassages.Of(RenderedSite.Map, Sample.Danish), passage => passage.Url.StartsWith(page.Path, StringComparison.Ordinal));
        Assert.Equal("https://example.org" + page.Path, site.Of(page).Document.QuerySelector(".address-on-paper")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void There_is_a_card_for_every_question_with_what_follows_it_and_a_poster_for_every_codex(string language)
    {
        var main = site.Of(RenderedSite.Map.Posters(Day, Language.Of(language))!).Main;
        var map = RenderedSite.Map;
        Assert.Equal(
            Day.QuestionSets.SelectMany(set => set.Questions).Select(q => string.Join('|', q.FollowUps.Prepend(q).Select(each => map.Typographer.Plain(each.Text, Language.Of(language))))),
            main.QuerySelectorAll(".card").Select(card => string.Join('|', card.QuerySelectorAll(".card-question p").Select(Words))));
        Assert.All(main.QuerySelectorAll(".sheet"), sheet => Assert.InRange(sheet.QuerySelectorAll(".card").Length, 1, 4));
        Assert.Equal(
            Day.Codices.Select(codex => string.Join('|', codex.Principles.Select(p => map.Typographer.Plain(p.Text, Language.Of(language))))),
            main.QuerySelectorAll(".poster").Select(poster => string.Join('|', poster.QuerySelectorAll("li").Select(Words))));
        Assert.Single(main.QuerySelectorAll("input[type=radio][checked]"));
    }

    [Fact]
    public void Only_pages_made_for_printing_carry_the_style_for_it() => Faults.None(site.Pages
        .Where(page => page.Html.Contains("/handout.css", StringComparison.Ordinal) != page.Page is HandoutPage
            || page.Html.Contains("/posters.css", StringComparison.Ordinal) != page.Page is PostersPage)
        .Select(page => page.Page.Path));

    [Theory]
    [InlineData("fit-30", 20)]
    [InlineData("fit-30", 60, 60, 60)]
    [InlineData("fit-20", 38, 47, 71, 57, 30, 46, 45, 131, 62)]
    [InlineData("fit-10", 4000)]
    [InlineData("fit-8", 40000)]
    public void The_more_there_is_to_say_the_smaller_a_poster_is_set(string expected, params int[] lengths) =>
        Assert.Equal(expected, PosterType.Poster.ClassFor(lengths));

    private IElement Handout(string language) => site.Of(RenderedSite.Map.Handout(Day, Language.Of(language))).Main;

    private static string Words(IElement element) => Spaces().Replace(element.TextContent, " ").Trim();

    // A label that links to the questions' own page has that page's name for those who hear it.
    private static string SpokenOnly(IElement prose)
    {
        var copy = (IElement)prose.Clone();
        foreach (var hidden in copy.QuerySelectorAll(".questions > .label .visually-hidden").ToList())
        {
            hidden.Remove();
        }
        return Words(copy);
    }

    // What two pages give one id, as a principle and a term, has a number here.
    [GeneratedRegex(@"-\d+$")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
