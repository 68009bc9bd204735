using System.Collections.Immutable;

namespace Ledelsesdag.Site.Search;

/// <summary>
/// The words of a large site in files by their first letters. A word stands where it begins and, if it is a compound,
/// also where each of its parts begins, so that one file answers for exact, inflected, longer and compound words alike.
/// </summary>
internal sealed class SearchShards
{
    /// <summary>How many passages' texts one file holds: a result needs one file, and neighbours often come together.</summary>
    public const int PassagesPerFile = 8;

    // About 12 kB compressed: a query of two or three words stays far below what it may load.
    private const int FileSize = 36_000;

    // A weight is kept in four bits: 0.25 · 1.28 to the power of what stands there. The browser computes it back.
    private const double LeastWeight = 0.25, WeightStep = 1.28;
    private const int Steps = 16;

    private SearchShards(ImmutableArray<string> cuts, ImmutableArray<byte[]> words, byte[] stopWords) =>
        (Cuts, Words, StopWords) = (cuts, words, stopWords);

    /// <summary>The first letters of each file of words: what sorts at or after one and before the next is in its file.</summary>
    public ImmutableArray<string> Cuts { get; }

    public ImmutableArray<byte[]> Words { get; }

    public byte[] StopWords { get; }

    public static SearchShards Of(IReadOnlyList<SearchPassage> passages, SearchLanguage language, double[] boosts, FoldedWords words)
    {
        var terms = Terms(passages, boosts, words);
        var stops = Split(language.Stop).Select(SearchFolding.Fold).ToHashSet(StringComparer.Ordinal);
        var keys = terms.Select(t => t.Key).Where(k => k.Length > 2 && !stops.Contains(k)).ToHashSet(StringComparer.Ordinal);
        var links = Split(language.Links);

        var places = terms.Where(t => !stops.Contains(t.Key))
            .SelectMany(term => Parts(term.Key, keys, links).Prepend(term.Key).Select(at => (At: at, Term: term)))
            .OrderBy(p => p.At, StringComparer.Ordinal).ThenBy(p => p.Term.Written, StringComparer.Ordinal);

        var cuts = ImmutableArray.CreateBuilder<string>();
        var files = ImmutableArray.CreateBuilder<byte[]>();
        var current = new SortedDictionary<string, Term>(StringComparer.Ordinal);
        var size = 0;
        string first = "", last = "";
        foreach (var (at, term) in places)
        {
            // Words that are folded alike stay together.
            if (size > FileSize && at != last)
            {
                Close();
                first = at;
            }
            if (current.TryAdd(term.Written, term))
            {
                size += term.Size;
            }
            last = at;
        }
        Close();
        return new(cuts.ToImmutable(), files.ToImmutable(), Write(terms.Where(t => stops.Contains(t.Key))));

        void Close()
        {
            cuts.Add(first);
            files.Add(Write(current.Values));
            current.Clear();
            size = 0;
        }
    }

    private static List<Term> Terms(IReadOnlyList<SearchPassage> passages, double[] boosts, FoldedWords words)
    {
        var terms = new Dictionary<string, Term>(StringComparer.Ordinal);
        var counted = passages.Select(p => new[] { p.Title, p.Heading, p.Speaker, p.Text }.Select(text => Count(text, words, terms)).ToArray()).ToList();
        var means = boosts.Select((_, f) => counted.Select(fields => fields[f].Size).Where(size => size > 0).DefaultIfEmpty(1).Average()).ToArray();
        var weights = new Dictionary<Term, double>();
        for (var id = 0; id < counted.Count; id++)
        {
            weights.Clear();
            for (var f = 0; f < boosts.Length; f++)
            {
                var relative = counted[id][f].Size / means[f];
                var norm = f == 3 ? 0.75 + 0.25 * relative : 0.35 + 0.65 * relative;
                foreach (var (term, times) in counted[id][f].Times)
                {
                    weights[term] = weights.GetValueOrDefault(term) + boosts[f] * times * 2 / (times + norm);
                }
            }
            foreach (var (term, weight) in weights)
            {
                term.Add(id, weight);
            }
        }
        return [.. terms.Values.OrderBy(t => t.Written, StringComparer.Ordinal)];
    }

    private static (KeyValuePair<Term, int>[] Times, int Size) Count(string text, FoldedWords folded, Dictionary<string, Term> terms)
    {
        var times = new Dictionary<Term, int>();
        var words = folded.Of(text).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var term = TermOf(words[i].Written);
            times[term] = times.GetValueOrDefault(term) + 1;
            // Words with a hyphen between them count together as well.
            if (i + 1 < words.Count && words[i + 1].From == words[i].To + 1 && text[words[i].To] is '-' or '‐' or '‑')
            {
                times[TermOf(words[i].Written + words[i + 1].Written)] = 1;
            }
        }
        return ([.. times], words.Count);

        Term TermOf(string written)
        {
            if (!terms.TryGetValue(written, out var term))
            {
                terms.Add(written, term = new(written, SearchFolding.Fold(written)));
            }
            return term;
        }
    }

    // A part begins where what is before it, with or without a linking letter, or what is after it is a word of the site.
    private static IEnumerable<string> Parts(string key, HashSet<string> keys, string[] links)
    {
        for (var at = 3; at <= key.Length - 4; at++)
        {
            if (IsJoint(key.AsSpan(0, at), key.AsSpan(at), keys.GetAlternateLookup<ReadOnlySpan<char>>(), links))
            {
                yield return key[at..];
            }
        }
    }

    private static bool IsJoint(ReadOnlySpan<char> head, ReadOnlySpan<char> rest, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> keys, string[] links)
    {
        if (keys.Contains(head))
        {
            return true;
        }
        foreach (var link in links)
        {
            if (head.Length > link.Length + 2 && head.EndsWith(link) && keys.Contains(head[..^link.Length]))
            {
                return true;
            }
        }
        for (var length = 4; length <= rest.Length; length++)
        {
            if (keys.Contains(rest[..length]))
            {
                return true;
            }
        }
        return false;
    }

    private static byte[] Write(IEnumerable<Term> terms) => SearchIndexBuilder.Bytes(json =>
    {
        var ordered = terms.ToList();
        json.WriteStartObject();
        json.WriteStartArray("words");
        foreach (var term in ordered)
        {
            json.WriteStringValue(term.Written);
        }
        json.WriteEndArray();
        json.WriteStartArray("post");
        foreach (var term in ordered)
        {
            json.WriteStartArray();
            foreach (var entry in term.Post)
            {
                json.WriteNumberValue(entry);
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private sealed class Term(string written, string key)
    {
        private int _last;

        public string Written { get; } = written;

        public string Key { get; } = key;

        // Each entry: how far the passage is from the one before, and the weight there.
        public List<int> Post { get; } = [];

        public int Size => Written.Length + 5 + 4 * Post.Count;

        public void Add(int id, double weight)
        {
            var step = (int)Math.Round(Math.Log(Math.Max(weight, LeastWeight) / LeastWeight) / Math.Log(WeightStep));
            Post.Add((id - _last) * Steps + Math.Min(step, Steps - 1));
            _last = id;
        }
    }
}
