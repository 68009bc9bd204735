using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledelsesdag.Content.Loading;

/// <summary>Reads a value that is written as one JSON string and has a grammar of its own.</summary>
/// <remarks>
/// A refused value is a <see cref="JsonException"/> without words: <see cref="JsonShape"/> then reads the file again and
/// says what is wrong with every value in it.
/// </remarks>
internal abstract class GrammarJsonConverter<T> : JsonConverter<T>
{
    protected abstract bool TryParse(string text, out T value);

    protected virtual string Format(T value) => value!.ToString()!;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));
}

internal sealed class IdJsonConverter : GrammarJsonConverter<Id>
{
    protected override bool TryParse(string text, out Id value) => Id.TryParse(text, out value);
}

internal sealed class SlugJsonConverter : GrammarJsonConverter<Slug>
{
    protected override bool TryParse(string text, out Slug value) => Slug.TryParse(text, out value);
}

internal sealed class TextDigestJsonConverter : GrammarJsonConverter<TextDigest>
{
    protected override bool TryParse(string text, out TextDigest value) => TextDigest.TryParse(text, out value);
}

internal sealed class LanguageJsonConverter : GrammarJsonConverter<Language>
{
    protected override bool TryParse(string text, out Language value) => Language.TryParse(text, out value);
}

/// <summary>A clock time <c>HH:mm</c>, the form of ISO 8601 that people write.</summary>
internal sealed class ClockTimeJsonConverter : GrammarJsonConverter<TimeOnly>
{
    internal static bool TryParseClockTime(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override bool TryParse(string text, out TimeOnly value) => TryParseClockTime(text, out value);

    protected override string Format(TimeOnly value) => value.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>One of an enumeration's names in camel case; unlike the framework's, it takes no numbers and no lists.</summary>
internal sealed class EnumJsonConverter<T> : GrammarJsonConverter<T>
    where T : struct, Enum
{
    internal static readonly ImmutableArray<string> Names =
        [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static readonly T[] Values = Enum.GetValues<T>();

    protected override bool TryParse(string text, out T value)
    {
        var index = Names.IndexOf(text);
        value = index < 0 ? default : Values[index];
        return index >= 0;
    }

    protected override string Format(T value) => Names[Array.IndexOf(Values, value)];
}

/// <summary>The first languages that were read: their tags stand in every text, and are not made anew for each.</summary>
internal static class KnownLanguages
{
    private const int Most = 16;

    private static ImmutableArray<(Language Language, ReadOnlyMemory<byte> Utf8)> _known = [];

    /// <summary>Reads the tag that the reader is at; false when it is none.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out Language language)
    {
        foreach (var (known, utf8) in _known)
        {
            if (reader.ValueTextEquals(utf8.Span))
            {
                language = known;
                return true;
            }
        }
        if (!Language.TryParse(reader.GetString(), out language))
        {
            return false;
        }
        if (_known.Length < Most)
        {
            // Of two threads one may undo what the other did; its language is then read once more.
            _known = _known.Add((language, Encoding.UTF8.GetBytes(language.Tag)));
        }
        return true;
    }
}

/// <summary>Reads <c>{"da": …, "en": …}</c>.</summary>
internal abstract class LocalizedJsonConverter<TLocalized, T> : JsonConverter<TLocalized>
    where TLocalized : Localized<T>
    where T : notnull
{
    protected abstract bool TryParse(string text, out T value);

    protected abstract string Format(T value);

    protected abstract TLocalized Make(ImmutableArray<KeyValuePair<Language, T>> versions);

    public override TLocalized Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }
        // Two languages are what most networks have.
        var versions = new KeyValuePair<Language, T>[2];
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (count == ContentLimits.Languages || !KnownLanguages.TryRead(ref reader, out var language) || Has(versions.AsSpan(0, count), language)
                || !reader.Read() || reader.TokenType != JsonTokenType.String || !TryParse(reader.GetString()!, out var value))
            {
                throw new JsonException();
            }
            if (count == versions.Length)
            {
                Array.Resize(ref versions, 2 * count);
            }
            versions[count++] = new(language, value);
        }
        if (count != versions.Length)
        {
            Array.Resize(ref versions, count);
        }
        return Make(ImmutableCollectionsMarshal.AsImmutableArray(versions));
    }

    private static bool Has(ReadOnlySpan<KeyValuePair<Language, T>> versions, Language language)
    {
        foreach (var (known, _) in versions)
        {
            if (known == language)
            {
                return true;
            }
        }
        return false;
    }

    public override void Write(Utf8JsonWriter writer, TLocalized value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, version) in value.Versions)
        {
            writer.WriteString(language.Tag, Format(version));
        }
        writer.WriteEndObject();
    }
}

internal sealed class LocalizedTextJsonConverter : LocalizedJsonConverter<LocalizedText, RichText>
{
    protected override bool TryParse(string text, out RichText value)
    {
        value = new(text);
        return true;
    }

    protected override string Format(RichText value) => value.Markdown;

    protected override LocalizedText Make(ImmutableArray<KeyValuePair<Language, RichText>> versions) => new(versions);
}

/// <summary>Markdown texts that published JSON holds within itself, as an author's files hold them beside it.</summary>
internal sealed class LocalizedProseJsonConverter : LocalizedJsonConverter<LocalizedProse, Prose>
{
    /// <summary>The limit of a file holds here too, and before anything is parsed.</summary>
    internal static bool IsShortEnough(string text) =>
        Encoding.UTF8.GetMaxByteCount(text.Length) <= ContentLimits.MarkdownFileBytes || Encoding.UTF8.GetByteCount(text) <= ContentLimits.MarkdownFileBytes;

    protected override bool TryParse(string text, out Prose value)
    {
        var readable = IsShortEnough(text);
        value = readable ? ProseReader.Read(text.Replace("\r\n", "\n", StringComparison.Ordinal)) : null!;
        return readable;
    }

    protected override string Format(Prose value) => value.Markdown;

    protected override LocalizedProse Make(ImmutableArray<KeyValuePair<Language, Prose>> versions) => new(versions);
}

internal sealed class LocalizedSlugJsonConverter : LocalizedJsonConverter<LocalizedSlug, Slug>
{
    protected override bool TryParse(string text, out Slug value) => Slug.TryParse(text, out value);

    protected override string Format(Slug value) => value.Value;

    protected override LocalizedSlug Make(ImmutableArray<KeyValuePair<Language, Slug>> versions) => new(versions);
}
