using System.Runtime.InteropServices;

namespace Ledelsesdag.Site.Search;

/// <summary>Reads and counts the words of passages, one passage after the other.</summary>
internal sealed class PassageReader(FoldedWords words)
{
    // Title, heading, speaker and text, in the order of their weights.
    private const int Fields = 4;

    // By word and field in one number; what is counted and found, kept because making it anew for each passage takes longer than filling it.
    private readonly Dictionary<int, int> _times = [];
    private readonly HashSet<int> _related = [];

    public ReadPassage Read(SearchPassage passage)
    {
        _times.Clear();
        _related.Clear();
        int[] sizes = [Count(passage.Title, 0), Count(passage.Heading, 1), Count(passage.Speaker, 2), Count(passage.Text, 3)];
        int[] places = [.. _times.Keys];
        int[] times = [.. _times.Values];
        Array.Sort(places, times);
        var counted = new WordCount[places.Length];
        for (var i = 0; i < counted.Length; i++)
        {
            counted[i] = new(places[i] / Fields, places[i] % Fields, times[i]);
        }
        return new(passage, counted, sizes, [.. _related]);
    }

    // How many words the field has.
    private int Count(string text, int field)
    {
        var size = 0;
        var position = 0;
        var (before, end) = (default(FoldedWord), 0);
        while (SearchFolding.NextWord(text, ref position) is { } from)
        {
            var word = words.Of(text.AsSpan(from, position - from));
            if (!word.IsWord)
            {
                continue;
            }
            // Words with a hyphen between them count together as well.
            if (before is not null && from == end + 1 && text[end] is '-' or '‐' or '‑')
            {
                Times(words.Of(before.Written + word.Written), field) = 1;
            }
            Times(word, field)++;
            foreach (var related in word.Related)
            {
                _related.Add(related);
            }
            (before, end) = (word, position);
            size++;
        }
        return size;
    }

    private ref int Times(FoldedWord word, int field) =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(_times, word.Number * Fields + field, out _);
}
