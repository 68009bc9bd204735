namespace Ledelsesdag.Site.Search;

/// <summary>Which words the passages have: what a reader could not find anyway need not be in the index.</summary>
internal sealed class SearchedWords
{
    private readonly List<string> _keys;

    private SearchedWords(List<string> keys) => _keys = keys;

    public static SearchedWords Of(IEnumerable<SearchPassage> passages)
    {
        var keys = passages
            .SelectMany(p => new[] { p.Title, p.Heading, p.Speaker, p.Text })
            .SelectMany(SearchFolding.Words)
            .Select(word => word.Key)
            .ToHashSet(StringComparer.Ordinal)
            .ToList();
        keys.Sort(StringComparer.Ordinal);
        return new(keys);
    }

    /// <summary>Whether all words of a phrase occur, each in some form.</summary>
    public bool HasAll(string phrase) => SearchFolding.Words(phrase).All(word => HasKey(word.Key));

    /// <summary>Whether a word occurs, or one that begins alike.</summary>
    public bool Has(string word) => HasKey(SearchFolding.Fold(word));

    private bool HasKey(string key)
    {
        var beginning = key.Length < 5 ? key : key[..Math.Max(4, key.Length - 2)];
        var at = _keys.BinarySearch(beginning, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        // A beginning of a longer word is taken for one of its forms only when not much longer.
        while (at < _keys.Count && _keys[at].StartsWith(beginning, StringComparison.Ordinal))
        {
            if (_keys[at].Length <= key.Length + 4)
            {
                return true;
            }
            at++;
        }
        return false;
    }
}
