using System.Text;
using CsCheck;
using Ledelsesdag.Site.Calendar;
using NodaTime;

namespace Ledelsesdag.Site.Tests.Calendar;

public sealed class CalendarFileTests
{
    /// <summary>What breaks careless writers: the format's own marks, line breaks of every kind, letters of two to four octets.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf(
            OneOf(",", ";", ":", "\\", "\"", "\\n", "\n", "\r\n", "\r", "\t", " ", "  ", "–", "BEGIN:VEVENT", "END:VCALENDAR"),
            OneOf("æ", "ø", "å", "Æ", "€", "語", "😀", "👩‍⚕️", "🇩🇰", "e\u0301"),
            Gen.String[Gen.Char['a', 'z'], 1, 12],
            OneOf("\0", "\a", "\u001b", "\u007f", "\u0085"))
        .Array[0, 60].Select(string.Concat);

    [Fact]
    public void Two_readers_find_the_words_that_were_written() =>
        Gen.Select(AnyText, AnyText, AnyText).Sample((summary, description, location) =>
        {
            var file = Write(Event() with { Summary = summary, Description = description, Location = location });
            var strict = Assert.Single(StrictCalendarReader.Read(file));
            Assert.Equal((Kept(summary), Kept(description), Kept(location)), (strict.Summary, strict.Description, strict.Location));
            Assert.Equal(strict, Assert.Single(LibraryCalendarReader.Read(file)));
        });

    [Fact]
    public void A_line_is_broken_between_characters_and_as_late_as_it_may_be() =>
        // Each length moves every later character by one octet, so that breaks fall on every part of one.
        Gen.Select(Gen.Int[0, 80], OneOf("å", "語", "😀")).Sample((before, letter) =>
        {
            var summary = new string('x', before) + string.Concat(Enumerable.Repeat(letter, 90));
            var file = Write(Event() with { Summary = summary });
            Assert.Equal(summary, Assert.Single(StrictCalendarReader.Read(file)).Summary);
            var lines = StrictCalendarReader.PhysicalLines(file).SkipWhile(line => !line.StartsWith("SUMMARY", StringComparison.Ordinal)).ToList();
            foreach (var (line, next) in lines.Zip(lines.Skip(1)).Where(pair => pair.Second.StartsWith(' ')))
            {
                Assert.True(Encoding.UTF8.GetByteCount(line) + next[1..].EnumerateRunes().First().Utf8SequenceLength > 75, $"'{line}' had room for more.");
            }
        });

    [Fact]
    public void Commas_semicolons_backslashes_and_line_breaks_are_quoted()
    {
        var lines = StrictCalendarReader.PhysicalLines(Write(Event() with { Summary = "Kaffe, te; vand \\ mælk", Description = "Først\r\nså\nog så" }));
        Assert.Contains(@"SUMMARY:Kaffe\, te\; vand \\ mælk", lines);
        Assert.Contains(@"DESCRIPTION:Først\nså\nog så", lines);
    }

    [Fact]
    public void An_event_that_takes_no_time_has_no_end()
    {
        var file = Write(Event() with { End = Event().Start });
        Assert.Null(Assert.Single(StrictCalendarReader.Read(file)).End);
        Assert.DoesNotContain(StrictCalendarReader.PhysicalLines(file), line => line.StartsWith("DTEND", StringComparison.Ordinal));
    }

    /// <summary>The strict reader is only worth as much as what it refuses.</summary>
    [Theory]
    [InlineData("\r\n", "\n")]
    [InlineData("SUMMARY:Velkomst", "SUMMARY:Velkomst, kaffe")]
    [InlineData("SUMMARY:Velkomst", "SUMMARY:Velkomst\\x")]
    [InlineData("SUMMARY:Velkomst", "SUMMARY:Velkomst\r\nSUMMARY:Velkomst")]
    [InlineData("SUMMARY:Velkomst", "SUMMARY:Velkomst og kaffe, som er en hel del mere, end der er plads til paa en linje")]
    [InlineData("DTEND:20140225T100000Z", "DTEND:20140225T090000Z")]
    [InlineData("DTSTAMP:20140225T000000Z\r\n", "")]
    [InlineData("VERSION:2.0\r\n", "")]
    [InlineData("END:VEVENT\r\n", "")]
    [InlineData("END:VCALENDAR\r\n", "END:VCALENDAR")]
    public void The_strict_reader_refuses_what_the_format_forbids(string right, string wrong)
    {
        var text = Encoding.UTF8.GetString(Write(Event()));
        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.Single(StrictCalendarReader.Read(Encoding.UTF8.GetBytes(text)));
        Assert.ThrowsAny<FormatException>(() => StrictCalendarReader.Read(Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal))));
    }

    private static CalendarEvent Event() => new()
    {
        Uid = "dag.velkomst@example.org",
        Stamp = Instant.FromUtc(2014, 2, 25, 0, 0),
        Start = Instant.FromUtc(2014, 2, 25, 9, 0),
        End = Instant.FromUtc(2014, 2, 25, 10, 0),
        Summary = "Velkomst",
        Description = "Kaffe",
        Location = "KL-Huset",
        Address = "https://example.org/dag/program/#velkomst",
    };

    private static byte[] Write(CalendarEvent entry) => CalendarFile.Write("dag.ics", [entry]).Content.ToArray();

    /// <summary>What of a text a calendar can hold: line breaks are all of one kind, other control characters but tabs are gone.</summary>
    private static string Kept(string text) =>
        string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u0085', '\n').Where(c => c is '\n' or '\t' || !char.IsControl(c)));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
