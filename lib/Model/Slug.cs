using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>
/// One segment of a page's address: 1 to 60 characters of <c>a-z</c>, <c>0-9</c> and <c>-</c>.
/// Danish letters are written <c>ae</c>, <c>oe</c> and <c>aa</c>. A slug is a promise: changing it breaks links.
/// </summary>
/// <remarks>The default value is not a slug; its <see cref="Value"/> is the empty string.</remarks>
[JsonConverter(typeof(SlugJsonConverter))]
public readonly record struct Slug
{
    /// <summary>The most characters a slug, or an id, may have.</summary>
    public const int MaxLength = 60;

    private readonly string? _value;

    private Slug(string value) => _value = value;

    /// <summary>The slug as written. Empty only for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Makes a slug.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is not a slug.</exception>
    public static Slug Of(string text) =>
        TryParse(text, out var slug) ? slug : throw new ArgumentException($"'{text}' is not a slug: {Id.Grammar}.", nameof(text));

    /// <summary>Reads a slug an author wrote; false when it breaks the grammar.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Slug slug)
    {
        var valid = IsWellFormed(text);
        slug = valid ? new Slug(text!) : default;
        return valid;
    }

    internal static bool IsWellFormed([NotNullWhen(true)] string? text)
    {
        if (text is not { Length: > 0 and <= MaxLength })
        {
            return false;
        }
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The slug as written.</summary>
    public override string ToString() => Value;
}
