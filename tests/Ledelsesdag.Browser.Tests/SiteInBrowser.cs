using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Tests;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

/// <summary>The real site, built once in a folder of its host, served there and read with one browser.</summary>
public sealed class SiteInBrowser : IAsyncLifetime
{
    public const string Name = "The site in a browser";

    /// <summary>For the tests that look at every page: they run beside the others, which mostly wait.</summary>
    public const string EveryPage = "Every page in a browser of its own";

    /// <summary>For what takes its time on a busy machine; nothing is expected to take so long.</summary>
    public const float Patience = 30_000;

    public static SiteAddress Address { get; } = new(new Uri("https://example.org"), "/ledelsesdag/");

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private StaticHost _host = null!;

    public SiteMap Map { get; } = RealSite.Map(Address);

    /// <summary>The files that are served.</summary>
    public ImmutableArray<OutputFile> Files { get; private set; } = [];

    public static Language Danish { get; } = Language.Of("da");

    public static Language English { get; } = Language.Of("en");

    /// <inheritdoc cref="PageKinds.EachKind"/>
    public IEnumerable<Page> EachKind(Language language) => Map.EachKind(language);

    public IEnumerable<Page> PagesIn(Language language) => Map.Pages.Where(p => p.Language == language);

    /// <summary>Scheme, address and port of the host.</summary>
    public string Origin => _host.Origin;

    public string Url(Page page) => Url(page.Path);

    /// <param name="path">Below the site's root, with a slash in front.</param>
    public string Url(string path) => Origin + Address.Href(path);

    /// <summary>Writes the newest day's one file to a folder.</summary>
    /// <returns>Its address there.</returns>
    public string WriteOffline(DirectoryInfo folder, Language language)
    {
        var path = Map.OfflinePath(Map.Network.Days[^1], language);
        var copy = Path.Combine(folder.FullName, Path.GetFileName(path));
        File.WriteAllBytes(copy, Files.Single(f => "/" + f.Path == path).Content.ToArray());
        return new Uri(copy).AbsoluteUri;
    }

    public async Task InitializeAsync()
    {
        var build = await RealSite.BuildAsync(Address);
        Assert.Empty(build.Faults);
        Files = build.Files;
        _host = await StaticHost.StartAsync(_ => Task.FromResult(Files.AsEnumerable()), Address.BasePath);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    /// <summary>
    /// Reads the site in a browser window of its own and then holds that nothing went wrong behind the reader's back: no
    /// error in the console, which is also where breaches of the policy are told; no error of a script; no request that
    /// failed; none that left this computer.
    /// </summary>
    /// <param name="read">What the reader does.</param>
    /// <param name="window">How the window differs from a desk's.</param>
    /// <param name="missing">Whether an address that leads nowhere is part of the test.</param>
    public Task ReadAsync(Func<IPage, Task> read, Action<BrowserNewContextOptions>? window = null, bool missing = false) =>
        ReadAsync(Origin, read, window, missing);

    /// <summary>As the other, on a host of the test's own.</summary>
    public async Task ReadAsync(string origin, Func<IPage, Task> read, Action<BrowserNewContextOptions>? window = null, bool missing = false) =>
        Assert.Empty(await ComplaintsAsync(origin, read, window, missing));

    /// <summary>As the other, for who means something to go wrong.</summary>
    /// <returns>What went wrong.</returns>
    public async Task<IReadOnlyCollection<string>> ComplaintsAsync(string origin, Func<IPage, Task> read, Action<BrowserNewContextOptions>? window = null, bool missing = false)
    {
        // Transitions would show a focus or a colour halfway.
        var options = new BrowserNewContextOptions { ViewportSize = new() { Width = 1280, Height = 800 }, ReducedMotion = ReducedMotion.Reduce };
        window?.Invoke(options);
        var complaints = new ConcurrentQueue<string>();
        await using var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !(missing && message.Text.Contains("404", StringComparison.Ordinal)))
            {
                complaints.Enqueue($"{message.Page?.Url}: console: {message.Text}");
            }
        };
        context.WebError += (_, error) => complaints.Enqueue($"{error.Page?.Url}: script: {error.Error}");
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin + "/", StringComparison.Ordinal) && request.Url != "about:blank")
            {
                complaints.Enqueue($"a request left the site: {request.Url}");
            }
        };
        context.RequestFailed += (_, request) =>
        {
            // A reader who goes on does not wait for what the page still loads.
            if (request.Failure != "net::ERR_ABORTED")
            {
                complaints.Enqueue($"{request.Url}: {request.Failure}");
            }
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !missing)
            {
                complaints.Enqueue($"{response.Url}: {response.Status}");
            }
        };
        var page = await context.NewPageAsync();
        await read(page);
        return complaints;
    }

    /// <summary>
    /// Looks at pages in two windows at a time and gathers what is wrong with any of them, so that one run tells all.
    /// </summary>
    /// <param name="pages">The pages, at least one.</param>
    /// <param name="look">Tells what is wrong with the page that the window shows.</param>
    /// <param name="window">How the windows differ from a desk's.</param>
    /// <param name="before">What is done to a window before it shows its first page.</param>
    public async Task AssertOnEachAsync(
        IEnumerable<Page> pages,
        Func<IPage, Page, Task<IEnumerable<string>>> look,
        Action<BrowserNewContextOptions>? window = null,
        Func<IPage, Task>? before = null)
    {
        var faults = new ConcurrentQueue<string>();
        var all = pages.ToList();
        Assert.NotEmpty(all);
        var waiting = new ConcurrentQueue<Page>(all);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ReadAsync(
            async tab =>
            {
                await (before?.Invoke(tab) ?? Task.CompletedTask);
                while (waiting.TryDequeue(out var page))
                {
                    await tab.GotoAsync(Url(page));
                    foreach (var fault in await look(tab, page))
                    {
                        faults.Enqueue($"{page}: {fault}");
                    }
                }
            },
            window)));
        Assert.True(faults.IsEmpty, string.Join("\n", faults));
    }
}

/// <summary>Tests of what a reader does share one site and one browser.</summary>
[CollectionDefinition(SiteInBrowser.Name)]
public sealed class SiteInBrowserDefinition : ICollectionFixture<SiteInBrowser>;

/// <summary>Tests that look at every page share another: one browser would be busy a third of the time.</summary>
[CollectionDefinition(SiteInBrowser.EveryPage)]
public sealed class EveryPageInBrowserDefinition : ICollectionFixture<SiteInBrowser>;
