namespace Ledelsesdag.Site.Search;

/// <summary>The words of passages in the order of how they are written, and where each stands. In few arrays: they are as many as a site has words.</summary>
internal sealed class Postings
{
    // A weight is kept in four bits: 0.25 · 1.28 to the power of what stands there. The browser computes it back.
    private const double LeastWeight = 0.25, WeightStep = 1.28;
    private const int Steps = 16;

    private readonly int[] _starts;
    private readonly int[] _entries;

    public Postings(ReadPassages read, double[] boosts)
    {
        var passagesWith = new int[read.Words.Count];
        foreach (var passage in read.All)
        {
            for (var i = 0; i < passage.Words.Length; i = passage.NextWord(i))
            {
                passagesWith[passage.Words[i].Word]++;
            }
        }
        // Which number a word has is chance; sorted, what comes out is not.
        string[] written = [.. read.Words.Select(word => word.Written)];
        var said = new List<WordPlace>(written.Length);
        said.AddRange(read.Words.Where(word => passagesWith[word.Number] > 0).Select(word => new WordPlace(written, word.Number, 0)));
        Words = Array.ConvertAll(WordPlace.Sorted([said], written), place => read.Words[place.Word]);
        _starts = new int[Words.Length + 1];
        var next = new int[written.Length];
        for (var at = 0; at < Words.Length; at++)
        {
            next[Words[at].Number] = _starts[at];
            _starts[at + 1] = _starts[at] + passagesWith[Words[at].Number];
        }
        _entries = new int[_starts[^1]];
        Fill(read.All, boosts, next);
    }

    /// <summary>The words.</summary>
    public FoldedWord[] Words { get; }

    /// <summary>Where a word stands. Each entry: how far the passage is from the one before, and the weight there.</summary>
    /// <param name="at">Which of <see cref="Words"/>.</param>
    public ReadOnlySpan<int> Of(int at) => _entries.AsSpan(_starts[at].._starts[at + 1]);

    private void Fill(IReadOnlyList<ReadPassage> passages, double[] boosts, int[] next)
    {
        var means = boosts.Select((_, f) => passages.Select(passage => passage.Sizes[f]).Where(size => size > 0).DefaultIfEmpty(1).Average()).ToArray();
        var last = new int[next.Length];
        for (var id = 0; id < passages.Count; id++)
        {
            var passage = passages[id];
            for (int from = 0, to; from < passage.Words.Length; from = to)
            {
                to = passage.NextWord(from);
                var word = passage.Words[from].Word;
                _entries[next[word]++] = (id - last[word]) * Steps + Step(Weight(passage, from, to, boosts, means));
                last[word] = id;
            }
        }
    }

    private static double Weight(ReadPassage passage, int from, int to, double[] boosts, double[] means)
    {
        var weight = 0.0;
        for (var i = from; i < to; i++)
        {
            var (_, field, times) = passage.Words[i];
            var relative = passage.Sizes[field] / means[field];
            var norm = field == 3 ? 0.75 + 0.25 * relative : 0.35 + 0.65 * relative;
            weight += boosts[field] * times * 2 / (times + norm);
        }
        return weight;
    }

    private static int Step(double weight) =>
        Math.Min((int)Math.Round(Math.Log(Math.Max(weight, LeastWeight) / LeastWeight) / Math.Log(WeightStep)), Steps - 1);
}
