using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>
/// The name by which one content item is referred to: 1 to 60 characters of <c>a-z</c>, <c>0-9</c> and <c>-</c>.
/// An id never changes once published; notes and permalinks hang on it.
/// </summary>
/// <remarks>The default value is not an id; its <see cref="Value"/> is the empty string.</remarks>
[JsonConverter(typeof(IdJsonConverter))]
public readonly record struct Id : IComparable<Id>
{
    private readonly string? _value;

    private Id(string value) => _value = value;

    /// <summary>The id as written. Empty only for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Makes an id.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is not an id.</exception>
    public static Id Of(string text) =>
        TryParse(text, out var id) ? id : throw new ArgumentException($"'{text}' is not an id: {Grammar}.", nameof(text));

    /// <summary>Reads an id an author wrote; false when it breaks the grammar.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Id id)
    {
        var valid = Slug.IsWellFormed(text);
        id = valid ? new Id(text!) : default;
        return valid;
    }

    /// <summary>The grammar in an author's words.</summary>
    internal const string Grammar = "1 to 60 characters of a-z, 0-9 and -";

    /// <inheritdoc/>
    public int CompareTo(Id other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The id as written.</summary>
    public override string ToString() => Value;

    /// <summary>Ordinal order.</summary>
    public static bool operator <(Id left, Id right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >(Id left, Id right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator <=(Id left, Id right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >=(Id left, Id right) => left.CompareTo(right) >= 0;
}
