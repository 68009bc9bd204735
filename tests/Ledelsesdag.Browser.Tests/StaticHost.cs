using System.Net;
using Ledelsesdag.Site.Output;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Ledelsesdag.Browser.Tests;

/// <summary>
/// Serves a build from memory on the loopback address as a static host does: with the headers and the 404 pages that the
/// build itself asks for, so that the browser meets the very policy that readers' browsers meet.
/// </summary>
internal sealed class StaticHost : IAsyncDisposable
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private readonly WebApplication _app;
    private readonly Dictionary<string, OutputFile> _files;
    private readonly HostRules _rules;
    private readonly string _basePath;

    private StaticHost(WebApplication app, IEnumerable<OutputFile> files, string basePath)
    {
        _app = app;
        _files = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        _rules = new HostRules(_files);
        _basePath = basePath;
    }

    /// <summary>Scheme, address and port, without a slash at the end.</summary>
    public string Origin { get; private set; } = "";

    public static async Task<StaticHost> StartAsync(IEnumerable<OutputFile> files, string basePath)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var host = new StaticHost(app, files, basePath);
        app.Run(host.AnswerAsync);
        await app.StartAsync();
        host.Origin = app.Urls.Single();
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
        context.Response.ContentLength = file.Content.Length;
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted);
    }
}
