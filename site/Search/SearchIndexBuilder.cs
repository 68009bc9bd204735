using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Search;

/// <summary>Writes the files that the browser searches: one set per language, the same bytes for the same passages.</summary>
public static class SearchIndexBuilder
{
    /// <summary>
    /// Up to this many characters of text the index is one file with the texts themselves. Compressed they are smaller than
    /// any table of words made of them, and the browser counts their words in a few milliseconds.
    /// </summary>
    public const int WholeUpTo = 150_000;

    // How much a word counts in the title, the heading, the speaker's name and the text.
    private static readonly double[] Boosts = [2.2, 2.2, 2, 1];

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>Builds one language's index.</summary>
    /// <param name="path">Where its first file goes, <c>search/da.json</c>; parts of a large one stand in a folder beside it.</param>
    /// <param name="language">The language's tag.</param>
    /// <param name="passages">What can be found, in the site's order: of equally good passages the first comes first.</param>
    /// <param name="vocabulary">Words of the content that mean the same.</param>
    /// <param name="wholeUpTo">See <see cref="WholeUpTo"/>.</param>
    /// <returns>The files; the first is the one a page names.</returns>
    /// <exception cref="ArgumentException">Two passages have the same id.</exception>
    public static ImmutableArray<OutputFile> Build(
        string path, string language, IReadOnlyList<SearchPassage> passages, SearchVocabulary vocabulary, int wholeUpTo = WholeUpTo)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Build(path, ReadPassages.Of(language, passages, vocabulary), wholeUpTo);
    }

    /// <summary>Builds an index of passages that have been read, for this index or for others too.</summary>
    /// <param name="path">Where its first file goes; parts of a large one stand in a folder beside it.</param>
    /// <param name="read">What can be found.</param>
    /// <param name="wholeUpTo">See <see cref="WholeUpTo"/>.</param>
    /// <returns>The files; the first is the one a page names.</returns>
    public static ImmutableArray<OutputFile> Build(string path, ReadPassages read, int wholeUpTo = WholeUpTo)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(read);
        var occurs = read.RelatedThatOccur();
        var near = Near(read.Related, occurs);
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        var beside = path[..(path.LastIndexOf('/') + 1)];
        // Named after their content, as all parts are: a browser that kept yesterday's first file never mixes it with them.
        var nearName = near is null ? null : $"{name}.near.{Hash([near])}.json";
        ImmutableArray<OutputFile> nearFile = near is null ? [] : [new(beside + nearName, near)];
        SearchPassage[] passages = [.. read.All.Select(passage => passage.Passage)];
        var size = passages.Sum(p => (long)p.Title.Length + p.Heading.Length + p.Speaker.Length + p.Text.Length);
        if (size <= wholeUpTo)
        {
            return [new(path, Manifest(read, passages, occurs, nearName, json => WritePassages(json, "passages", passages))), .. nearFile];
        }

        var shards = SearchShards.Of(read, Boosts);
        // Texts are made to be named, and again to be written: all of them together would be the largest thing in memory.
        SearchPassage[][] texts = [.. passages.Chunk(SearchShards.PassagesPerFile)];
        var digests = AllProcessors.Select([.. texts], text => SHA256.HashData(Texts(text)));
        var folder = $"{name}.{Hash([.. shards.Words, shards.StopWords, .. digests])}/";
        var manifest = Manifest(read, passages, occurs, nearName, json =>
        {
            json.WriteString("parts", folder);
            json.WriteNumber("perFile", SearchShards.PassagesPerFile);
            json.WriteStartArray("cuts");
            foreach (var cut in shards.Cuts)
            {
                json.WriteStringValue(cut);
            }
            json.WriteEndArray();
        });
        return
        [
            new(path, manifest), .. nearFile,
            .. shards.Words.Select((words, i) => new OutputFile($"{beside}{folder}w{i}.json", words)),
            new($"{beside}{folder}stop.json", shards.StopWords),
            .. texts.Select((text, i) => OutputFile.MadeWhenAsked($"{beside}{folder}p{i}.json", () => Texts(text))),
        ];
    }

    private static byte[] Texts(SearchPassage[] passages) => Bytes(json =>
    {
        json.WriteStartObject();
        WritePassages(json, "passages", passages);
        json.WriteEndObject();
    });

    private static byte[] Manifest(
        ReadPassages read, SearchPassage[] passages, bool[] occurs, string? near, Action<Utf8JsonWriter> writeRest) =>
        Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("size", passages.Length);
            json.WriteStartArray("boosts");
            foreach (var boost in Boosts)
            {
                json.WriteNumberValue(boost);
            }
            json.WriteEndArray();
            WriteKinds(json, passages);
            foreach (var (name, words) in new[]
            {
                ("stop", read.Language.Stop), ("endings", read.Language.Endings), ("derived", read.Language.Derived),
                ("links", read.Language.Links), ("syncope", read.Language.Syncope),
            })
            {
                if (words.Length > 0)
                {
                    json.WriteString(name, words);
                }
            }
            WriteGroups(json, "same", Telling(read.Related.Vocabulary, occurs).Distinct(StringComparer.Ordinal));
            if (near is not null)
            {
                json.WriteString("near", near);
            }
            writeRest(json);
            json.WriteEndObject();
        });

    // The language's irregular forms and synonyms, a file of their own: a reader's first results do not wait for them.
    private static byte[]? Near(RelatedWords related, bool[] occurs)
    {
        var forms = Telling(related.Forms, occurs).ToList();
        var same = Telling(related.Same, occurs).ToList();
        return forms.Count + same.Count == 0 ? null : Bytes(json =>
        {
            json.WriteStartObject();
            WriteGroups(json, "forms", forms);
            WriteGroups(json, "same", same);
            json.WriteEndObject();
        });
    }

    private static IEnumerable<string> Telling(IEnumerable<RelatedGroup> groups, bool[] occurs) =>
        groups.Where(group => group.Tells(occurs)).Select(group => group.Written);

    // Passages of one kind mostly stand together: runs of kinds are shorter than a list of them.
    private static void WriteKinds(Utf8JsonWriter json, SearchPassage[] passages)
    {
        json.WriteStartArray("kinds");
        for (var start = 0; start < passages.Length;)
        {
            var end = start;
            while (end < passages.Length && passages[end].Kind == passages[start].Kind)
            {
                end++;
            }
            json.WriteStartArray();
            json.WriteStringValue(Name(passages[start].Kind));
            json.WriteNumberValue(end - start);
            json.WriteEndArray();
            start = end;
        }
        json.WriteEndArray();
    }

    private static void WriteGroups(Utf8JsonWriter json, string name, IEnumerable<string> groups)
    {
        var written = groups.ToList();
        if (written.Count == 0)
        {
            return;
        }
        json.WriteStartArray(name);
        written.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    // Column by column, and no column that is empty all the way: like stands beside like, which compresses best.
    private static void WritePassages(Utf8JsonWriter json, string name, SearchPassage[] passages)
    {
        json.WriteStartObject(name);
        Column("url", p => p.Url);
        if (passages.Any(p => p.Id != p.Url))
        {
            Column("id", p => p.Id);
        }
        Column("title", p => p.Title);
        Column("heading", p => p.Heading);
        Column("speaker", p => p.Speaker);
        Column("text", p => p.Text);
        Column("pair", p => p.Pair);
        json.WriteEndObject();

        void Column(string column, Func<SearchPassage, string> value)
        {
            if (column != "url" && passages.All(p => value(p).Length == 0))
            {
                return;
            }
            json.WriteStartArray(column);
            foreach (var passage in passages)
            {
                json.WriteStringValue(value(passage));
            }
            json.WriteEndArray();
        }
    }

    internal static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        // Kept by each thread: an index is many files, and a buffer that grows anew for each costs several times their size.
        var buffer = _buffer ??= new();
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            write(json);
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static string Name(PassageKind kind) => kind switch
    {
        PassageKind.Page => "page",
        PassageKind.Topic => "topic",
        PassageKind.Quote => "quote",
        PassageKind.Question => "question",
        PassageKind.Codex => "codex",
        PassageKind.Session => "session",
        PassageKind.Term => "term",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of passage."),
    };

    private static string Hash(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset(), 0, 5);
    }
}
