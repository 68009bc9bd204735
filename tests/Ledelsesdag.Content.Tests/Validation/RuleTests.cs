using System.Globalization;
using System.Text.Json.Nodes;

namespace Ledelsesdag.Content.Tests.Validation;

/// <summary>Where each rule begins and ends: the last value it lets pass and the first it does not.</summary>
public sealed class RuleTests
{
    private const string Day = "autumn-day/day.json";

    [Fact]
    public void A_day_needs_no_more_than_its_facts_a_programme_and_a_topic()
    {
        using var copy = Smallest();

        var network = copy.Load().Network!;

        var day = network.Days[0];
        Assert.Equal((0, 0), (network.Glossary.Length, network.Pages.Length));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0],
            [day.Quotes.Length, day.QuestionSets.Length, day.Codices.Length, day.Tables.Length, day.CoatRacks.Length, day.Resources.Length, day.Sources.Length, day.Corrections.Length]);
        Assert.Null(day.Inquiry);
        var json = Loading.Published.Write(network);
        Assert.Equal(json, Loading.Published.Write(Loading.Published.Read(json).Network!));
        Assert.Null(Loading.Published.Read(json).Network!.Days[0].Inquiry);
    }

    [Theory]
    [InlineData("assumptions")]
    [InlineData("paths")]
    public void A_day_may_have_either_half_of_Appreciative_Inquiry_and_then_only_that_can_be_shown(string half)
    {
        using var copy = Smallest();
        var file = File.ReadAllText(Path.Combine(TestFolders.Base, "autumn-day/inquiry.json"));
        var paths = file.IndexOf("  \"paths\": {", StringComparison.Ordinal);
        copy.Write("autumn-day/inquiry.json", half == "assumptions" ? file[..paths].TrimEnd().TrimEnd(',') + "\n}\n" : "{\n" + file[paths..]);

        Assert.Empty(Faults(copy));

        foreach (var language in new[] { "da", "en" })
        {
            copy.Write($"autumn-day/topics/soil.{language}.md", half == "assumptions" ? "![](paths:two-ways)\n" : "![](assumptions:beliefs)\n");
        }
        Assert.Equal(["autumn-day/topics/soil.da.md(1,1) LD402", "autumn-day/topics/soil.en.md(1,1) LD402"], Faults(copy));
        Assert.Equal("inquiry.json has none yet; write it there first", copy.Load().Diagnostics[0].Remedy);
    }

    [Theory]
    [InlineData("https://haver.example/?a=b")]
    [InlineData("https://haver.example/#a")]
    public void The_networks_address_has_neither_query_nor_fragment(string address)
    {
        using var copy = new ContentCopy().Replace("network.json", "\"https://haver.example/\"", $"\"{address}\"");

        Assert.Equal(["network.json(8,14) LD206"], Faults(copy));
    }

    [Theory]
    [InlineData(-801, false)]
    [InlineData(-800, true)]
    [InlineData(2100, true)]
    [InlineData(2101, false)]
    public void A_year_lies_between_minus_800_and_2100_in_quotes_and_sources(int year, bool valid)
    {
        foreach (var file in new[] { "autumn-day/quotes.json", "autumn-day/sources.json" })
        {
            using var copy = new ContentCopy().Replace(file, "1999", year.ToString(CultureInfo.InvariantCulture));

            Assert.Equal(valid ? [] : ["LD206"], copy.Load().Diagnostics.Select(d => d.Code.Id));
        }
    }

    [Theory]
    [InlineData(20_000, false)]
    [InlineData(20_001, true)]
    public void A_text_has_twenty_thousand_characters_at_most(int length, bool tooLong)
    {
        using var copy = new ContentCopy().Replace(Day, "En dag om jord.", new string('a', length));

        Assert.Equal(tooLong ? ["LD304"] : [], copy.Load().Diagnostics.Select(d => d.Code.Id));
    }

    [Theory]
    [InlineData(200_000, null)]
    [InlineData(200_001, "LD103")]
    public void A_Markdown_file_has_two_hundred_thousand_bytes_at_most(int length, string? code)
    {
        using var copy = new ContentCopy();
        copy.SetUp($"grow pages/about.da.md to {length}");

        Assert.Equal(code is null, copy.Load().Diagnostics.IsEmpty);
        Assert.Equal(code is not null, copy.Load().Diagnostics.Any(d => d.Code.Id == code));
    }

    [Fact]
    public void Each_slide_without_a_home_is_named_up_to_twelve_and_then_their_number()
    {
        using var two = new ContentCopy().Replace(Day, "\"slideCount\": 4", "\"slideCount\": 6");
        Assert.Equal("no item that comes from slide 5, 6", Assert.Single(two.Load().Diagnostics).Found);

        using var twelve = new ContentCopy().Replace(Day, "\"slideCount\": 4", "\"slideCount\": 16");
        Assert.EndsWith(" 15, 16", Assert.Single(twelve.Load().Diagnostics).Found, StringComparison.Ordinal);

        using var thirteen = new ContentCopy().Replace(Day, "\"slideCount\": 4", "\"slideCount\": 17");
        Assert.EndsWith(" 15, 16 and 1 more", Assert.Single(thirteen.Load().Diagnostics).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2000, "LD505")]
    [InlineData(2001, "LD206")]
    [InlineData(1, "LD504")]
    [InlineData(0, "LD206")]
    public void A_deck_has_one_to_two_thousand_slides(int count, string code)
    {
        using var copy = new ContentCopy().Replace(Day, "\"slideCount\": 4", $"\"slideCount\": {count}");

        Assert.Contains(copy.Load().Diagnostics, d => d.Code.Id == code);
        Assert.Equal(code == "LD206", copy.Load().Diagnostics.Any(d => d.Code.Id == "LD206"));
    }

    [Theory]
    [InlineData("[3, 4]", null)]
    [InlineData("[4, 3]", "slide 3 after slide 4")]
    [InlineData("[3, 3]", "slide 3 after slide 3")]
    [InlineData("[0]", "slide 0")]
    [InlineData("[5]", "slide 5")]
    public void Slides_are_those_of_the_deck_each_once_and_in_order(string slides, string? found)
    {
        foreach (var (file, old) in new[] { ("autumn-day/quotes.json", "\"slides\": [3]"), ("autumn-day/codex.json", "\"slides\": [4]"), (Day, "\"slides\": [1]") })
        {
            using var copy = new ContentCopy().Replace(file, old, $"\"slides\": {slides}");

            Assert.Equal(found is null ? [] : [found], copy.Load().Diagnostics.Where(d => d.Code.Id == "LD504").Select(d => d.Found));
        }
    }

    [Fact]
    public void A_term_of_the_glossary_may_come_from_any_deck()
    {
        using var copy = new ContentCopy();
        var glossary = File.ReadAllText(copy.At("glossary.json"));

        Assert.Empty(Faults(copy.Write("glossary.json", glossary.Replace("\"addedByEditor\": true", "\"slides\": [2000]", StringComparison.Ordinal))));
        Assert.Equal(["LD504"], copy.Write("glossary.json", glossary.Replace("\"addedByEditor\": true", "\"slides\": [2001]", StringComparison.Ordinal)).Load().Diagnostics.Select(d => d.Code.Id));
    }

    [Fact]
    public void Questions_that_are_shown_twice_or_in_no_topic_are_told_unless_a_text_is_missing_in_which_they_may_stand()
    {
        using var twice = new ContentCopy();
        foreach (var language in new[] { "da", "en" })
        {
            twice.Replace($"autumn-day/topics/tools.{language}.md", "![](codex:diggers)", "![](codex:diggers)\n\n![](questions:soil-questions)");
        }
        Assert.Equal("\"soil-questions\" shown in 2 places", Assert.Single(twice.Load().Diagnostics).Found);

        using var nowhere = new ContentCopy();
        foreach (var language in new[] { "da", "en" })
        {
            nowhere.Replace($"autumn-day/topics/soil.{language}.md", "![](questions:soil-questions)\n", "");
        }
        Assert.Equal(["LD406"], nowhere.Load().Diagnostics.Select(d => d.Code.Id));

        nowhere.Replace("autumn-day/topics/tools.da.md", "![](codex:diggers)", "> x\n\n![](codex:diggers)");
        Assert.Equal(["LD309"], nowhere.Load().Diagnostics.Select(d => d.Code.Id));

        File.Delete(nowhere.At("autumn-day/topics/tools.da.md"));
        File.Delete(nowhere.At("autumn-day/topics/tools.en.md"));
        Assert.All(nowhere.Load().Diagnostics, d => Assert.Equal("LD301", d.Code.Id));
    }

    [Fact]
    public void Follow_ups_of_a_follow_up_are_told_at_their_place()
    {
        using var copy = new ContentCopy().Replace("autumn-day/questions.json", "\"en\": \"And why?\" } }",
            "\"en\": \"And why?\" }, \"followUps\": [{ \"id\": \"deeper\", \"text\": { \"da\": \"Og?\", \"en\": \"And?\" } }] }");

        Assert.Equal("follow-ups of a follow-up", Assert.Single(copy.Load().Diagnostics).Found);
    }

    [Theory]
    [InlineData("autumn-day/tables.json", "columns")]
    [InlineData("autumn-day/tables.json", "rows")]
    [InlineData("autumn-day/resources.json", "kinds")]
    [InlineData("autumn-day/resources.json", "degrees")]
    [InlineData("autumn-day/codex.json", "principles")]
    [InlineData("autumn-day/coat-rack.json", "pegs")]
    [InlineData("autumn-day/inquiry.json", "items")]
    [InlineData("autumn-day/inquiry.json", "steps")]
    [InlineData("autumn-day/questions.json", "questions")]
    [InlineData("autumn-day/programme.json", "sessions")]
    [InlineData("autumn-day/topics.json", "topics")]
    [InlineData("autumn-day/day.json", "hosts")]
    [InlineData("network.json", "days")]
    [InlineData("network.json", "languages")]
    public void A_list_that_needs_something_in_it_is_told_when_it_is_empty(string file, string list)
    {
        using var copy = new ContentCopy();
        var text = File.ReadAllText(copy.At(file));
        var start = text.IndexOf($"\"{list}\": [", StringComparison.Ordinal) + list.Length + 5;
        var (depth, end) = (1, start);
        while (depth > 0)
        {
            depth += text[end++] switch { '[' => 1, ']' => -1, _ => 0 };
        }
        copy.Write(file, text[..start] + text[(end - 1)..]);

        Assert.Contains(copy.Load().Diagnostics, d => d.Location.File == file && d.Code.Id == "LD507" && d.Found == "an empty list");
    }

    [Theory]
    [InlineData("autumn-day/tables.json", "columns", 2)]
    [InlineData("autumn-day/resources.json", "kinds", 2)]
    [InlineData("autumn-day/resources.json", "degrees", 2)]
    [InlineData("autumn-day/inquiry.json", "paths", 2)]
    public void A_list_that_compares_needs_two_things(string file, string list, int least)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(TestFolders.Base, file)))!;
        var found = Lists(json).Last(pair => pair.Name == list && pair.List.Count == least);
        found.List.RemoveAt(1);
        using var copy = new ContentCopy().Write(file, json.ToJsonString());

        Assert.Contains(copy.Load().Diagnostics, d => d.Location.File == file && d.Code.Id == "LD507" && d.Found == "a list of 1" && d.Expected == "at least 2");
    }

    [Fact]
    public void Of_two_things_of_one_id_in_any_list_the_second_is_told()
    {
        var told = 0;
        foreach (var file in ContentCopy.BaseFiles.Where(file => file.EndsWith(".json", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(Path.Combine(TestFolders.Base, file));
            for (var i = 0; i < Lists(JsonNode.Parse(text)!).Count(); i++)
            {
                var json = JsonNode.Parse(text)!;
                var list = Lists(json).ElementAt(i).List;
                if (list[0] is not JsonObject item || !item.ContainsKey("id"))
                {
                    continue;
                }
                var second = item.DeepClone();
                // What is in it stands in two things now, and nothing else twice within one.
                list.Add(second);
                using var copy = new ContentCopy().Write(file, json.ToJsonString());

                Assert.True(copy.Load().Diagnostics.Any(d => d.Location.File == file && d.Code.Id == "LD401" && d.Found.EndsWith($" \"{item["id"]}\"", StringComparison.Ordinal)), $"{file} {item["id"]}");
                told++;
            }
        }
        Assert.True(told >= 20, $"{told} lists of things with an id");
    }

    [Fact]
    public void A_slug_or_a_text_in_a_language_that_the_network_has_not_is_told()
    {
        foreach (var (file, field) in new[] { (Day, "slug"), (Day, "title"), ("autumn-day/topics.json", "slug"), ("autumn-day/quotes.json", "slug"), ("pages.json", "slug"), ("network.json", "title") })
        {
            using var copy = new ContentCopy();
            var text = File.ReadAllText(copy.At(file));
            var at = text.IndexOf($"\"{field}\": {{", StringComparison.Ordinal) + field.Length + 5;
            copy.Write(file, text[..at] + " \"de\": \"wort\"," + text[at..]);

            Assert.Equal(["LD302"], copy.Load().Diagnostics.Select(d => d.Code.Id));
        }
    }

    [Fact]
    public void A_day_without_a_folder_is_told_and_a_page_may_refer_to_an_item_of_any_day()
    {
        using var copy = new ContentCopy().Replace("network.json", "[\"autumn-day\"]", "[\"spring-day\", \"autumn-day\"]");
        Assert.Equal(["network.json(11,12) LD101"], Faults(copy));

        using var page = new ContentCopy().Write("pages/about.da.md", "[Jord](topic:soil), [x](topic:nothing)\n\n![](quote:nothing)\n").Write("pages/about.en.md", "Words.\n");
        Assert.Equal(["pages/about.da.md(1,21) LD402", "pages/about.da.md(3,1) LD402"], Faults(page));
    }

    [Theory]
    [InlineData("En dag om jorden her", false)]
    [InlineData("En dag om jorden her hos", true)]
    public void The_same_six_words_in_two_languages_are_warned_of_and_five_are_not(string words, bool warned)
    {
        using var copy = new ContentCopy().Replace(Day, "\"da\": \"En dag om jord.\", \"en\": \"A day about soil.\"", $"\"da\": \"{words}\", \"en\": \"{words}\"");

        Assert.Equal(warned ? ["LD310"] : [], copy.Load().Diagnostics.Select(d => d.Code.Id));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(99)]
    [InlineData(98)]
    [InlineData(0)]
    public void As_much_must_be_up_to_date_as_the_network_asks_for(int asked)
    {
        using var copy = new ContentCopy()
            .Replace("network.json", "\"name\": \"English\"", $"\"name\": \"English\", \"upToDate\": {asked}");
        var loaded = copy.Load();
        Assert.Empty(loaded.Diagnostics);
        var english = Language.Of("en");
        copy.Write(TranslationMarks.FileName, TranslationMarks.Mark(loaded, [(english, loaded.Translations[1].Texts.First(text => text.CanBeMarked))], TranslationMark.Draft));

        var percent = copy.Load().Translations[1].PercentUpToDate;
        Assert.Equal(percent < asked ? ["LD312"] : [], copy.Load().Diagnostics.Select(d => d.Code.Id));
    }

    [Theory]
    [InlineData(0, "translated", -1, true)]
    [InlineData(0, "translated", 99, true)]
    [InlineData(0, "translated", 100, false)]
    [InlineData(1, "translated", -1, true)]
    [InlineData(1, "translated", 0, false)]
    [InlineData(1, "translated", 100, false)]
    [InlineData(1, "translated", 101, true)]
    [InlineData(1, "upToDate", 101, true)]
    [InlineData(1, "upToDate", -1, true)]
    public void A_share_is_a_number_of_a_hundred_and_the_first_language_has_all(int language, string field, int share, bool told)
    {
        var name = language == 0 ? "Dansk" : "English";
        using var copy = new ContentCopy().Replace("network.json", $"\"name\": \"{name}\"", $"\"name\": \"{name}\", \"{field}\": {share}");

        Assert.Equal(told ? ["LD206"] : [], copy.Load().Diagnostics.Select(d => d.Code.Id));
    }

    [Theory]
    [InlineData("topic:x", "topics.json")]
    [InlineData("quote:x", "quotes.json")]
    [InlineData("questions:x", "questions.json")]
    [InlineData("session:x", "programme.json")]
    [InlineData("table:x", "tables.json")]
    [InlineData("codex:x", "codex.json")]
    [InlineData("assumptions:x", "inquiry.json")]
    [InlineData("paths:x", "inquiry.json")]
    [InlineData("coat-rack:x", "coat-rack.json")]
    [InlineData("resources:x", "resources.json")]
    [InlineData("source:x", "sources.json")]
    [InlineData("term:x", "glossary.json")]
    [InlineData("page:x", "pages.json")]
    public void A_reference_to_nothing_says_which_file_the_ids_are_in(string target, string home)
    {
        using var copy = new ContentCopy().Replace("autumn-day/topics/tools.da.md", "![](codex:diggers)", $"[x]({target})\n\n![](codex:diggers)");

        var fault = Assert.Single(copy.Load().Diagnostics);
        Assert.Equal(("LD402", $"\"{target}\", which does not exist", $"an id from {home}"), (fault.Code.Id, fault.Found, fault.Expected));
    }

    [Theory]
    [InlineData("autumn-day/topics.json", "\"session\": \"morning\"", "\"session\": \"evening\"")]
    [InlineData("autumn-day/quotes.json", "\"source\": \"gardener\"", "\"source\": \"nobody\"")]
    [InlineData("autumn-day/codex.json", "\"source\": \"gardener\"", "\"source\": \"nobody\"")]
    [InlineData("autumn-day/coat-rack.json", "\"citation\": {", "\"citation\": { \"source\": \"nobody\",")]
    [InlineData("autumn-day/day.json", "En dag om jord.", "En [dag](term:nothing).")]
    [InlineData("network.json", "Materialet fra", "[Materialet](topic:nothing) fra")]
    public void An_id_in_a_field_or_in_a_short_text_is_looked_up(string file, string old, string @new)
    {
        using var copy = new ContentCopy().Replace(file, old, @new);

        Assert.Equal(["LD402"], copy.Load().Diagnostics.Where(d => d.Location.File == file).Select(d => d.Code.Id));
    }

    [Fact]
    public void Of_many_ids_twelve_are_offered()
    {
        var terms = string.Join(',', Enumerable.Range(10, 12).Select(i => $$"""{"id": "term-{{i}}", "term": {"da": "a", "en": "b"}, "explanation": {"da": "a", "en": "b"}, "addedByEditor": true}"""));
        using var copy = new ContentCopy().Write("glossary.json", $"{{\"terms\": [{terms}]}}")
            .Replace("autumn-day/topics/soil.da.md", "- Ler", "[x](term:x)\n\n- Ler");
        Assert.Contains(copy.Load().Diagnostics, d => d.Remedy == "choose one of " + string.Join(", ", Enumerable.Range(10, 12).Select(i => $"term-{i}")));

        copy.Write("glossary.json", $"{{\"terms\": [{terms}, {terms[..terms.IndexOf('}', terms.IndexOf("explanation", StringComparison.Ordinal))].Replace("term-10", "term-99", StringComparison.Ordinal)}}}, \"addedByEditor\": true}}]}}");
        Assert.Contains(copy.Load().Diagnostics, d => d.Remedy.EndsWith("term-21, …", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_read_is_not_said_to_be_missing()
    {
        // The ids in a file that could not be read are unknown: every reference to one may be right.
        using var copy = new ContentCopy().Write("glossary.json", "[").Write("autumn-day/sources.json", "{").Write("autumn-day/programme.json", "{}");

        Assert.Equal(["autumn-day/programme.json LD204", "autumn-day/sources.json LD201", "glossary.json LD201"], copy.Load().Diagnostics.Select(d => $"{d.Location.File} {d.Code}"));
    }

    [Fact]
    public void Two_of_a_kind_are_told_in_every_list_of_the_network()
    {
        using var copy = new ContentCopy()
            .Replace("network.json", "{ \"tag\": \"en\", \"name\": \"English\" }", "{ \"tag\": \"en\", \"name\": \"English\" }, { \"tag\": \"en\", \"name\": \"British\" }")
            .Replace("network.json", "[\"autumn-day\"]", "[\"autumn-day\", \"autumn-day\"]");

        Assert.Equal(["network.json(6,50) LD401", "network.json(11,26) LD401"], Faults(copy));
    }

    [Theory]
    [InlineData(1000, 1000, null)]
    [InlineData(1001, 1001, "LD108")]
    public void The_thousand_and_first_fault_of_a_file_is_told_of_as_one_too_many(int faults, int told, string? first)
    {
        var bag = new DiagnosticBag();
        for (var i = 1; i <= faults; i++)
        {
            bag.Add(DiagnosticCode.BlankText, new("a", i, 1), "x", "y", "z");
        }
        bag.Add(DiagnosticCode.BlankText, new("b", 1, 1), "x", "y", "z");

        var found = bag.Sorted();
        Assert.Equal(told + 1, found.Length);
        Assert.Equal(first ?? "LD303", found[0].Code.Id);
        Assert.Equal("b", found[^1].Location.File);
        Assert.Equal(faults <= 1000, bag.HasRoom("c") && faults <= 1000);
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    public void Faults_are_found_once_more_in_order_only_where_the_order_says_which_are_told(int faultsOfEach, int times)
    {
        var bag = new DiagnosticBag();
        bag.Add(DiagnosticCode.BlankText, new("before", 1, 1), "x", "y", "z");
        var asked = new List<bool>();

        bag.FindInAnyOrder(inOrder =>
        {
            asked.Add(inOrder);
            foreach (var column in inOrder ? [1, 2] : (int[])[2, 1])
            {
                for (var line = 1; line <= faultsOfEach; line++)
                {
                    bag.Add(DiagnosticCode.BlankText, new("a", line, column), "x", "y", "z");
                }
            }
        });

        Assert.Equal(Enumerable.Range(0, times).Select(time => time > 0), asked);
        Assert.Equal((faultsOfEach, 1000 - faultsOfEach), (bag.Sorted().Count(d => d.Location.Column == 1 && d.Location.File == "a"), bag.Sorted().Count(d => d.Location.Column == 2)));
        Assert.Contains(bag.Sorted(), d => d.Location.File == "before");
    }

    [Fact]
    public void A_fault_that_is_found_twice_is_told_once()
    {
        var bag = new DiagnosticBag();
        for (var i = 0; i < 3; i++)
        {
            bag.Add(DiagnosticCode.BlankText, new("a", 1, 1), "x", "y", "z");
        }

        Assert.Single(bag.Sorted());
        Assert.Equal(1, bag.CountIn("a"));
    }

    [Theory]
    [InlineData("autumn-day/day.json", "hosts", "{\"a\": 1, \"a\": 2}", "LD205")]
    [InlineData("autumn-day/day.json", "title", "[1, 2]", "LD205")]
    [InlineData("autumn-day/day.json", "slug", "{\"da\": \"\", \"en\": \"x\"}", "LD206")]
    [InlineData("autumn-day/day.json", "slug", "\"x\"", "LD205")]
    [InlineData("autumn-day/day.json", "title", "{\"x\": \"a\", \"da\": null, \"en\": \"b\"}", "LD302", "LD205")]
    [InlineData("autumn-day/day.json", "title", "{\"da\": \"a\", \"da\": \"b\", \"en\": \"c\"}", "LD202")]
    [InlineData("autumn-day/day.json", "titel", "1", "LD203")]
    [InlineData("autumn-day/day.json", "colour", "1", "LD203")]
    public void A_value_of_another_form_is_told_once_and_what_is_in_it_is_not_looked_at(string file, string field, string value, params string[] codes)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(TestFolders.Base, file)))!;
        json.AsObject().Remove(field == "titel" ? "title" : field);
        using var copy = new ContentCopy().Write(file, $"{json.ToJsonString()[..^1]}, \"{field}\": {value}}}");

        Assert.Equal(codes, copy.Load().Diagnostics.Where(d => d.Location.File == file).Select(d => d.Code.Id));
    }

    [Fact]
    public void What_a_file_says_of_its_schema_is_no_text_and_what_its_authors_tell_each_other_is()
    {
        using var copy = new ContentCopy().Replace("network.json", "{\n  \"title\"", "{\n  \"$schema\": \"\",\n  \"$comment\": \"\",\n  \"title\"");

        Assert.Equal(["network.json(3,15) LD303"], Faults(copy));
    }

    [Fact]
    public void Two_days_are_read_and_the_texts_of_one_whose_topics_cannot_be_read_are_no_strays()
    {
        using var copy = Smallest();
        copy.Replace("network.json", "[\"autumn-day\"]", "[\"autumn-day\", \"spring-day\"]");
        foreach (var path in Directory.GetFiles(copy.At("autumn-day"), "*", SearchOption.AllDirectories))
        {
            copy.Write(Path.GetRelativePath(copy.Root, path).Replace("autumn-day", "spring-day", StringComparison.Ordinal), File.ReadAllBytes(path));
        }
        copy.Replace("spring-day/day.json", "efteraarsdag", "foraarsdag").Replace("spring-day/day.json", "\"autumn-day\"", "\"spring-day\"");
        Assert.Empty(Faults(copy));
        Assert.Equal(["autumn-day", "spring-day"], copy.Load().Network!.Days.Select(day => day.Id.Value));

        copy.Write("spring-day/topics.json", "[");
        Assert.Equal(["spring-day/topics.json(1,2) LD201"], Faults(copy));

        copy.Write("spring-day/topics.json", File.ReadAllText(copy.At("autumn-day/topics.json"))).Write("spring-day/stray.json", "").Write("stray/a.json", "").Write("pages/about.da.md", "x");
        Directory.CreateDirectory(copy.At("empty"));
        Assert.Equal(["pages LD105", "spring-day/stray.json LD105", "stray LD105"], Faults(copy));
    }

    private static IEnumerable<(string Name, JsonArray List)> Lists(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Value is JsonArray list ? Lists(list).Prepend((field.Key, list)) : Lists(field.Value!)),
        JsonArray items => items.SelectMany(item => Lists(item!)),
        _ => [],
    };

    /// <summary>A day with nothing that may be left out.</summary>
    private static ContentCopy Smallest()
    {
        var copy = new ContentCopy();
        foreach (var file in ContentCopy.BaseFiles.Where(file => file is not ("network.json" or Day or "autumn-day/programme.json" or "autumn-day/topics.json")))
        {
            File.Delete(copy.At(file));
        }
        return copy.Replace(Day, "\"slides\": [1]", "\"slides\": [1, 2, 3, 4]")
            .Write("autumn-day/topics.json", """{"topics": [{"id": "soil", "slug": {"da": "jord", "en": "soil"}, "title": {"da": "Jord", "en": "Soil"}, "summary": {"da": "Om jord", "en": "On soil"}, "session": "morning", "slides": [3]}]}""")
            .Write("autumn-day/topics/soil.da.md", "Jord.\n").Write("autumn-day/topics/soil.en.md", "Soil.\n");
    }

    private static IEnumerable<string> Faults(ContentCopy copy) => copy.Load().Diagnostics.Select(d => $"{d.Location} {d.Code}");
}
