namespace Ledelsesdag.Content.Loading;

/// <summary>Reads a stream of unknown length without trusting it to end.</summary>
internal static class LimitedStream
{
    private const int FirstBytes = 64 * 1024;

    /// <summary>Everything in the stream; null and a diagnostic when there is more than <paramref name="limit"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int limit, string name, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        // One more than there is room is made for, so that the end is found without making more.
        var expected = stream.CanSeek ? Math.Clamp(stream.Length - stream.Position + 1, 1, limit) : Math.Min(FirstBytes, limit);
        var bytes = new byte[expected];
        var length = 0;
        while (true)
        {
            if (length == bytes.Length)
            {
                if (length == limit)
                {
                    if (await stream.ReadAsync(new byte[1], cancellation).ConfigureAwait(false) == 0)
                    {
                        return bytes;
                    }
                    ReportTooLarge(limit, name, diagnostics);
                    return null;
                }
                Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, limit));
            }
            var read = await stream.ReadAsync(bytes.AsMemory(length), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                return bytes.AsMemory(0, length);
            }
            length += read;
        }
    }

    public static void ReportTooLarge(int limit, string name, DiagnosticBag diagnostics) =>
        diagnostics.Add(DiagnosticCode.FileTooLarge, SourceLocation.Whole(name), $"more than {limit} bytes", $"at most {limit}",
            "check that it is the right data, and read it with a higher limit if so");
}
