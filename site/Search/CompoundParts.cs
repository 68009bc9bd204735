using System.Runtime.InteropServices;

namespace Ledelsesdag.Site.Search;

/// <summary>
/// Where the parts of compounds begin. A part begins where what is before it, with or without a linking letter, or what is after
/// it is a word of the site.
/// </summary>
internal sealed class CompoundParts
{
    private const int ShortestHead = 3, ShortestRest = 4;

    private const int Short = 64;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Dictionary<ulong, List<string>> _beginnings = [];
    private readonly string[] _links;

    /// <summary>The parts of which compounds are made.</summary>
    /// <param name="words">The words of the site, folded.</param>
    /// <param name="links">Letters that join the parts.</param>
    public CompoundParts(string[] words, string[] links)
    {
        var all = new HashSet<string>(words.Length, StringComparer.Ordinal);
        all.UnionWith(words);
        (_words, _links) = (all.GetAlternateLookup<ReadOnlySpan<char>>(), links);
        // What begins with a word begins with the shortest that it begins with: those suffice, and are few.
        string[] shortestFirst = [.. all];
        Array.Sort(Array.ConvertAll(shortestFirst, word => word.Length), shortestFirst);
        foreach (var word in shortestFirst)
        {
            if (word.Length >= ShortestRest && !BeginsWithWord(word))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_beginnings, FirstLetters(word), out _) ??= []).Add(word);
            }
        }
    }

    /// <summary>Adds the places in a folded word where a part begins.</summary>
    public void AddTo(List<int> places, ReadOnlySpan<char> key)
    {
        // Whether so many of the first letters are a word.
        Span<bool> isWord = key.Length < Short ? stackalloc bool[Short] : new bool[key.Length];
        for (var at = ShortestHead; at <= key.Length - ShortestRest; at++)
        {
            isWord[at] = _words.Contains(key[..at]);
            if (isWord[at] || EndsInLink(key[..at], isWord) || BeginsWithWord(key[at..]))
            {
                places.Add(at);
            }
        }
    }

    private bool EndsInLink(ReadOnlySpan<char> head, ReadOnlySpan<bool> isWord)
    {
        foreach (var link in _links)
        {
            if (head.Length >= link.Length + ShortestHead && isWord[head.Length - link.Length] && head.EndsWith(link))
            {
                return true;
            }
        }
        return false;
    }

    private bool BeginsWithWord(ReadOnlySpan<char> rest)
    {
        if (_beginnings.TryGetValue(FirstLetters(rest), out var words))
        {
            foreach (var word in words)
            {
                if (rest.StartsWith(word))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static ulong FirstLetters(ReadOnlySpan<char> word) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(word[..ShortestRest]));
}
