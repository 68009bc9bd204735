using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ledelsesdag.Content.Validation;

/// <summary>
/// Tells a sentence that was left in another language by the small words every sentence has. Says so only when it is plain:
/// none of the words of the language it should be in, and at least two of another's.
/// </summary>
internal static class SmallWords
{
    /// <summary>How many words make a sentence; names and terms are often the same in two languages.</summary>
    public const int OfASentence = 6;

    private const int Enough = 2;

    // Words that no other of these languages has. Whoever adds a language looks through the others' lines.
    private static readonly FrozenDictionary<string, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> ByLanguage = new Dictionary<string, string>
    {
        ["da"] = "af deres det du eller er fra har hvad hvor hvordan hvis ikke jeg kan med mellem når og også på sig skal som til vi vil være",
        ["en"] = "and are from how in its not of on or our that the their them they this was we what when which who with you your",
    }.ToFrozenDictionary(words => words.Key, words => words.Value.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>The language that the words are plainly in, of <paramref name="languages"/>, where that is not <paramref name="language"/>; else null.</summary>
    public static Language? OtherThan(Language language, ImmutableArray<Language> languages, ImmutableArray<Inline> words)
    {
        if (!ByLanguage.TryGetValue(language.Tag, out var own))
        {
            return null;
        }
        var plain = Inline.PlainText(WithoutForeignPassages(words));
        if (Count(plain, own, out var all) > 0 || all < OfASentence)
        {
            return null;
        }
        foreach (var other in languages)
        {
            if (other != language && ByLanguage.TryGetValue(other.Tag, out var others) && Count(plain, others, out _) >= Enough)
            {
                return other;
            }
        }
        return null;
    }

    private static int Count(string text, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> small, out int all)
    {
        (var found, all) = (0, 0);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                all++;
                found += small.Contains(text.AsSpan(start, i - start)) ? 1 : 0;
                start = -1;
            }
        }
        return found;
    }

    private static ImmutableArray<Inline> WithoutForeignPassages(ImmutableArray<Inline> words) =>
        Inline.Descend(words).Any(inline => inline is ForeignPassage)
            ? [.. words.Where(inline => inline is not ForeignPassage).SelectMany(inline => inline.Children.IsEmpty ? [inline] : WithoutForeignPassages(inline.Children))]
            : words;
}
