using System.Text;
using System.Text.Json.Nodes;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Tests.Loading;

namespace Ledelsesdag.Content.Tests.Hostile;

/// <summary>JSON that is broken, that says a thing twice or not at all, that is of another form, and that is far too much.</summary>
public sealed class JsonTests
{
    private const string Codex = "autumn-day/codex.json";

    [Theory]
    [InlineData("", "LD201")]
    [InlineData(" \r\n\t", "LD201")]
    [InlineData("null", "LD205")]
    [InlineData("[]", "LD205")]
    [InlineData("\"codices\"", "LD205")]
    [InlineData("7", "LD205")]
    [InlineData("{", "LD201")]
    [InlineData("{\"codices\": [", "LD201")]
    [InlineData("{\"codices\": []} x", "LD201")]
    [InlineData("{\"codices\": []}{\"codices\": []}", "LD201")]
    [InlineData("{\"codices\": [],}", "LD201")]
    [InlineData("{\"codices\": [] /* none */}", "LD201")]
    [InlineData("{\"codices\": [] // none\n}", "LD201")]
    [InlineData("{'codices': []}", "LD201")]
    [InlineData("{codices: []}", "LD201")]
    [InlineData("{\"codices\": [NaN]}", "LD201")]
    [InlineData("{\"codices\": [Infinity]}", "LD201")]
    [InlineData("{\"codices\": [01]}", "LD201")]
    [InlineData("{\"codices\": [+1]}", "LD201")]
    [InlineData("{\"codices\": \"\t\"}", "LD201")]
    [InlineData("{\"codices\": \"\\x\"}", "LD201")]
    [InlineData("{\"codices\": [null]}", "LD205")]
    [InlineData("{\"codices\": [[]]}", "LD205")]
    [InlineData("{\"codices\": null}", "LD205")]
    [InlineData("{\"codices\": [], \"codices\": []}", "LD202")]
    [InlineData("{\"codices\": [], \"\\u0063odices\": []}", "LD202")]
    [InlineData("{\"codices\": [], \"Codices\": []}", "LD203")]
    [InlineData("{\"Codices\": []}", "LD203")]
    [InlineData("{}", "LD204")]
    public void A_document_of_another_form_is_refused_with_a_place(string json, string code)
    {
        using var copy = new ContentCopy().Write(Codex, json);

        var fault = Assert.Single(copy.Load().Diagnostics, d => d.Location.File == Codex);
        Assert.Equal(code, fault.Code.Id);
        Assert.InRange(fault.Location.Line, 1, 2);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00\\ud800")]
    public void A_field_whose_name_is_half_of_a_surrogate_pair_does_not_exist(string name)
    {
        using var copy = new ContentCopy().Replace("autumn-day/day.json", "\"slideCount\"", $"\"{name}\": 1, \"slideCount\"");

        Assert.Equal("autumn-day/day.json(11,3): LD203", Assert.Single(copy.Load().Diagnostics) is var fault ? $"{fault.Location}: {fault.Code}" : "");
        Assert.Equal(["LD203"], Published.Read(Published.Base().Replace("\"version\": 1,", $"\"{name}\": 1, \"version\": 1,", StringComparison.Ordinal)).Diagnostics.Select(d => d.Code.Id));
    }

    [Theory, Trait("Kind", "long")]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public void Ten_thousand_levels_and_a_million_are_refused_in_a_file_and_in_published_data(int levels)
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}") })
        {
            var deep = string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));
            using var copy = new ContentCopy().Write(Codex, $"{{\"codices\": {deep}}}");

            Assert.Equal("LD201", Assert.Single(copy.Load().Diagnostics, d => d.Location.File == Codex).Code.Id);
            Assert.Equal("LD201", Assert.Single(Published.Read($"{{\"version\": 1, \"network\": {deep}}}").Diagnostics).Code.Id);
        }
    }

    [Theory]
    [InlineData(63, null)]
    [InlineData(64, "objects and lists nested too deeply")]
    public void Sixty_four_levels_are_read_and_one_more_is_not(int within, string? found)
    {
        var diagnostics = new DiagnosticBag();
        var json = $"{{\"a\": {new string('[', within)}{new string(']', within)}}}";

        Assert.Equal(found is null, JsonPlace.Parse(SourceFile.Decode("f", Encoding.UTF8.GetBytes(json), diagnostics)!, diagnostics) is not null);
        Assert.Equal(found, diagnostics.Sorted().SingleOrDefault()?.Found);
    }

    [Theory]
    [InlineData("slideCount", "NaN", "LD201")]
    [InlineData("slideCount", "1e999", "LD206")]
    [InlineData("slideCount", "1e1", "LD206")]
    [InlineData("slideCount", "4.0", "LD206")]
    [InlineData("slideCount", "-4", "LD206")]
    [InlineData("slideCount", "-0", "LD206")]
    [InlineData("slideCount", "0", "LD206")]
    [InlineData("slideCount", "2001", "LD206")]
    [InlineData("slideCount", "2147483648", "LD206")]
    [InlineData("slideCount", "99999999999999999999999999", "LD206")]
    [InlineData("slideCount", "\"4\"", "LD205")]
    [InlineData("slideCount", "true", "LD205")]
    [InlineData("slideCount", "[4]", "LD205")]
    [InlineData("date", "20191005", "LD205")]
    [InlineData("hosts", "{}", "LD205")]
    [InlineData("title", "\"Dag\"", "LD205")]
    [InlineData("title", "[\"Dag\"]", "LD205")]
    [InlineData("title", "{\"da\": 7, \"en\": \"Day\"}", "LD205")]
    [InlineData("timeZone", "{}", "LD205")]
    public void A_number_out_of_range_and_a_value_of_another_kind_are_refused(string field, string written, string code)
    {
        using var copy = new ContentCopy();
        var text = File.ReadAllLines(copy.At("autumn-day/day.json"));
        var at = Array.FindIndex(text, line => line.StartsWith($"  \"{field}\":", StringComparison.Ordinal));
        text[at] = $"  \"{field}\": {written},";
        if (field == "hosts")
        {
            text = [.. text[..(at + 1)], .. text[(at + 3)..]];
        }

        Assert.Contains(copy.Write("autumn-day/day.json", string.Join('\n', text)).Load().Diagnostics, d => d.Location.File == "autumn-day/day.json" && d.Location.Line == at + 1 && d.Code.Id == code);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    [InlineData("\"Break\"")]
    [InlineData("\"break, work\"")]
    [InlineData("[\"break\"]")]
    [InlineData("\"\"")]
    public void A_kind_of_session_is_one_word_and_the_words_are_told(string written)
    {
        using var copy = new ContentCopy().Replace("autumn-day/programme.json", "\"break\"", written);

        var fault = Assert.Single(copy.Load().Diagnostics);
        Assert.True(fault.Code.Id is "LD205" or "LD206", fault.ToString());
        Assert.Equal("one of work, meal, break", fault.Expected);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Null_in_any_list_is_refused(string file, string field)
    {
        using var copy = new ContentCopy().Write(file, Contract.With(file, field, () => JsonValue.Create((string?)null)!));

        Assert.Contains(copy.Load().Diagnostics, d => d.Location.File == file && d.Code.Id == "LD205" && d.Found == "null");
    }

    // The first item of every list, by the contract.
    public static TheoryData<string, string> Lists => Contract.FieldsOf(".0", typeof(Id), typeof(int), typeof(LocalizedText), typeof(Host), typeof(Session),
        typeof(Quote), typeof(Question), typeof(QuestionSet), typeof(Source), typeof(Correction), typeof(GlossaryTerm), typeof(SiteLanguage));

    [Fact, Trait("Kind", "long")]
    public void A_million_items_are_refused_before_they_cost_memory()
    {
        var json = Encoding.UTF8.GetBytes($"{{\"codices\": [{string.Join(',', Enumerable.Repeat("{}", 1_000_000))}]}}");
        using var copy = new ContentCopy().Write(Codex, json);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var fault = Assert.Single(copy.Load().Diagnostics, d => d.Location.File == Codex);

        Assert.Equal($"{Codex}(1,13): error LD206: a list of more than 100000 items; expected at most 100000; take some away, or divide the content between days", fault.ToString());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, json.Length + 20_000_000);
    }

    [Theory]
    [InlineData(100_000, "LD504")]
    [InlineData(100_001, "LD206")]
    public void A_list_has_a_hundred_thousand_items_at_most(int items, string code)
    {
        using var copy = new ContentCopy().Replace("autumn-day/quotes.json", "\"slides\": [3]", $"\"slides\": [{string.Join(',', Enumerable.Repeat('3', items))}]");

        Assert.Equal([code], copy.Load().Diagnostics.Where(d => d.Location.File == "autumn-day/quotes.json").Select(d => d.Code.Id));
    }

    [Fact, Trait("Kind", "long")]
    public void A_hundred_thousand_items_of_a_wrong_form_are_told_of_a_thousand_times()
    {
        using var copy = new ContentCopy().Write(Codex, $"{{\"codices\": [{string.Join(',', Enumerable.Repeat("{}", 100_000))}]}}");

        var found = copy.Load().Diagnostics.Where(d => d.Location.File == Codex).ToList();

        Assert.Equal($"{Codex}: error LD108: more than 1000 faults; expected a file without; mend the 1000 that are told, then look again", found[0].ToString());
        Assert.Equal(1001, found.Count);
        Assert.All(found[1..], d => Assert.Equal("LD204", d.Code.Id));
    }

    [Fact]
    public void Exactly_a_thousand_faults_are_all_there_are()
    {
        using var copy = new ContentCopy().Write(Codex, $"{{\"codices\": [{string.Join(',', Enumerable.Repeat("1", 1_000))}]}}");

        Assert.Equal(1000, copy.Load().Diagnostics.Count(d => d.Location.File == Codex && d.Code.Id == "LD205"));
        Assert.DoesNotContain(copy.Load().Diagnostics, d => d.Code.Id == "LD108");
    }

    [Fact, Trait("Kind", "long")]
    public void A_hundred_thousand_quotes_are_read()
    {
        var json = JsonNode.Parse(Published.Base())!;
        var quotes = json["network"]!["days"]![0]!["quotes"]!.AsArray();
        var quote = quotes[0]!.ToJsonString();
        var text = json.ToJsonString();
        var many = string.Join(',', Enumerable.Range(0, 99_999).Select(i =>
            $$$"""{"id":"q{{{i}}}","slug":{"da":"q{{{i}}}","en":"q{{{i}}}"},"text":{"da":"Jord","en":"Soil"},"original":"da","citation":{"speaker":{"da":"En","en":"One"}},"slides":[3]}"""));

        var loaded = Published.Read(text.Replace(quote, $"{quote},{many}", StringComparison.Ordinal));

        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(100_000, loaded.Network!.Days[0].Quotes.Length);
    }

    [Fact, Trait("Kind", "long")]
    public void A_hundred_thousand_quotation_marks_are_told_of_a_thousand_times()
    {
        var texts = string.Join(',', Enumerable.Range(0, 10).Select(i => $$$"""{"id": "p{{{i}}}", "text": {"da": "{{{new string('“', 10_000)}}}", "en": "x"}}"""));
        using var copy = new ContentCopy().Replace(Codex, "\"principles\": [", $"\"principles\": [{texts},");

        var found = copy.Load().Diagnostics;

        Assert.Equal(("LD108", 1001), (found[0].Code.Id, found.Length));
        Assert.All(found[1..], d => Assert.Equal("LD306", d.Code.Id));
    }

    [Fact, Trait("Kind", "long")]
    public void Of_too_many_faults_the_first_days_are_told_however_soon_the_others_are_found()
    {
        // Published data is one file, whose days are looked through by all processors: the second is done long before the first.
        var json = JsonNode.Parse(Published.Base())!;
        var days = json["network"]!["days"]!.AsArray();
        var other = JsonNode.Parse(days[0]!.ToJsonString())!;
        (other["id"], other["slug"]) = ("later-day", JsonNode.Parse("""{"da": "senere-dag", "en": "later-day"}"""));
        days.Add(other);
        foreach (var (day, before, fault) in new[] { (days[0], 30_000, '“'), (days[1], 0, '”') })
        {
            var principles = day!["codices"]![0]!["principles"]!.AsArray();
            for (var i = 0; i < before; i++)
            {
                principles.Add(JsonNode.Parse($$$"""{"id": "p{{{i}}}", "text": {"da": "Jord", "en": "Soil"}}"""));
            }
            principles.Add(JsonNode.Parse($$$"""{"id": "last", "text": {"da": "{{{new string(fault, 600)}}}", "en": "x"}}"""));
        }
        var written = json.ToJsonString();

        // One load may be lucky.
        Assert.All(Enumerable.Range(0, 10), _ =>
        {
            var found = Published.Read(written).Diagnostics;
            Assert.Equal(("LD108", 600, 1001), (found[0].Code.Id, found.Count(d => d.Message.Contains('“', StringComparison.Ordinal)), found.Length));
        });
    }

    [Fact, Trait("Kind", "long")]
    public void A_hundred_thousand_references_to_nothing_end()
    {
        var text = string.Concat(Enumerable.Range(0, 800).Select(i => $"[x](term:t{i}) "));
        var texts = string.Join(',', Enumerable.Range(0, 120).Select(i => $$$"""{"id": "p{{{i}}}", "text": {"da": "{{{text}}}", "en": "x"}}"""));
        using var copy = new ContentCopy().Replace(Codex, "\"principles\": [", $"\"principles\": [{texts},");

        var found = copy.Load().Diagnostics;

        Assert.Equal(("LD108", 1001), (found[0].Code.Id, found.Length));
        Assert.All(found[1..], d => Assert.Equal("LD402", d.Code.Id));
    }

    [Fact, Trait("Kind", "long")]
    public void More_languages_than_there_may_be_are_refused_in_the_network_and_in_a_text()
    {
        var languages = string.Join(",\n", Enumerable.Range(0, 50_000).Select(i => $$"""{"tag": "aa-{{i}}", "name": "A"}"""));
        using var copy = new ContentCopy().Replace("network.json", "{ \"tag\": \"en\", \"name\": \"English\" }", $"{{ \"tag\": \"en\", \"name\": \"English\" }},\n{languages}");
        var found = copy.Load().Diagnostics;

        Assert.Contains("network.json(4,16): error LD206: 50002 languages; expected at most 100; take some away", found.Select(d => d.ToString()));

        using var text = new ContentCopy().Replace(Codex, "\"da\": \"Du deler din spade\"", string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"aa-{i}\": \"x\"")));
        Assert.Equal("50001 languages; expected at most 100; take some away", Assert.Single(text.Load().Diagnostics, d => d.Location.File == Codex).Message);
    }

    [Fact]
    public void A_hundred_languages_are_not_too_many()
    {
        using var copy = new ContentCopy().Replace(Codex, "\"da\": \"Du deler din spade\", ", "\"da\": \"Du\", " + string.Concat(Enumerable.Range(0, 98).Select(i => $"\"aa-{i}\": \"x\",")));

        Assert.Equal(98, copy.Load().Diagnostics.Count(d => d.Code.Id == "LD302"));
    }

    [Fact, Trait("Kind", "long")]
    public void A_hundred_thousand_fields_that_do_not_exist_end()
    {
        using var copy = new ContentCopy().Write(Codex, $"{{{string.Join(',', Enumerable.Range(0, 99_000).Select(i => $"\"{new string('c', 50)}{i}\":1"))}}}");

        Assert.Equal(("LD108", 1001), copy.Load().Diagnostics.Where(d => d.Location.File == Codex).ToList() is var found ? (found[0].Code.Id, found.Count) : default);
    }

    [Theory, Trait("Kind", "long")]
    [InlineData("## a\n", 40_000)]
    [InlineData("### a\n\n", 25_000)]
    [InlineData("*a* ", 50_000)]
    [InlineData("***a** b* ", 20_000)]
    [InlineData("_*", 100_000)]
    [InlineData("[x]: y\n", 28_000)]
    [InlineData("[a][b] ", 28_000)]
    [InlineData("2. *a*\n", 28_000)]
    [InlineData("- *a*\n", 33_000)]
    [InlineData("![](quote:a)\n\n", 14_000)]
    [InlineData("<https://a.example/> ", 9_000)]
    [InlineData("    a\n\n", 28_000)]
    [InlineData("a\\\n", 60_000)]
    public void Markdown_that_would_keep_the_parser_busy_ends_within_a_stated_memory(string piece, int times)
    {
        var markdown = string.Concat(Enumerable.Repeat(piece, times));
        Assert.InRange(markdown.Length, 150_000, 200_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var prose = Prose.Parse(markdown);

        Assert.True(!prose.Faults.IsEmpty || !prose.Blocks.IsEmpty);
        // Some 350 bytes for each character, however they are arranged.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    // Of these each once broke off the whole program where a thread's stack is small.
    [InlineData(490, false)]
    public void Emphasis_is_read_as_deep_as_the_limit_says_and_no_deeper(int levels, bool isRead)
    {
        var open = string.Concat(Enumerable.Range(0, levels).Select(level => level % 2 == 0 ? "*a " : "_a "));
        var close = string.Concat(Enumerable.Range(0, levels).Reverse().Select(level => level % 2 == 0 ? " a*" : " a_"));

        var faults = Prose.Parse($"x {open}b{close}").Faults;

        Assert.Equal(isRead ? [] : ["LD311"], faults.Select(fault => fault.Code.Id));
        Assert.Equal(faults.Select(fault => fault.Code.Id), new RichText($"x {open}b{close}").Faults.Select(fault => fault.Code.Id));
        // The next text begins anew.
        Assert.Empty(Prose.Parse("*a*").Faults);
    }

    [Theory]
    [InlineData("<?) ", 100)]
    [InlineData("<!A) ", 100)]
    [InlineData("<?a> ", 100)]
    [InlineData("<!--a> ", 100)]
    [InlineData("[a](b (c>> ", 50)]
    public void What_closes_something_else_closes_no_bracket(string piece, int times)
    {
        var markdown = "a " + string.Concat(Enumerable.Repeat(piece, times));

        Assert.DoesNotContain("LD311", Prose.Parse(markdown).Faults.Select(fault => fault.Code.Id));
        Assert.Equal("LD311", Assert.Single(Prose.Parse(markdown + piece + piece).Faults).Code.Id);
    }

    [Theory]
    [InlineData("\n    - ")]
    [InlineData("\n\t- ")]
    public void A_line_that_goes_on_with_a_paragraph_begins_no_count_anew(string between)
    {
        var half = string.Concat(Enumerable.Repeat("*a* ", 300));

        Assert.Equal("LD311", Assert.Single(Prose.Parse($"x {half}{between}{half}").Faults).Code.Id);
        Assert.Equal("LD311", Assert.Single(new RichText($"{half}\n- {half}").Faults).Code.Id);
    }

    [Fact]
    public void A_thousand_marks_in_a_paragraph_are_read_and_one_more_is_told()
    {
        var full = string.Concat(Enumerable.Repeat("*a* ", 500));

        Assert.Empty(Prose.Parse($"{full}\n\n{full}\n \n{full}").Faults);
        Assert.Empty(Prose.Parse($"- {full}\n- {full}\n  - {full}").Faults);
        Assert.Empty(Prose.Parse(full + "\\*\\_\\[").Faults);
        var fault = Assert.Single(Prose.Parse($"Ord\n\n{full}*").Faults);
        Assert.Equal(("LD311", 5 + full.Length), (fault.Code.Id, fault.Offset));
        Assert.Equal("more than 1000 of * _ [ in one paragraph", fault.Found);
        Assert.Equal("LD311", Assert.Single(new RichText(full + "_").Faults).Code.Id);
    }
}
