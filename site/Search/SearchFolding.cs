using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ledelsesdag.Site.Search;

/// <summary>
/// Words as the search compares them. Does exactly what <c>fold</c> and <c>words</c> of <c>search-core.js</c> do; the
/// vectors in <c>tests/Ledelsesdag.Site.Tests/Search/folding.json</c> hold both to it.
/// </summary>
/// <remarks>
/// Accents come off by a table of our own: under invariant globalisation .NET normalises nothing, and without it what comes
/// out depends on the machine.
/// </remarks>
public static class SearchFolding
{
    private static readonly FrozenDictionary<char, string> Accents = SearchResources.Text("accents.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(line => line[0], line => line[1..]);

    private static readonly int MostLettersForOne = Accents.Values.Max(letters => letters.Length);

    // Nearly every letter of a text is one of these: looked up, they cost a fraction of asking for their category.
    private static readonly bool[] BelongsToWord = [.. Enumerable.Range(0, 0x250).Select(letter => IsWordRune(new Rune(letter)))];

    /// <summary>Lower case, without accents, å = aa = a, ø = oe = o, æ = ae = e, doubled letters once.</summary>
    public static string Fold(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var most = word.Length * MostLettersForOne;
        Span<char> letters = most <= 256 ? stackalloc char[256] : new char[most];
        var length = Plain(word, letters);
        length = Vowels(letters[..length], 'a', 'e', 'æ', 'æ', 'e');
        length = Vowels(letters[..length], 'o', 'e', 'ø', 'œ', 'o');
        // One s: another beside it would go as a doubled letter.
        letters[..length].Replace('ß', 's');
        letters[..length].Replace('ς', 'σ');
        length = Singled(letters[..length]);
        return letters[..length].SequenceEqual(word) ? word : new(letters[..length]);
    }

    private static int Plain(string word, Span<char> letters)
    {
        var length = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune.Value is '\'' or '’' || (!rune.IsAscii && IsMark(rune)))
            {
                continue;
            }
            if (rune.IsBmp && !rune.IsAscii && Accents.TryGetValue((char)rune.Value, out var plain))
            {
                plain.CopyTo(letters[length..]);
                length += plain.Length;
                continue;
            }
            length += Rune.ToLowerInvariant(rune).EncodeToUtf16(letters[length..]);
        }
        return length;
    }

    // Once through, as the browser does it: what has been replaced is not looked at again.
    private static int Vowels(Span<char> word, char first, char second, char letter, char other, char vowel)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var pair = word[i] == first && i + 1 < word.Length && word[i + 1] == second;
            word[length++] = pair || word[i] == letter || word[i] == other ? vowel : word[i];
            if (pair)
            {
                i++;
            }
        }
        return length;
    }

    private static int Singled(Span<char> word)
    {
        var length = 0;
        Rune? last = null;
        for (var i = 0; i < word.Length;)
        {
            Rune.DecodeFromUtf16(word[i..], out var rune, out var size);
            if (rune != last || !Rune.IsLetter(rune))
            {
                // Letter by letter: one or two are moved sooner than a call to move them begins.
                for (var unit = 0; unit < size; unit++)
                {
                    word[length++] = word[i + unit];
                }
            }
            last = rune;
            i += size;
        }
        return length;
    }

    /// <summary>The words of a text as they are written, in lower case.</summary>
    public static IEnumerable<SearchWord> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return All(text);

        static IEnumerable<SearchWord> All(string text)
        {
            var position = 0;
            var lower = new char[2 * text.Length];
            while (NextWord(text, ref position) is { } from)
            {
                var written = new string(lower, 0, Lower(text.AsSpan(from..position), lower));
                if (Fold(written) is { Length: > 0 } key)
                {
                    yield return new(key, written, from, position);
                }
            }
        }
    }

    /// <summary>Where the next word begins, with <paramref name="position"/> moved to its end; null when there is none.</summary>
    internal static int? NextWord(string text, ref int position)
    {
        while (position < text.Length)
        {
            var start = position;
            if (!WordRun(text, ref position))
            {
                position++;
                continue;
            }
            while (Joined(text, position) is var after && after > position)
            {
                position = after;
            }
            return start;
        }
        return null;
    }

    // An apostrophe with letters after it and a point, comma or colon with digits after it stay in the word.
    private static int Joined(string text, int position)
    {
        var after = position + 1;
        return position < text.Length && text[position] switch
        {
            '\'' or '’' => Run(text, ref after, Rune.IsLetter),
            '.' or ',' or ':' => Run(text, ref after, Rune.IsNumber),
            _ => false,
        } ? after : position;
    }

    /// <summary>Writes a word in lower case, which may be twice as long, and says how long it is.</summary>
    internal static int Lower(ReadOnlySpan<char> word, Span<char> lower)
    {
        var length = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            length += Rune.ToLowerInvariant(rune).EncodeToUtf16(lower[length..]);
        }
        return length;
    }

    private static bool WordRun(string text, ref int position)
    {
        var start = position;
        do
        {
            while (position < text.Length && text[position] < BelongsToWord.Length && BelongsToWord[text[position]])
            {
                position++;
            }
        }
        while (position < text.Length && text[position] >= BelongsToWord.Length && Run(text, ref position, IsWordRune));
        return position > start;
    }

    private static bool Run(string text, ref int position, Func<Rune, bool> belongs)
    {
        var start = position;
        while (position < text.Length && Rune.TryGetRuneAt(text, position, out var rune) && belongs(rune))
        {
            position += rune.Utf16SequenceLength;
        }
        return position > start;
    }

    private static bool IsWordRune(Rune rune) => Rune.IsLetter(rune) || Rune.IsNumber(rune) || IsMark(rune);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}

/// <summary>A word in a text.</summary>
/// <param name="Key">Folded: what is compared.</param>
/// <param name="Written">As it stands there, in lower case.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it has ended.</param>
public readonly record struct SearchWord(string Key, string Written, int From, int To);
