using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ledelsesdag.Site.Components;

/// <summary>Turns pages into HTML. One renderer is not for use by several threads at a time.</summary>
public sealed class PageRenderer : IAsyncDisposable
{
    // A renderer keeps all that it has rendered: it is let go after so many pages at most, which are also one thread's turn.
    private const int MostInARow = 16;

    // Each thread has so many turns at least, so that none waits long for another at the end.
    private const int Turns = 4;

    // The default encoder writes every letter beyond ASCII as a number: æ as &#xE6;.
    private static readonly RendererServices Services = new();

    private readonly SiteMap _map;
    private readonly IAssetUrls _assets;
    private readonly Look _look;
    private readonly HtmlRenderer _renderer = new(Services, NullLoggerFactory.Instance);
    private readonly HtmlBuffer _html = new();
    private readonly HtmlBuffer _tidy = new();

    /// <summary>Makes a renderer for the pages of one site.</summary>
    /// <param name="map">The site.</param>
    /// <param name="assets">Where its styles, scripts and icons are.</param>
    /// <param name="look">Its colours, and a picture for every card.</param>
    public PageRenderer(SiteMap map, IAssetUrls assets, Look look)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(assets);
        ArgumentNullException.ThrowIfNull(look);
        (_map, _assets, _look) = (map, assets, look);
    }

    /// <summary>Renders pages of a site, by all processors.</summary>
    /// <param name="pages">Those pages.</param>
    /// <param name="map">The site.</param>
    /// <param name="assets">Where its styles, scripts and icons are.</param>
    /// <param name="look">Its colours, and a picture for every card.</param>
    /// <param name="output">Gets each page as soon as it is rendered.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <param name="cancellation">Looked at between pages.</param>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    public static async Task RenderAllAsync(
        ImmutableArray<Page> pages, SiteMap map, IAssetUrls assets, Look look, ISiteOutput output, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(output);
        var done = 0;
        var inARow = Math.Clamp(pages.Length / (Turns * Environment.ProcessorCount), 1, MostInARow);
        var turns = Enumerable.Range(0, (pages.Length + inARow - 1) / inARow);
        await Parallel.ForEachAsync(turns, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, async (turn, stop) =>
        {
            await using var renderer = new PageRenderer(map, assets, look);
            for (var at = turn * inARow; at < Math.Min(pages.Length, (turn + 1) * inARow); at++)
            {
                stop.ThrowIfCancellationRequested();
                output.Take(await renderer.RenderFileAsync(pages[at]));
                if (progress is not null)
                {
                    lock (progress)
                    {
                        progress.Report(new("Rendering pages", ++done, pages.Length));
                    }
                }
            }
        });
    }

    /// <summary>One page of a site as it stands in the output.</summary>
    /// <param name="page">The page.</param>
    /// <param name="map">The site.</param>
    /// <param name="assets">Where its styles, scripts and icons are.</param>
    /// <param name="look">Its colours, and a picture for every card.</param>
    public static byte[] Render(Page page, SiteMap map, IAssetUrls assets, Look look) =>
        Render<PageDocument, byte[]>(new PageScope(page, map, assets, look), html => html.ToUtf8());

    /// <summary>Renders a whole day as a document that stands alone, without its styles and scripts.</summary>
    /// <param name="page">The day.</param>
    /// <param name="map">The site.</param>
    /// <param name="assets">Where its styles, scripts and icons are.</param>
    /// <param name="look">Its colours, and a picture for every card.</param>
    /// <param name="use">What is made of it. The document is gone when this comes back.</param>
    internal static T RenderAlone<T>(HandoutPage page, SiteMap map, IAssetUrls assets, Look look, Func<HtmlBuffer, T> use) =>
        Render<OfflineDocument, T>(new PageScope(page, map, assets, look) { Alone = true }, use);

    /// <summary>The whole HTML document of a page, with line feeds and one at the end.</summary>
    /// <param name="page">The page.</param>
    /// <param name="print">What is going to be printed of it; null on the site, where the reader chooses.</param>
    public async Task<string> RenderAsync(Page page, PrintKind? print = null) =>
        (await RenderAsync<PageDocument>(new PageScope(page, _map, _assets, _look, print))).Written.ToString();

    /// <summary>A page as a file of the output.</summary>
    public async Task<OutputFile> RenderFileAsync(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new OutputFile(page.OutputPath, (await RenderAsync<PageDocument>(new PageScope(page, _map, _assets, _look))).ToUtf8());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _renderer.DisposeAsync();
        await _html.DisposeAsync();
        await _tidy.DisposeAsync();
    }

    private static T Render<TDocument, T>(PageScope scope, Func<HtmlBuffer, T> use)
        where TDocument : IComponent
    {
        var renderer = new PageRenderer(scope.Map, scope.Assets, scope.Look);
        try
        {
            // Nothing of a page waits for anything: the task is done when it is returned.
            return use(renderer.RenderAsync<TDocument>(scope).GetAwaiter().GetResult());
        }
        finally
        {
            renderer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private Task<HtmlBuffer> RenderAsync<TDocument>(PageScope scope)
        where TDocument : IComponent => _renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PageDocument.Scope)] = scope });
        var root = await _renderer.RenderComponentAsync<TDocument>(parameters);
        _html.Clear();
        root.WriteHtmlTo(_html);
        _tidy.Clear();
        HtmlText.Tidy(_html.Written, _tidy);
        return _tidy;
    });

    /// <summary>
    /// What the framework's renderer asks for. A container would compile a constructor call for each kind of component, and itself: half as long
    /// as rendering a small site takes.
    /// </summary>
    private sealed class RendererServices : IServiceProvider, IComponentActivator
    {
        private readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

        public object? GetService(Type serviceType) =>
            serviceType == typeof(HtmlEncoder) ? _encoder
            : serviceType == typeof(IComponentActivator) ? this
            : null;

        public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
    }
}
