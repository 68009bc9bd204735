using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>The words of the interface in every language that has a strings file.</summary>
public sealed class UiStringsCatalogue
{
    private readonly ImmutableArray<KeyValuePair<Language, UiStrings>> _strings;

    private UiStringsCatalogue(ImmutableArray<KeyValuePair<Language, UiStrings>> strings) => _strings = strings;

    /// <summary>Where the tool's own strings lie beside the built tool.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "strings");

    /// <summary>The languages that have words, in the order of their tags.</summary>
    public IEnumerable<Language> Languages => _strings.Select(s => s.Key);

    /// <summary>Reads <c>tag.json</c> for every language in <paramref name="folder"/>, then in <paramref name="own"/>.</summary>
    /// <param name="folder">The tool's own words.</param>
    /// <param name="own">A network's words, which count before the tool's; null when it has none.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="FormatException">A file misses a word, has one too many, or is no strings file.</exception>
    public static UiStringsCatalogue Load(string folder, string? own = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (own is not null)
        {
            NetworkFolder.RefuseAllButPlainFiles(own);
        }
        var strings = new SortedDictionary<Language, UiStrings>();
        foreach (var path in Files(folder).Concat(own is null ? [] : Files(own)))
        {
            var name = Path.GetFileName(path);
            if (!Language.TryParse(Path.GetFileNameWithoutExtension(path), out var language))
            {
                throw new FormatException($"{name}: a strings file is named after its language, for example en.json.");
            }
            try
            {
                strings[language] = JsonSerializer.Deserialize(File.ReadAllBytes(path), UiStringsJsonContext.Default.UiStrings)!;
            }
            catch (JsonException e)
            {
                throw new FormatException($"{name}: {e.Message}", e);
            }
        }
        return new([.. strings]);

        static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal);
    }

    /// <summary>The words in <paramref name="language"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no strings file for it; see <see cref="MissingFor"/>.</exception>
    public UiStrings this[Language language] => TryGet(language) is { } found
        ? found
        : throw new KeyNotFoundException($"There is no strings file for '{language}'.");

    /// <summary>The words in <paramref name="language"/>; null when there is no strings file for it.</summary>
    public UiStrings? TryGet(Language language) => _strings.FirstOrDefault(s => s.Key == language).Value;

    /// <summary>The languages that <paramref name="network"/> is published in and that have no strings file.</summary>
    public ImmutableArray<Language> MissingFor(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. network.Languages.Select(l => l.Tag).Where(tag => TryGet(tag) is null)];
    }
}

/// <summary>The contract of a strings file: strict, so that a missing or misspelt word is told.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(UiStrings))]
internal sealed partial class UiStringsJsonContext : JsonSerializerContext;
