using System.Text.RegularExpressions;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

/// <summary>The day as one file, on a disk and without a network.</summary>
[Collection(SiteInBrowser.Name)]
public sealed class OfflineTests(SiteInBrowser site) : IDisposable
{
    private const string Marker = "mærke-4711";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ledelsesdag-");

    private Day Day => site.Map.Network.Days[^1];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task It_needs_no_other_file_and_every_link_leads_into_it_or_to_the_site(string tag) => OfflineAsync(tag, async page =>
    {
        var requests = 0;
        page.Request += (_, _) => requests++;
        await page.ReloadAsync();
        Assert.Equal(1, requests);
        Assert.Equal(0, await page.Locator("img, iframe, link, script[src]").CountAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.hash)"));
        var others = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a:not([href^=\"#\"])')].map(a => a.getAttribute('href'))");
        Assert.All(others, href => Assert.Matches("^(https?|mailto|tel):", href));
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"));
    });

    [Theory]
    [InlineData("da", "agenter")]
    [InlineData("da", "vaerdsaettelse")]
    [InlineData("en", "leadership")]
    public Task Its_search_leads_to_the_place_in_the_file(string tag, string word) => OfflineAsync(tag, async page =>
    {
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(word);
        var panel = page.Locator(".search-panel");
        await Assertions.Expect(panel.GetByRole(AriaRole.Status)).ToHaveTextAsync(new Regex($@"^[1-9]\d* \w+ \w+ {word}$"));
        // No search page follows: everything is here, and Enter leads to the best.
        await Assertions.Expect(panel.Locator(".search-all")).ToHaveCountAsync(0);
        var first = panel.Locator("a").First;
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(first).ToBeFocusedAsync();
        var target = await first.GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(target!) + "$"));
        await Assertions.Expect(page.Locator(target!)).ToBeInViewportAsync();
    });

    [Fact]
    public Task Every_topic_can_be_found() => OfflineAsync("da", async page =>
    {
        var here = site.Map.Handout(Day, SiteInBrowser.Danish).Here;
        foreach (var topic in Day.Topics)
        {
            await page.GetByRole(AriaRole.Searchbox).FillAsync(site.Map.Typographer.Plain(topic.Title, SiteInBrowser.Danish));
            var id = here[site.Map.PlaceOf(topic, SiteInBrowser.Danish).Path];
            await Assertions.Expect(page.Locator($".search-panel a[href='#{id}']")).ToBeVisibleAsync();
        }
    });

    [Fact]
    public Task Notes_are_kept_found_again_and_taken_out_and_nothing_is_sent() => OfflineAsync("da", async page =>
    {
        var words = site.Map.Strings[SiteInBrowser.Danish].Worksheet;
        var sent = new List<string>();
        page.Request += (_, request) => sent.Add(request.Url + request.PostData);
        var answer = page.Locator(".worksheet textarea").First;
        await answer.FillAsync(Marker);
        await Button(page, words.Save).ClickAsync();
        await page.ReloadAsync();
        await Assertions.Expect(answer).ToHaveValueAsync(Marker);

        var download = await page.RunAndWaitForDownloadAsync(() => Button(page, words.Text).ClickAsync());
        Assert.Contains(Marker, await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(sent, request => Uri.UnescapeDataString(request).Contains(Marker, StringComparison.Ordinal));
    });

    [Fact]
    public Task Without_scripts_it_is_all_there_to_read_and_no_field_promises_a_search() => OfflineAsync(
        "en",
        async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator(".topic-in-full")).ToHaveCountAsync(Day.Topics.Length);
            await Assertions.Expect(page.Locator(".worksheet textarea").First).ToBeEditableAsync();
        },
        window => window.JavaScriptEnabled = false);

    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public Task The_front_page_offers_it_with_its_size_and_it_is_saved_rather_than_shown(string tag) => site.ReadAsync(async page =>
    {
        var path = site.Map.OfflinePath(Day, Language.Of(tag));
        var file = site.Files.Single(f => "/" + f.Path == path);
        await page.GotoAsync(site.Url(site.Map.Home(Language.Of(tag))));
        await Assertions.Expect(page.Locator(".offline")).ToContainTextAsync($"{file.Content.Length / 1000} kB");

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".offline a").ClickAsync());

        Assert.Equal(Path.GetFileName(path), download.SuggestedFilename);
        Assert.Equal(file.Content.ToArray(), await File.ReadAllBytesAsync(await download.PathAsync()));
    });

    private Task OfflineAsync(string tag, Func<IPage, Task> read, Action<BrowserNewContextOptions>? window = null) => site.ReadAsync(
        "file://",
        async page =>
        {
            await page.GotoAsync(site.WriteOffline(_folder, Language.Of(tag)));
            await read(page);
        },
        options =>
        {
            options.Offline = true;
            window?.Invoke(options);
        });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
