using Ledelsesdag.Content;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;

namespace Ledelsesdag.Site.Calendar;

/// <summary>Turns the wall-clock times of a day's programme into moments. What it knows of time zones lies inside the tool.</summary>
public sealed class DayClock
{
    // Where clocks go forward, a time that does not exist is the moment of the jump; where they go back, the first of two.
    // So what comes later in a programme never comes earlier in a calendar.
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly LocalDate _date;
    private readonly DateTimeZone _zone;

    private DayClock(DateOnly date, DateTimeZone zone) => (_date, _zone) = (date.ToLocalDate(), zone);

    /// <summary>The date's first moment in UTC, whatever the zone: stands for the day where a moment is asked for.</summary>
    public Instant DateInUtc => _date.AtMidnight().InUtc().ToInstant();

    /// <summary>The clock of a day; null when its time zone is not known.</summary>
    public static DayClock? Of(Day day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(day.TimeZone) is { } zone ? new(day.Date, zone) : null;
    }

    /// <summary>The moment at which the clocks of the day's place show <paramref name="time"/>.</summary>
    public Instant At(TimeOnly time) => _zone.ResolveLocal(_date.At(time.ToLocalTime()), Resolver).ToInstant();
}
