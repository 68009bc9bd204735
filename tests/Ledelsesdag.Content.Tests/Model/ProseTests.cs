using System.Runtime.InteropServices;
using CsCheck;

namespace Ledelsesdag.Content.Tests.Model;

/// <summary>What Markdown becomes.</summary>
public sealed class ProseTests
{
    [Fact]
    public void Emphasis_passages_and_links_are_parts_of_their_own()
    {
        var text = new RichText("Et *ord*, **vigtigt**, [in English](lang:en), [jord](term:soil) og [ud](https://a.example/).");

        Assert.Equal("Et ord, vigtigt, in English, jord og ud.", text.Plain);
        Assert.Equal(["TextRun", "Emphasis", "TextRun", "Strong", "TextRun", "ForeignPassage", "TextRun", "ReferenceLink", "TextRun", "WebLink", "TextRun"],
            text.Inlines.Select(inline => inline.GetType().Name));
        Assert.Equal("en", text.Inlines.OfType<ForeignPassage>().Single().Language.Tag);
        Assert.Equal((ReferenceKind.Term, 46), (text.References[0].Target.Kind, text.References[0].Offset));
        Assert.Empty(text.Faults);
    }

    [Theory]
    [InlineData("Et ord, et andet! Og (måske) \"et\" - tredje.", true)]
    [InlineData("Og et [fjerde].", false)]
    [InlineData("Fire \\* ord her.", false)]
    [InlineData("Med &amp; uden.", false)]
    [InlineData("Én linje\nog én til.", false)]
    public void Words_are_a_part_of_the_text_unless_a_mark_between_them_fell_away(string markdown, bool isPart)
    {
        var prose = Prose.Parse(markdown);

        var run = Assert.IsType<TextRun>(Assert.Single(Assert.Single(prose.Texts())));
        Assert.Equal(prose.Plain, run.Text);
        Assert.Equal(isPart, MemoryMarshal.TryGetString(run.Letters, out var text, out var at, out var length) && ReferenceEquals(text, prose.Markdown) && (at, length) == (0, markdown.Length));
    }

    [Fact]
    public void Words_before_within_and_after_a_part_of_a_text_stay_apart()
    {
        var prose = Prose.Parse("Her \\[er *det \\* så* sagt] og\\] ikke [\\*mere *end* det](term:soil).");

        var inlines = Assert.Single(prose.Texts());
        Assert.Equal(["Her [er ", "det * så", " sagt] og] ikke ", "*mere end det", "."], inlines.Select(inline => Inline.PlainText([inline])));
        Assert.Equal(["*mere ", "end", " det"], Assert.IsType<ReferenceLink>(inlines[3]).Inlines.Select(inline => Inline.PlainText([inline])));
    }

    [Fact]
    public void Runs_of_the_same_words_are_equal_wherever_they_stand()
    {
        var inline = Assert.Single(new RichText("og *så* videre").Inlines.OfType<Emphasis>()).Inlines;

        Assert.Equal(new TextRun("så"), inline[0]);
        Assert.Equal(new TextRun("så").GetHashCode(), inline[0].GetHashCode());
        Assert.NotEqual(new TextRun("Så"), inline[0]);
        Assert.NotEqual(new TextRun("så "), inline[0]);
        Assert.False(new TextRun("så").Equals(null));
        Assert.Same("så", new TextRun("så").Text);
    }

    [Theory]
    [InlineData("1. maj")]
    [InlineData("# er et tegn")]
    [InlineData("- og så")]
    [InlineData("1. maj er en dag, ikke et \\* punkt")]
    [InlineData("> end")]
    [InlineData("| og *så* |")]
    [InlineData("##emne og *mere*")]
    [InlineData("• punkt og *mere*")]
    public void A_short_text_that_looks_like_a_list_or_a_heading_is_text(string markdown)
    {
        var text = new RichText(markdown);

        Assert.Equal(markdown.Replace("\\", "", StringComparison.Ordinal).Replace("*så*", "så", StringComparison.Ordinal).Replace("*mere*", "mere", StringComparison.Ordinal), text.Plain);
        Assert.Empty(text.Faults);
    }

    [Theory]
    [InlineData("~~væk~~ og nyt")]
    [InlineData("[jord] (term:soil)")]
    [InlineData("[ud]\n(https://a.example/)")]
    [InlineData("så er det **glemt")]
    public void What_looks_like_markup_and_is_none_is_refused(string markdown)
    {
        Assert.Equal("LD309", Assert.Single(new RichText(markdown).Faults).Code.Id);
        Assert.Equal("LD309", Assert.Single(Prose.Parse(markdown).Faults).Code.Id);
    }

    [Theory]
    [InlineData("a ~ b ~~ c")]
    [InlineData("\\~~væk\\~~")]
    [InlineData("[sic] (og så videre)")]
    [InlineData("[sic\\] (term:soil)")]
    [InlineData("\\*\\*vigtigt")]
    [InlineData("#emne og mere")]
    [InlineData("– og hvem ikke?")]
    [InlineData("fra a | til b")]
    public void What_only_resembles_markup_is_text(string markdown)
    {
        Assert.Empty(new RichText(markdown).Faults);
        Assert.Empty(Prose.Parse(markdown).Faults);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert)")]
    [InlineData("[x](&#106;avascript:alert)")]
    [InlineData("[x](&#x6A;avascript&colon;alert)")]
    [InlineData("[x](data:text/html,x)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](http://a.example/)")]
    [InlineData("[x](//a.example/)")]
    [InlineData("[x](/a)")]
    [InlineData("[x](https://user@a.example/)")]
    [InlineData("[x](https:\\\\a.example)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    public void A_link_that_is_no_web_mail_or_content_link_is_refused(string markdown)
    {
        Assert.Equal("LD308", Assert.Single(new RichText(markdown).Faults).Code.Id);
        Assert.Empty(new RichText(markdown).Inlines.OfType<WebLink>());
        Assert.Equal("LD308", Assert.Single(Prose.Parse("Ord " + markdown).Faults).Code.Id);
    }

    [Theory]
    [InlineData("[x](https://a.example/å?b=c#d)", "https://a.example/å?b=c#d")]
    [InlineData("<https://a.example/>", "https://a.example/")]
    [InlineData("[x](https://a)", "https://a")]
    [InlineData("<hej@a.example>", "mailto:hej@a.example")]
    [InlineData("[x](mailto:hej@a.example)", "mailto:hej@a.example")]
    public void Web_and_mail_links_are_kept(string markdown, string address)
    {
        var text = new RichText(markdown);

        Assert.Empty(text.Faults);
        Assert.Equal(address, Assert.IsType<WebLink>(Assert.Single(text.Inlines)).Address.OriginalString);
    }

    [Theory]
    [InlineData("[ord](term: jord)")]
    [InlineData("[ord](term:jord og mere")]
    [InlineData("[*ord*](term: jord)")]
    public void A_link_that_is_not_one_is_said_to_be_so(string markdown) =>
        Assert.Equal("LD309", Assert.Single(Prose.Parse(markdown).Faults).Code.Id);

    [Theory]
    [InlineData("(ord) og [sic] (ord)", "(ord) og [sic] (ord)")]
    [InlineData("*ord*(ord)", "ord(ord)")]
    [InlineData("(ord", "(ord")]
    [InlineData("ord]", "ord]")]
    public void Brackets_that_are_not_beside_each_other_are_words(string markdown, string plain)
    {
        Assert.Empty(Prose.Parse(markdown).Faults);
        Assert.Equal(plain, Prose.Parse(markdown).Plain);
    }

    [Fact]
    public void Both_brackets_escaped_are_the_two_characters()
    {
        var prose = Prose.Parse("\\[ord\\]\\(term: jord)");

        Assert.Empty(prose.Faults);
        Assert.Equal("[ord](term: jord)", prose.Plain);
    }

    [Fact]
    public void Nothing_disappears_as_the_address_of_a_link()
    {
        Assert.Equal("LD309", Assert.Single(new RichText("[sic]: ordet").Faults).Code.Id);
        Assert.Equal("LD309", Assert.Single(Prose.Parse("Ord.\n\n[sic]: ordet\n").Faults).Code.Id);
    }

    [Fact]
    public void Headings_get_anchors_in_plain_letters_each_of_its_own()
    {
        var prose = Prose.Parse("## Ærø, Øl & Å\n\n### A\u030Ar *og* dag\n\n## Ærø, Øl & Å\n\n## …\n");

        Assert.Empty(prose.Faults);
        Assert.Equal(["aeroe-oel-aa", "aar-og-dag", "aeroe-oel-aa-2", "part"], prose.Blocks.OfType<Heading>().Select(heading => heading.Anchor));
    }

    [Fact]
    public void Nothing_of_one_text_is_found_in_the_next()
    {
        const string Next = "## Jord\n\n### Muld\n\nOrd.\n";
        var alone = Prose.Parse(Next);

        // A heading of the same words, faults, references, a text that broke off, and one that is longer than what is kept.
        foreach (var before in new[] { "## Jord\n\n<b>\n\n![](quote:x)\n\n[a](term:b)\n", new string('[', 1000), "### Muld\n", new string('a', 300_000) + "\n\n# b\n" })
        {
            Prose.Parse(before);
            _ = new RichText(before).Inlines;
            var prose = Prose.Parse(Next);

            Assert.Equal(alone.Blocks.OfType<Heading>().Select(heading => heading.Anchor), prose.Blocks.OfType<Heading>().Select(heading => heading.Anchor));
            Assert.Equal(alone.Plain, prose.Plain);
            Assert.Empty(prose.Faults);
            Assert.Empty(prose.References);
            Assert.Empty(prose.Shown);
        }
    }

    [Fact, Trait("Kind", "chance")]
    public void The_words_of_a_text_are_those_of_its_parts()
    {
        Pick.From(" ", "\t", "\n", "ord", "æ", "*", "_", "[", "](term:x)", "<", "&amp;", "\\", "`", "~", "\u00A0", "1.", "#").Array[0, 8].Select(string.Concat).Sample(markdown =>
            Assert.Equal(Inline.PlainText(new RichText(markdown).Inlines), new RichText(markdown).Plain), iter: 5000);
    }

    [Theory]
    [InlineData("A\u030A", "aa")]
    [InlineData("a\u0308", "ae")]
    [InlineData("O\u0308", "oe")]
    [InlineData("u\u0308", "ue")]
    [InlineData("e\u0308", "e")]
    [InlineData("e\u0301", "e")]
    [InlineData("e\u030A", "e")]
    [InlineData("\u030A\u0308x", "x")]
    [InlineData("Ü ß é", "ue-ss-e")]
    [InlineData("  İstanbul – 2. del!  ", "stanbul-2-del")]
    public void An_anchor_has_plain_letters_however_the_others_are_written(string heading, string anchor) =>
        Assert.Equal(anchor, Ledelsesdag.Content.Loading.Anchor.From(heading));

    [Fact]
    public void Lists_may_stand_in_lists()
    {
        var prose = Prose.Parse("1. Et\n   - inde i\n2. To\n");

        var list = Assert.IsType<ListBlock>(Assert.Single(prose.Blocks));
        Assert.True(list.Ordered);
        Assert.False(Assert.IsType<ListBlock>(list.Items[0].Blocks[1]).Ordered);
        Assert.Equal("Et\ninde i\nTo", prose.Plain);
    }

    [Fact]
    public void Items_are_shown_where_they_stand_on_a_line_of_their_own()
    {
        var prose = Prose.Parse("Først\n\n![](quote:a)\n\n- ![](table:b)\n\n[ord](topic:c)");

        Assert.Empty(prose.Faults);
        Assert.Equal(["quote:a", "table:b"], prose.Embeds().Select(embed => embed.ToString()));
        Assert.Equal([("quote:a", 7), ("table:b", 23), ("topic:c", 37)], prose.References.Select(r => (r.Target.ToString(), r.Offset)));
    }

    [Fact]
    public void Entities_and_escapes_are_the_characters_they_stand_for() =>
        Assert.Equal("< & * å", new RichText("&lt; &amp; \\* &aring;").Plain);

    [Fact]
    public void A_line_break_is_a_space_and_a_hard_one_a_line_break()
    {
        Assert.Equal("a b", Prose.Parse("a\nb").Plain);
        Assert.Contains(new LineBreak(), Assert.IsType<Paragraph>(Prose.Parse("a  \nb").Blocks[0]).Inlines);
    }

    [Theory, Trait("Kind", "long")]
    [InlineData("[a](", 50_000)]
    [InlineData("[a](", 2_000)]
    [InlineData("![a](", 40_000)]
    [InlineData("[", 200_000)]
    [InlineData("<a ", 60_000)]
    [InlineData("> ", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("*a _b ", 30_000)]
    [InlineData("**a", 60_000)]
    [InlineData("`a``b", 40_000)]
    [InlineData("&#", 100_000)]
    [InlineData("[a]: ", 40_000)]
    [InlineData("<!--", 50_000)]
    [InlineData("# a\n", 50_000)]
    public async Task Hostile_Markdown_ends(string piece, int times) =>
        Assert.NotNull(await Task.Run(() => Prose.Parse(string.Concat(Enumerable.Repeat(piece, times)))).WaitAsync(TimeSpan.FromSeconds(10)));

    [Fact]
    public void A_text_beyond_the_limit_is_not_read_at_all() =>
        Assert.Empty(new RichText(new string('*', 20_001)).Inlines);
}
