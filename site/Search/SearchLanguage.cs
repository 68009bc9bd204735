using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledelsesdag.Site.Search;

/// <summary>What the search knows of a language. Data, so that another language needs no code: <c>data/&lt;tag&gt;.json</c>.</summary>
/// <param name="Endings">Endings of inflection, folded, with spaces between.</param>
/// <param name="Derived">Endings that make another word of the same stem, folded.</param>
/// <param name="Links">Letters that join the parts of compounds.</param>
/// <param name="Syncope">Consonants before which an <c>e</c> comes and goes: <c>regel</c>, <c>regler</c>.</param>
/// <param name="Stop">Words that ask or join and say nothing themselves.</param>
/// <param name="Forms">Irregular words, all forms of one in one string.</param>
/// <param name="Same">Groups of words that are the same thing, abbreviations above all, with <c>|</c> between.</param>
/// <param name="Synonyms">Groups of words that a reader may use for each other, written likewise.</param>
public sealed record SearchLanguage(
    string Endings, string Derived, string Links, string Syncope, string Stop,
    ImmutableArray<string> Forms, ImmutableArray<string> Same, ImmutableArray<string> Synonyms)
{
    /// <summary>A language of which nothing is known: words are found as written, by their beginning and with errors.</summary>
    public static SearchLanguage Unknown { get; } = new("", "", "", "", "", [], [], []);

    private static readonly ConcurrentDictionary<string, SearchLanguage> Known = new(StringComparer.Ordinal);

    private readonly Lazy<ILookup<string, string>> _folded = new(() => Forms
        .Select(group => group.Split(' ').Select(SearchFolding.Fold).ToArray())
        .SelectMany(group => group.SelectMany(key => group, (key, form) => (key, form)))
        .ToLookup(pair => pair.key, pair => pair.form, StringComparer.Ordinal));

    /// <summary>All forms of an irregular word by each of them, folded.</summary>
    internal ILookup<string, string> FoldedForms => _folded.Value;

    /// <summary>What is known of a language.</summary>
    /// <param name="tag">Its tag; a region is disregarded.</param>
    public static SearchLanguage For(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var main = tag.Split('-')[0];
        return main.All(char.IsAsciiLetterLower) ? Known.GetOrAdd(main, Read) : Unknown;
    }

    private static SearchLanguage Read(string main)
    {
        var json = SearchResources.TextOrNull(main + ".json");
        return json is null ? Unknown : JsonSerializer.Deserialize(json, SearchJson.Default.SearchLanguage)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SearchLanguage))]
internal sealed partial class SearchJson : JsonSerializerContext;
