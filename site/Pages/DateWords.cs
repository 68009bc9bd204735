using System.Collections.Immutable;
using System.Globalization;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>How a language writes dates, times and durations. The words come from its own table, never from the machine.</summary>
public sealed record DateWords
{
    /// <summary>The months, January first.</summary>
    public required ImmutableArray<string> Months { get; init; }

    /// <summary>The weekdays, Monday first.</summary>
    public required ImmutableArray<string> Weekdays { get; init; }

    /// <summary>A date: <c>{day}</c>, <c>{month}</c>, <c>{year}</c>.</summary>
    public required Pattern Date { get; init; }

    /// <summary>A date with its <c>{weekday}</c>.</summary>
    public required Pattern DateWithWeekday { get; init; }

    /// <summary>A time of day: <c>{hour}</c> and <c>{minute}</c>, two digits each.</summary>
    public required Pattern Time { get; init; }

    /// <summary>From one time to another: <c>{start}</c> and <c>{end}</c>.</summary>
    public required Pattern TimeRange { get; init; }

    /// <summary>A number of minutes.</summary>
    public required Plural Minutes { get; init; }

    /// <summary>A number of hours.</summary>
    public required Plural Hours { get; init; }

    /// <summary>Hours and minutes together: <c>{hours}</c>, <c>{minutes}</c>.</summary>
    public required Pattern HoursAndMinutes { get; init; }

    /// <summary>The date in words.</summary>
    public string Of(DateOnly date) => Fill(Date, date).Text;

    /// <summary>The date in words with its weekday.</summary>
    public string WithWeekday(DateOnly date) =>
        Fill(DateWithWeekday, date).With("weekday", Weekdays[((int)date.DayOfWeek + 6) % 7]).Text;

    /// <summary>The time in figures.</summary>
    public string Of(TimeOnly time) => Time
        .With("hour", time.Hour.ToString("00", CultureInfo.InvariantCulture))
        .With("minute", time.Minute.ToString("00", CultureInfo.InvariantCulture)).Text;

    /// <summary>The range in figures.</summary>
    public string Of(TimeRange range) => TimeRange.With("start", Of(range.Start)).With("end", Of(range.End)).Text;

    /// <summary>The duration in hours and minutes.</summary>
    public string Of(TimeSpan duration)
    {
        var (hours, minutes) = ((int)duration.TotalHours, duration.Minutes);
        return (hours, minutes) switch
        {
            (0, _) => Minutes.For(minutes),
            (_, 0) => Hours.For(hours),
            _ => HoursAndMinutes.With("hours", Hours.For(hours)).With("minutes", Minutes.For(minutes)).Text,
        };
    }

    private Pattern Fill(Pattern pattern, DateOnly date) => pattern
        .With("day", Numbers.Text(date.Day))
        .With("month", Months[date.Month - 1])
        .With("year", Numbers.Text(date.Year));
}
