using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>The words of the interface in every language that has a strings file.</summary>
public sealed class UiStringsCatalogue
{
    private readonly ImmutableArray<KeyValuePair<Language, UiStrings>> _strings;

    private UiStringsCatalogue(ImmutableArray<KeyValuePair<Language, UiStrings>> strings, ImmutableArray<UiStringsFault> faults) => (_strings, Faults) = (strings, faults);

    /// <summary>What is wrong with the files, by file and place; a language whose file has a fault has no words here.</summary>
    public ImmutableArray<UiStringsFault> Faults { get; }

    /// <summary>Where the tool's own strings lie beside the built tool.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "strings");

    /// <summary>The languages that have words, in the order of their tags.</summary>
    public IEnumerable<Language> Languages => _strings.Select(s => s.Key);

    /// <summary>Reads <c>tag.json</c> for every language in <paramref name="folder"/>, then in <paramref name="own"/>.</summary>
    /// <param name="folder">The tool's own words.</param>
    /// <param name="own">
    /// A network's words, which count before the tool's; null when it has none. A file of a language that the tool has need only
    /// hold the words that differ.
    /// </param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static UiStringsCatalogue Load(string folder, string? own = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (own is not null)
        {
            NetworkFolder.RefuseAllButPlainFiles(own);
        }
        var faults = ImmutableArray.CreateBuilder<UiStringsFault>();
        var strings = new SortedDictionary<Language, UiStrings>();
        var tools = Read(folder, faults);
        // English is what people copy; any other of the tool's has the same places and as many months.
        var model = tools.FirstOrDefault(tool => tool.Key.Tag == "en") is { Value: { } english } ? english : tools.Values.FirstOrDefault();
        foreach (var (language, file) in tools)
        {
            Take(language, file, model, null);
        }
        foreach (var (language, file) in own is null ? [] : Read(own, faults))
        {
            strings.Remove(language);
            var tool = tools.GetValueOrDefault(language);
            Take(language, file, tool ?? model, tool);
        }
        return new([.. strings], faults.ToImmutable());

        void Take(Language language, UiStringsFile file, UiStringsFile? model, UiStringsFile? tool)
        {
            file.Check(model, mayBePart: tool is not null);
            faults.AddRange(file.Faults);
            if (!file.Faults.Any() && tool?.Faults.Any() is not true)
            {
                strings[language] = file.Words(tool);
            }
        }
    }

    private static SortedDictionary<Language, UiStringsFile> Read(string folder, ImmutableArray<UiStringsFault>.Builder faults)
    {
        var files = new SortedDictionary<Language, UiStringsFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (Language.TryParse(Path.GetFileNameWithoutExtension(path), out var language))
            {
                files[language] = UiStringsFile.Read(path);
            }
            else
            {
                faults.Add(new(path, 0, 0, "a name that is no language; expected a language's tag and .json, for example nb.json; give the file the tag of its language"));
            }
        }
        return files;
    }

    /// <summary>The words in <paramref name="language"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no strings file for it, or a faulty one; see <see cref="MissingFor"/> and <see cref="Faults"/>.</exception>
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

/// <summary>The contract of a strings file: strict, so that nothing <see cref="UiStringsFile"/> overlooks is lost in silence.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(UiStrings))]
internal sealed partial class UiStringsJsonContext : JsonSerializerContext;
