using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ledelsesdag.Site.Tests.Calendar;

/// <summary>An event as a calendar reads it.</summary>
internal sealed record ReadEvent(
    string Uid, DateTime Stamp, DateTime Start, DateTime? End, string Summary, string Description, string Location, string Address);

/// <summary>
/// Reads a calendar by the letter of RFC 5545, from bytes, and refuses what lenient calendars would let pass: another line's
/// end than CR LF, a line beyond 75 octets, a character broken in two, an unquoted comma, a property twice or missing.
/// </summary>
internal static class StrictCalendarReader
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] EventProperties =
        ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL"];

    public static IReadOnlyList<ReadEvent> Read(ReadOnlySpan<byte> file)
    {
        var lines = new Queue<(string Name, string Value)>(Unfold(PhysicalLines(file)).Select(Split));
        var events = new List<ReadEvent>();
        Expect(lines, ("BEGIN", "VCALENDAR"));
        var own = new Dictionary<string, string>();
        while (lines.Peek().Name is not ("BEGIN" or "END"))
        {
            var (name, value) = lines.Dequeue();
            Require(name is "VERSION" or "PRODID", $"{name} is no property of a calendar that this site writes");
            Require(own.TryAdd(name, value), $"{name} stands twice");
        }
        Require(own.GetValueOrDefault("VERSION") == "2.0", "the version is not 2.0");
        Require(own.GetValueOrDefault("PRODID") is { Length: > 0 }, "there is no PRODID");
        while (lines.Peek().Name == "BEGIN")
        {
            events.Add(Event(lines));
        }
        Expect(lines, ("END", "VCALENDAR"));
        Require(lines.Count == 0, "something follows the calendar");
        Require(events.Count > 0, "a calendar holds at least one component");
        return events;
    }

    /// <summary>The lines as they stand in the file, each without its end; each must be whole characters.</summary>
    public static ImmutableArray<string> PhysicalLines(ReadOnlySpan<byte> file)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        while (file.Length > 0)
        {
            var end = file.IndexOf("\r\n"u8);
            Require(end >= 0, "the last line has no end");
            var line = file[..end];
            Require(line.Length is > 0 and <= 75, $"a line of {line.Length} octets: {Encoding.UTF8.GetString(line)}");
            Require(!line.ContainsAny((byte)'\r', (byte)'\n'), "a line ends in other than CR LF");
            lines.Add(Utf8.GetString(line));
            file = file[(end + 2)..];
        }
        return lines.ToImmutable();
    }

    private static List<string> Unfold(IEnumerable<string> lines)
    {
        var whole = new List<string>();
        foreach (var line in lines)
        {
            if (line[0] is not (' ' or '\t'))
            {
                whole.Add(line);
                continue;
            }
            Require(whole.Count > 0, "the file begins with the rest of a line");
            whole[^1] += line[1..];
        }
        return whole;
    }

    private static (string Name, string Value) Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        Require(colon > 0 && line[..colon].All(c => char.IsAsciiLetterUpper(c) || c == '-'), $"this is no property: {line}");
        Require(!line.Any(c => char.IsControl(c) && c != '\t'), $"a control character in {line[..colon]}");
        return (line[..colon], line[(colon + 1)..]);
    }

    private static ReadEvent Event(Queue<(string Name, string Value)> lines)
    {
        Expect(lines, ("BEGIN", "VEVENT"));
        var properties = new Dictionary<string, string>();
        while (lines.Peek().Name != "END")
        {
            var (name, value) = lines.Dequeue();
            Require(EventProperties.Contains(name), $"{name} is no property of an event that this site writes");
            Require(properties.TryAdd(name, value), $"{name} stands twice");
        }
        Expect(lines, ("END", "VEVENT"));
        foreach (var name in EventProperties.Where(name => name != "DTEND"))
        {
            Require(properties.ContainsKey(name), $"{name} is missing");
        }
        var read = new ReadEvent(
            Text(properties["UID"]), Time(properties["DTSTAMP"]), Time(properties["DTSTART"]),
            properties.TryGetValue("DTEND", out var end) ? Time(end) : null,
            Text(properties["SUMMARY"]), Text(properties["DESCRIPTION"]), Text(properties["LOCATION"]), properties["URL"]);
        Require(read.Uid.Length > 0, "an empty UID");
        Require(read.End is null || read.End > read.Start, "an event that ends before it has begun");
        Require(Uri.TryCreate(read.Address, UriKind.Absolute, out _), $"'{read.Address}' is no whole address");
        return read;
    }

    private static DateTime Time(string value) =>
        DateTime.ParseExact(value, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static string Text(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            Require(value[i] is not (',' or ';'), $"an unquoted '{value[i]}' in {value}");
            if (value[i] != '\\')
            {
                text.Append(value[i]);
                continue;
            }
            Require(++i < value.Length, "a lone backslash at the end");
            text.Append(value[i] switch
            {
                'n' or 'N' => '\n',
                '\\' or ',' or ';' => value[i],
                _ => throw new FormatException($"'\\{value[i]}' quotes nothing"),
            });
        }
        return text.ToString();
    }

    private static void Expect(Queue<(string Name, string Value)> lines, (string Name, string Value) expected)
    {
        Require(lines.Count > 0, $"the file ends before {expected.Name}:{expected.Value}");
        var found = lines.Dequeue();
        Require(found == expected, $"{found.Name}:{found.Value} stands where {expected.Name}:{expected.Value} must");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FormatException(otherwise);
        }
    }
}
