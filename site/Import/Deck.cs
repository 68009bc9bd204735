using System.Collections.Immutable;

namespace Ledelsesdag.Site.Import;

/// <summary>A deck as it was read: nothing recognised yet, nothing left out.</summary>
/// <param name="FileName">The file's name without its folder.</param>
/// <param name="Language">The language most of its words are marked as, without a region; null when no run is marked.</param>
/// <param name="Slides">The slides in the order they are shown in.</param>
internal sealed record Deck(string FileName, string? Language, ImmutableArray<DeckSlide> Slides);

/// <summary>One slide.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Hidden">Whether the show leaves it out.</param>
/// <param name="HasComments">Whether reviewers' comments hang on it; they are no part of the slide.</param>
/// <param name="Shapes">Its shapes in reading order, the title first, those of its notes page last.</param>
internal sealed record DeckSlide(int Number, bool Hidden, bool HasComments, ImmutableArray<DeckShape> Shapes);

/// <summary>What a shape is.</summary>
internal enum DeckShapeKind
{
    Title,
    Text,
    Table,
    Picture,
    Group,
    Chart,
    Diagram,
    Media,
    EmbeddedObject,
    Line,
    Footer,
    Notes,
    NotesFrame,
    Unknown,
}

/// <summary>One shape of a slide, or of its notes page.</summary>
internal sealed record DeckShape
{
    /// <summary>The shape's number in its file; decks exist in which two shapes have the same.</summary>
    public required uint Id { get; init; }

    /// <summary>The name its author sees in the selection pane.</summary>
    public required string Name { get; init; }

    public required DeckShapeKind Kind { get; init; }

    /// <summary>Where it lies on the slide.</summary>
    public required Box Place { get; init; }

    /// <summary>Whether the slide's layout is that of a title slide and this is its title.</summary>
    public bool IsDeckTitle { get; init; }

    /// <summary>Its text; also the words of a diagram or a chart.</summary>
    public ImmutableArray<DeckParagraph> Paragraphs { get; init; } = [];

    /// <summary>Its cells, when it is a table.</summary>
    public DeckTable? Table { get; init; }

    /// <summary>What its author says of it for those who do not see it; null when nothing.</summary>
    public string? AltText { get; init; }

    /// <summary>A picture's or film's file in the deck, what is linked instead, or the element's own name where nobody knows the shape.</summary>
    public string? Detail { get; init; }

    /// <summary>The addresses its words link to.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>Every text of the shape, the alternative one included.</summary>
    public IEnumerable<string> Texts() =>
        Paragraphs.Concat(Table?.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs) ?? [])
            .Select(paragraph => paragraph.Text).Concat(AltText is { } alt ? [alt] : []).Where(text => text.AsSpan().Trim().Length > 0);
}

/// <summary>How a paragraph is marked as a point of a list.</summary>
internal enum Numbering
{
    None,
    Bullet,
    Number,
}

/// <summary>One paragraph.</summary>
/// <param name="Text">Its words; a line break within it is a line feed.</param>
/// <param name="Level">How deep it stands in its list, from 0.</param>
/// <param name="Numbering">Its mark, its own or that of its layout and master.</param>
internal sealed record DeckParagraph(string Text, int Level, Numbering Numbering)
{
    public bool IsBlank => Text.AsSpan().Trim().IsEmpty;
}

/// <summary>A table as it was drawn.</summary>
/// <param name="HasHeading">Whether its first row is marked as one of headings.</param>
/// <param name="Rows">The rows from top to bottom.</param>
internal sealed record DeckTable(bool HasHeading, ImmutableArray<DeckRow> Rows);

/// <summary>A row of a table.</summary>
internal sealed record DeckRow(ImmutableArray<DeckCell> Cells);

/// <summary>A cell of a table.</summary>
/// <param name="Merged">Whether it is joined with its neighbours.</param>
/// <param name="Paragraphs">Its text.</param>
internal sealed record DeckCell(bool Merged, ImmutableArray<DeckParagraph> Paragraphs)
{
    public string Text => string.Join(' ', Paragraphs.Where(p => !p.IsBlank).Select(p => p.Text.Trim()));
}

/// <summary>A rectangle on the slide, in the deck's own unit (EMU).</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;
}
