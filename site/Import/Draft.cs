using System.Collections.Immutable;

namespace Ledelsesdag.Site.Import;

/// <summary>What a deck becomes: a day in one language, its words cleaned but not yet in the content's syntax.</summary>
internal sealed record Draft
{
    public required Deck Deck { get; init; }

    public required string Language { get; init; }

    public required string DayId { get; init; }

    /// <summary>The day's name; null when the deck gives none.</summary>
    public required string? Title { get; init; }

    /// <summary>The slides that the day's own facts come from.</summary>
    public required ImmutableArray<int> DaySlides { get; init; }

    /// <summary>The programme; empty when none was recognised.</summary>
    public required ImmutableArray<DraftSession> Sessions { get; init; }

    public required ImmutableArray<DraftTopic> Topics { get; init; }

    public required ImmutableArray<DraftQuote> Quotes { get; init; }

    public required ImmutableArray<DraftQuestionSet> QuestionSets { get; init; }

    public required ImmutableArray<DraftTable> Tables { get; init; }

    /// <summary>What became of every shape, in the order of the slides and their shapes.</summary>
    public required ImmutableArray<Outcome> Outcomes { get; init; }
}

/// <summary>What became of a shape, or of a part of it.</summary>
/// <param name="Slide">The slide's number.</param>
/// <param name="Shape">The shape.</param>
/// <param name="What">What became of it.</param>
/// <param name="GuessedFrom">What made the importer think so; null where nothing was guessed.</param>
/// <param name="LeftOut">The words that stand nowhere in the draft.</param>
internal sealed record Outcome(int Slide, DeckShape Shape, string What, string? GuessedFrom, ImmutableArray<string> LeftOut);

internal sealed record DraftSession(string Id, string Kind, TimeOnly Start, TimeOnly End, string Title, ImmutableArray<string> Points)
{
    /// <summary>Whether the deck says no end: the last session of a programme that gives starts alone.</summary>
    public bool EndIsGuessed { get; init; }

    /// <summary>The slides it stands on, in rising order.</summary>
    public SortedSet<int> Slides { get; } = [];
}

internal sealed record DraftTopic(string Id, string Title, bool TitleByEditor, string Session, ImmutableArray<DraftBlock> Blocks)
{
    /// <summary>The slides it comes from, in rising order.</summary>
    public SortedSet<int> Slides { get; } = [];
}

internal sealed record DraftQuote(string Id, string Words, string Speaker, int Slide);

internal sealed record DraftQuestionSet(string Id, string Title, bool Numbered, ImmutableArray<DraftQuestion> Questions, int Slide);

internal sealed record DraftQuestion(string Id, string Text, ImmutableArray<DraftQuestion> FollowUps);

internal sealed record DraftTable(string Id, string Title, ImmutableArray<string> Columns, ImmutableArray<DraftRow> Rows, int Slide);

internal sealed record DraftRow(string Title, ImmutableArray<DraftCell> Cells);

/// <param name="Text">The cell's first paragraph.</param>
/// <param name="Note">The others; null when there are none.</param>
internal sealed record DraftCell(string Text, string? Note);

/// <summary>A block of a topic's text.</summary>
internal abstract record DraftBlock;

internal sealed record DraftParagraph(string Text) : DraftBlock;

internal sealed record DraftList(ImmutableArray<DraftPoint> Points) : DraftBlock;

/// <param name="Text">The point's words.</param>
/// <param name="Level">How deep it stands, from 0, never more than one deeper than the point before.</param>
/// <param name="Numbered">Whether it has a number.</param>
internal sealed record DraftPoint(string Text, int Level, bool Numbered);

/// <param name="Target">The item shown, <c>kind:id</c>.</param>
internal sealed record DraftEmbed(string Target) : DraftBlock;
