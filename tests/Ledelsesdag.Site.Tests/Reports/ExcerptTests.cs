using CsCheck;
using Ledelsesdag.Site.Reports;

namespace Ledelsesdag.Site.Tests.Reports;

public sealed class ExcerptTests
{
    private static readonly string[] Odd = ["\t", "漢", "🍲", "\u0301", "\u202e", "\u001b"];

    [Theory]
    [InlineData("""{ "slide" 7 }""", 11, """{ "slide" 7 }""", "          ^")]
    [InlineData("æøå", 2, "æøå", " ^")]
    [InlineData("", 1, "", "^")]
    [InlineData("past", 99, "past", "    ^")]
    public void The_mark_stands_under_the_place(string line, int column, string shown, string mark) => AssertShown(line, column, shown, mark);

    [Theory]
    [InlineData("\t\tx", 3, "        x", "        ^")]
    [InlineData("漢字x", 3, "漢字x", "    ^")]
    [InlineData("🍲x", 3, "🍲x", "  ^")]
    [InlineData("🍲x", 2, "🍲x", "^")]
    [InlineData("e\u0301x", 3, "e\u0301x", " ^")]
    public void Tabs_and_characters_of_other_widths_do_not_move_it(string line, int column, string shown, string mark) => AssertShown(line, column, shown, mark);

    [Theory]
    [InlineData("a\u001b[31mb", 7, @"a\u001b[31mb", "           ^")]
    [InlineData("a\u202eb", 3, @"a\u202eb", "       ^")]
    [InlineData("a\0b", 2, @"a\u0000b", " ^")]
    [InlineData("a\rb", 3, @"a\u000db", "       ^")]
    [InlineData("a\udb40\udc01b", 4, @"a\ue0001b", "        ^")]
    public void What_a_terminal_would_obey_is_written_as_its_number(string line, int column, string shown, string mark) => AssertShown(line, column, shown, mark);

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var line = string.Concat(Enumerable.Range(0, 1_000_000).Select(n => (char)('a' + (n % 26))));

        Assert.Equal(
            """
                1 | …efghijklmnopqrstuvwxyz…
                  |                 ^
            """.ReplaceLineEndings("\n"),
            Excerpt.Of(line, 1, 500_000, 33));
    }

    [Fact]
    public void Whatever_the_line_the_mark_is_under_its_character_and_the_terminal_wide_enough()
    {
        var part = Gen.OneOf(Gen.String, Gen.Char['a', 'z'].Array[0, 60].Select(letters => new string(letters)), Gen.Int[0, Odd.Length - 1].Select(n => Odd[n]));
        Gen.Select(part.Array[0, 8], part.Array[0, 8], Gen.Int[0, 200]).Sample((before, after, width) =>
        {
            // A mark of its own, which no other character of the line is.
            var line = $"{string.Concat(before)}¤{string.Concat(after)}".Replace("¤", "", StringComparison.Ordinal);
            var column = string.Concat(before).Replace("¤", "", StringComparison.Ordinal).Length + 1;
            line = line.Insert(column - 1, "¤");
            var lines = Excerpt.Of(line, 7, column, width).Split('\n');

            Assert.Equal(2, lines.Length);
            Assert.DoesNotContain(lines[0], char.IsControl);
            var at = lines[0].IndexOf('¤', StringComparison.Ordinal);
            Assert.Equal(Columns(lines[0][..at]), lines[1].IndexOf('^', StringComparison.Ordinal));
            Assert.InRange(Columns(lines[0]), 0, Math.Max(width, 29));
        });

        static int Columns(string text) => text.EnumerateRunes().Sum(Visible.Width);
    }

    [Fact]
    public void A_letter_under_a_thousand_marks_is_cut_as_well() =>
        Assert.InRange(Excerpt.Of("a" + string.Concat(Enumerable.Repeat('\u0301', 100_000)), 1, 1, 80).Length, 1, 400);

    private static void AssertShown(string line, int column, string shown, string mark) =>
        Assert.Equal($"   12 | {shown}\n      | {mark}", Excerpt.Of(line, 12, column, 80));
}
