using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Ledelsesdag.Content.Tests.Loading;

namespace Ledelsesdag.Content.Tests.Fuzzing;

/// <summary>
/// A hundred thousand documents that nobody wrote: the real content and the base day in small parts, with bytes and values
/// changed, doubled, swapped, cut, and made hostile. For longer, set <c>CsCheck_Time</c> (seconds) or <c>CsCheck_Iter</c>.
/// </summary>
[Trait("Kind", "chance")]
public sealed class RandomDocumentTests
{
    /// <summary>What reading may cost: 2 MB, and for each byte of the document 400 more. Some 40 is what faultless content takes.</summary>
    private const int FixedBytes = 2_000_000;
    private const int BytesForEach = 400;

    private const int Documents = 100_000;

    private static readonly Seed[] Seeds = [.. Parts("input", 24), .. Parts("tests/Ledelsesdag.Content.Tests/Cases/base", 8)];

    private static readonly Gen<byte[]> Piece = Gen.Frequency(
        (1, Gen.Byte.Array[1, 4]),
        (6, Pick.From(
            "\"", "{", "}", "[", "]", ",", ":", "\\", "\n", "\r\n", "\t", " ", "\0", "null", "true", "-1", "0", "1e999", "2147483648", "1.5", "\"\"", "\" \"", "{}", "[]", "[null]",
            "\\ud800", "\\udc00", "\\u0000", "\\u202e", "\\n", "\\r\\n", "\\r", "\\\\", "\\\"", "\uFEFF", "\u202e", "\u200b", "\u2028", "\uE000", "æ", "A\u030a", "🍎", "“", "»", "\u00a0",
            "<b>", "</script>", "<!--", "&#106;", "&lt;", "](", "![](", "[x](javascript:alert)", "[x](https://a.example)", "[x](lang:en)", "[x](term:x)", "![](quote:x)", "[x]: y\\n", "*", "**", "_", "`", "\\n\\n", "\\n- ",
            "\\n## ", "\\n### ", "\\n> ", "\\n    ", "\"da\"", "\"en\"", "\"id\"", "\"../x\"", "\"con\"", "\"24:00\"", "\"2019-02-30\"", "\"javascript:x\"", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")
            .Select(Encoding.UTF8.GetBytes)));

    private static readonly Gen<Hit> Hits = Gen.Select(Gen.Int[0, 9], Gen.Double[0, 1], Gen.Double[0, 1], Piece).Select((kind, at, other, piece) => new Hit(kind, at, other, piece));

    [Fact]
    public async Task Any_document_is_read_or_refused_with_a_reason_that_stands_in_it_within_the_stated_memory()
    {
        var iterations = Environment.GetEnvironmentVariable("CsCheck_Iter") is null ? Documents : Check.Iter;
        await Task.Run(() => Gen.Select(Gen.Int[0, Seeds.Length - 1], Hits.Array[0, 4]).Select((seed, hits) => Seeds[seed].After(hits))
            .Sample(Holds, iter: iterations, print: json => Encoding.UTF8.GetString(json)))
            .WaitAsync(TimeSpan.FromHours(24));
    }

    private static void Holds(byte[] json)
    {
        using var stream = new MemoryStream(json);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = NetworkLoader.LoadAsync(stream);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(reading.IsCompleted);
        var loaded = reading.GetAwaiter().GetResult();
        Assert.InRange(taken, 0, FixedBytes + ((long)BytesForEach * json.Length));

        Assert.Equal(loaded.Network is null, loaded.Diagnostics.Any(d => d.Code.Severity == Severity.Error));
        foreach (var fault in loaded.Diagnostics)
        {
            Assert.True(fault.Location.Line == 0 || Exists(json, fault.Location), fault.ToString());
            Assert.False(fault.ToString().AsSpan().ContainsAny(Forbidden), fault.Code.Id);
        }
        if (loaded.Network is { } network)
        {
            var written = Published.Write(network);
            var again = Published.Read(written);
            Assert.Equal(loaded.Diagnostics.Select(d => d.Message).Order(StringComparer.Ordinal), again.Diagnostics.Select(d => d.Message).Order(StringComparer.Ordinal));
            Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Published.Write(again.Network!)));
        }
    }

    // What a terminal or a log would act on.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (char)i), '\u007f', '\u0085', '\u2028', '\u2029', '\u202e', '\ufeff']);

    private static bool Exists(byte[] json, SourceLocation place)
    {
        var rest = json.AsSpan();
        rest = rest.StartsWith(Encoding.UTF8.Preamble) ? rest[3..] : rest;
        for (var line = 1; line < place.Line; line++)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0)
            {
                return false;
            }
            rest = rest[(end + 1)..];
        }
        var length = rest.IndexOf((byte)'\n') is >= 0 and var found ? found : rest.Length;
        return place.Column >= 1 && place.Column <= Encoding.UTF8.GetCharCount(rest[..length]) + 1;
    }

    /// <summary>The published data of a folder, of every list one or two items: as much of the real words as can be read a hundred thousand times.</summary>
    private static IEnumerable<Seed> Parts(string folder, int count)
    {
        var whole = Published.Write(NetworkLoader.Load(Path.Combine(TestFolders.Repository, folder)).Network!);
        for (var part = 0; part < count; part++)
        {
            var document = JsonNode.Parse(whole)!;
            Thin(document["network"]!, new Random(part), isTop: true);
            yield return new(Encoding.UTF8.GetBytes(document.ToJsonString(new JsonSerializerOptions { WriteIndented = part % 4 == 0, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));
        }
        yield return new("{\"version\": 1, \"network\": {}}"u8.ToArray());
    }

    private static void Thin(JsonNode node, Random random, bool isTop = false)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                {
                    // Most of a day's files may be missing altogether.
                    if (!isTop && value is JsonArray { Count: > 0 } list && name is not ("sessions" or "topics" or "hosts" or "slides") && list[0] is JsonObject && random.Next(3) > 0)
                    {
                        list.Clear();
                    }
                    else if (value is JsonObject or JsonArray && !(isTop && name == "languages"))
                    {
                        Thin(value, random);
                    }
                    else if (value is JsonValue && name is "da" or "en" && value!.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length > 200)
                    {
                        fields[name] = value.GetValue<string>()[..200];
                    }
                }
                break;
            case JsonArray items:
                while (items.Count > 1 + random.Next(2))
                {
                    items.RemoveAt(random.Next(items.Count));
                }
                foreach (var item in items)
                {
                    Thin(item!, random);
                }
                break;
        }
    }

    private sealed record Hit(int Kind, double At, double Other, byte[] Piece);

    /// <summary>A document to begin with, and where each of its values stands.</summary>
    private sealed class Seed
    {
        private readonly byte[] _json;
        private readonly List<Range> _values = [];

        public Seed(byte[] json)
        {
            _json = json;
            var reader = new Utf8JsonReader(json);
            var open = new Stack<int>();
            while (reader.Read())
            {
                var (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push(start);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        _values.Add(open.Pop()..end);
                        break;
                    default:
                        _values.Add(start..end);
                        break;
                }
            }
        }

        public byte[] After(Hit[] hits)
        {
            var json = _json;
            foreach (var (kind, at, other, piece) in hits)
            {
                var start = (int)(at * json.Length);
                var end = Math.Min(json.Length, start + 1 + (int)(other * 12));
                var (value, donor) = (Value(at, json.Length), Value(other, json.Length));
                json = kind switch
                {
                    0 => Replace(json, start, Math.Min(json.Length, start + piece.Length), piece),
                    1 => Replace(json, start, end, []),
                    2 => Replace(json, start, start, piece),
                    3 => json[..start],
                    // Values for values: the document stays JSON, mostly, and its form or its sense goes wrong.
                    4 or 5 => Replace(json, value.Start.Value, value.End.Value, json[donor]),
                    6 or 7 => Replace(json, value.Start.Value, value.End.Value, piece),
                    // Within a text.
                    8 => Replace(json, Math.Min(value.Start.Value + 1, json.Length), Math.Min(value.Start.Value + 1, json.Length), piece),
                    _ => Replace(json, Math.Max(0, value.End.Value - 1), Math.Max(0, value.End.Value - 1), piece),
                };
            }
            return json;
        }

        private Range Value(double at, int length)
        {
            var value = _values[(int)(at * (_values.Count - 1))];
            return Math.Min(value.Start.Value, length)..Math.Min(value.End.Value, length);
        }

        private static byte[] Replace(byte[] json, int start, int end, ReadOnlySpan<byte> with)
        {
            var result = new byte[start + with.Length + (json.Length - end)];
            json.AsSpan(0, start).CopyTo(result);
            with.CopyTo(result.AsSpan(start));
            json.AsSpan(end).CopyTo(result.AsSpan(start + with.Length));
            return result;
        }
    }
}
