using System.Collections.Immutable;
using System.Runtime.InteropServices;

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

    // Words whose parts are looked for in one go: enough to be worth starting, few enough that every processor has some.
    private const int DividedTogether = 1_024;

    // About in how many places a word stands, the first of them its beginning.
    private const int PlacesOfAWord = 3;

    private SearchShards(ImmutableArray<string> cuts, ImmutableArray<byte[]> words, byte[] stopWords) =>
        (Cuts, Words, StopWords) = (cuts, words, stopWords);

    /// <summary>The first letters of each file of words: what sorts at or after one and before the next is in its file.</summary>
    public ImmutableArray<string> Cuts { get; }

    public ImmutableArray<byte[]> Words { get; }

    public byte[] StopWords { get; }

    public static SearchShards Of(ReadPassages read, double[] boosts)
    {
        var postings = new Postings(read, boosts);
        var stops = Split(read.Language.Stop).Select(SearchFolding.Fold).ToHashSet(StringComparer.Ordinal);
        var isStop = Array.ConvertAll(postings.Words, word => stops.Contains(word.Key));
        int[] stop = [.. Enumerable.Range(0, isStop.Length).Where(word => isStop[word])];
        int[] said = [.. Enumerable.Range(0, isStop.Length).Where(word => !isStop[word])];
        var files = Divide(postings, said, Split(read.Language.Links));
        var words = new byte[files.Count][];
        Parallel.For(0, files.Count, file => words[file] = Write(postings, [.. files[file].Words.Order()]));
        return new([.. files.Select(file => file.First)], ImmutableCollectionsMarshal.AsImmutableArray(words), Write(postings, stop));
    }

    private static List<(string First, List<int> Words)> Divide(Postings postings, int[] said, string[] links)
    {
        var keys = Array.ConvertAll(said, word => postings.Words[word].Key);
        var sizes = Array.ConvertAll(said, word => postings.Words[word].Written.Length + 5 + 4 * postings.Of(word).Length);
        var files = new List<(string First, List<int> Words)> { ("", []) };
        var fileOf = new int[said.Length];
        var size = 0;
        var last = default(WordPlace);
        foreach (var place in WordPlace.Sorted(Places(keys, links), keys))
        {
            // Words that are folded alike stay together.
            if (size > FileSize && !place.Letters(keys).SequenceEqual(last.Letters(keys)))
            {
                files.Add((place.Letters(keys).ToString(), []));
                size = 0;
            }
            if (fileOf[place.Word] != files.Count)
            {
                fileOf[place.Word] = files.Count;
                files[^1].Words.Add(said[place.Word]);
                size += sizes[place.Word];
            }
            last = place;
        }
        return files;
    }

    // Where each word stands: where it begins and, if it is a compound, where each of its parts does.
    private static List<WordPlace>[] Places(string[] keys, string[] links)
    {
        var compounds = new CompoundParts(Array.FindAll(keys, key => key.Length > 2), links);
        var places = new List<WordPlace>[(keys.Length / DividedTogether) + 1];
        Parallel.For(0, places.Length, part =>
        {
            var found = new List<WordPlace>(PlacesOfAWord * DividedTogether);
            var begin = new List<int>();
            for (var word = part * DividedTogether; word < Math.Min((part + 1) * DividedTogether, keys.Length); word++)
            {
                begin.Clear();
                compounds.AddTo(begin, keys[word]);
                found.Add(new(keys, word, 0));
                foreach (var at in begin)
                {
                    found.Add(new(keys, word, at));
                }
            }
            places[part] = found;
        });
        return places;
    }

    private static byte[] Write(Postings postings, int[] words) => SearchIndexBuilder.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("words");
        foreach (var word in words)
        {
            json.WriteStringValue(postings.Words[word].Written);
        }
        json.WriteEndArray();
        json.WriteStartArray("post");
        foreach (var word in words)
        {
            json.WriteStartArray();
            foreach (var entry in postings.Of(word))
            {
                json.WriteNumberValue(entry);
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
