using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ledelsesdag.Site.Commands;

namespace Ledelsesdag.Site.Tests.Pages;

/// <summary>What a day has not is left out: no page of it, no link to that page, no empty list.</summary>
public sealed class BareDayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BareDayTests()
    {
        _folder.Write("input/network.json", """
            {
              "title": { "da": "Netværk", "en": "Network" },
              "description": { "da": "Om os.", "en": "About us." },
              "languages": [{ "tag": "da", "name": "Dansk" }, { "tag": "en", "name": "English" }],
              "address": "https://bar.example/",
              "days": ["day"]
            }
            """);
        _folder.Write("input/day/day.json", """
            {
              "slug": { "da": "dagen", "en": "the-day" },
              "title": { "da": "Dagen", "en": "The day" },
              "summary": { "da": "En dag.", "en": "A day." },
              "date": "2026-05-19",
              "timeZone": "Europe/Oslo",
              "place": { "da": "Skuret", "en": "The shed" },
              "hosts": [{ "name": "Marit Lie" }],
              "slideCount": 3,
              "slides": [1]
            }
            """);
        _folder.Write("input/day/programme.json", """
            {
              "sessions": [
                { "id": "morning", "time": { "start": "09:30", "end": "11:00" }, "title": { "da": "Formiddag", "en": "Morning" }, "slides": [2] }
              ]
            }
            """);
        _folder.Write("input/day/topics.json", """
            {
              "topics": [
                {
                  "id": "beds",
                  "slug": { "da": "bede", "en": "beds" },
                  "title": { "da": "Bede", "en": "Beds" },
                  "summary": { "da": "Om bede.", "en": "About beds." },
                  "session": "morning",
                  "slides": [3]
                }
              ]
            }
            """);
        _folder.Write("input/day/topics/beds.da.md", "Et bed.\n");
        _folder.Write("input/day/topics/beds.en.md", "A bed.\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_day_with_topics_alone_has_no_page_of_what_it_lacks_and_no_link_to_one()
    {
        var site = await BuildAsync();

        Assert.Empty(site.Messages);
        var paths = site.Build!.Files.Select(file => file.Path).ToList();
        Assert.Contains("dagen/emner/bede/index.html", paths);
        Assert.DoesNotContain(paths, path => path.Contains("citater", StringComparison.Ordinal) || path.Contains("spoergsmaal", StringComparison.Ordinal)
            || path.Contains("arbejdsark", StringComparison.Ordinal) || path.Contains("plakater", StringComparison.Ordinal) || path.Contains("ordliste", StringComparison.Ordinal));
        Assert.Equal(["/dagen/program/", "/dagen/emner/"], (await PageAsync("index.html")).QuerySelectorAll(".menu nav a").Select(link => link.GetAttribute("href")));
        Assert.Null((await PageAsync("dagen/hele-dagen/dagen.html")).QuerySelector("form.worksheet"));
        Assert.All(site.Build.Files.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal)), file =>
            Assert.All(Parse(file.Text()).QuerySelectorAll("main ul, main ol").Where(list => list.Id != "search-results"), list => Assert.True(list.Children.Length > 0, $"{file.Path}: {list.OuterHtml}")));
    }

    [Fact]
    public async Task A_slide_that_only_a_shown_item_comes_from_is_found_in_the_topic_that_shows_it()
    {
        StarterContent.Replace(_folder, "input/day/day.json", "\"slideCount\": 3", "\"slideCount\": 5");
        StarterContent.Replace(_folder, "input/day/topics/beds.da.md", "Et bed.", "Et bed.\n\n![](quote:lie)");
        StarterContent.Replace(_folder, "input/day/topics/beds.en.md", "A bed.", "A bed.\n\n![](quote:lie)");
        _folder.Write("input/day/quotes.json", """
            {
              "quotes": [
                { "id": "lie", "slug": { "da": "lie", "en": "lie" }, "text": { "da": "Grav.", "en": "Dig." }, "original": "da", "citation": { "speaker": { "da": "Lie", "en": "Lie" } }, "slides": [3, 4] },
                { "id": "alone", "slug": { "da": "alene", "en": "alone" }, "text": { "da": "Vand.", "en": "Water." }, "original": "da", "citation": { "speaker": { "da": "Moe", "en": "Moe" } }, "slides": [5] }
              ]
            }
            """);

        var page = await PageAsync("dagen/emner/index.html");

        Assert.Equal(
            ["1 /dagen/", "2 /dagen/program/", "3 /dagen/emner/bede/", "4 /dagen/emner/bede/", "5 /dagen/citater/alene/"],
            page.QuerySelectorAll(".slide-index > li").Select(slide => $"{slide.GetAttribute("value")} {string.Join(" ", slide.QuerySelectorAll("a").Select(link => link.GetAttribute("href")))}"));
    }

    [Fact]
    public async Task Questions_in_order_have_numbers_on_the_worksheet_and_what_follows_up_stands_behind_its_question()
    {
        StarterContent.Replace(_folder, "input/day/topics/beds.da.md", "Et bed.", "Et bed.\n\n![](questions:digging)");
        StarterContent.Replace(_folder, "input/day/topics/beds.en.md", "A bed.", "A bed.\n\n![](questions:digging)");
        _folder.Write("input/day/questions.json", """
            {
              "questionSets": [
                {
                  "id": "digging",
                  "title": { "da": "Gravning", "en": "Digging" },
                  "numbered": true,
                  "questions": [
                    { "id": "where", "text": { "da": "Hvor?", "en": "Where?" }, "followUps": [{ "id": "why", "text": { "da": "Hvorfor dér?", "en": "Why there?" } }] },
                    { "id": "when", "text": { "da": "Hvornår?", "en": "When?" } }
                  ],
                  "slides": [3]
                }
              ]
            }
            """);

        var sheet = await PageAsync("dagen/arbejdsark/index.html");
        var topic = await PageAsync("dagen/emner/bede/index.html");

        Assert.Equal(["answer: Hvor?", "answer follow-up: Hvorfor dér?", "answer: Hvornår?"],
            sheet.QuerySelectorAll(".answers.numbered > .answer").Select(answer => $"{answer.ClassName}: {answer.QuerySelector("label")!.TextContent}"));
        // The set has a name of its own beside the topic's.
        Assert.Null(topic.QuerySelector(".questions .label .visually-hidden"));
        Assert.EndsWith(": Gravning", topic.QuerySelector(".questions .label")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_can_be_dialled_however_it_is_written()
    {
        StarterContent.Replace(_folder, "input/network.json", "\"days\"", "\"contact\": { \"name\": \"Marit Lie\", \"phone\": \"+47 22-33 44 55\" },\n  \"days\"");

        Assert.Equal("tel:+4722334455", (await PageAsync("index.html")).QuerySelector(".site-footer a[href^='tel:']")!.GetAttribute("href"));
    }

    private async Task<IDocument> PageAsync(string path) => Parse((await BuildAsync()).Build!.Files.Single(file => file.Path == path).Text());

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private Task<PreparedSite> BuildAsync() =>
        PreparedSite.OfAsync(new(_folder.At("input"), _folder.At("output"), null, null), ToolFolders.Shipped, RealSite.Cards);
}
