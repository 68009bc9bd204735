using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>One leadership day and everything said on it.</summary>
public sealed class Day
{
    /// <summary>The day's id, which is its folder's name in the content.</summary>
    public required Id Id { get; init; }

    /// <summary>The first segment of the address of every page of the day.</summary>
    public required LocalizedSlug Slug { get; init; }

    /// <summary>The day's name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What the day was about, in a sentence or two.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>The calendar day, in the day's own time zone.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The IANA name of the zone that the programme's times are in, for example <c>Europe/Copenhagen</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Where it was held.</summary>
    public required LocalizedText Place { get; init; }

    /// <summary>Who held it, in the deck's order.</summary>
    public required ImmutableArray<Host> Hosts { get; init; }

    /// <summary>How many slides the deck has; slide numbers run from 1 to this.</summary>
    public required int SlideCount { get; init; }

    /// <summary>The slides that the day's own facts come from.</summary>
    public required ImmutableArray<int> Slides { get; init; }

    /// <summary>The programme.</summary>
    public required Programme Programme { get; init; }

    /// <summary>The topics in the order of the day.</summary>
    public required ImmutableArray<Topic> Topics { get; init; }

    /// <summary>The quotes in the order of the day.</summary>
    public required ImmutableArray<Quote> Quotes { get; init; }

    /// <summary>The question sets in the order of the day.</summary>
    public required ImmutableArray<QuestionSet> QuestionSets { get; init; }

    /// <summary>The codices; a day usually has one or none.</summary>
    public required ImmutableArray<Codex> Codices { get; init; }

    /// <summary>What the day says of Appreciative Inquiry; null when it says nothing.</summary>
    public Inquiry? Inquiry { get; init; }

    /// <summary>The comparison tables.</summary>
    public required ImmutableArray<ComparisonTable> Tables { get; init; }

    /// <summary>The coat racks; a day usually has one or none.</summary>
    public required ImmutableArray<CoatRack> CoatRacks { get; init; }

    /// <summary>Resources by kind and degree; a day usually has one such matrix or none.</summary>
    public required ImmutableArray<ResourceMatrix> Resources { get; init; }

    /// <summary>The works, people and websites the day draws on.</summary>
    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>Every difference between the deck's words and the Danish pages', in the deck's order.</summary>
    public required ImmutableArray<Correction> Corrections { get; init; }
}

/// <summary>Somebody who held the day.</summary>
public sealed class Host
{
    /// <summary>The person's name.</summary>
    public required string Name { get; init; }

    /// <summary>The organisation the person came from; null when unknown.</summary>
    public string? Organisation { get; init; }
}

/// <summary>A place where the page's words differ from the deck's.</summary>
public sealed class Correction
{
    /// <summary>The slide it stands on, from 1.</summary>
    public required int Slide { get; init; }

    /// <summary>The deck's words, letter by letter, in the deck's language.</summary>
    public required string Source { get; init; }

    /// <summary>The words that stand on the page instead.</summary>
    public required string Corrected { get; init; }

    /// <summary>Why they differ.</summary>
    public required LocalizedText Reason { get; init; }
}
