using System.Text;
using AngleSharp.Html.Parser;
using Ledelsesdag.Site.Commands;

namespace Ledelsesdag.Site.Tests.Pages;

/// <summary>A network that has met a second time.</summary>
public sealed class SeveralDaysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SeveralDaysTests() => StarterContent.CopyTo(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_day_moves_nothing_of_the_first()
    {
        var before = Pages(await BuildAsync());
        AddSecondDay();
        var after = await BuildAsync();

        Assert.Empty(after.Messages);
        Assert.Empty(before.Except(Pages(after)));
        Assert.Contains("vaerkstedet/program/index.html", Pages(after));
        Assert.Contains("en/the-workshop/programme/index.html", Pages(after));
    }

    [Fact]
    public async Task The_front_page_leads_to_the_newest_day_first_and_to_every_other()
    {
        AddSecondDay();
        var page = new HtmlParser().ParseDocument(Text(await BuildAsync(), "index.html"));

        Assert.Equal(["/vaerkstedet/", "/moedested/"], page.QuerySelectorAll("main h2 a").Select(link => link.GetAttribute("href")));
        Assert.StartsWith("/vaerkstedet/", page.QuerySelector("main .button")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_goes_over_all_days()
    {
        AddSecondDay();
        var index = Text(await BuildAsync(), "search/da.json");

        Assert.Contains("/vaerkstedet/emner/aabne-doere/", index, StringComparison.Ordinal);
        Assert.Contains("/moedested/emner/aabne-doere/", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_page_says_which_day_an_overview_is_of()
    {
        AddSecondDay();
        var page = new HtmlParser().ParseDocument(Text(await BuildAsync(), "soeg/index.html"));

        Assert.Equal(["/vaerkstedet/", "/moedested/"], page.QuerySelectorAll(".overviews h3 a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/vaerkstedet/emner/", "/vaerkstedet/citater/", "/vaerkstedet/spoergsmaal/"], page.QuerySelectorAll(".overviews ul:nth-of-type(1) a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/ordliste/"], page.QuerySelectorAll(".overviews ul:last-child a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Two_days_at_one_address_are_told()
    {
        AddSecondDay(slug: "moedested");

        Assert.Contains("error LD403: ", Assert.Single((await BuildAsync()).Messages), StringComparison.Ordinal);
    }

    private void AddSecondDay(string slug = "vaerkstedet")
    {
        foreach (var file in Directory.GetFiles(_folder.At("input/day-1"), "*", SearchOption.AllDirectories))
        {
            _folder.Write(Path.Combine("input/day-2", Path.GetRelativePath(_folder.At("input/day-1"), file)), File.ReadAllText(file));
        }
        StarterContent.Replace(_folder, "input/day-2/day.json", "\"da\": \"moedested\", \"en\": \"meeting-place\"", $"\"da\": \"{slug}\", \"en\": \"the-workshop\"");
        StarterContent.Replace(_folder, "input/day-2/day.json", "2026-09-17", "2027-03-04");
        StarterContent.Replace(_folder, "input/network.json", "[\"day-1\"]", "[\"day-1\", \"day-2\"]");
    }

    private Task<PreparedSite> BuildAsync() =>
        PreparedSite.OfAsync(new(_folder.At("input"), _folder.At("output"), null, null), ToolFolders.Shipped, RealSite.Cards);

    private static HashSet<string> Pages(PreparedSite site) =>
        [.. site.Build!.Files.Select(file => file.Path).Where(path => path.EndsWith(".html", StringComparison.Ordinal) || path.EndsWith(".ics", StringComparison.Ordinal))];

    private static string Text(PreparedSite site, string path) => Encoding.UTF8.GetString(site.Build!.Files.Single(file => file.Path == path).Content.Span);
}
