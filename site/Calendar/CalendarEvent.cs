using NodaTime;

namespace Ledelsesdag.Site.Calendar;

/// <summary>Something that happens at a time, as a calendar takes it. All texts are plain.</summary>
public sealed record CalendarEvent
{
    /// <summary>Names the event for ever and everywhere: a calendar that already has it replaces it instead of showing it twice.</summary>
    public required string Uid { get; init; }

    /// <summary>When this was last revised, as far as the data tell; never the clock's time.</summary>
    public required Instant Stamp { get; init; }

    /// <summary>When it begins.</summary>
    public required Instant Start { get; init; }

    /// <summary>When it is over; not before <see cref="Start"/>.</summary>
    public required Instant End { get; init; }

    /// <summary>What it is called.</summary>
    public required string Summary { get; init; }

    /// <summary>What there is to know about it; may have lines.</summary>
    public required string Description { get; init; }

    /// <summary>Where it happens.</summary>
    public required string Location { get; init; }

    /// <summary>The whole address of the page that tells more.</summary>
    public required string Address { get; init; }
}
