using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ledelsesdag.Site.Import;

/// <summary>
/// Tells whoever takes the draft over what is still to be filled in, what was guessed and from what, and what became of
/// every shape of every slide. It is the draft folder's README.md, which the loader leaves alone and people open first.
/// </summary>
internal static class ImportReport
{
    public const string FileName = "README.md";

    /// <summary>The report's first line, by which a draft is known until its author takes the file away.</summary>
    public const string Heading = "# A draft from a deck";

    public static string Write(Draft draft, ImmutableArray<Placeholder> placeholders)
    {
        var report = new StringBuilder();
        var deck = draft.Deck;
        report.Append(Heading).Append("\n\n")
            .Append(CultureInfo.InvariantCulture, $"Drafted by `ledelsesdag import` from {ContentText.ForReport(deck.FileName)}: {Summary(draft)}.\n")
            .Append("Nothing was invented; what the deck does not say is listed first, and `ledelsesdag check` warns of what nobody can have meant, as long as it stands there.\n")
            .Append("When all of it is done, this file can go. Quotation marks were made straight, since the site sets those of its language, and `ledelsesdag check --input` this folder tells what is wrong.\n");

        Part(report, "To fill in");
        report.Append("The draft has these values only because it cannot be without them.\n\n| file(line) | field | stands there now |\n| --- | --- | --- |\n");
        foreach (var placeholder in placeholders)
        {
            report.Append(CultureInfo.InvariantCulture, $"| `{placeholder.File}({placeholder.Line})` | {(placeholder.Field.Length == 0 ? "the whole text" : $"`{placeholder.Name}`")} | {ContentText.ForReport(placeholder.Value)} |\n");
        }

        Part(report, "Guessed");
        report.Append("Look at each of these. The session of every topic in `topics.json` is a guess as well")
            .Append(draft.Sessions.IsEmpty ? ": no programme was recognised, so all stand in one.\n" : ": topics are in the order of the slides, and one that is called as a session begins it.\n")
            .Append(CultureInfo.InvariantCulture, $"The language is {ContentText.ForReport(draft.Language)}{WhySo(draft)}.\n");
        if (draft.Sessions.FirstOrDefault(session => session.EndIsGuessed) is { } open)
        {
            report.Append(CultureInfo.InvariantCulture, $"The deck does not say when `{open.Id}` ends; {open.End:HH\\:mm} is an hour after it begins, or as much of it as the day has.\n");
        }
        var guesses = draft.Outcomes.Where(outcome => outcome.GuessedFrom is not null).ToList();
        if (guesses.Count > 0)
        {
            report.Append("\n| slide | shape | taken for | because of |\n| --- | --- | --- | --- |\n");
            foreach (var guess in guesses)
            {
                report.Append(CultureInfo.InvariantCulture, $"| {guess.Slide} | {Name(guess.Shape)} | {ContentText.ForReport(guess.What)} | {ContentText.ForReport(guess.GuessedFrom!)} |\n");
            }
        }

        report.Append("\n## Every shape of every slide\n");
        var bySlide = draft.Outcomes.ToLookup(outcome => outcome.Slide);
        foreach (var slide in deck.Slides)
        {
            AppendSlide(report, draft, slide, [.. bySlide[slide.Number]]);
        }
        return report.ToString();
    }

    private static string WhySo(Draft draft) => draft.Deck.Language switch
    {
        null => ", for no words of the deck are marked with one; `--language` gives another",
        var marked when marked == draft.Language => ", as most words of the deck are marked",
        // Nothing but the one who imports can make it another.
        var marked => $", which was chosen with `--language`; most words of the deck are marked {ContentText.ForReport(marked)}",
    };

    /// <summary>What came of the deck, in figures.</summary>
    public static string Summary(Draft draft) =>
        string.Join(", ", Count(draft.Deck.Slides.Length, "slide"), Count(draft.Topics.Length, "topic"), Count(draft.Sessions.Length, "session"),
            Count(draft.Quotes.Length, "quote"), Count(draft.QuestionSets.Length, "set of questions", "sets of questions"), Count(draft.Tables.Length, "table"));

    private static void AppendSlide(StringBuilder report, Draft draft, DeckSlide slide, List<Outcome> outcomes)
    {
        report.Append(CultureInfo.InvariantCulture, $"\n### Slide {slide.Number}\n\n");
        var topics = draft.Topics.Where(topic => topic.Slides.Contains(slide.Number)).Select(topic => $"topic `{topic.Id}`");
        var sessions = draft.Sessions.Where(session => session.Slides.Contains(slide.Number)).Select(session => $"session `{session.Id}`");
        var homes = topics.Concat(sessions).Concat(draft.DaySlides.Contains(slide.Number) ? ["`day.json`"] : []).ToList();
        report.Append(CultureInfo.InvariantCulture, $"In {string.Join(", ", homes)}.");
        if (slide.Shapes.SelectMany(shape => shape.Texts()).FirstOrDefault() is null)
        {
            report.Append(" It has no words, so it was added to its neighbour.");
        }
        if (slide.Hidden)
        {
            report.Append(" It is hidden in the deck: take it out if it was not shown for a reason.");
        }
        if (slide.HasComments)
        {
            report.Append(" Comments hang on it; they are no part of the slide and were not read.");
        }
        report.Append('\n');
        if (slide.Shapes.IsEmpty)
        {
            report.Append("There is no shape on it.\n");
            return;
        }
        report.Append("\n| shape | kind | what became of it | words left out |\n| --- | --- | --- | --- |\n");
        foreach (var shape in slide.Shapes)
        {
            var own = outcomes.Where(outcome => ReferenceEquals(outcome.Shape, shape)).ToList();
            var left = own.SelectMany(outcome => outcome.LeftOut).Select(ContentText.ForReport);
            report.Append(CultureInfo.InvariantCulture, $"| {Name(shape)} | {Kind(shape.Kind)} | {string.Join("; ", own.Select(outcome => ContentText.ForReport(outcome.What)))} | {string.Join("<br>", left)} |\n");
        }
    }

    private static string Name(DeckShape shape) =>
        string.Create(CultureInfo.InvariantCulture, $"{shape.Id} {ContentText.ForReport(shape.Name.Length == 0 ? "without a name" : shape.Name)}");

    private static string Kind(DeckShapeKind kind) => kind switch
    {
        DeckShapeKind.Title => "title",
        DeckShapeKind.Text => "text",
        DeckShapeKind.Table => "table",
        DeckShapeKind.Picture => "picture",
        DeckShapeKind.Group => "group",
        DeckShapeKind.Chart => "chart",
        DeckShapeKind.Diagram => "diagram (SmartArt)",
        DeckShapeKind.Media => "film or sound",
        DeckShapeKind.EmbeddedObject => "embedded object",
        DeckShapeKind.Line => "line",
        DeckShapeKind.Footer => "footer",
        DeckShapeKind.Notes => "notes",
        DeckShapeKind.NotesFrame => "picture of the slide",
        _ => "unknown",
    };

    private static void Part(StringBuilder report, string heading) => report.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n");

    private static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many ?? one + "s")}");
}
