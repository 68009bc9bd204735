namespace Ledelsesdag.Site.Search;

/// <summary>Which words the passages have: what leads to none of them need not be in the index.</summary>
internal sealed class SearchedWords
{
    // From so many letters a word may be a part of a compound and still tell what the compound is about.
    private const int PartOfCompound = 5;

    private readonly HashSet<string> _keys;
    private readonly HashSet<string> _parts;
    private readonly string[] _endings;
    private readonly ILookup<string, string> _forms;

    private SearchedWords(HashSet<string> keys, string[] endings, ILookup<string, string> forms) => (_keys, _endings, _forms, _parts) =
        (keys, endings, forms, [.. keys.SelectMany(key => Enumerable.Range(PartOfCompound, Math.Max(0, key.Length - PartOfCompound)).SelectMany(n => new[] { key[..n], key[^n..] }))]);

    public static SearchedWords Of(IEnumerable<SearchPassage> passages, SearchLanguage language) => new(
        passages
            .SelectMany(p => new[] { p.Title, p.Heading, p.Speaker, p.Text })
            .SelectMany(SearchFolding.Words)
            .Select(word => word.Key)
            .ToHashSet(StringComparer.Ordinal),
        ["", .. language.Endings.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        language.Forms
            .Select(group => group.Split(' ').Select(SearchFolding.Fold).ToArray())
            .SelectMany(group => group.SelectMany(key => group, (key, form) => (key, form)))
            .ToLookup(pair => pair.key, pair => pair.form, StringComparer.Ordinal));

    /// <summary>Whether a group leads from a word to another one that occurs.</summary>
    public bool Tell(IReadOnlyCollection<string> group) => group.Count > 1 && group.Any(Has);

    /// <summary>Whether all words of a phrase occur, each in some form.</summary>
    public bool Has(string phrase) => SearchFolding.Words(phrase).All(word => HasForm(word.Key));

    private bool HasForm(string key) => _keys.Contains(key) || _parts.Contains(key) || _forms[key].Any(_keys.Contains) || _endings.Any(ending =>
        key.Length - ending.Length >= 3
        && key.EndsWith(ending, StringComparison.Ordinal)
        && _endings.Any(other => _keys.Contains(key[..^ending.Length] + other)));
}
