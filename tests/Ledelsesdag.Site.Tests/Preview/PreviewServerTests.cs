using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Preview;

namespace Ledelsesdag.Site.Tests.Preview;

public sealed class PreviewServerTests : IAsyncLifetime
{
    private const string Script = "<script type=\"module\" src=\"/_preview/reload.js?site=";

    private static readonly OutputFile[] Files =
    [
        Sample.File("index.html", "<!doctype html><html><head><title>Forside</title></head><body></body></html>"),
        Sample.File("404.html", "<html><head></head><body>findes ikke</body></html>"),
        Sample.File("en/index.html", "<html><head></head><body>front</body></html>"),
        Sample.File("en/404.html", "<html><head></head><body>not found</body></html>"),
        Sample.File("assets/site.css", "a{}"),
        Sample.File("index.json", "{}"),
        Sample.File("program/dag.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    ];

    private readonly PreviewSite _site = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };
    private PreviewServer _server = null!;

    public async Task InitializeAsync() => _server = await PreviewServer.StartAsync(_site, 0);

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_only()
    {
        Assert.Equal("127.0.0.1", _server.Address.Host);
        foreach (var address in (await Dns.GetHostAddressesAsync(Dns.GetHostName())).Where(a => !IPAddress.IsLoopback(a)))
        {
            using var socket = new TcpClient(address.AddressFamily);
            await Assert.ThrowsAnyAsync<SocketException>(() => socket.ConnectAsync(address, _server.Address.Port));
        }
    }

    [Fact]
    public async Task Pages_come_with_the_reload_script_and_the_files_themselves_do_not_change()
    {
        _site.Show(Files, "/");
        var page = await _client.GetStringAsync(_server.Address);

        Assert.Contains($"<title>Forside</title>{Script}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("_preview", string.Concat(Files.Select(f => f.Text())), StringComparison.Ordinal);
        Assert.Equal("a{}", await _client.GetStringAsync(new Uri(_server.Address, "assets/site.css")));
        Assert.Contains("EventSource", await _client.GetStringAsync(new Uri(_server.Address, "_preview/reload.js")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "text/html; charset=utf-8")]
    [InlineData("assets/site.css", "text/css; charset=utf-8")]
    [InlineData("index.json", "application/json; charset=utf-8")]
    [InlineData("program/dag.ics", "text/calendar; charset=utf-8")]
    [InlineData("_preview/reload.js", "text/javascript; charset=utf-8")]
    public async Task Every_answer_says_what_it_is_and_carries_the_security_headers(string path, string type)
    {
        _site.Show(Files, "/");
        using var answer = await _client.GetAsync(new Uri(_server.Address, path));

        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        foreach (var (name, value) in SecurityHeaders.All.Where(h => h.Name != "Strict-Transport-Security"))
        {
            Assert.Equal([value], answer.Headers.GetValues(name));
        }
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("nothing/", "findes ikke")]
    [InlineData("nothing/at/all.html", "findes ikke")]
    [InlineData("en/nothing/", "not found")]
    [InlineData("_preview/nothing", "findes ikke")]
    public async Task A_wrong_address_is_answered_by_the_nearest_404_page(string path, string expected)
    {
        _site.Show(Files, "/");
        using var answer = await _client.GetAsync(new Uri(_server.Address, path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_its_slash_is_redirected()
    {
        _site.Show(Files, "/");
        using var answer = await _client.GetAsync(new Uri(_server.Address, "en?q=1"));
        Assert.Equal("/en/?q=1", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_site_in_a_folder_is_served_from_that_folder()
    {
        _site.Show(Files, "/ledelsesdag/");

        Assert.Contains("Forside", await _client.GetStringAsync(new Uri(_server.Address, "ledelsesdag/")), StringComparison.Ordinal);
        foreach (var path in (string[])["", "ledelsesdag"])
        {
            using var redirect = await _client.GetAsync(new Uri(_server.Address, path));
            Assert.Equal("/ledelsesdag/", redirect.Headers.Location!.OriginalString);
        }
        using var outside = await _client.GetAsync(new Uri(_server.Address, "en/"));
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("NONSENSE")]
    public async Task Only_reading_is_allowed(string method)
    {
        _site.Show(Files, "/");
        using var request = new HttpRequestMessage(new HttpMethod(method), _server.Address);
        using var answer = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Head_gives_the_length_and_no_content()
    {
        _site.Show(Files, "/");
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(_server.Address, "assets/site.css"));
        using var answer = await _client.SendAsync(request);
        Assert.Equal(3, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("localhost:80", 200)]
    [InlineData("LOCALHOST:4000", 200)]
    [InlineData("127.0.0.1:4000", 200)]
    [InlineData("[::1]:4000", 200)]
    [InlineData("evil.example", 403)]
    [InlineData("localhost.evil.example", 403)]
    [InlineData("127.0.0.1.evil.example", 403)]
    [InlineData("evil.example:4000", 403)]
    [InlineData("192.168.1.2", 403)]
    [InlineData("", 403)]
    [InlineData("a b", 400)]
    public async Task Only_requests_to_this_computer_are_answered(string host, int expected)
    {
        _site.Show(Files, "/");
        Assert.Equal(expected, await StatusOf($"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("nonsense", 403)]
    [InlineData("http://localhost:4000", 200)]
    public async Task A_page_from_elsewhere_gets_nothing(string origin, int expected)
    {
        _site.Show(Files, "/");
        Assert.Equal(expected, await StatusOf($"GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: {origin}\r\nConnection: close\r\n\r\n"));
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/en/../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/..\\..\\etc\\passwd")]
    [InlineData("/%5c..%5cetc")]
    [InlineData("/%zz")]
    [InlineData("/%")]
    [InlineData("/%2")]
    [InlineData("/%00")]
    [InlineData("/%ff%fe")]
    [InlineData("//etc/passwd")]
    [InlineData("/en/index.html%20")]
    [InlineData("*")]
    [InlineData("nonsense")]
    public async Task No_address_leads_out_of_the_site_or_breaks_the_server(string target)
    {
        _site.Show(Files, "/");
        Assert.InRange(await StatusOf($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), 400, 499);
        Assert.Equal(200, await StatusOf("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    [Fact]
    public async Task Before_the_first_good_site_every_address_shows_the_faults_as_text()
    {
        _site.Report(["input/day.json(1,2): error LD201: <script>alert(1)</script>"]);
        using var answer = await _client.GetAsync(new Uri(_server.Address, "program/"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains(Script, page, StringComparison.Ordinal);

        _site.Show(Files, "/");
        Assert.Contains("Forside", await _client.GetStringAsync(_server.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_fault_the_last_good_site_stays()
    {
        _site.Show(Files, "/");
        _site.Report(["broken"]);
        Assert.Contains("Forside", await _client.GetStringAsync(_server.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_page_is_told_of_faults_and_of_the_site_that_follows()
    {
        _site.Show(Files, "/");
        await using var events = await Events.OpenAsync(_client, _server.Address);
        var (first, none) = await events.NextAsync();
        Assert.Empty(none);
        Assert.Contains($"{Script}{first}\"", await _client.GetStringAsync(_server.Address), StringComparison.Ordinal);

        _site.Report(["input/a.json: error\nof two lines"]);
        var (stillFirst, faults) = await events.NextAsync();
        Assert.Equal(first, stillFirst);
        Assert.Equal(["input/a.json: error\nof two lines"], faults);

        _site.Show(Files, "/");
        var (second, mended) = await events.NextAsync();
        Assert.NotEqual(first, second);
        Assert.Empty(mended);
    }

    [Fact]
    public async Task A_thousand_open_pages_hold_nobody_up_and_the_server_still_ends()
    {
        _site.Show(Files, "/");
        var open = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Events.OpenAsync(_client, _server.Address)));
        Assert.Contains("Forside", await _client.GetStringAsync(_server.Address), StringComparison.Ordinal);

        await Task.WhenAll(open.Select(events => events.NextAsync()));
        _site.Report(["broken"]);
        var told = await Task.WhenAll(open.Select(events => events.NextAsync()));
        Assert.All(told, state => Assert.Equal(["broken"], state.Faults));

        await _server.DisposeAsync();
        foreach (var events in open)
        {
            await events.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_port_in_use_is_passed_over()
    {
        await using var other = await PreviewServer.StartAsync(_site, _server.Address.Port);
        Assert.NotEqual(_server.Address.Port, other.Address.Port);
    }

    private async Task<int> StatusOf(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync();
        return int.Parse(status!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed class Events(HttpResponseMessage answer, StreamReader reader) : IAsyncDisposable
    {
        public static async Task<Events> OpenAsync(HttpClient client, Uri root)
        {
            var answer = await client.GetAsync(new Uri(root, "_preview/events"), HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
            return new Events(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        }

        public async Task<(string Site, string[] Faults)> NextAsync()
        {
            while (true)
            {
                var line = await reader.ReadLineAsync();
                Assert.NotNull(line);
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    var state = JsonDocument.Parse(line["data: ".Length..]).RootElement;
                    return (state.GetProperty("site").GetString()!, [.. state.GetProperty("faults").EnumerateArray().Select(f => f.GetString()!)]);
                }
            }
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            answer.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
