using System.Net;
using System.Net.Http.Headers;

namespace Ledelsesdag.Content.Loading;

/// <summary>One request for published data.</summary>
internal sealed class Download(Uri address, ReadLimits limits, DiagnosticBag diagnostics)
{
    /// <summary>What locations call the data: the address without what may be secret in it.</summary>
    public string Name { get; } = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>The data; null, with one diagnostic, when there is none to be had.</summary>
    public async Task<SourceBytes?> RunAsync(HttpClient http, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(limits.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new("application/json"));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (!IsWanted(response))
            {
                return null;
            }
            if (response.Content.Headers.ContentLength > limits.MaxBytes)
            {
                LimitedStream.ReportTooLarge(limits.MaxBytes, Name, diagnostics);
                return null;
            }
            var content = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                return await LimitedStream.ReadAsync(content, limits.MaxBytes, Name, diagnostics, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Refuse("no whole answer in the time allowed", "the data", "try again later, or allow more time");
        }
        catch (HttpRequestException fault)
        {
            return Refuse(InWords(fault.HttpRequestError), "the data", "check the address, and that this computer has a connection");
        }
        catch (UriFormatException)
        {
            return Refuse("a redirect to an address that is none", "the data", "ask the host to mend it");
        }
        // The others are how decompressors say that their bytes make no sense.
        catch (Exception fault) when (fault is IOException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException))
        {
            return Refuse(InWords(HttpRequestError.ResponseEnded), "the data", "try again later");
        }
    }

    private bool IsWanted(HttpResponseMessage response)
    {
        // The handler may have followed redirects; the message then holds the last address.
        if (address.Scheme == Uri.UriSchemeHttps && response.RequestMessage?.RequestUri is { } last && last.Scheme != Uri.UriSchemeHttps)
        {
            Refuse("a redirect away from https", "an address that stays with https", "ask the host to mend it; on the way it could be changed by anybody");
            return false;
        }
        if (response.StatusCode != HttpStatusCode.OK)
        {
            Refuse($"the answer {(int)response.StatusCode}", "200 and the data", (int)response.StatusCode is >= 300 and < 400
                ? "give the address that this one leads to"
                : "check the address; a site publishes its data at /data/v1/network.json below its own");
            return false;
        }
        if (response.Content.Headers.ContentType is { } type && !IsJson(type))
        {
            Refuse($"content of the type \"{Printable.Text(type.MediaType)}\"", "application/json",
                "check that the address is that of the data and not of a page, or ask the host to name the type rightly");
            return false;
        }
        return true;
    }

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType is { } name && (name.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || name.Equals("text/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    // The framework's own words differ between systems.
    private static string InWords(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "a host that nobody knows",
        HttpRequestError.ConnectionError => "a host that does not answer",
        HttpRequestError.SecureConnectionError => "a host that cannot prove who it is",
        HttpRequestError.ResponseEnded => "an answer that breaks off",
        _ => "an answer that cannot be read",
    };

    private SourceBytes? Refuse(string found, string expected, string remedy)
    {
        diagnostics.Add(DiagnosticCode.NoAnswer, SourceLocation.Whole(Name), found, expected, remedy);
        return null;
    }
}
