using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Ledelsesdag.Content.Tests.Loading;

/// <summary>Published JSON without a network or a site.</summary>
internal static class Published
{
    public static readonly Uri Address = new("https://haver.example/data/v1/network.json");

    public static byte[] Write(Network network)
    {
        using var written = new MemoryStream();
        NetworkWriter.Write(network, written);
        return written.ToArray();
    }

    public static string Base()
    {
        var network = NetworkLoader.Load(TestFolders.Base).Network;
        Assert.NotNull(network);
        return Encoding.UTF8.GetString(Write(network));
    }

    public static LoadResult Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    public static LoadResult Read(byte[] json, ReadLimits? limits = null)
    {
        using var stream = new MemoryStream(json);
        return NetworkLoader.LoadAsync(stream, limits).GetAwaiter().GetResult();
    }

    public static LoadResult Read(Answer answer, ReadLimits? limits = null)
    {
        using var http = new HttpClient(answer);
        return NetworkLoader.LoadAsync(Address, http, limits).GetAwaiter().GetResult();
    }
}

/// <summary>A host that gives one answer to everything.</summary>
internal sealed class Answer(HttpStatusCode status, HttpContent? content = null, string? redirectedTo = null) : HttpMessageHandler
{
    public HttpRequestMessage? Asked { get; private set; }

    public static Answer Json(byte[] json, string? type = "application/json", string? redirectedTo = null)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return new(HttpStatusCode.OK, content, redirectedTo);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked = request;
        var last = redirectedTo is null ? request : new HttpRequestMessage(HttpMethod.Get, redirectedTo);
        return Task.FromResult(new HttpResponseMessage(status) { Content = content ?? new ByteArrayContent([]), RequestMessage = last });
    }
}
