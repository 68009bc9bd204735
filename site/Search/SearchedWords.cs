namespace Ledelsesdag.Site.Search;

/// <summary>Which words the passages have: what leads to none of them need not be in the index.</summary>
internal sealed class SearchedWords
{
    // From so many letters a word may be a part of a compound and still tell what the compound is about.
    private const int PartOfCompound = 5;

    private readonly HashSet<string> _keys;
    private readonly string[] _forwards;
    private readonly string[] _backwards;
    private readonly string[] _endings;
    private readonly SearchLanguage _language;

    private SearchedWords(HashSet<string> keys, SearchLanguage language)
    {
        (_keys, _language) = (keys, language);
        _endings = ["", .. language.Endings.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        // Sorted, a word stands right before those that begin with it; turned round, before those that end in it.
        _forwards = [.. keys];
        _backwards = [.. keys.Select(Turned)];
        Array.Sort(_forwards, StringComparer.Ordinal);
        Array.Sort(_backwards, StringComparer.Ordinal);
    }

    public static SearchedWords Of(IEnumerable<SearchPassage> passages, SearchLanguage language, FoldedWords words)
    {
        foreach (var passage in passages)
        {
            foreach (var text in (ReadOnlySpan<string>)[passage.Title, passage.Heading, passage.Speaker, passage.Text])
            {
                words.Learn(text);
            }
        }
        return new(words.Keys.ToHashSet(StringComparer.Ordinal), language);
    }

    /// <summary>Whether a group leads from a word to another one that occurs.</summary>
    public bool Tell(IReadOnlyCollection<string> group) => group.Count > 1 && group.Any(Has);

    /// <summary>Whether all words of a phrase occur, each in some form.</summary>
    public bool Has(string phrase) => SearchFolding.Words(phrase).All(word => HasForm(word.Key));

    private bool HasForm(string key) => _keys.Contains(key) || IsPart(key) || _language.FoldedForms[key].Any(_keys.Contains) || _endings.Any(ending =>
        key.Length - ending.Length >= 3
        && key.EndsWith(ending, StringComparison.Ordinal)
        && _endings.Any(other => _keys.Contains(key[..^ending.Length] + other)));

    private bool IsPart(string key) => key.Length >= PartOfCompound && (BeginsOneOf(_forwards, key) || BeginsOneOf(_backwards, Turned(key)));

    private static bool BeginsOneOf(string[] sorted, string beginning)
    {
        var found = Array.BinarySearch(sorted, beginning, StringComparer.Ordinal);
        var at = found < 0 ? ~found : found;
        return at < sorted.Length && sorted[at].StartsWith(beginning, StringComparison.Ordinal);
    }

    private static string Turned(string key) => string.Create(key.Length, key, static (turned, key) =>
    {
        key.CopyTo(turned);
        turned.Reverse();
    });
}
