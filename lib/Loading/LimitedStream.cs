using System.Buffers;

namespace Ledelsesdag.Content.Loading;

/// <summary>Reads a stream of unknown length without trusting it to end.</summary>
internal static class LimitedStream
{
    private const int FirstBytes = 64 * 1024;

    /// <summary>Everything in the stream, in a lent buffer; null and a diagnostic when there is more than <paramref name="limit"/>.</summary>
    public static async Task<SourceBytes?> ReadAsync(Stream stream, int limit, string name, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        // One more than there is room is made for, so that the end is found without making more.
        var expected = stream.CanSeek ? Math.Clamp(stream.Length - stream.Position + 1, 1, limit) : Math.Min(FirstBytes, limit);
        // When reading throws it is not given back: a stream that was told to stop may still be writing to it.
        var buffer = ArrayPool<byte>.Shared.Rent((int)expected);
        var length = 0;
        while (length < limit)
        {
            if (length == buffer.Length)
            {
                buffer = Longer(buffer, limit);
            }
            var read = await stream.ReadAsync(buffer.AsMemory(length, Math.Min(buffer.Length, limit) - length), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                return SourceBytes.Lent(buffer, length);
            }
            length += read;
        }
        if (await stream.ReadAsync(new byte[1], cancellation).ConfigureAwait(false) == 0)
        {
            return SourceBytes.Lent(buffer, length);
        }
        ArrayPool<byte>.Shared.Return(buffer);
        ReportTooLarge(limit, name, diagnostics);
        return null;
    }

    private static byte[] Longer(byte[] buffer, int limit)
    {
        var longer = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, limit));
        buffer.CopyTo(longer, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return longer;
    }

    public static void ReportTooLarge(int limit, string name, DiagnosticBag diagnostics) =>
        diagnostics.Add(DiagnosticCode.FileTooLarge, SourceLocation.Whole(name), $"more than {limit} bytes", $"at most {limit}",
            "check that it is the right data, and read it with a higher limit if so");
}
