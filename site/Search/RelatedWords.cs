using System.Collections.Immutable;

namespace Ledelsesdag.Site.Search;

/// <summary>
/// Words that lead to one another, the language's and the site's own. What leads to no word of the passages need not be in an
/// index; so each word of theirs is asked once which of these it is a form of, and an index only adds up.
/// </summary>
internal sealed class RelatedWords
{
    // From so many letters a word may be a part of a compound and still tell what the compound is about.
    private const int PartOfCompound = 5;

    private const int ShortestStem = 3;

    private readonly Dictionary<string, List<int>> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _byStem;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _beginnings;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _ends;
    private readonly SearchLanguage _language;
    private readonly string[] _endings;

    public RelatedWords(SearchLanguage language, SearchVocabulary vocabulary)
    {
        _language = language;
        _endings = ["", .. language.Endings.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Forms = [.. language.Forms.Select(group => Group(group, group.Split(' '))).Where(IsPlural)];
        Same = [.. language.Same.Concat(language.Synonyms).Select(group => Group(group, group.Split('|'))).Where(IsPlural)];
        Vocabulary =
        [
            .. vocabulary.Groups
                .Select(group => group.Select(word => word.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).ToArray())
                .Select(group => Group(string.Join('|', group), group)).Where(IsPlural),
        ];
        _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var parts = _numbers.Keys.Where(key => key.Length >= PartOfCompound).ToList();
        _beginnings = parts.Select(key => key[..PartOfCompound]).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _ends = parts.Select(key => key[^PartOfCompound..]).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var stems = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (key, number) in _numbers)
        {
            foreach (var ending in _endings)
            {
                if (HasStem(key, ending))
                {
                    var stem = key[..^ending.Length];
                    (stems.TryGetValue(stem, out var same) ? same : stems[stem] = []).AddRange(number);
                }
            }
        }
        _byStem = stems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many words there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The language's irregular words, as it writes them.</summary>
    public ImmutableArray<RelatedGroup> Forms { get; }

    /// <summary>The language's words for the same.</summary>
    public ImmutableArray<RelatedGroup> Same { get; }

    /// <summary>The site's own words for the same.</summary>
    public ImmutableArray<RelatedGroup> Vocabulary { get; }

    /// <summary>Which of the words a word of the passages stands for: it is a form of them, or a compound with them.</summary>
    public int[] AnsweredBy(string key)
    {
        List<int>? found = null;
        Look(_bySpan, key);
        // Most words neither begin nor end as one of these: so much tells at once.
        if (key.Length > PartOfCompound && _beginnings.Contains(key.AsSpan(0, PartOfCompound)))
        {
            for (var length = PartOfCompound; length < key.Length; length++)
            {
                Look(_bySpan, key.AsSpan(0, length));
            }
        }
        if (key.Length > PartOfCompound && _ends.Contains(key.AsSpan(key.Length - PartOfCompound)))
        {
            for (var length = PartOfCompound; length < key.Length; length++)
            {
                Look(_bySpan, key.AsSpan(key.Length - length));
            }
        }
        foreach (var form in _language.FoldedForms[key])
        {
            Look(_bySpan, form);
        }
        foreach (var ending in _endings)
        {
            if (HasStem(key, ending))
            {
                Look(_byStem, key.AsSpan(0, key.Length - ending.Length));
            }
        }
        return found is null ? [] : [.. found.Distinct()];

        void Look(Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> among, ReadOnlySpan<char> word)
        {
            if (among.TryGetValue(word, out var numbers))
            {
                (found ??= []).AddRange(numbers);
            }
        }
    }

    private static bool HasStem(string key, string ending) =>
        key.Length - ending.Length >= ShortestStem && key.EndsWith(ending, StringComparison.Ordinal);

    // One alone leads nowhere.
    private static bool IsPlural(RelatedGroup group) => group.Phrases.Length > 1;

    private RelatedGroup Group(string written, string[] phrases) =>
        new(written, [.. phrases.Select(phrase => SearchFolding.Words(phrase).Select(word => Number(word.Key)).ToArray())]);

    private int Number(string key)
    {
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers.Add(key, number = [_numbers.Count]);
        }
        return number[0];
    }
}

/// <summary>Words or phrases that lead to one another.</summary>
/// <param name="Written">All of them as an index has them.</param>
/// <param name="Phrases">The words of each by their numbers among the <see cref="RelatedWords"/>.</param>
internal sealed record RelatedGroup(string Written, ImmutableArray<int[]> Phrases)
{
    /// <summary>Whether it leads from one phrase to another that occurs: all its words do, each in some form.</summary>
    /// <param name="occurs">Of each of the related words, whether it occurs.</param>
    public bool Tells(bool[] occurs) => Phrases.Any(phrase => phrase.All(word => occurs[word]));
}
