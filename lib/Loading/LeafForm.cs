using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ledelsesdag.Content.Loading;

/// <summary>The form of a value that holds no other values, in an author's words.</summary>
/// <param name="Description">What it is, as it reads after "expected".</param>
/// <param name="Remedy">What to do when it breaks its rule.</param>
/// <param name="Kinds">The JSON tokens it may be.</param>
/// <param name="Accepts">Whether the words, or a number as written, keep its rule.</param>
internal sealed record LeafForm(string Description, string Remedy, ImmutableArray<JsonTokenType> Kinds, Func<string, bool> Accepts)
{
    private static readonly LeafForm Text = OfText("a text", "", _ => true);

    private static readonly LeafForm Slug = OfText($"a slug, {Content.Id.Grammar}", "write æ as ae, ø as oe, å as aa and spaces as -",
        text => Content.Slug.TryParse(text, out _));

    private static readonly LeafForm Markdown = OfText($"Markdown of at most {ContentLimits.MarkdownFileBytes} bytes", "divide the text, or take something away",
        LocalizedProseJsonConverter.IsShortEnough);

    private static readonly LeafForm Id = OfText($"an id, {Content.Id.Grammar}", "write æ as ae, ø as oe, å as aa and spaces as -",
        text => Content.Id.TryParse(text, out _));

    private static readonly LeafForm LanguageTag = OfText("a language tag such as da or en", "write the language's BCP 47 tag",
        text => Language.TryParse(text, out _));

    private static readonly LeafForm Address = OfText("an address such as https://example.org/", "write it as a browser shows it",
        text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _));

    private static readonly LeafForm Date = OfText("a date of the calendar, such as 2014-02-25", "write year, month and day, with no time and no zone",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static readonly LeafForm ClockTime = OfText("a time from 00:00 to 23:59, such as 09:30", "write two digits, a colon and two digits, with no zone",
        text => ClockTimeJsonConverter.TryParseClockTime(text, out _));

    private static readonly LeafForm WholeNumber = new("a whole number", "write digits only, without quotation marks, point or exponent",
        [JsonTokenType.Number], text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static readonly LeafForm TrueOrFalse = new("true or false", "", [JsonTokenType.True, JsonTokenType.False], _ => true);

    private static readonly LeafForm SessionKinds = OfText($"one of {string.Join(", ", EnumJsonConverter<SessionKind>.Names)}", "write one of these words",
        text => EnumJsonConverter<SessionKind>.Names.Contains(text));

    private static readonly LeafForm Digest = OfText($"{TextDigest.Length} digits of 0-9 and a-f", "let 'ledelsesdag translations' write the mark",
        text => TextDigest.TryParse(text, out _));

    private static readonly LeafForm Marks = OfText($"one of {string.Join(", ", EnumJsonConverter<TranslationMark>.Names)}", "write one of these words",
        text => EnumJsonConverter<TranslationMark>.Names.Contains(text));

    private static readonly Dictionary<Type, LeafForm> Forms = new()
    {
        [typeof(string)] = Text,
        [typeof(Slug)] = Slug,
        [typeof(Id)] = Id,
        [typeof(Id?)] = Id,
        [typeof(Language)] = LanguageTag,
        [typeof(Uri)] = Address,
        [typeof(DateOnly)] = Date,
        [typeof(TimeOnly)] = ClockTime,
        [typeof(int)] = WholeNumber,
        [typeof(int?)] = WholeNumber,
        [typeof(bool)] = TrueOrFalse,
        [typeof(SessionKind)] = SessionKinds,
        [typeof(TextDigest)] = Digest,
        [typeof(TranslationMark)] = Marks,
    };

    private static readonly Dictionary<Type, LeafForm> Versions = new()
    {
        [typeof(LocalizedText)] = Text,
        [typeof(LocalizedSlug)] = Slug,
        [typeof(LocalizedProse)] = Markdown,
    };

    /// <summary>The form of a type without inner values.</summary>
    /// <exception cref="KeyNotFoundException">The model has a type that no form was written for: a programmer's mistake.</exception>
    public static LeafForm Of(JsonTypeInfo type) => Forms[type.Type];

    /// <summary>Whether a type is written as an object with a value for each language.</summary>
    public static bool IsPerLanguage(Type type) => Versions.ContainsKey(type);

    /// <summary>The form of each language's version of such a type.</summary>
    public static LeafForm OfVersion(Type type) => Versions[type];

    /// <summary>Whether a field must be there: by <c>required</c>, or as a constructor's parameter without a default.</summary>
    public static bool IsRequired(JsonPropertyInfo property) => property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    /// <summary>Any type in an author's words.</summary>
    public static string Describe(JsonTypeInfo type) => type switch
    {
        { Kind: JsonTypeInfoKind.Object } => $"an object with {string.Join(", ", type.Properties.Where(IsRequired).Select(p => p.Name))}",
        { Kind: JsonTypeInfoKind.Enumerable } => "a list, [ … ]",
        { Type: var leaf } when leaf == typeof(LocalizedText) => "a text per language, {\"da\": \"…\", \"en\": \"…\"}",
        { Type: var leaf } when leaf == typeof(LocalizedSlug) => "a slug per language, {\"da\": \"…\", \"en\": \"…\"}",
        { Type: var leaf } when leaf == typeof(LocalizedProse) => "a Markdown text per language, {\"da\": \"…\", \"en\": \"…\"}",
        _ => Of(type).Description,
    };

    private static LeafForm OfText(string description, string remedy, Func<string, bool> accepts) =>
        new(description, remedy, [JsonTokenType.String], accepts);
}
