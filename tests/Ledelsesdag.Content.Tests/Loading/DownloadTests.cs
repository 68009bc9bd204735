using System.IO.Compression;
using System.Net;
using System.Text;

namespace Ledelsesdag.Content.Tests.Loading;

/// <summary>Reading what a site publishes: every way in which a host can fail is a value with a remedy.</summary>
public sealed class DownloadTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes(Published.Base());

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.example+json")]
    [InlineData(null)]
    public void Data_of_a_host_that_serves_it_rightly_is_read(string? type)
    {
        var answer = Answer.Json(Json, type);

        Assert.Equal(Json, Published.Write(Published.Read(answer).Network!));
        Assert.Equal(("GET", Published.Address, "application/json"), (answer.Asked!.Method.Method, answer.Asked.RequestUri, answer.Asked.Headers.Accept.ToString()));
    }

    [Theory]
    [InlineData(404, "the answer 404; expected 200 and the data")]
    [InlineData(500, "the answer 500; expected 200 and the data")]
    [InlineData(204, "the answer 204; expected 200 and the data")]
    [InlineData(302, "the answer 302; expected 200 and the data; give the address that this one leads to")]
    public void Another_answer_than_200_is_told(int status, string message) =>
        AssertRefused(Published.Read(new Answer((HttpStatusCode)status)), message);

    [Fact]
    public void A_page_in_place_of_data_is_told() =>
        AssertRefused(Published.Read(Answer.Json(Json, "text/html; charset=utf-8")), "content of the type \"text/html\"; expected application/json");

    [Fact]
    public void A_redirect_from_https_to_http_is_not_trusted() =>
        AssertRefused(Published.Read(Answer.Json(Json, redirectedTo: "http://haver.example/data")), "a redirect away from https");

    [Fact]
    public void A_redirect_to_another_https_address_is_followed() =>
        Assert.NotNull(Published.Read(Answer.Json(Json, redirectedTo: "https://other.example/data")).Network);

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "a host that nobody knows")]
    [InlineData(HttpRequestError.ConnectionError, "a host that does not answer")]
    [InlineData(HttpRequestError.SecureConnectionError, "a host that cannot prove who it is")]
    [InlineData(HttpRequestError.Unknown, "an answer that cannot be read")]
    public async Task A_host_that_cannot_be_reached_is_told(HttpRequestError error, string message)
    {
        using var http = new HttpClient(new Failing(() => throw new HttpRequestException(error)));

        AssertRefused(await NetworkLoader.LoadAsync(Published.Address, http), message);
    }

    [Fact]
    public void An_answer_that_breaks_off_is_told() =>
        AssertRefused(Published.Read(new Answer(HttpStatusCode.OK, new StreamContent(new Breaking(Json)))), "an answer that breaks off");

    [Fact]
    public async Task No_whole_answer_in_time_is_told()
    {
        using var http = new HttpClient(new Failing(() => new TaskCompletionSource<HttpResponseMessage>().Task));

        AssertRefused(await NetworkLoader.LoadAsync(Published.Address, http, new() { Timeout = TimeSpan.FromMilliseconds(1) }), "no whole answer in the time allowed");
    }

    [Fact]
    public void Bytes_that_are_not_compressed_as_the_host_says_are_told()
    {
        var senseless = new BrotliStream(new MemoryStream([0xFF, 0xFF, 0xFF, 0xFF]), CompressionMode.Decompress);

        AssertRefused(Published.Read(new Answer(HttpStatusCode.OK, new StreamContent(senseless) { Headers = { ContentType = new("application/json") } })), "an answer that breaks off");
    }

    [Fact]
    public async Task A_redirect_to_an_address_that_is_none_is_told()
    {
        // What HttpClient says of "Location: //" and of "javascript:1".
        using var http = new HttpClient(new Failing(() => throw new UriFormatException()));

        AssertRefused(await NetworkLoader.LoadAsync(Published.Address, http), "a redirect to an address that is none");
    }

    [Fact]
    public async Task A_client_that_is_disposed_of_is_the_callers_mistake()
    {
        var http = new HttpClient(new Answer(HttpStatusCode.OK));
        http.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => NetworkLoader.LoadAsync(Published.Address, http));
    }

    [Fact]
    public async Task A_caller_who_breaks_off_gets_an_exception()
    {
        using var http = new HttpClient(new Failing(() => new TaskCompletionSource<HttpResponseMessage>().Task));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NetworkLoader.LoadAsync(Published.Address, http, cancellation: new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_more_bytes_are_taken_than_allowed_whatever_the_host_says_of_their_number(bool saysLength)
    {
        var endless = new Endless();
        var content = new StreamContent(endless);
        content.Headers.ContentLength = saysLength ? 2_000_000 : null;

        var result = Published.Read(new Answer(HttpStatusCode.OK, content), new() { MaxBytes = 1_000_000 });

        Assert.Equal("LD103", Assert.Single(result.Diagnostics).Code.Id);
        Assert.InRange(endless.Given, saysLength ? 0 : 1_000_001, saysLength ? 0 : 1_100_000);
    }

    [Fact]
    public async Task What_may_be_secret_in_an_address_is_not_told()
    {
        using var http = new HttpClient(new Answer(HttpStatusCode.Forbidden));
        var result = await NetworkLoader.LoadAsync(new Uri("https://me:hush@haver.example/data/v1/network.json?key=hush"), http);

        Assert.Equal("https://haver.example/data/v1/network.json", Assert.Single(result.Diagnostics).Location.ToString());
    }

    [Theory]
    [InlineData("/data/v1/network.json")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://haver.example/")]
    public async Task An_address_that_is_none_of_the_web_is_the_callers_mistake(string address)
    {
        using var http = new HttpClient(new Answer(HttpStatusCode.OK));

        await Assert.ThrowsAsync<ArgumentException>(() => NetworkLoader.LoadAsync(new Uri(address, UriKind.RelativeOrAbsolute), http));
    }

    private static void AssertRefused(LoadResult result, string message)
    {
        Assert.Null(result.Network);
        Assert.StartsWith($"https://haver.example/data/v1/network.json: error LD107: {message}", Assert.Single(result.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    private sealed class Failing(Func<Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer().WaitAsync(cancellationToken);
    }

    private sealed class Breaking(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == 0 ? base.ReadAsync(buffer[..100], cancellationToken) : throw new IOException();
    }

    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
