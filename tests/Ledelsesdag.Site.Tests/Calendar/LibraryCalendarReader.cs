using System.Text;

namespace Ledelsesdag.Site.Tests.Calendar;

/// <summary>Reads a calendar with Ical.Net, which had no part in writing it.</summary>
internal static class LibraryCalendarReader
{
    public static IReadOnlyList<ReadEvent> Read(ReadOnlySpan<byte> file)
    {
        var calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(file)) ?? throw new FormatException("There is no calendar.");
        return
        [
            .. calendar.Events.Select(e => new ReadEvent(
                e.Uid!, Utc(e.DtStamp!), Utc(e.DtStart!), e.DtEnd is { } end ? Utc(end) : null,
                e.Summary ?? "", e.Description ?? "", e.Location ?? "", e.Url!.OriginalString)),
        ];
    }

    private static DateTime Utc(Ical.Net.DataTypes.CalDateTime time) => time.AsUtc;
}
