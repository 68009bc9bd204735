using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Ledelsesdag.Site.Output;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Ledelsesdag.Browser.Tests;

/// <summary>
/// Serves a build from memory on the loopback address as a static host does: compressed, and with the headers and the 404
/// pages that the build itself asks for, so that the browser meets the very policy and weight that readers' browsers meet.
/// </summary>
internal sealed class StaticHost : IAsyncDisposable
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private readonly ConcurrentDictionary<string, byte[]> _compressed = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private readonly string _basePath;
    private Dictionary<string, OutputFile> _files = [];
    private HostRules _rules = null!;

    private StaticHost(WebApplication app, string basePath)
    {
        _app = app;
        _basePath = basePath;
    }

    /// <summary>Scheme, address and port, without a slash at the end.</summary>
    public string Origin { get; private set; } = "";

    /// <param name="filesAt">The build for the origin that was found free.</param>
    /// <param name="basePath">The folder of the host that the build stands in.</param>
    public static async Task<StaticHost> StartAsync(Func<string, Task<IEnumerable<OutputFile>>> filesAt, string basePath)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var host = new StaticHost(app, basePath);
        app.Run(host.AnswerAsync);
        await app.StartAsync();
        host.Origin = app.Urls.Single();
        host._files = (await filesAt(host.Origin)).ToDictionary(f => f.Path, StringComparer.Ordinal);
        host._rules = new HostRules(host._files);
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var asked = context.Request.Path.Value ?? "/";
        if (!asked.StartsWith(_basePath, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var path = asked[(_basePath.Length - 1)..];
        var name = path.EndsWith('/') ? path[1..] + "index.html" : path[1..];
        if (_files.ContainsKey(name + "/index.html"))
        {
            context.Response.Redirect($"{context.Request.Path}/{context.Request.QueryString}", permanent: true);
            return;
        }
        // Hosts read the files whose names begin with an underscore and do not serve them.
        if (name.StartsWith('_') || !_files.TryGetValue(name, out var file))
        {
            (name, context.Response.StatusCode) = _rules.MissingOf(path);
            file = _files[name];
        }
        foreach (var (header, value) in _rules.HeadersOf(path))
        {
            context.Response.Headers[header] = value;
        }
        context.Response.ContentType = (ContentTypes.TryGetContentType(name, out var type) ? type : "text/plain")
            + (type is null || type.StartsWith("text/", StringComparison.Ordinal) ? "; charset=utf-8" : "");
        var content = file.Content;
        if (type is not ("image/png" or "image/jpeg") && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            content = _compressed.GetOrAdd(name, static (_, plain) => Compressed(plain), file.Content);
            context.Response.Headers.ContentEncoding = "br";
            context.Response.Headers.Vary = "Accept-Encoding";
        }
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static byte[] Compressed(ReadOnlyMemory<byte> plain)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            brotli.Write(plain.Span);
        }
        return compressed.ToArray();
    }
}
