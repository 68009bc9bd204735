using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests;

/// <summary>A page of the real site, planned, written and read again as a browser reads it.</summary>
/// <param name="Page">The page as planned.</param>
/// <param name="Html">Its document as written.</param>
/// <param name="Document">Its document as parsed, strictly.</param>
public sealed record RenderedPage(Page Page, string Html, IHtmlDocument Document)
{
    /// <summary>The page's own part.</summary>
    public IElement Main => Document.QuerySelector("main") ?? throw new InvalidOperationException($"{Page} has no <main>.");

    /// <inheritdoc/>
    public override string ToString() => Page.Path;
}

/// <summary>Every page of the real site, at the root of its host. Rendered once for all tests, parsed once for each class.</summary>
public sealed class RenderedSite : IAsyncLifetime
{
    private static readonly Lazy<Task<ImmutableDictionary<string, string>>> Html = new(async () =>
        (await RealSite.BuildAsync(Sample.Root)).Files
            .Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal))
            .ToImmutableDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Content.Span), StringComparer.Ordinal));

    /// <summary>The map of the real site.</summary>
    public static SiteMap Map { get; } = RealSite.Map(Sample.Root);

    /// <summary>The languages of the real site.</summary>
    public static ImmutableArray<Language> Languages { get; } = [.. RealSite.Network.Languages.Select(l => l.Tag)];

    /// <summary>The pages, ordered by path.</summary>
    public ImmutableArray<RenderedPage> Pages { get; private set; }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var html = await Html.Value;
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = true, IsKeepingSourceReferences = false });
        Pages = [.. Map.Pages.Select(page => new RenderedPage(page, html[page.OutputPath], parser.ParseDocument(html[page.OutputPath])))];
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The pages in a language, ordered by path.</summary>
    public IEnumerable<RenderedPage> In(Language language) => Pages.Where(p => p.Page.Language == language);

    /// <summary>The page as rendered.</summary>
    public RenderedPage Of(Page page) => Pages.Single(p => p.Page.Path == page.Path);

    /// <summary>The page as a document.</summary>
    public static async Task<string> HtmlOf(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return (await Html.Value)[page.OutputPath];
    }
}
