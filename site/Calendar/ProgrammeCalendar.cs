using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Calendar;

/// <summary>A day's programme as calendar files: one of the whole day and one of each session, in every language.</summary>
public sealed class ProgrammeCalendar
{
    private readonly Day _day;
    private readonly DayClock _clock;
    private readonly SiteMap _map;

    private ProgrammeCalendar(Day day, DayClock clock, SiteMap map) => (_day, _clock, _map) = (day, clock, map);

    /// <summary>What keeps the programmes of a site from becoming calendars; empty when nothing does.</summary>
    public static ImmutableArray<SiteFault> FaultsOf(SiteMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return
        [
            .. map.Network.Days.Where(day => DayClock.Of(day) is null).Select(day => new SiteFault(
                map.Programme(day, map.RootLanguage).OutputPath, 0,
                $"no calendar can be made of the programme, for the time zone '{day.TimeZone}' is not known; write the name of one that exists, such as Europe/Copenhagen, as \"timeZone\" in {day.Id}/day.json")),
        ];
    }

    /// <summary>Writes the calendars of every day.</summary>
    /// <param name="map">The site; <see cref="FaultsOf"/> finds nothing wrong with it.</param>
    /// <exception cref="InvalidOperationException">A day's time zone is not known.</exception>
    public static IEnumerable<OutputFile> WriteAll(SiteMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Network.Days
            .Select(day => new ProgrammeCalendar(day, DayClock.Of(day) ?? throw new InvalidOperationException($"The time zone '{day.TimeZone}' is not known."), map))
            .SelectMany(calendar => map.Network.Languages.SelectMany(language => calendar.Write(language.Tag)));
    }

    private IEnumerable<OutputFile> Write(Language language)
    {
        var events = _day.Programme.Sessions.Select(session => (Session: session, Event: EventOf(session, language))).ToList();
        yield return CalendarFile.Write(SiteMap.CalendarPath(_map.Programme(_day, language))[1..], events.Select(e => e.Event));
        foreach (var (session, entry) in events)
        {
            yield return CalendarFile.Write(SiteMap.CalendarPath(_map.Programme(_day, language), session)[1..], [entry]);
        }
    }

    private CalendarEvent EventOf(Session session, Language language)
    {
        var address = _map.Address.Absolute(_map.PlaceOf(session, language).Path);
        return new()
        {
            Uid = UidOf(session),
            // The content knows no other date, and a clock would make every build another.
            Stamp = _clock.DateInUtc,
            Start = _clock.At(session.Time.Start),
            End = _clock.At(session.Time.End),
            Summary = Plain(session.Title, language),
            Description = string.Join('\n',
            [
                .. session.Points.Select(point => $"– {Plain(point, language)}"),
                .. session.AddedByEditor ? [_map.Strings[language].Frame.EditorsAddition] : Array.Empty<string>(),
                // Many calendars show no address but those in the text.
                address,
            ]),
            Location = Plain(_day.Place, language),
            Address = address,
        };
    }

    /// <summary>The same in every language, and in the calendar of the day and of the session: the same event never stands twice.</summary>
    private string UidOf(Session session) => $"{_day.Id}.{session.Id}@{new Uri(_map.Address.Origin).IdnHost}{_map.Address.BasePath.TrimEnd('/')}";

    private string Plain(LocalizedText text, Language language) => _map.Typographer.Plain(text, language);
}
