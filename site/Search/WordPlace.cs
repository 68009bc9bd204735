namespace Ledelsesdag.Site.Search;

/// <summary>A place in one of many words, to be sorted by the letters from there on.</summary>
/// <param name="Word">Which word.</param>
/// <param name="At">Where in it.</param>
/// <param name="FirstLetters">The first letters from there, as a number that sorts as they do: most places are told apart by it, with no look at the words.</param>
internal readonly record struct WordPlace(int Word, int At, ulong FirstLetters)
{
    private const int LetterBits = 8, Packed = sizeof(ulong), FirstLetter = LetterBits * (Packed - 1);

    public WordPlace(string[] words, int word, int at)
        : this(word, at, First(words[word].AsSpan(at)))
    {
    }

    public ReadOnlySpan<char> Letters(string[] words) => words[Word].AsSpan(At);

    /// <summary>Sorts places as <see cref="StringComparer.Ordinal"/> would the letters from there on, and equal ones by their words.</summary>
    public static WordPlace[] Sorted(List<WordPlace>[] places, string[] words)
    {
        // Apart by the first letter, each group is small enough to stay near, and processors share them.
        var starts = new int[(1 << LetterBits) + 1];
        foreach (var place in places.SelectMany(part => part))
        {
            starts[(place.FirstLetters >> FirstLetter) + 1]++;
        }
        for (var letter = 1; letter < starts.Length; letter++)
        {
            starts[letter] += starts[letter - 1];
        }
        var sorted = new WordPlace[starts[^1]];
        int[] next = [.. starts];
        foreach (var place in places.SelectMany(part => part))
        {
            sorted[next[place.FirstLetters >> FirstLetter]++] = place;
        }
        Parallel.For(0, 1 << LetterBits, letter => sorted.AsSpan(starts[letter]..starts[letter + 1]).Sort((one, other) => Compare(one, other, words)));
        return sorted;
    }

    private static int Compare(WordPlace one, WordPlace other, string[] words)
    {
        if (one.FirstLetters != other.FirstLetters)
        {
            return one.FirstLetters < other.FirstLetters ? -1 : 1;
        }
        var order = one.Letters(words).SequenceCompareTo(other.Letters(words));
        return order != 0 ? order : one.Word.CompareTo(other.Word);
    }

    // A letter a byte. Those that need more count as one, and end what the number can tell.
    private static ulong First(ReadOnlySpan<char> letters)
    {
        var number = 0UL;
        for (var i = 0; i < Packed; i++)
        {
            var letter = i < letters.Length ? Math.Min(letters[i], (ulong)byte.MaxValue) : 0;
            number = number << LetterBits | letter;
            if (letter == byte.MaxValue)
            {
                return number << (LetterBits * (Packed - 1 - i));
            }
        }
        return number;
    }
}
