using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Preview;

namespace Ledelsesdag.Site.Tests.Preview;

/// <summary>
/// Any page of any site can make a browser send requests to this computer, and any program can send bytes: the preview answers
/// what is wrong with what is wrong, never with a fault of its own, and goes on.
/// </summary>
public sealed class HostileClientsTests : IAsyncLifetime
{
    // Not how long it may take, but when an answer that never comes is given up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const int VersionNotSupported = 505;
    private const string Good = "GET /en/index.html?q=%C3%A6 HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n";

    private readonly PreviewSite _site = new();
    private PreviewServer _server = null!;

    public async Task InitializeAsync()
    {
        _site.Show([Sample.File("index.html", "<html><head></head><body>forside</body></html>"), Sample.File("en/index.html", "front")], "/");
        _server = await PreviewServer.StartAsync(_site, 0);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Nothing_listens_but_the_loopback_address() =>
        Assert.Equal([IPAddress.Loopback], IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == _server.Address.Port).Select(end => end.Address));

    public static TheoryData<string, string> MalformedRequests => new()
    {
        { "zeros", "\0\0\0\0\0\0\0\0\r\n\r\n" },
        { "another protocol", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n" },
        { "a version that does not exist", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n" },
        { "no version", "GET /\r\nHost: localhost\r\n\r\n" },
        { "no address", "GET\r\nHost: localhost\r\n\r\n" },
        { "a space too many", "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n" },
        { "no method", " / HTTP/1.1\r\nHost: localhost\r\n\r\n" },
        { "no host", "GET / HTTP/1.1\r\n\r\n" },
        { "two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n" },
        { "another host in the address", "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n" },
        { "a header without a colon", "GET / HTTP/1.1\r\nHost: localhost\r\nnonsense\r\n\r\n" },
        { "a header whose name has a space", "GET / HTTP/1.1\r\nHost: localhost\r\na b: c\r\n\r\n" },
        { "a header of two lines", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n" },
        { "a zero in a header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n" },
        { "a length below zero", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n" },
        { "two lengths", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na" },
        { "a length and pieces", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" },
        { "an encoding that does not exist", "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense\r\n\r\n" },
        { "an address of ten kilobytes", $"GET /{new string('a', 10_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n" },
        { "a header of forty kilobytes", $"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 40_000)}\r\n\r\n" },
        { "two hundred headers", $"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 200).Select(n => $"X{n}: a\r\n"))}\r\n" },
        { "no tunnel", "CONNECT localhost:22 HTTP/1.1\r\nHost: localhost:22\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(MalformedRequests))]
    public async Task A_malformed_request_is_answered_as_one_and_the_next_is_served(string what, string request)
    {
        var status = await StatusOf(request);

        Assert.True(status is (>= 400 and <= 499) or VersionNotSupported, $"{what}: {status}");
        Assert.Equal(200, await StatusOf(Good));
    }

    [Theory]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    [InlineData("\r\n\r\n\r\n")]
    [InlineData("")]
    public async Task Who_speaks_no_HTTP_1_gets_no_answer_of_it_and_the_next_is_served(string words)
    {
        Assert.Null(await StatusOf(words, ending: true));
        Assert.Equal(200, await StatusOf(Good));
    }

    [Theory]
    [InlineData("/_preview/events", "Host: evil.example")]
    [InlineData("/_preview/reload.js", "Host: evil.example")]
    [InlineData("/_preview/events", "Host: localhost\r\nOrigin: https://evil.example")]
    [InlineData("/", "Host: localhost\r\nOrigin: http://localhost.evil.example")]
    [InlineData("/", "Host: localhost\r\nOrigin: http://127.0.0.1.evil.example")]
    [InlineData("/", "Host: localhost\r\nOrigin: http://evil.example#localhost")]
    [InlineData("/", "Host: localhost\r\nOrigin: http://localhost@evil.example")]
    [InlineData("/", "Host: localhost\r\nOrigin: file://")]
    [InlineData("/", "Host: localhost\r\nOrigin: http://localhost\r\nOrigin: https://evil.example")]
    [InlineData("/", "Host: 127.0.0.1.evil.example:80")]
    [InlineData("/", "Host: 0.0.0.0")]
    [InlineData("/", "Host: [::ffff:7f00:1]")]
    public async Task Nothing_is_told_to_a_page_from_elsewhere(string path, string headers) =>
        Assert.Equal(403, await StatusOf($"GET {path} HTTP/1.1\r\n{headers}\r\nConnection: close\r\n\r\n"));

    [Fact]
    public async Task Whatever_the_bytes_it_is_never_the_servers_fault()
    {
        const string Odd = "\0\r\n \t%/\\.:;?#@*\"<>\u00ff\u0080aA0";
        var random = new Random(20140225);
        var answered = 0;
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var request = new StringBuilder(Good);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(request.Length - 4);
                _ = random.Next(3) switch
                {
                    0 => request.Remove(at, 1),
                    1 => request.Insert(at, Odd[random.Next(Odd.Length)]),
                    _ => request.Replace(request[at], Odd[random.Next(Odd.Length)], at, 1),
                };
            }
            var status = await StatusOf($"{request}\r\n\r\n\r\n");
            Assert.True(status is null or (>= 200 and <= 499) or VersionNotSupported, $"{status}: {request}");
            answered += status is null ? 0 : 1;
        }
        Assert.True(answered > 300, $"Only {answered} were answered at all.");
    }

    [Fact]
    public async Task Five_hundred_clients_that_never_finish_a_sentence_hold_nobody_up()
    {
        var clients = new List<TcpClient>();
        try
        {
            for (var n = 0; n < 500; n++)
            {
                var client = await ConnectAsync();
                clients.Add(client);
                await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: local"u8.ToArray());
            }

            Assert.Equal(200, await StatusOf(Good));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
        Assert.Equal(200, await StatusOf(Good));
    }

    [Fact]
    public async Task A_built_site_has_nothing_of_the_preview()
    {
        var options = new SiteOptions(Path.Combine(RealSite.Checkout, "site/Starter/input"), "output", null, null);
        var site = await PreparedSite.OfAsync(options, ToolFolders.Shipped, RealSite.Cards);

        Assert.NotEmpty(site.Build!.Files);
        Faults.None(site.Build.Files
            .Where(file => file.Content.Span.IndexOf("_preview"u8) >= 0 || file.Content.Span.IndexOf("EventSource"u8) >= 0 || file.Path.EndsWith("reload.js", StringComparison.Ordinal))
            .Select(file => file.Path));
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _server.Address.Port);
        return client;
    }

    /// <summary>The status of the answer; null when there is none in HTTP 1.</summary>
    /// <param name="request">Characters that stand for bytes.</param>
    /// <param name="ending">Whether the server is told that nothing will follow; else it waits where something should.</param>
    private async Task<int?> StatusOf(string request, bool ending = false)
    {
        using var client = await ConnectAsync();
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
            if (ending)
            {
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // It has hung up already; what it said before can still be read.
        }
        return await StatusOf(stream);
    }

    private static async Task<int?> StatusOf(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        try
        {
            var status = await reader.ReadLineAsync().WaitAsync(Patience);
            return status?.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) is true ? int.Parse(status.Split(' ')[1], CultureInfo.InvariantCulture) : null;
        }
        catch (IOException)
        {
            // Hung up on, with bytes of ours still unread.
            return null;
        }
    }
}
