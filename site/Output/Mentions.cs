using System.Collections.Concurrent;

namespace Ledelsesdag.Site.Output;

/// <summary>
/// What is written again and again all over a site, each text once: a menu's addresses stand on every page, and where all of
/// them stand would be the largest thing that is known of a large site. Safe for several threads at a time.
/// </summary>
internal sealed class Mentions
{
    private readonly ConcurrentDictionary<string, Mention> _byText = new(StringComparer.Ordinal);

    /// <summary>Each text, in no particular order.</summary>
    public IEnumerable<Mention> All => _byText.Values;

    /// <summary>Notes that a text stands somewhere.</summary>
    /// <param name="text">The text, of which a string is made only when it is new.</param>
    /// <param name="path">The file it stands in.</param>
    /// <param name="line">The line. Those of one file come in their order.</param>
    public void Add(ReadOnlySpan<char> text, string path, int line)
    {
        if (!_byText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var mention))
        {
            var added = text.ToString();
            mention = _byText.GetOrAdd(added, new Mention(added));
        }
        mention.StandsIn(path, line);
    }
}

/// <summary>A text and where it stands: the first place by path and line, and how many there are.</summary>
internal sealed class Mention(string text)
{
    private readonly Lock _counting = new();

    public string Text { get; } = text;

    public string Path { get; private set; } = "";

    public int Line { get; private set; }

    public int Times { get; private set; }

    public void StandsIn(string path, int line)
    {
        lock (_counting)
        {
            if (Times++ == 0 || string.CompareOrdinal(path, Path) < 0)
            {
                (Path, Line) = (path, line);
            }
        }
    }
}
