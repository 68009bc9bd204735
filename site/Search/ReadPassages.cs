using System.Collections.Immutable;

namespace Ledelsesdag.Site.Search;

/// <summary>
/// The passages of one language with their words read, once for every index that is made of them: the site's, and each day's in
/// its file for reading offline.
/// </summary>
public sealed class ReadPassages
{
    // Enough that what one reader keeps from passage to passage is worth it, and few enough that every processor has some.
    private const int ReadTogether = 64;

    // About how many words a passage has that none before it had.
    private const int NewWords = 20;

    private readonly Dictionary<string, int> _places;

    private ReadPassages(SearchLanguage language, RelatedWords related, IReadOnlyList<FoldedWord> words, IReadOnlyList<ReadPassage> all)
    {
        (Language, Related, Words, All) = (language, related, words, all);
        _places = new(all.Count, StringComparer.Ordinal);
        foreach (var (passage, _, _, _) in all)
        {
            if (!_places.TryAdd(passage.Id, _places.Count))
            {
                throw new ArgumentException($"Two passages have the id '{passage.Id}'.");
            }
        }
    }

    internal SearchLanguage Language { get; }

    internal RelatedWords Related { get; }

    /// <summary>The words by their numbers.</summary>
    internal IReadOnlyList<FoldedWord> Words { get; }

    internal IReadOnlyList<ReadPassage> All { get; }

    /// <summary>Reads a language's passages.</summary>
    /// <param name="language">The language's tag.</param>
    /// <param name="passages">What can be found, in the site's order: of equally good passages the first comes first.</param>
    /// <param name="vocabulary">Words of the content that mean the same.</param>
    /// <exception cref="ArgumentException">Two passages have the same id.</exception>
    public static ReadPassages Of(string language, IReadOnlyList<SearchPassage> passages, SearchVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var knowledge = SearchLanguage.For(language);
        var related = new RelatedWords(knowledge, vocabulary);
        var words = new FoldedWords(related, NewWords * passages.Count);
        var read = new ReadPassage[passages.Count];
        Parallel.For(0, (read.Length + ReadTogether - 1) / ReadTogether, part =>
        {
            var reader = new PassageReader(words);
            for (var at = part * ReadTogether; at < Math.Min((part + 1) * ReadTogether, read.Length); at++)
            {
                read[at] = reader.Read(passages[at]);
            }
        });
        return new(knowledge, related, words.All, read);
    }

    /// <summary>Those passages that stand in another place too, in the same order.</summary>
    /// <param name="addresses">Their addresses there, by <see cref="SearchPassage.Id"/>; what is no passage is passed over.</param>
    internal ReadPassages Only(IEnumerable<KeyValuePair<string, string>> addresses) => new(Language, Related, Words,
    [
        .. addresses.Where(address => _places.ContainsKey(address.Key))
            .Select(address => (At: _places[address.Key], Url: address.Value)).OrderBy(place => place.At)
            .Select(place => All[place.At] with { Passage = All[place.At].Passage with { Url = place.Url } }),
    ]);

    /// <summary>Of each of the <see cref="Related"/> words, whether it occurs.</summary>
    internal bool[] RelatedThatOccur()
    {
        var occurs = new bool[Related.Count];
        foreach (var word in All.SelectMany(passage => passage.Related))
        {
            occurs[word] = true;
        }
        return occurs;
    }
}

/// <summary>A passage and what its words come to.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Words">Each word of each field once, by <see cref="FoldedWord.Number"/> and then by field.</param>
/// <param name="Sizes">How many words each of its fields has.</param>
/// <param name="Related">Which of the <see cref="RelatedWords"/> occur in it.</param>
internal sealed record ReadPassage(SearchPassage Passage, WordCount[] Words, int[] Sizes, int[] Related)
{
    /// <summary>Where in <see cref="Words"/> the next word begins.</summary>
    public int NextWord(int at)
    {
        var word = Words[at].Word;
        while (at < Words.Length && Words[at].Word == word)
        {
            at++;
        }
        return at;
    }
}

/// <summary>How often a word stands in a field of a passage.</summary>
internal readonly record struct WordCount(int Word, int Field, int Times);
