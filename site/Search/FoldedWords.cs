using System.Collections.Concurrent;

namespace Ledelsesdag.Site.Search;

/// <summary>A word of a language's passages.</summary>
/// <param name="Number">Which it is among them. Where several threads read, another each time: nothing that is written may depend on it.</param>
/// <param name="Written">As it stands there, in lower case.</param>
/// <param name="Key">Folded: what is compared.</param>
/// <param name="Related">Which <see cref="RelatedWords"/> it is a form of.</param>
internal sealed record FoldedWord(int Number, string Written, string Key, int[] Related)
{
    /// <summary>Whether it is a word: some text between others folds to nothing.</summary>
    public bool IsWord { get; } = Key.Length > 0;
}

/// <summary>
/// The words of a language's passages while these are read: each is folded once, and once it is found what it leads to. For several
/// threads at a time.
/// </summary>
internal sealed class FoldedWords
{
    private readonly RelatedWords _related;
    private readonly ConcurrentDictionary<string, FoldedWord> _known;
    private readonly ConcurrentDictionary<string, FoldedWord>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<FoldedWord> _all;

    /// <summary>Words that are yet to be read.</summary>
    /// <param name="related">What they may lead to.</param>
    /// <param name="about">About how many there will be.</param>
    public FoldedWords(RelatedWords related, int about)
    {
        _related = related;
        _known = new(Environment.ProcessorCount, about, StringComparer.Ordinal);
        _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        _all = new(about);
    }

    /// <summary>All of them by their numbers, once every passage is read.</summary>
    public IReadOnlyList<FoldedWord> All => _all;

    /// <summary>A word as it stands in a text.</summary>
    public FoldedWord Of(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var known) ? known : OfLower(word);

    // Upper and lower case fold alike. Nearly every word stands at the beginning of some sentence, so each would be kept twice.
    private FoldedWord OfLower(ReadOnlySpan<char> word)
    {
        const int Short = 128;
        Span<char> lower = word.Length <= Short ? stackalloc char[2 * Short] : new char[2 * word.Length];
        lower = lower[..SearchFolding.Lower(word, lower)];
        return _bySpan.TryGetValue(lower, out var known) ? known : Add(lower.ToString());
    }

    private FoldedWord Add(string written)
    {
        var key = SearchFolding.Fold(written);
        var related = _related.AnsweredBy(key);
        lock (_all)
        {
            if (!_known.TryGetValue(written, out var word))
            {
                _all.Add(word = new(_all.Count, written, key, related));
                _known.TryAdd(written, word);
            }
            return word;
        }
    }
}
