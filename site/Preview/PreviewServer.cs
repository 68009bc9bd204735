using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Ledelsesdag.Site.Output;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Hosting;

namespace Ledelsesdag.Site.Preview;

/// <summary>
/// Serves a <see cref="PreviewSite"/> from memory to the browsers of this computer, and to nobody else: it listens on the
/// loopback address and refuses every request that names another host, as a page elsewhere could send through the browser.
/// </summary>
public sealed class PreviewServer : IAsyncDisposable
{
    /// <summary>What the preview serves besides the site; no page can have this address, for slugs hold no underscore.</summary>
    internal const string OwnFolder = "/_preview/";

    private const int PortsToTry = 20;
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private readonly WebApplication _app;
    private readonly PreviewSite _site;

    private PreviewServer(WebApplication app, PreviewSite site) => (_app, _site) = (app, site);

    /// <summary>Scheme, address and port it is reached at, with a slash at the end.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts serving.</summary>
    /// <param name="site">What to serve; it may change at any time.</param>
    /// <param name="port">The port wished for; when it is in use, the next free one. 0 for any.</param>
    /// <param name="cancellation">Breaks the start off.</param>
    /// <exception cref="IOException">No port could be had.</exception>
    public static async Task<PreviewServer> StartAsync(PreviewSite site, int port, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(site);
        for (var tried = 0; ; tried++)
        {
            var server = Create(site, port == 0 ? 0 : port + tried);
            try
            {
                await server._app.StartAsync(cancellation);
                server.Address = new Uri(server._app.Urls.Single() + "/");
                return server;
            }
            catch (IOException e) when (e.InnerException is AddressInUseException && tried < PortsToTry && port + tried < IPEndPoint.MaxPort)
            {
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static PreviewServer Create(PreviewSite site, int port)
    {
        // The empty builder reads no settings from the machine: nothing there can move the server off the loopback address.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        // Open reload connections end at once, not after half a minute.
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var server = new PreviewServer(app, site);
        app.Run(server.AnswerAsync);
        return server;
    }

    private Task AnswerAsync(HttpContext context)
    {
        var state = _site.State;
        foreach (var (name, value) in SecurityHeaders.All.Where(h => h.Name != "Strict-Transport-Security"))
        {
            context.Response.Headers[name] = value;
        }
        context.Response.Headers.CacheControl = "no-store";

        if (!IsThisComputer(context.Request.Host.Host) || !IsOwnOrigin(context.Request.Headers.Origin))
        {
            return PlainAsync(context, StatusCodes.Status403Forbidden, "The preview answers to this computer's own browsers only.");
        }
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return PlainAsync(context, StatusCodes.Status405MethodNotAllowed, "A preview can only be read.");
        }
        if (!IsWellFormed(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget))
        {
            return PlainAsync(context, StatusCodes.Status400BadRequest, "This is not an address of the site.");
        }
        var path = context.Request.Path.Value ?? "/";
        return path switch
        {
            OwnFolder + "events" => EventsAsync(context),
            OwnFolder + "reload.js" => OwnFileAsync(context, "reload.js"),
            OwnFolder + "preview.css" => OwnFileAsync(context, "preview.css"),
            _ when !state.HasSite => BytesAsync(context, StatusCodes.Status503ServiceUnavailable, HtmlType, FaultPage.Write(state.Faults)),
            _ => PageAsync(context, state, path),
        };
    }

    private static Task PageAsync(HttpContext context, PreviewState state, string path)
    {
        if (!path.StartsWith(state.BasePath, StringComparison.Ordinal))
        {
            return path == "/" || path + "/" == state.BasePath
                ? RedirectAsync(context, state.BasePath)
                : PlainAsync(context, StatusCodes.Status404NotFound, $"The site stands at {state.BasePath}.");
        }
        var name = path[state.BasePath.Length..];
        var file = name.Length == 0 || name.EndsWith('/') ? name + "index.html" : name;
        if (state.Files.TryGetValue(file, out var found))
        {
            return FileAsync(context, StatusCodes.Status200OK, found, state);
        }
        if (state.Files.ContainsKey(file + "/index.html"))
        {
            return RedirectAsync(context, $"{context.Request.Path.ToUriComponent()}/{context.Request.QueryString}");
        }
        // As hosts do: the nearest 404 page on the way up.
        for (var folder = file; folder.Length > 0;)
        {
            var slash = folder.LastIndexOf('/');
            folder = slash < 0 ? "" : folder[..slash];
            if (state.Files.TryGetValue(folder.Length == 0 ? "404.html" : folder + "/404.html", out var missing))
            {
                return FileAsync(context, StatusCodes.Status404NotFound, missing, state);
            }
        }
        return PlainAsync(context, StatusCodes.Status404NotFound, "There is no such page.");
    }

    private static Task FileAsync(HttpContext context, int status, OutputFile file, PreviewState state)
    {
        if (!ContentTypes.TryGetContentType(file.Path, out var type))
        {
            type = MediaTypeNames.Text.Plain;
        }
        if (type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/xml")
        {
            type += "; charset=utf-8";
        }
        var content = file.Path.EndsWith(".html", StringComparison.Ordinal) ? WithReload(file.Content, state.Version) : file.Content;
        return BytesAsync(context, status, type, content);
    }

    /// <summary>The page with the script that reloads it, which no built page has.</summary>
    private static ReadOnlyMemory<byte> WithReload(ReadOnlyMemory<byte> page, string version)
    {
        var end = page.Span.IndexOf("</head>"u8);
        if (end < 0)
        {
            end = page.Length;
        }
        var script = Encoding.UTF8.GetBytes($"""<script type="module" src="{OwnFolder}reload.js?site={version}"></script>""");
        return (byte[])[.. page.Span[..end], .. script, .. page.Span[end..]];
    }

    /// <summary>Tells a page of every new state for as long as it listens.</summary>
    private async Task EventsAsync(HttpContext context)
    {
        context.Response.ContentType = MediaTypeNames.Text.EventStream;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _app.Lifetime.ApplicationStopping);
        try
        {
            while (true)
            {
                var state = _site.State;
                if (state.HasSite || !state.Faults.IsEmpty)
                {
                    var message = JsonSerializer.Serialize(new { site = state.Version, faults = state.Faults });
                    await context.Response.WriteAsync($"data: {message}\n\n", stop.Token);
                }
                await context.Response.Body.FlushAsync(stop.Token);
                while (await Task.WhenAny(state.Ended.Task, Task.Delay(SignOfLife, stop.Token)) != state.Ended.Task)
                {
                    stop.Token.ThrowIfCancellationRequested();
                    await context.Response.WriteAsync(": still here\n\n", stop.Token);
                    await context.Response.Body.FlushAsync(stop.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The page was left, or the preview ends.
        }
    }

    private static Task OwnFileAsync(HttpContext context, string name)
    {
        using var resource = typeof(PreviewServer).Assembly.GetManifestResourceStream($"preview/{name}")!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return BytesAsync(context, StatusCodes.Status200OK, name.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8", content);
    }

    private static Task RedirectAsync(HttpContext context, string target)
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    }

    private static Task PlainAsync(HttpContext context, int status, string text) =>
        BytesAsync(context, status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text + "\n"));

    private static async Task BytesAsync(HttpContext context, int status, string type, ReadOnlyMemory<byte> content)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    private static bool IsThisComputer(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";

    private static bool IsOwnOrigin(string? origin) =>
        origin is null || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsThisComputer(uri.Host));

    /// <summary>Whether every percent sign begins a code and no segment goes up; the rest is looked up as it is.</summary>
    private static bool IsWellFormed(string target)
    {
        var path = target.AsSpan();
        if (path.IndexOf('?') is var query and >= 0)
        {
            path = path[..query];
        }
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && !(i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2])))
            {
                return false;
            }
        }
        var plain = Uri.UnescapeDataString(path);
        return !plain.AsSpan().ContainsAny('\\', '\0') && !plain.Split('/').Contains("..");
    }

    private const string HtmlType = "text/html; charset=utf-8";
}
