using System.Text;

namespace Ledelsesdag.Benchmarks;

/// <summary>Sentences of a vocabulary as Danish has it: few words often, many seldom, and ever new compounds.</summary>
internal sealed class GeneratedWords
{
    private readonly SeededRandom _random;
    private readonly string[] _words;
    private readonly string[] _small;

    /// <param name="random">What decides.</param>
    /// <param name="count">How many words there are besides the small ones.</param>
    /// <param name="small">The words between the words; null for Danish ones.</param>
    public GeneratedWords(SeededRandom random, int count, string[]? small = null) =>
        (_random, _words, _small) = (random, Distinct(random, count), small ?? SmallWords);

    /// <summary>So many words, the first with a capital, without a full stop.</summary>
    public string Sentence(int length) => Capital(string.Join(' ', Enumerable.Range(0, length).Select(_ => Word())));

    /// <summary>A word that may be anybody's name.</summary>
    public string Name() => Capital(_words[_random.Below(_words.Length)]);

    private string Word()
    {
        var kind = _random.Below(100);
        if (kind < 35)
        {
            return _small[_random.Below(_small.Length)];
        }
        var word = Common();
        return kind < 50 ? word + (word.Length % 2 == 0 ? "s" : "") + Common() : word + Endings[_random.Below(Endings.Length)];
    }

    // Few words often: the rank falls as the square of what is drawn.
    private string Common() => _words[(int)((long)_random.Below(1_000_000) * _random.Below(1_000_000) / 1_000_000 * _words.Length / 1_000_000)];

    private static string[] Distinct(SeededRandom random, int count)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
        {
            var word = new StringBuilder();
            for (var i = 1 + random.Below(3); i >= 0; i--)
            {
                word.Append(Starts[random.Below(Starts.Length)]).Append(Vowels[random.Below(Vowels.Length)]).Append(Ends[random.Below(Ends.Length)]);
            }
            words.Add(word.ToString());
        }
        return [.. words];
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static readonly string[] SmallWords = ["og", "i", "at", "er", "det", "en", "til", "på", "som", "med", "for", "af", "den", "de", "vi", "ikke", "der", "kan", "har", "et"];
    private static readonly string[] Endings = ["", "", "", "en", "er", "et", "e", "ne", "s", "erne"];
    private static readonly string[] Starts = ["b", "br", "d", "dr", "f", "fl", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "sk", "st", "t", "v"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "y", "æ", "ø", "å"];
    private static readonly string[] Ends = ["", "", "l", "n", "r", "s", "t", "g", "nd", "lt", "rk"];
}
