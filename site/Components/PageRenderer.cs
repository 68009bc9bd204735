using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ledelsesdag.Site.Components;

/// <summary>Turns pages into HTML. Not for use by several threads at a time.</summary>
public sealed class PageRenderer : IAsyncDisposable
{
    private readonly SiteMap _map;
    private readonly IAssetUrls _assets;
    private readonly Look _look;
    private readonly ServiceProvider _services;
    private readonly HtmlRenderer _renderer;

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
        // The default encoder writes every letter beyond ASCII as a number: æ as &#xE6;.
        _services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        _renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
    }

    /// <summary>The whole HTML document of a page, with line feeds and one at the end.</summary>
    /// <param name="page">The page.</param>
    /// <param name="print">What is going to be printed of it; null on the site, where the reader chooses.</param>
    public Task<string> RenderAsync(Page page, PrintKind? print = null) =>
        RenderAsync<PageDocument>(new PageScope(page, _map, _assets, _look, print));

    /// <summary>A whole day as a document that stands alone, without its styles and scripts.</summary>
    internal Task<string> RenderAloneAsync(HandoutPage page) =>
        RenderAsync<OfflineDocument>(new PageScope(page, _map, _assets, _look) { Alone = true });

    /// <summary>A page as a file of the output.</summary>
    public async Task<OutputFile> RenderFileAsync(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new OutputFile(page.OutputPath, Encoding.UTF8.GetBytes(await RenderAsync(page)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _renderer.DisposeAsync();
        await _services.DisposeAsync();
    }

    private Task<string> RenderAsync<TDocument>(PageScope scope)
        where TDocument : IComponent => _renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PageDocument.Scope)] = scope });
        var root = await _renderer.RenderComponentAsync<TDocument>(parameters);
        return HtmlText.Tidy(root.ToHtmlString());
    });
}
