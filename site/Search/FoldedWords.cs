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

    /// <summary>As <see cref="SearchFolding.Words"/>.</summary>
    public IEnumerable<SearchWord> Of(string text)
    {
        var position = 0;
        while (SearchFolding.NextWord(text, ref position) is { } from)
        {
            if (!_bySpan.TryGetValue(text.AsSpan(from, position - from), out var word))
            {
                var written = text[from..position];
                _known.Add(written, word = SearchFolding.Folded(written));
            }
            if (word.Key.Length > 0)
            {
                yield return new(word.Key, word.Written, from, position);
            }
        }
    }
}
