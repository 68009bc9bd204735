using System.Text;
using System.Text.RegularExpressions;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

/// <summary>
/// The site's own files, opened from a disk: addresses relative to each page, no digest beside them, for browsers check what comes
/// over a network only, and beside each file of an index the script that brings it. That is all the search needs there.
/// </summary>
[Collection(SiteInBrowser.Name)]
public sealed partial class SearchFromDiskTests(SiteInBrowser site) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ledelsesdag-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("da", "agenter")]
    [InlineData("en", "leadership")]
    public async Task The_panel_of_an_ordinary_page_finds_and_leads_on(string tag, string word)
    {
        var topic = Write(tag);
        await site.ReadAsync("file://", async page =>
        {
            await page.GotoAsync(topic);
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.TypeAsync(word);
            var panel = page.Locator(".search-panel");
            await Assertions.Expect(panel.GetByRole(AriaRole.Status)).ToHaveTextAsync(new Regex($@"^[1-9]\d* \w+ \w+ {word}$"));
            await Assertions.Expect(panel.Locator("mark").First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("ArrowDown");
            var target = await panel.Locator("a").First.EvaluateAsync<string>("a => a.href");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page).ToHaveURLAsync(target);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        });
    }

    [Theory]
    [InlineData("da", "vaerdsaettelse")]
    [InlineData("en", "trust")]
    public async Task Enter_leads_to_the_search_page_which_finds(string tag, string word)
    {
        var topic = Write(tag);
        await site.ReadAsync("file://", async page =>
        {
            await page.GotoAsync(topic);
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.TypeAsync(word);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync(word);
            await Assertions.Expect(page.Locator("#search-results mark").First).ToBeVisibleAsync();
            var target = await page.Locator("#search-results a").First.EvaluateAsync<string>("a => a.href");
            await page.Locator("#search-results a").First.ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync(target);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        });
    }

    /// <summary>Writes the site for a disk.</summary>
    /// <returns>The address of a topic there.</returns>
    private string Write(string tag)
    {
        var index = site.Files.Where(f => f.Path.StartsWith("search/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(index);
        foreach (var file in site.Files.Concat(index.Select(SearchScript.Beside)))
        {
            var path = Path.Combine(_folder.FullName, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Path.EndsWith(".html", StringComparison.Ordinal) ? Relative(file) : file.Content.ToArray());
        }
        var topic = site.Map.PlaceOf(site.Map.Network.Days[^1].Topics[0], Content.Language.Of(tag)).Page;
        return new Uri(Path.Combine(_folder.FullName, topic.OutputPath)).AbsoluteUri;
    }

    private static byte[] Relative(OutputFile page)
    {
        var up = string.Concat(Enumerable.Repeat("../", page.Path.Count(c => c == '/')));
        return Encoding.UTF8.GetBytes(SitePath().Replace(Integrity().Replace(Encoding.UTF8.GetString(page.Content.Span), ""), match =>
        {
            var (name, path, rest) = (match.Groups["name"].Value, match.Groups["path"].Value, match.Groups["rest"].Value);
            var isPage = name != "data-root" && (path.Length == 0 || path.EndsWith('/'));
            return $"{name}=\"{up}{path}{(isPage ? "index.html" : "")}{rest}\"";
        }));
    }

    [GeneratedRegex("(?<name>href|src|action|data-[a-z-]+)=\"/ledelsesdag/(?<path>[^\"?#]*)(?<rest>[^\"]*)\"")]
    private static partial Regex SitePath();

    [GeneratedRegex(" integrity=\"[^\"]+\"")]
    private static partial Regex Integrity();
}
