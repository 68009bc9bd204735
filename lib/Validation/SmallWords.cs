using System.Collections.Immutable;

namespace Ledelsesdag.Content.Validation;

/// <summary>
/// Tells a sentence that was left in another language by the small words every sentence has. Says so only when it is plain:
/// none of the words of the language it should be in, and at least two of another's.
/// </summary>
internal static class SmallWords
{
    // Names and terms are often the same in two languages.
    private const int WordsOfASentence = 6;
    private const int Enough = 2;

    // Words that no other of these languages has. Whoever adds a language looks through the others' lines.
    private static readonly Dictionary<string, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> ByLanguage = new()
    {
        ["da"] = Words("af deres det du eller er fra har hvad hvor hvordan hvis ikke jeg kan med mellem når og også på sig skal som til vi vil være"),
        ["en"] = Words("and are from how in its not of on or our that the their them they this was we what when which who with you your"),
    };

    private static readonly int Longest = ByLanguage.Values.SelectMany(words => words.Set).Max(word => word.Length);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether there are so many words that it is one.</summary>
    public static bool IsSentence(ReadOnlySpan<char> words) => words.Count(' ') >= WordsOfASentence - 1;

    /// <summary>The language that the words are plainly in, of <paramref name="languages"/>, where that is not <paramref name="language"/>; else null.</summary>
    public static Language? OtherThan(Language language, ImmutableArray<Language> languages, ImmutableArray<Inline> words, ReadOnlySpan<char> plain)
    {
        plain = HasForeignPassage(words) ? Inline.PlainText(WithoutForeignPassages(words)) : plain;
        if (!IsSentence(plain) || !ByLanguage.TryGetValue(language.Tag, out var own) || Count(plain, own, 1) > 0)
        {
            return null;
        }
        foreach (var other in languages)
        {
            if (other != language && ByLanguage.TryGetValue(other.Tag, out var others) && Count(plain, others, Enough) == Enough)
            {
                return other;
            }
        }
        return null;
    }

    /// <summary>How many of the words are small ones, at most <paramref name="enough"/>: nearly every sentence begins with such a word of its own language.</summary>
    /// <param name="text">The words.</param>
    /// <param name="small">A language's small words.</param>
    /// <param name="enough">Where to stop.</param>
    private static int Count(ReadOnlySpan<char> text, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> small, int enough)
    {
        var (found, start) = (0, -1);
        for (var i = 0; i <= text.Length && found < enough; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                found += i - start <= Longest && small.Contains(text[start..i]) ? 1 : 0;
                start = -1;
            }
        }
        return found;
    }

    private static ImmutableArray<Inline> WithoutForeignPassages(ImmutableArray<Inline> words) =>
        [.. words.Where(inline => inline is not ForeignPassage).SelectMany(inline => inline.Children.IsEmpty ? [inline] : WithoutForeignPassages(inline.Children))];

    private static bool HasForeignPassage(ImmutableArray<Inline> words)
    {
        foreach (var inline in words)
        {
            if (inline is ForeignPassage || HasForeignPassage(inline.Children))
            {
                return true;
            }
        }
        return false;
    }
}
