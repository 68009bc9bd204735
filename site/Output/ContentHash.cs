using System.Security.Cryptography;

namespace Ledelsesdag.Site.Output;

/// <summary>Names that hold a hash of the content, so that a browser may keep the file for ever.</summary>
public static class ContentHash
{
    /// <summary>Ten hexadecimal digits of the SHA-256 of <paramref name="content"/>.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Shorten(SHA256.HashData(content));

    /// <summary>One hash of several files, their names included.</summary>
    public static string Of(IEnumerable<OutputFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            // The length keeps one file's end from passing for the next one's beginning.
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file.Path}\0{file.Content.Length}\0")));
            hash.AppendData(file.Content.Span);
        }
        return Shorten(hash.GetHashAndReset());
    }

    /// <summary>One hash of several texts, of which each may be missing.</summary>
    public static string OfTexts(params ReadOnlySpan<string?> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(text ?? "");
            // So does it here, and a missing text is none of no letters.
            hash.AppendData(BitConverter.GetBytes(text is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }
        return Shorten(hash.GetHashAndReset());
    }

    /// <summary>Puts a hash before a name's extension: <c>site.css</c> becomes <c>site.3f2a9c01de.css</c>.</summary>
    public static string Name(string name, string hash)
    {
        var extension = Path.GetExtension(name);
        return $"{name[..^extension.Length]}.{hash}{extension}";
    }

    private static string Shorten(byte[] hash) => Convert.ToHexStringLower(hash, 0, 5);
}
