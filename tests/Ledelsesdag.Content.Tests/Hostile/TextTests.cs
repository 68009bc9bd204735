using System.Text;
using System.Text.Json.Nodes;
using Ledelsesdag.Content.Tests.Loading;

namespace Ledelsesdag.Content.Tests.Hostile;

/// <summary>Words that are more than words: markup, links, invisible characters, nothing at all, another language.</summary>
public sealed class TextTests
{
    public static TheoryData<string, string> Texts => Contract.FieldsOf(typeof(LocalizedText));

    public static TheoryData<string, string> Addresses => Contract.FieldsOf(typeof(Uri));

    public static TheoryData<string, string> Words => Contract.FieldsOf(typeof(string));

    [Theory, Trait("Kind", "long")]
    [MemberData(nameof(Texts))]
    public void HTML_in_any_text_is_refused_in_any_language(string file, string field)
    {
        string[] html = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- -->", "</p><p onclick='x'>", "<svg onload=alert(1)/>"];
        foreach (var written in html)
        {
            using var copy = new ContentCopy().Write(file, Contract.With(file, field, () => Both($"x {written}")));
            var found = copy.Load();

            Assert.Null(found.Network);
            // Once for each language, and each at its own place.
            Assert.True(found.Diagnostics.Where(d => d.Location.File == file && d.Code.Id == "LD307").Select(d => d.Location).Distinct().Count() >= 2, written);
        }
    }

    [Theory, Trait("Kind", "long")]
    [MemberData(nameof(Texts))]
    public void A_link_to_a_script_is_refused_in_any_text(string file, string field)
    {
        using var copy = new ContentCopy().Write(file, Contract.With(file, field, () => Both("[x](JavaScript:alert(1))")));

        Assert.Equal(2, copy.Load().Diagnostics.Count(d => d.Location.File == file && d.Code.Id == "LD308"));
    }

    [Theory, Trait("Kind", "long")]
    [MemberData(nameof(Texts))]
    public void A_text_of_nothing_is_refused_in_any_field(string file, string field)
    {
        foreach (var nothing in new[] { "", " ", "\u00A0", "\u3000\u2003", "\t" })
        {
            using var copy = new ContentCopy().Write(file, Contract.With(file, field, () => Both(nothing)));

            Assert.Equal(2, copy.Load().Diagnostics.Count(d => d.Location.File == file && d.Code.Id == "LD303"));
        }
    }

    [Theory, Trait("Kind", "long")]
    [MemberData(nameof(Texts))]
    public void A_text_in_one_language_only_is_refused_and_never_stands_in_for_the_other(string file, string field)
    {
        using var copy = new ContentCopy().Write(file, Contract.With(file, field, () => new JsonObject { ["da"] = "Ord" }));
        var found = copy.Load();

        Assert.Null(found.Network);
        Assert.Contains(found.Diagnostics, d => d.Location.File == file && d.Code.Id == "LD301");
    }

    [Theory, Trait("Kind", "long")]
    [MemberData(nameof(Words))]
    public void HTML_in_a_field_of_plain_words_is_kept_as_words_or_refused(string file, string field)
    {
        const string Html = "<b onclick='x'>&amp;</b>";
        using var copy = new ContentCopy().Write(file, Contract.With(file, field, () => Html));
        var found = copy.Load();

        if (found.Network is null)
        {
            Assert.Contains(found.Diagnostics, d => d.Location.File == file);
            return;
        }
        var published = Published.Write(found.Network);
        Assert.DoesNotContain((byte)'<', published);
        Assert.Contains(Strings(JsonNode.Parse(published)!), text => text == Html);
    }

    [Theory, Trait("Kind", "long")]
    [MemberData(nameof(Words))]
    public void Invisible_characters_are_refused_in_a_field_of_plain_words(string file, string field)
    {
        using var copy = new ContentCopy().Write(file, Contract.With(file, field, () => "Ord\u202e\u2066\0"));

        Assert.Contains(copy.Load().Diagnostics, d => d.Location.File == file && d.Code.Id is "LD305" or "LD206");
    }

    [Theory, Trait("Kind", "long")]
    [MemberData(nameof(Addresses))]
    public void An_address_that_is_none_of_the_web_is_refused_in_any_field(string file, string field)
    {
        string[] addresses =
        [
            "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", "\u0001javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>", "DATA:text/html;base64,PHNjcmlwdD4=", "vbscript:msgbox(1)", "file:///etc/passwd", "blob:https://haver.example/x",
            "//haver.example/x", "\\\\haver.example\\x", "http://haver.example/", "https://", "https:///x", "https://me:hush@haver.example/", "https://haver.example@evil.example/",
            "../x", "x", "mailto:hej@haver.example", "ftp://haver.example/",
        ];
        foreach (var address in addresses)
        {
            using var copy = new ContentCopy().Write(file, Contract.With(file, field, () => address));
            var found = copy.Load();

            Assert.Null(found.Network);
            Assert.Contains(found.Diagnostics, d => d.Location.File == file && d.Code.Id == "LD206");
        }
    }

    [Theory]
    [InlineData("[x](java&Tab;script:alert)")]
    [InlineData("[x](java&NewLine;script:alert)")]
    [InlineData("[x](&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058alert)")]
    [InlineData("[x](&#x6a;&#x61;&#x76;&#x61;&#x73;&#x63;&#x72;&#x69;&#x70;&#x74;&#x3a;alert)")]
    [InlineData("[x](%6Aavascript:alert)")]
    [InlineData("[x](javascript&#58;alert)")]
    [InlineData("[x](\\javascript:alert)")]
    [InlineData("[x](<javascript:alert>)")]
    [InlineData("[x](< javascript:alert>)")]
    [InlineData("[x](ｊavascript:alert)")]
    [InlineData("[x](javascript://haver.example/%0Aalert)")]
    [InlineData("[*x*](javascript:alert)")]
    [InlineData("[x](data:image/svg+xml;base64,PHN2Zz4=)")]
    [InlineData("[x](DaTa:text/html,x)")]
    [InlineData("[x](view-source:javascript:alert)")]
    [InlineData("[x](feed:javascript:alert)")]
    [InlineData("[x](vbscript&colon;x)")]
    [InlineData("[x](//haver.example)")]
    [InlineData("[x](HTTP://haver.example)")]
    [InlineData("[x](https:haver.example)")]
    [InlineData("[x](https:/haver.example)")]
    [InlineData("<JAVASCRIPT:alert>")]
    public void A_forbidden_link_is_found_in_every_disguise(string markdown)
    {
        foreach (var text in new[] { Prose.Parse($"Ord {markdown}"), Prose.Parse($"- {markdown}"), Prose.Parse($"## {markdown}") })
        {
            Assert.NotEmpty(text.Faults);
            Assert.DoesNotContain(text.Texts().SelectMany(inlines => Inline.Descend(inlines)), inline => inline is WebLink);
        }
        Assert.NotEmpty(new RichText(markdown).Faults);
        Assert.DoesNotContain(Inline.Descend(new RichText(markdown).Inlines), inline => inline is WebLink);
    }

    [Theory]
    [InlineData("Ord [x][y] ord.\n\n[y]: javascript:alert(1)\n")]
    [InlineData("Ord [y] ord.\n\n[y]: <data:text/html,x>\n")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![](data:image/png;base64,AAAA)")]
    [InlineData("Ord ![x](javascript:alert(1)) ord")]
    [InlineData("[![](quote:a)](javascript:alert(1))")]
    [InlineData("Ord {onclick=alert(1)}\n\n<div>")]
    [InlineData("Ord <a href=\"https://haver.example\">x</a>")]
    public void A_forbidden_link_is_found_on_every_way_to_write_one(string markdown)
    {
        var text = Prose.Parse(markdown);

        Assert.NotEmpty(text.Faults);
        Assert.DoesNotContain(text.Texts().SelectMany(inlines => Inline.Descend(inlines)), inline => inline is WebLink { Address.Scheme: not ("https" or "mailto") });
    }

    [Theory]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("< script>alert(1)</ script>")]
    [InlineData("<<script>")]
    [InlineData("\\<script>")]
    [InlineData("&lt;script&gt;")]
    public void What_only_looks_like_a_tag_is_words_that_hold_no_markup(string markdown)
    {
        var text = new RichText($"Ord {markdown}");

        if (text.Faults.IsEmpty)
        {
            Assert.Equal($"Ord {System.Net.WebUtility.HtmlDecode(markdown).TrimStart('\\')}", Assert.IsType<TextRun>(Assert.Single(text.Inlines)).Text);
        }
        else
        {
            Assert.All(text.Faults, fault => Assert.Equal("LD307", fault.Code.Id));
        }
    }

    [Fact]
    public void Braces_mean_nothing_and_are_words() =>
        Assert.Equal("Ord {onclick=alert(1)} {.class #id}", Prose.Parse("Ord {onclick=alert(1)} {.class #id}").Plain);

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x0007)]
    [InlineData(0x001B)]
    [InlineData(0x007F)]
    [InlineData(0x0085)]
    [InlineData(0x061C)]
    [InlineData(0x200B)]
    [InlineData(0x200E)]
    [InlineData(0x200F)]
    [InlineData(0x2028)]
    [InlineData(0x2029)]
    [InlineData(0x202A)]
    [InlineData(0x202D)]
    [InlineData(0x202E)]
    [InlineData(0x2060)]
    [InlineData(0x2066)]
    [InlineData(0x2069)]
    [InlineData(0xE000)]
    [InlineData(0xFEFF)]
    public void An_invisible_character_is_refused_where_it_stands_in_data_and_in_Markdown(int character)
    {
        using var copy = new ContentCopy()
            .Replace("autumn-day/day.json", "En dag om jord.", $"En \\u{character:x4}dag")
            .Replace("autumn-day/topics/tools.da.md", "![](codex:diggers)", $"Ord\n\nEn {(char)character}dag\n\n![](codex:diggers)");
        var found = copy.Load().Diagnostics;

        Assert.Equal(["autumn-day/day.json(4,26)", "autumn-day/topics/tools.da.md(5,4)"], found.Where(d => d.Code.Id == "LD305").Select(d => d.Location.ToString()));
        Assert.All(found, d => Assert.DoesNotContain((char)character, d.ToString()));
    }

    [Theory]
    [InlineData("\\ud83c")]
    [InlineData("\\udf4e")]
    [InlineData("\\udf4e\\ud83c")]
    [InlineData("x\\ud83cx\\udf4e")]
    public void Half_of_a_surrogate_pair_is_refused(string half)
    {
        using var copy = new ContentCopy().Replace("autumn-day/day.json", "En dag om jord.", half);

        Assert.Equal(["LD305"], copy.Load().Diagnostics.Select(d => d.Code.Id));
    }

    [Theory]
    [InlineData("\u00AD")]
    [InlineData("\u200D")]
    [InlineData("\u200C")]
    [InlineData("🍎")]
    [InlineData("\uFE0F")]
    public void What_belongs_to_writing_is_let_through(string character)
    {
        using var copy = new ContentCopy().Replace("autumn-day/day.json", "En dag om jord.", $"En dag{character} om jord.");

        Assert.Empty(copy.Load().Diagnostics);
    }

    [Fact]
    public void A_letter_in_two_parts_is_kept_as_written_and_makes_the_same_anchor()
    {
        // Not brought into one part: what an author or the person quoted wrote stays letter by letter, and lines and columns
        // are those of the file. Where it would matter letters are folded: here in anchors, on the site in the search. Ids and
        // slugs are ASCII, so nothing of that kind can name two things that look the same.
        using var copy = new ContentCopy()
            .Replace("autumn-day/day.json", "En dag om jord.", "En A\u030Arsdag.")
            .Replace("autumn-day/topics/soil.da.md", "## Jordens æbler og øer", "## A\u030Aben jord");
        var day = copy.Load().Network!.Days[0];

        Assert.Equal("En A\u030Arsdag.", day.Summary[Language.Of("da")].Plain);
        Assert.Equal(Prose.Parse("## Åben jord").Blocks.OfType<Heading>().Single().Anchor, day.Topics[0].Body[Language.Of("da")].Blocks.OfType<Heading>().First().Anchor);
        Assert.False(Id.TryParse("a\u030Aben", out _));
        Assert.False(Slug.TryParse("åben", out _));
    }

    [Theory]
    [InlineData("da", "We dig in the soil of our own garden.", "en")]
    [InlineData("en", "Vi graver i jorden i vores egen have, og det er godt.", "da")]
    public void A_sentence_of_another_language_of_the_network_is_warned_of(string language, string sentence, string other)
    {
        var old = language == "da" ? "\"da\": \"En dag om jord.\"" : "\"en\": \"A day about soil.\"";
        using var copy = new ContentCopy()
            .Replace("autumn-day/day.json", old, $"\"{language}\": \"{sentence}\"")
            .Replace($"autumn-day/topics/tools.{language}.md", "![](codex:diggers)", $"{sentence}\n\n- {sentence}\n\n![](codex:diggers)");
        var loaded = copy.Load();

        Assert.NotNull(loaded.Network);
        Assert.Equal(["LD310", "LD310", "LD310"], loaded.Diagnostics.Select(d => d.Code.Id));
        Assert.Equal($"a sentence in {other} in the place of one in {language}", loaded.Diagnostics[0].Found);
        Assert.Equal([3, 5], loaded.Diagnostics[1..].Select(d => d.Location.Line));
    }

    [Theory]
    [InlineData("\"en\": \"Netværk for fællesskabsagenter i Danmark, Norge og Sverige\"")] // one small word may be part of a name
    [InlineData("\"en\": \"The network is called Vi graver i jorden og det er godt\"")]
    [InlineData("\"en\": \"Er det til os?\"")] // too short to be sure of
    [InlineData("\"en\": \"[Vi graver i jorden i vores egen have](lang:da)\"")]
    [InlineData("\"en\": \"Soil, *[vi graver i jorden i vores egen have, og det er godt](lang:da)*\"")]
    public void What_may_be_a_name_or_is_marked_as_a_passage_is_not(string english)
    {
        using var copy = new ContentCopy().Replace("autumn-day/day.json", "\"en\": \"A day about soil.\"", english);

        Assert.Empty(copy.Load().Diagnostics);
    }

    [Fact]
    public void A_language_whose_small_words_nobody_wrote_down_is_never_judged()
    {
        using var copy = new ContentCopy();
        foreach (var path in ContentCopy.BaseFiles)
        {
            copy.Write(path, File.ReadAllText(copy.At(path)).Replace("\"da\"", "\"nb\"", StringComparison.Ordinal));
        }
        foreach (var path in ContentCopy.BaseFiles.Where(path => path.EndsWith(".da.md", StringComparison.Ordinal)))
        {
            File.Move(copy.At(path), copy.At(path.Replace(".da.", ".nb.", StringComparison.Ordinal)));
        }
        copy.Replace("autumn-day/day.json", "En dag om jord.", "We dig in the soil of our own garden.");

        Assert.Empty(copy.Load().Diagnostics);
    }

    private static JsonObject Both(string text) => new() { ["da"] = text, ["en"] = text };

    private static IEnumerable<string> Strings(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Strings(field.Value!)),
        JsonArray items => items.SelectMany(item => Strings(item!)),
        _ => node.GetValueKind() == System.Text.Json.JsonValueKind.String ? [node.GetValue<string>()] : [],
    };
}
