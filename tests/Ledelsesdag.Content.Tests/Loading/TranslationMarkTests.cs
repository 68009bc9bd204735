using System.Text;
using System.Text.Json;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Tests.Loading;

public sealed class TranslationMarkTests
{
    private static readonly Language English = Language.Of("en");

    private const string Title = "\"Network for Neighbourhood Gardens\"";

    [Fact]
    public void Without_marks_what_is_written_is_an_original_or_a_translation()
    {
        using var copy = new ContentCopy();

        var coverage = copy.Load().Translations;

        Assert.All(coverage[0].Texts, text => Assert.Equal(TranslationState.Original, text.State));
        Assert.All(coverage[1].Texts, text => Assert.Equal(TranslationState.Translated, text.State));
        Assert.All(coverage, language => Assert.Equal((100, 100), (language.Percent, language.PercentUpToDate)));
    }

    [Theory]
    [InlineData(TranslationMark.Draft, TranslationState.Draft)]
    [InlineData(TranslationMark.Translated, TranslationState.Translated)]
    [InlineData(TranslationMark.Reviewed, TranslationState.Reviewed)]
    public void A_mark_is_the_state_of_its_translation_and_of_no_other(TranslationMark mark, TranslationState expected)
    {
        using var copy = new ContentCopy();

        MarkTitle(copy, mark);

        var english = copy.Load().Translations[1];
        Assert.Equal(expected, TitleIn(english).State);
        Assert.All(english.Texts.Where(text => text != TitleIn(english)), text => Assert.Equal(TranslationState.Translated, text.State));
        Assert.Equal(expected == TranslationState.Draft ? 100 * (english.Texts.Length - 1) / english.Texts.Length : 100, english.PercentUpToDate);
    }

    [Fact]
    public void Once_the_original_is_changed_a_marked_translation_is_stale_until_it_is_marked_or_changed_too()
    {
        using var copy = new ContentCopy();
        MarkTitle(copy, TranslationMark.Reviewed);

        copy.Replace("network.json", "\"Netværk for nabohaver\"", "\"Netværk for alle nabohaver\"");
        Assert.Equal(TranslationState.Stale, TitleIn(copy.Load().Translations[1]).State);

        MarkTitle(copy, TranslationMark.Translated);
        Assert.Equal(TranslationState.Translated, TitleIn(copy.Load().Translations[1]).State);

        copy.Replace("network.json", "\"Netværk for alle nabohaver\"", "\"Netværk for nabohaver\"");
        Assert.Equal(TranslationState.Stale, TitleIn(copy.Load().Translations[1]).State);

        copy.Replace("network.json", Title, "\"Network for Gardens in the Neighbourhood\"");
        Assert.Equal(TranslationState.Translated, TitleIn(copy.Load().Translations[1]).State);
    }

    [Fact]
    public void A_Markdown_translation_goes_stale_with_its_file_and_stands_in_its_own()
    {
        using var copy = new ContentCopy();
        var loaded = copy.Load();
        copy.Write(TranslationMarks.FileName, TranslationMarks.Mark(loaded, All(loaded), TranslationMark.Translated));

        File.AppendAllText(copy.At("pages/about.da.md"), "\nOg endnu en sætning.\n");

        var stale = Assert.Single(copy.Load().Translations[1].Texts, text => text.State == TranslationState.Stale);
        Assert.Equal(SourceLocation.Whole("pages/about.en.md"), stale.Location);
    }

    [Fact]
    public void A_mark_follows_its_text_to_another_place()
    {
        using var copy = new ContentCopy();
        MarkTitle(copy, TranslationMark.Reviewed);

        copy.Replace("network.json", "{\n  \"title\"", "{\n\n\n  \"title\"");

        Assert.Equal(TranslationState.Reviewed, TitleIn(copy.Load().Translations[1]).State);
    }

    /// <summary>"Yes" for "Ja" is no stale "Jo" as long as some "Ja" stands somewhere.</summary>
    [Fact]
    public void The_same_words_for_another_original_are_not_stale_while_the_marked_pair_stands_elsewhere()
    {
        using var copy = new ContentCopy();
        MarkTitle(copy, TranslationMark.Reviewed);

        copy.Replace("network.json", "\"da\": \"Materialet fra havedagene.\", \"en\": \"The material from the garden days.\"",
            $"\"da\": \"Noget andet.\", \"en\": {Title}");

        Assert.Equal(0, copy.Load().Translations[1].Count(TranslationState.Stale));
    }

    [Fact]
    public void Slugs_originals_and_missing_texts_cannot_be_marked()
    {
        using var copy = new ContentCopy();
        var loaded = copy.Load();

        Assert.All(loaded.Translations[0].Texts, text => Assert.False(text.CanBeMarked));
        var names = loaded.Translations[1].Texts.Where(text => !text.CanBeMarked).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, text => Assert.Contains("\"slug\"", Line(copy, text.Location), StringComparison.Ordinal));
        Assert.DoesNotContain("words", Encoding.UTF8.GetString(TranslationMarks.Mark(loaded, names.Select(text => (English, text)), TranslationMark.Draft)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_marks_are_sorted_one_a_line_and_the_same_bytes_again_and_keep_what_authors_wrote_above_them()
    {
        using var copy = new ContentCopy();
        copy.Write(TranslationMarks.FileName, """{ "$schema": ".schema/translations.json", "$comment": "Æbler & \"pærer\"", "marks": [] }""");
        var loaded = copy.Load();

        var bytes = TranslationMarks.Mark(loaded, All(loaded).Reverse(), TranslationMark.Translated);

        copy.Write(TranslationMarks.FileName, bytes);
        var again = copy.Load();
        Assert.Equal(bytes, TranslationMarks.Mark(again, All(again), TranslationMark.Translated));
        Assert.Equal(bytes, TranslationMarks.Mark(again, [], TranslationMark.Draft));
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        Assert.Equal(["{", "  \"$schema\": \".schema/translations.json\","], lines[..2]);
        Assert.StartsWith("  \"$comment\": \"Æbler ", lines[2], StringComparison.Ordinal);
        var marks = lines[4..^3];
        Assert.Equal(marks.Order(StringComparer.Ordinal), marks);
        Assert.Contains(marks, line => line.Contains("\"words\":\"Network for Neighbourhood Gardens\"", StringComparison.Ordinal));
        using var document = JsonDocument.Parse(bytes);
        Assert.Equal(All(loaded).DistinctBy(text => text.Text.Pair).Count(), document.RootElement.GetProperty("marks").GetArrayLength());
    }

    [Fact]
    public void Marks_on_texts_that_exist_no_longer_go_with_the_next_mark()
    {
        using var copy = new ContentCopy();
        MarkTitle(copy, TranslationMark.Reviewed);
        copy.Replace("network.json", Title, "\"Gardens\"");

        MarkTitle(copy, TranslationMark.Draft, "Gardens");

        var text = File.ReadAllText(copy.At(TranslationMarks.FileName));
        Assert.Contains("\"words\":\"Gardens\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Neighbourhood", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_with_errors_is_not_marked()
    {
        using var copy = new ContentCopy();
        copy.Replace("network.json", $", \"en\": {Title}", "");
        var loaded = copy.Load();

        Assert.Throws<ArgumentException>(() => TranslationMarks.Mark(loaded, All(loaded), TranslationMark.Reviewed));
    }

    [Fact]
    public void Marks_are_not_published()
    {
        using var copy = new ContentCopy();
        var before = Published.Write(copy.Load().Network!);
        MarkTitle(copy, TranslationMark.Draft);

        Assert.Equal(before, Published.Write(copy.Load().Network!));
    }

    [Theory]
    [InlineData("\"original\": \"0f\"", "error LD206: \"0f\"; expected 16 digits of 0-9 and a-f; ")]
    [InlineData("\"original\": \"0123456789ABCDEF\"", "error LD206: ")]
    [InlineData("\"state\": \"checked\"", "error LD206: \"checked\"; expected one of draft, translated, reviewed; ")]
    public void A_mark_that_is_none_is_told(string field, string expected)
    {
        using var copy = new ContentCopy();
        var mark = "\"language\": \"en\", \"original\": \"0123456789abcdef\", \"translation\": \"0123456789abcdef\", \"state\": \"draft\"";
        var name = field[..field.IndexOf(':')];
        var start = mark.IndexOf(name, StringComparison.Ordinal);
        var end = mark.IndexOf(',', start) is var comma && comma < 0 ? mark.Length : comma;
        copy.Write(TranslationMarks.FileName, $"{{ \"marks\": [{{ {mark[..start]}{field}{mark[end..]} }}] }}");

        Assert.Contains(expected, Assert.Single(copy.Load().Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_must_be_up_to_date_is_an_error_when_it_is_not_reached()
    {
        using var copy = new ContentCopy();
        MarkTitle(copy, TranslationMark.Draft);
        copy.Replace("network.json", "\"name\": \"English\" }", "\"name\": \"English\", \"upToDate\": 99 }");
        var texts = copy.Load().Translations[1].Texts.Length;

        var found = Assert.Single(copy.Load().Diagnostics).ToString();

        Assert.StartsWith($"network.json(6,51): error LD312: {100 * (texts - 1) / texts} % of the texts up to date in en ({texts - 1} of {texts}); expected at least 99 %; ", found, StringComparison.Ordinal);
        MarkTitle(copy.Replace("network.json", "99 }", "0 }"), TranslationMark.Reviewed);
        copy.Replace("network.json", "0 }", "100 }");
        Assert.Empty(copy.Load().Diagnostics);
    }

    [Fact]
    public void Marking_mends_a_share_that_is_not_reached()
    {
        using var copy = new ContentCopy();
        MarkTitle(copy, TranslationMark.Reviewed);
        copy.Replace("network.json", "\"name\": \"English\" }", "\"name\": \"English\", \"upToDate\": 100 }");
        copy.Replace("network.json", "\"Netværk for nabohaver\"", "\"Netværk for alle nabohaver\"");
        Assert.Equal("LD312", Assert.Single(copy.Load().Diagnostics).Code.Id);

        MarkTitle(copy, TranslationMark.Translated);

        Assert.Empty(copy.Load().Diagnostics);
    }

    [Fact]
    public void What_was_read_with_any_other_error_is_not_marked()
    {
        using var copy = new ContentCopy();
        copy.Replace("network.json", "\"da\": \"Netværk for nabohaver\"", "\"da\": \"\"");
        var loaded = copy.Load();

        Assert.False(loaded.CanMarkTranslations);
        Assert.Throws<ArgumentException>(() => TranslationMarks.Mark(loaded, [], TranslationMark.Draft));
    }

    [Theory]
    [InlineData("  kort  ", "kort")]
    [InlineData("to\nlinjer", "to")]
    [InlineData("en lang tekst som bliver ved og ved og ved og ved og ved", "en lang tekst som bliver ved og ved og ved og ve…")]
    public void Words_are_the_beginning_of_the_first_line(string text, string expected) => Assert.Equal(expected, TranslationMarks.Beginning(text));

    [Fact]
    public void Words_never_end_in_half_a_character()
    {
        for (var length = 40; length < 56; length++)
        {
            var words = TranslationMarks.Beginning(new string('a', length) + string.Concat(Enumerable.Repeat("😀", 20)));
            Assert.Equal(words, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words)));
        }
    }

    private static void MarkTitle(ContentCopy copy, TranslationMark mark, string title = "Network for Neighbourhood Gardens")
    {
        var loaded = copy.Load();
        var text = loaded.Translations[1].Texts.Single(text => text.Pair?.To == title);
        copy.Write(TranslationMarks.FileName, TranslationMarks.Mark(loaded, [(English, text)], mark));
    }

    private static TranslatedText TitleIn(TranslationCoverage coverage) =>
        coverage.Texts.First(text => text.Location.File == "network.json" && text.CanBeMarked);

    private static IEnumerable<(Language Language, TranslatedText Text)> All(LoadResult loaded) =>
        loaded.Translations.SelectMany(coverage => coverage.Texts.Where(text => text.CanBeMarked).Select(text => (coverage.Language, text)));

    private static string Line(ContentCopy copy, SourceLocation location) => File.ReadAllLines(copy.At(location.File))[location.Line - 1];
}
