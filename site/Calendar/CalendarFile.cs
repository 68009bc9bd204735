using System.Globalization;
using System.Text;
using Ledelsesdag.Site.Output;
using NodaTime;
using NodaTime.Text;

namespace Ledelsesdag.Site.Calendar;

/// <summary>Writes events as iCalendar (RFC 5545), which every calendar reads. The same events give the same bytes.</summary>
public static class CalendarFile
{
    /// <summary>What hosts say such a file is.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    // RFC 5545, 3.1: octets, without the line's end.
    private const int LineLength = 75;
    private const string LineEnd = "\r\n";

    private static readonly InstantPattern Utc = InstantPattern.Create("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Writes a calendar of <paramref name="events"/>, in their order, to <paramref name="path"/>.</summary>
    public static OutputFile Write(string path, IEnumerable<CalendarEvent> events)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(events);
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", "-//Ledelsesdag//Programme//EN");
        foreach (var entry in events)
        {
            Line(text, "BEGIN", "VEVENT");
            Line(text, "UID", Text(entry.Uid));
            Line(text, "DTSTAMP", Time(entry.Stamp));
            Line(text, "DTSTART", Time(entry.Start));
            // An end must come after the start; without one, an event ends as it begins.
            if (entry.End > entry.Start)
            {
                Line(text, "DTEND", Time(entry.End));
            }
            Line(text, "SUMMARY", Text(entry.Summary));
            Line(text, "DESCRIPTION", Text(entry.Description));
            Line(text, "LOCATION", Text(entry.Location));
            Line(text, "URL", entry.Address);
            Line(text, "END", "VEVENT");
        }
        Line(text, "END", "VCALENDAR");
        return new OutputFile(path, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Time(Instant time) => Utc.Format(time);

    /// <summary>A text as the format quotes it. Control characters have no place in it and are left out, but for tabs.</summary>
    private static string Text(string text)
    {
        var quoted = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            switch (c)
            {
                case '\n':
                    quoted.Append(@"\n");
                    break;
                case '\\' or ';' or ',':
                    quoted.Append('\\').Append(c);
                    break;
                case '\t':
                case var _ when !char.IsControl(c):
                    quoted.Append(c);
                    break;
            }
        }
        return quoted.ToString();
    }

    /// <summary>Breaks a line where it grows too long, never inside a character: what follows a break begins with a space.</summary>
    private static void Line(StringBuilder text, string name, string value)
    {
        var length = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LineLength)
            {
                text.Append(LineEnd).Append(' ');
                length = 1;
            }
            text.Append(rune);
            length += rune.Utf8SequenceLength;
        }
        text.Append(LineEnd);
    }
}
