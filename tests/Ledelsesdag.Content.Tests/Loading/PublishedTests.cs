using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;

namespace Ledelsesdag.Content.Tests.Loading;

/// <summary>What is published says everything that the folder says, and is read as strictly.</summary>
public sealed class PublishedTests
{
    public static TheoryData<string> Folders => [TestFolders.Base, Path.Combine(TestFolders.Repository, "input")];

    [Theory]
    [MemberData(nameof(Folders))]
    public void What_was_read_from_a_folder_written_and_read_again_is_written_the_same_byte_for_byte(string folder)
    {
        var first = Published.Write(NetworkLoader.Load(folder).Network!);

        var again = Published.Read(first);

        Assert.Empty(again.Diagnostics.Select(d => d.ToString()));
        Assert.Equal(first, Published.Write(again.Network!));
    }

    [Fact]
    public async Task What_is_written_at_once_is_the_same_byte_for_byte_as_what_is_waited_for()
    {
        var network = NetworkLoader.Load(Path.Combine(TestFolders.Repository, "input")).Network!;
        using var written = new MemoryStream();

        await NetworkWriter.WriteAsync(network, written);

        Assert.Equal(Published.Write(network), written.ToArray());
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_text_of_the_folder_is_in_it(string folder)
    {
        var json = Published.Write(NetworkLoader.Load(folder).Network!);
        var written = JsonDocument.Parse(json).RootElement;
        var strings = new HashSet<string>(Strings(written));

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "README.md").ToList();
        Assert.All(files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)), file => Assert.Contains(File.ReadAllText(file).ReplaceLineEndings("\n"), strings));
        Assert.All(files.Where(file => file.EndsWith(".json", StringComparison.Ordinal)), file =>
            Assert.All(Strings(JsonDocument.Parse(File.ReadAllText(file)).RootElement), text => Assert.Contains(text, strings)));
    }

    [Fact]
    public void The_form_is_the_one_that_other_programs_rely_on()
    {
        var json = Published.Base();

        Assert.StartsWith("{\n  \"$schema\": \"schema.json\",\n  \"version\": 1,\n  \"network\": {\n", json, StringComparison.Ordinal);
        Assert.EndsWith("\n}\n", json, StringComparison.Ordinal);
        Assert.Contains("Jord", json, StringComparison.Ordinal);
        Assert.DoesNotContain(json, c => c is '<' or '>' or '&' or '\'' or '\r' or '\uFEFF');
    }

    [Fact, Trait("Kind", "chance")]
    public void Any_text_comes_back_as_it_was_and_is_safe_in_HTML()
    {
        var network = NetworkLoader.Load(TestFolders.Base).Network!;
        Gen.Char.Where(c => !char.IsSurrogate(c)).Array[1, 40].Select(letters => new string(letters) + "🍎").Sample(text =>
        {
            var json = Published.Write(With(network, text));

            Assert.DoesNotContain("<"u8[0], json);
            var read = JsonDocument.Parse(json).RootElement.GetProperty("network");
            Assert.Equal(text, read.GetProperty("title").GetProperty("da").GetString());
        }, iter: 200);
    }

    [Fact, Trait("Kind", "chance")]
    public void Words_chosen_at_random_are_read_as_they_were_written()
    {
        var network = NetworkLoader.Load(TestFolders.Base).Network!;
        var piece = Pick.From("æ", "Å", "🍎", "\"", "\\\\", "\\<", "&amp;", "*vigtigt*", "[jord](term:compost)", " ord ", "+", "/", "'", "\u00AD", "A\u030A");
        piece.Array[1, 12].Select(pieces => "x" + string.Concat(pieces) + "x").Sample(text =>
        {
            var first = Published.Write(With(network, text));
            var read = Published.Read(first);

            if (read.Network is null)
            {
                // Chance can make a text that an author must not write, or refer to nothing; it is then refused in either form.
                Assert.NotEmpty(read.Diagnostics);
                return;
            }
            Assert.Equal(text, read.Network.Title[Language.Of("da")].Markdown);
            Assert.Equal(first, Published.Write(read.Network));
        }, iter: 300);
    }

    [Fact]
    public void Layout_line_breaks_and_a_byte_order_mark_change_nothing()
    {
        var json = Published.Base();
        var minified = Regex.Replace(json, "\n *", "");
        var windows = "\uFEFF" + json.Replace("\\n", "\\r\\n", StringComparison.Ordinal).ReplaceLineEndings("\r\n");

        Assert.Equal(json, Encoding.UTF8.GetString(Published.Write(Published.Read(minified).Network!)));
        Assert.Equal(json, Encoding.UTF8.GetString(Published.Write(Published.Read(windows).Network!)));
    }

    [Theory]
    // Form: an unknown field, a missing one, a value of the wrong kind, a broken rule, a second field, no JSON at all.
    [InlineData("\"version\": 1,", "\"version\": 1, \"colour\": 1,", "LD203 \"colour\"")]
    [InlineData("\"version\": 1,", "\"versoin\": 1,", "LD203 \"versoin\"")]
    [InlineData("\"version\": 1,", "\"version\": \"1\",", "LD205 \"1\"")]
    [InlineData("\"version\": 1,", "", "LD204 {")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"version\": 1,", "LD202 \"version\": 1,\n")]
    [InlineData("\"version\": 1,", "\"version\": 1.5,", "LD207 1.5")]
    [InlineData("\"time\": {", "\"time\": {}, \"rest\": {", "LD204 {}")]
    [InlineData("\"programme\": {", "\"programme\": {}, \"rest\": {", "LD204 {}")]
    [InlineData("\"version\": 1,", "\"version\": 1", "LD201 \"network\"")]
    [InlineData("\"sessions\": [", "\"sesions\": [", "LD203 \"sesions\"")]
    [InlineData("\"timeZone\": \"Europe/Copenhagen\"", "\"timeZone\": null", "LD205 null")]
    // Rules of every room, each at the value that breaks it.
    [InlineData("\"timeZone\": \"Europe/Copenhagen\"", "\"timeZone\": \"CET\"", "LD206 \"CET\"")]
    [InlineData("\"start\": \"11:00\"", "\"start\": \"10:45\"", "LD502 \"10:45\"")]
    [InlineData("\"tag\": \"en\"", "\"tag\": \"da\"", "LD401 \"da\"")]
    [InlineData("\"original\": \"da\"", "\"original\": \"nb\"", "LD508 \"nb\"")]
    public void A_fault_is_found_where_it_stands(string old, string @new, string expected)
    {
        var json = Published.Base();
        var at = json.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        json = json[..at] + @new + json[(at + old.Length)..];

        var result = Published.Read(json);

        Assert.Null(result.Network);
        Assert.Contains(result.Diagnostics, d => $"{d.Code} {From(json, d.Location)}".StartsWith(expected, StringComparison.Ordinal));
        Assert.All(result.Diagnostics, d => Assert.Equal("network.json", d.Location.File));
    }

    [Fact]
    public void A_fault_of_the_glossary_stands_in_the_glossary()
    {
        var json = Published.Base();
        var glossary = json.IndexOf("\"glossary\"", StringComparison.Ordinal);
        var term = json.IndexOf("\"term\": {", glossary, StringComparison.Ordinal);
        var word = json.IndexOf("\"da\": \"", term, StringComparison.Ordinal) + "\"da\": \"".Length;
        json = json.Insert(word, "\\u201c");

        var fault = Assert.Single(Published.Read(json).Diagnostics);

        Assert.Equal("LD306", fault.Code.Id);
        Assert.StartsWith("\\u201c", From(json, fault.Location), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>", "LD307", "<b>")]
    [InlineData("[x](javascript:alert)", "LD308", "[x](javascript")]
    [InlineData("![](quote:nowhere)", "LD402", "![](quote:nowhere)")]
    [InlineData("\\u202e", "LD305", "\\u202e")]
    public void A_fault_in_a_body_is_found_at_its_character_whatever_is_escaped_before_it(string written, string code, string found)
    {
        var json = Published.Base();
        var body = json.IndexOf("\"body\"", StringComparison.Ordinal);
        var text = json.IndexOf("\"da\": \"", body, StringComparison.Ordinal) + "\"da\": \"".Length;
        json = json.Insert(text, $"\\u00e6 \uD83C\uDF4E \\uD83C\\uDF4E \\\"\\r\\n\\r\\n{written}\\r\\n\\n");

        var fault = Assert.Single(Published.Read(json).Diagnostics, d => d.Code.Id == code);

        Assert.StartsWith(found, From(json, fault.Location), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\u000d\\u000a")]
    [InlineData("\\u000D\\n")]
    [InlineData("\\r\\u000A")]
    public void A_line_break_of_two_characters_counts_as_one_however_they_are_escaped(string lineBreak)
    {
        var json = Published.Base();
        var body = json.IndexOf("\"body\"", StringComparison.Ordinal);
        var text = json.IndexOf("\"da\": \"", body, StringComparison.Ordinal) + "\"da\": \"".Length;
        json = json.Insert(text, $"Ord{lineBreak}{lineBreak}Ord{lineBreak}{lineBreak}<b>{lineBreak}{lineBreak}");

        var fault = Assert.Single(Published.Read(json).Diagnostics, d => d.Code.Id == "LD307");

        Assert.StartsWith("<b>", From(json, fault.Location), StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_too_few_or_too_many_in_a_body_is_found()
    {
        var json = Published.Base();
        var body = json.IndexOf("\"body\"", StringComparison.Ordinal);
        var tag = json.IndexOf("\"en\"", body, StringComparison.Ordinal);
        json = json[..tag] + "\"nb\"" + json[(tag + 4)..];

        var found = Published.Read(json).Diagnostics.Select(d => $"{d.Code} {d.Found}; {d.Expected}; {From(json, d.Location)[..1]}");

        Assert.Equal(["LD301 no text in en; \"en\": \"…\" beside the others; {", "LD302 a text in nb; only da, en; \""], found);
    }

    [Fact]
    public void A_body_beyond_the_limit_of_a_file_is_refused_before_it_is_parsed()
    {
        var json = Published.Base();
        var body = json.IndexOf("\"body\"", StringComparison.Ordinal);
        var text = json.IndexOf("\"da\": \"", body, StringComparison.Ordinal) + "\"da\": \"".Length;
        json = json.Insert(text, new string('[', 300_000));

        Assert.Equal("LD206", Assert.Single(Published.Read(json).Diagnostics).Code.Id);
    }

    [Fact]
    public void A_second_day_or_topic_of_one_id_is_a_fault_and_nothing_throws()
    {
        var json = Published.Base();
        var tools = json.Replace("\"id\": \"tools\"", "\"id\": \"soil\"", StringComparison.Ordinal);
        Assert.NotEqual(json, tools);

        Assert.Contains(Published.Read(tools).Diagnostics, d => d.Code.Id == "LD401");
    }

    [Fact]
    public void Every_case_of_a_fault_in_a_data_file_is_refused_as_published_JSON_would_be()
    {
        // A rule that held for folders alone would let its mistake into what is published and read elsewhere.
        var silent = new List<string>();
        foreach (var code in DiagnosticCode.All.Where(code => code.Id[2] is '3' or '4' or '5' && code.Severity == Severity.Error))
        {
            using var copy = new ContentCopy().Overlay(Path.Combine(TestFolders.Cases, code.Id), "expected.txt", "setup.txt");
            if (copy.LoadUnchecked() is { } network && !Published.Read(Published.Write(network)).Diagnostics.Any(d => d.Code == code))
            {
                silent.Add(code.Id);
            }
        }
        Assert.Empty(silent);
    }

    [Fact, Trait("Kind", "chance")]
    public void Random_damage_never_throws_and_never_leaves_both_or_neither()
    {
        var original = Encoding.UTF8.GetBytes(Published.Base());
        var piece = Gen.OneOf(
            Gen.Byte.Array[1, 3],
            Pick.From("\"", "{", "}", "[", "]", ",", "null", "\\ud800", "\0", "-1", "1e9", "<b>", "](", "![](", "\u202e", "\\n", "\\", "\\r\\n", "true", "\"\"").Select(Encoding.UTF8.GetBytes));
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, 3], Gen.Int[1, 12], piece).Array[1, 3].Sample(hits =>
        {
            var json = original;
            foreach (var (at, kind, length, bytes) in hits)
            {
                var start = (int)(at * json.Length);
                var end = Math.Min(json.Length, start + length);
                json = kind switch
                {
                    0 => [.. json[..start], .. bytes, .. json[Math.Min(json.Length, start + bytes.Length)..]],
                    1 => [.. json[..start], .. json[end..]],
                    2 => [.. json[..start], .. bytes, .. json[start..]],
                    _ => json[..start],
                };
            }
            var result = Published.Read(json);
            Assert.Equal(result.Network is null, result.Diagnostics.Any(d => d.Code.Severity == Severity.Error));
            Assert.All(result.Diagnostics, d => Assert.DoesNotContain(d.ToString(), char.IsControl));
        }, iter: 300);
    }

    [Fact]
    public void No_more_is_read_than_allowed()
    {
        var json = Encoding.UTF8.GetBytes(Published.Base());

        Assert.NotNull(Published.Read(json, new() { MaxBytes = json.Length }).Network);
        Assert.Equal($"network.json: error LD103: more than {json.Length - 1} bytes; expected at most {json.Length - 1}; check that it is the right data, and read it with a higher limit if so",
            Assert.Single(Published.Read(json, new() { MaxBytes = json.Length - 1 }).Diagnostics).ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public async Task A_stream_is_read_from_where_it_is_to_its_end_whatever_it_says_of_its_length(long said)
    {
        var json = Encoding.UTF8.GetBytes(Published.Base());
        using var stream = new Mistaken([.. "read already"u8, .. json], said) { Position = "read already".Length };

        var result = await NetworkLoader.LoadAsync(stream);

        Assert.Equal(json, Published.Write(result.Network!));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_and_limits_that_make_no_sense_are_the_callers_mistake()
    {
        var closed = new MemoryStream();
        await closed.DisposeAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => NetworkLoader.LoadAsync(closed));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits { MaxBytes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadLimits { Timeout = TimeSpan.Zero });
    }

    [Fact]
    public void Where_something_stands_in_large_data_can_be_asked_after_other_data_were_read()
    {
        // Larger than what is kept in one piece, with a fault behind that.
        var (first, other) = (Large(70_000), Large(80_000));
        var result = Published.Read(first);
        var fault = Assert.Single(result.Diagnostics);

        for (var i = 0; i < 4; i++)
        {
            Published.Read(other);
        }

        Assert.StartsWith("FILL IN: ", From(first, fault.Location), StringComparison.Ordinal);
        Assert.Equal(first.Split('\n')[fault.Location.Line - 1], result.LineAt(fault.Location));
        Assert.All(result.Translations, language => Assert.All(language.Texts, text => Assert.Contains(From(first, text.Location)[0], "\"{")));
        Assert.Equal(Published.Read(first).Translations.SelectMany(language => language.Texts), result.Translations.SelectMany(language => language.Texts));

        static string Large(int letters)
        {
            var json = Published.Base();
            var danish = json.LastIndexOf("\"da\": \"", StringComparison.Ordinal) + "\"da\": \"".Length;
            var english = json.LastIndexOf("\"en\": \"", StringComparison.Ordinal) + "\"en\": \"".Length;
            Assert.True(danish < english);
            return string.Concat([json[..danish], new string('æ', letters), " ", json[danish..english], "FILL IN: ", json[english..]]);
        }
    }

    private static Network With(Network network, string title) => new()
    {
        Title = LocalizedText.Of((Language.Of("da"), title), (Language.Of("en"), "Network")),
        Description = network.Description,
        Languages = network.Languages,
        Address = network.Address,
        Days = network.Days,
        Glossary = network.Glossary,
        Pages = network.Pages,
    };

    private static string From(string json, SourceLocation location) =>
        string.Join('\n', json.Split('\n')[(location.Line - 1)..])[(location.Column - 1)..];

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Strings(field.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };

    private sealed class Mistaken(byte[] bytes, long length) : MemoryStream(bytes)
    {
        public override long Length => length;
    }
}
