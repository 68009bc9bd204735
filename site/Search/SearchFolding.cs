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

    /// <summary>Lower case, without accents, å = aa = a, ø = oe = o, æ = ae = e, doubled letters once.</summary>
    public static string Fold(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var plain = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune.Value is '\'' or '’' || IsMark(rune))
            {
                continue;
            }
            if (rune.IsBmp && Accents.TryGetValue((char)rune.Value, out var letters))
            {
                plain.Append(letters);
                continue;
            }
            plain.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        var folded = Vowels(Vowels(plain, 'a', 'e', "æ", 'e'), 'o', 'e', "øœ", 'o');
        return Singled(folded.Replace("ß", "ss").Replace('ς', 'σ').ToString());
    }

    // Once through, as the browser does it: what has been replaced is not looked at again.
    private static StringBuilder Vowels(StringBuilder word, char first, char second, string letters, char vowel)
    {
        var result = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var pair = word[i] == first && i + 1 < word.Length && word[i + 1] == second;
            result.Append(pair || letters.Contains(word[i], StringComparison.Ordinal) ? vowel : word[i]);
            if (pair)
            {
                i++;
            }
        }
        return result;
    }

    /// <summary>The words of a text as they are written, in lower case.</summary>
    public static IEnumerable<SearchWord> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var position = 0;
        while (position < text.Length)
        {
            var start = position;
            if (!Run(text, ref position, IsWordRune))
            {
                position++;
                continue;
            }
            while (Joined(text, position) is var after && after > position)
            {
                position = after;
            }
            var written = text[start..position];
            if (Fold(written) is { Length: > 0 } key)
            {
                yield return new(key, Lower(written), start, position);
            }
        }
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

    private static string Lower(string word)
    {
        var lower = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            lower.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return lower.ToString();
    }

    private static string Singled(string word)
    {
        var singled = new StringBuilder(word.Length);
        Rune? last = null;
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune != last || !Rune.IsLetter(rune))
            {
                singled.Append(rune.ToString());
            }
            last = rune;
        }
        return singled.ToString();
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
