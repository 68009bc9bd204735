using System.Collections.Immutable;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>How large the words of a slide can be set so that all of them have room.</summary>
public enum SlideType
{
    /// <summary>A few words.</summary>
    Large,

    /// <summary>A few lines.</summary>
    Medium,

    /// <summary>Many lines.</summary>
    Small,

    /// <summary>As much as a slide can hold and be read.</summary>
    Smallest,
}

/// <summary>One thing to show at a time. The same slides have the same ids in every language.</summary>
public abstract record Slide
{
    /// <summary>Its id on the page of slides.</summary>
    public required string Id { get; init; }

    /// <summary>How large its words can be set; alike in every language.</summary>
    public SlideType Type { get; init; }

    /// <summary>The numbers of the deck's slides that it comes from, in rising order.</summary>
    public ImmutableArray<int> Deck { get; init; } = [];
}

/// <summary>The day's name, when and where.</summary>
public sealed record TitleSlide : Slide;

/// <summary>The day's sessions.</summary>
public sealed record ProgrammeSlide : Slide;

/// <summary>The beginning of a session.</summary>
public sealed record SessionSlide : Slide
{
    /// <summary>The session.</summary>
    public required Session Session { get; init; }
}

/// <summary>A part of a topic, or something that no topic shows.</summary>
public abstract record TopicSlide : Slide
{
    /// <summary>The topic; null for something that none shows.</summary>
    public required Topic? Topic { get; init; }

    /// <summary>What the slide is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Which of the topic's slides it is, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>How many slides the topic has.</summary>
    public int Parts { get; init; } = 1;
}

/// <summary>A topic of which only its title and summary can be shown.</summary>
public sealed record SummarySlide : TopicSlide;

/// <summary>What a topic says in its own words.</summary>
public sealed record TextSlide : TopicSlide
{
    /// <summary>The blocks, at least one.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The language they are in.</summary>
    public required Language In { get; init; }
}

/// <summary>A quote.</summary>
public sealed record QuoteSlide : TopicSlide
{
    /// <summary>The quote.</summary>
    public required Quote Quote { get; init; }
}

/// <summary>Questions of one set.</summary>
public sealed record QuestionsSlide : TopicSlide
{
    /// <summary>The set.</summary>
    public required QuestionSet Set { get; init; }

    /// <summary>The questions of the set that have room here, at least one.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>Which question of the set the first is, from 1.</summary>
    public required int First { get; init; }
}

/// <summary>Rows of a table.</summary>
public sealed record TableSlide : TopicSlide
{
    /// <summary>The table with those of its rows that have room here.</summary>
    public required ComparisonTable Table { get; init; }
}

/// <summary>A codex, paths or whatever else is drawn from data, whole.</summary>
public sealed record FigureSlide : TopicSlide
{
    /// <summary>What is shown.</summary>
    public required Reference Figure { get; init; }
}

/// <summary>Where to read on.</summary>
public sealed record EndSlide : Slide;
