using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Ledelsesdag.Content.Loading;

/// <summary>Tells whether a text is the one it was: the first 64 bits of the SHA-256 of its UTF-8, 16 digits of <c>0-9a-f</c>.</summary>
/// <remarks>Whoever wants two texts with one digest will find them; nothing but a mark in a list hangs on it.</remarks>
[JsonConverter(typeof(TextDigestJsonConverter))]
internal readonly record struct TextDigest
{
    internal const int Length = 16;

    private readonly string? _value;

    private TextDigest(string value) => _value = value;

    public static TextDigest Of(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length]);

    public static bool TryParse(string text, out TextDigest digest)
    {
        var valid = text.Length == Length && text.All(char.IsAsciiHexDigitLower);
        digest = valid ? new(text) : default;
        return valid;
    }

    public override string ToString() => _value ?? "";
}

/// <summary>What was translated into what. Digests are made when they are asked for: few ever are.</summary>
/// <param name="From">The text it was made from, as Markdown.</param>
/// <param name="To">The text that was made, as Markdown.</param>
internal sealed record TranslationPair(string From, string To)
{
    public TextDigest Original => TextDigest.Of(From);

    public TextDigest Translation => TextDigest.Of(To);
}
