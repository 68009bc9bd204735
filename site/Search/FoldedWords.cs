namespace Ledelsesdag.Site.Search;

/// <summary>The words of many texts: what comes again and again is folded once. Not for use by several threads at a time.</summary>
internal sealed class FoldedWords
{
    private readonly Dictionary<string, (string Key, string Written)> _known;
    private readonly Dictionary<string, (string Key, string Written)>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public FoldedWords()
    {
        _known = new(StringComparer.Ordinal);
        _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words of all texts so far, folded; some of them more than once.</summary>
    public IEnumerable<string> Keys => _known.Values.Select(word => word.Key).Where(key => key.Length > 0);

    /// <summary>As <see cref="SearchFolding.Words"/>.</summary>
    public IEnumerable<SearchWord> Of(string text)
    {
        var position = 0;
        while (SearchFolding.NextWord(text, ref position) is { } from)
        {
            if (Folded(text.AsSpan(from, position - from)) is { Key.Length: > 0 } word)
            {
                yield return new(word.Key, word.Written, from, position);
            }
        }
    }

    /// <summary>Takes the words of a text down in <see cref="Keys"/>.</summary>
    public void Learn(string text)
    {
        var position = 0;
        while (SearchFolding.NextWord(text, ref position) is { } from)
        {
            Folded(text.AsSpan(from, position - from));
        }
    }

    private (string Key, string Written) Folded(ReadOnlySpan<char> word)
    {
        if (!_bySpan.TryGetValue(word, out var folded))
        {
            var written = word.ToString();
            _known.Add(written, folded = SearchFolding.Folded(written));
        }
        return folded;
    }
}
