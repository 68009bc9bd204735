using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>
/// A language by its BCP 47 tag, in the form the site uses everywhere: a primary subtag of two or three small letters,
/// then any further subtags (<c>da</c>, <c>en</c>, <c>nb</c>, <c>zh-Hant</c>). One tag per language: <c>en</c> and
/// <c>en-US</c> are two languages here.
/// </summary>
/// <remarks>The default value is BCP 47's "undetermined", <c>und</c>.</remarks>
[JsonConverter(typeof(LanguageJsonConverter))]
public readonly record struct Language : IComparable<Language>
{
    private readonly string? _tag;

    private Language(string tag) => _tag = tag;

    /// <summary>The tag as written, ready for a <c>lang</c> attribute.</summary>
    public string Tag => _tag ?? "und";

    /// <summary>Makes a language.</summary>
    /// <exception cref="ArgumentException"><paramref name="tag"/> is not a tag of this form.</exception>
    public static Language Of(string tag) =>
        TryParse(tag, out var language) ? language : throw new ArgumentException($"'{tag}' is not a language tag.", nameof(tag));

    /// <summary>Reads a tag an author wrote; false when it is not of this form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? tag, out Language language)
    {
        var valid = IsWellFormed(tag);
        language = valid ? new Language(tag!) : default;
        return valid;
    }

    private static bool IsWellFormed([NotNullWhen(true)] string? tag)
    {
        if (tag is not { Length: >= 2 and <= 35 })
        {
            return false;
        }
        var subtag = 0;
        foreach (var range in tag.AsSpan().Split('-'))
        {
            var part = tag.AsSpan(range);
            var first = subtag++ == 0;
            if (part.Length is 0 or > 8 || (first && part.Length is < 2 or > 3))
            {
                return false;
            }
            foreach (var c in part)
            {
                if (first ? !char.IsAsciiLetterLower(c) : !char.IsAsciiLetterOrDigit(c))
                {
                    return false;
                }
            }
        }
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Language other) => string.CompareOrdinal(Tag, other.Tag);

    /// <summary>The tag.</summary>
    public override string ToString() => Tag;

    /// <summary>Ordinal order of the tags.</summary>
    public static bool operator <(Language left, Language right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order of the tags.</summary>
    public static bool operator >(Language left, Language right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order of the tags.</summary>
    public static bool operator <=(Language left, Language right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order of the tags.</summary>
    public static bool operator >=(Language left, Language right) => left.CompareTo(right) >= 0;
}
