using System.Collections.Immutable;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Validation;

namespace Ledelsesdag.Content;

/// <summary>Reads a network: from the folder its authors edit, or from the JSON that its site publishes.</summary>
/// <remarks>
/// <para>Both are read as strictly and validated by the same rules. An author's or a host's mistakes come back as
/// diagnostics, all of them; nothing that is read makes a method throw. What the calling program gets wrong throws.</para>
/// <para>Neither the clock, the culture, the time zone nor the order of the file system has a say in the result.</para>
/// </remarks>
public static class NetworkLoader
{
    /// <summary>What locations call data that was read from a stream: the name under which a site publishes it.</summary>
    internal const string PublishedName = "network.json";

    // Once in a process, and waited for by nobody.
    private static readonly Lazy<Task> Preparation = new(() => Task.Run(ProseReader.Prepare));

    /// <summary>
    /// Begins to load, on another thread, what reading takes longest to load. A program that starts calls it before it knows what to
    /// read; without that, reading does it. More than once it does nothing.
    /// </summary>
    public static void Prepare() => _ = Preparation.Value;

    /// <summary>Reads and validates everything in <paramref name="folder"/>.</summary>
    /// <param name="folder">The folder that holds <c>network.json</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LoadResult Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }
        Prepare();
        var diagnostics = new DiagnosticBag();
        return Result(new ContentReader(new ContentFolder(folder, diagnostics), diagnostics).Read(), diagnostics);
    }

    /// <summary>Reads and validates published JSON, as <see cref="NetworkWriter"/> writes it.</summary>
    /// <param name="json">UTF-8, read to its end and left open. What it throws while it is read goes to the caller.</param>
    /// <param name="limits">How much is read; null for the defaults. A stream has no timeout but its own.</param>
    /// <param name="cancellation">Breaks the reading off.</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> cannot be read from.</exception>
    /// <exception cref="OperationCanceledException">The reading was broken off.</exception>
    public static async Task<LoadResult> LoadAsync(Stream json, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (!json.CanRead)
        {
            throw new ArgumentException("The stream cannot be read from.", nameof(json));
        }
        var diagnostics = new DiagnosticBag();
        var bytes = await LimitedStream.ReadAsync(json, (limits ?? ReadLimits.Default).MaxBytes, PublishedName, diagnostics, cancellation).ConfigureAwait(false);
        return Published(bytes, PublishedName, diagnostics);
    }

    /// <summary>Reads and validates the JSON that a site publishes at <c>/data/v1/network.json</c>.</summary>
    /// <remarks>
    /// No answer within the timeout, an answer other than 200, one that is not JSON by its content type, a redirect from
    /// https to http, more bytes than allowed: each is a diagnostic (LD107, LD103), located in the address without its
    /// user name and query, which may be secret. Nothing is retried.
    /// </remarks>
    /// <param name="address">The whole address, https or http.</param>
    /// <param name="http">Sends the one request. Its handler decides on redirects, proxies and decompression.</param>
    /// <param name="limits">How much is read and how long it may take; null for the defaults.</param>
    /// <param name="cancellation">Breaks the reading off.</param>
    /// <exception cref="ArgumentException"><paramref name="address"/> is relative, or neither https nor http.</exception>
    /// <exception cref="OperationCanceledException">The reading was broken off by <paramref name="cancellation"/>.</exception>
    public static async Task<LoadResult> LoadAsync(Uri address, HttpClient http, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(http);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException("The address must be whole, and https or http.", nameof(address));
        }
        var diagnostics = new DiagnosticBag();
        var download = new Download(address, limits ?? ReadLimits.Default, diagnostics);
        return Published(await download.RunAsync(http, cancellation).ConfigureAwait(false), download.Name, diagnostics);
    }

    private static LoadResult Published(SourceBytes? bytes, string name, DiagnosticBag diagnostics)
    {
        var result = Result(bytes is not null && SourceFile.Decode(name, bytes, diagnostics) is { } source ? PublishedContent.Read(source, diagnostics) : null, diagnostics);
        bytes?.GiveBack();
        return result;
    }

    private static LoadResult Result(LoadedContent? content, DiagnosticBag diagnostics)
    {
        var translations = new Lazy<ImmutableArray<TranslationCoverage>>([]);
        if (content is not null)
        {
            var walker = new ContentWalker();
            ContentRules.Check(content, walker, diagnostics);
            translations = TranslationRules.Check(content, walker);
        }
        var found = diagnostics.Sorted();
        return new(found.Any(d => d.Code.Severity == Severity.Error) ? null : content!.ToNetwork(), found, diagnostics.TakeQuoted(), translations, content?.Translations?.Value);
    }
}
