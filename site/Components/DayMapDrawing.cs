using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Components;

/// <summary>
/// The map of a day from sessions over topics to questions: where each name and each line stands in a drawing
/// <see cref="Width"/> units wide.
/// </summary>
/// <param name="Sessions">The sessions that have topics, in order.</param>
/// <param name="Topics">The topics, in order.</param>
/// <param name="Questions">The question sets, in the order of their topics.</param>
/// <param name="Ways">What leads from where to where.</param>
/// <param name="Height">How high the drawing is.</param>
public sealed record DayMapDrawing(
    ImmutableArray<MapLabel> Sessions, ImmutableArray<MapLabel> Topics, ImmutableArray<MapLabel> Questions,
    ImmutableArray<MapLine> Ways, int Height)
{
    /// <summary>The drawing's width.</summary>
    public const int Width = 1000;

    /// <summary>The distance from one line of a name to the next.</summary>
    public const int Leading = 18;

    private const int SessionsEnd = 214;
    private const int TopicsBegin = 290;
    private const int QuestionsBegin = 735;
    private const int BetweenNames = 14;
    private const int BetweenSessions = 16;
    private const int LettersOfASession = 26;
    private const int LettersOfATopic = 44;
    private const int LettersOfAQuestion = 32;

    // A letter's width on average, generously: where a line to a question can begin without touching the topic's name.
    private const double Letter = 7.4;

    /// <summary>Draws a day's map.</summary>
    public static DayMapDrawing Of(Day day, SiteMap map, Language language)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(map);
        var sessions = ImmutableArray.CreateBuilder<MapLabel>();
        var topics = ImmutableArray.CreateBuilder<MapLabel>();
        var questions = ImmutableArray.CreateBuilder<MapLabel>();
        var lines = ImmutableArray.CreateBuilder<MapLine>();
        var y = 0;
        var questionsEnd = 0;
        foreach (var session in day.Programme.Sessions)
        {
            if (SiteMap.TopicsOf(session, day) is not { Length: > 0 } inSession)
            {
                continue;
            }
            var before = topics.Count;
            foreach (var topic in inSession)
            {
                var label = Next(map.PlaceOf(topic, language), TopicsBegin, LettersOfATopic, ref y);
                topics.Add(label);
                foreach (var set in map.QuestionsOf(topic, day))
                {
                    var name = Label(map.PlaceOf(set, language), QuestionsBegin, LettersOfAQuestion);
                    var placed = name with { Y = Math.Max(label.Y, questionsEnd + HeightOf(name) / 2) };
                    questionsEnd = placed.Y + (HeightOf(placed) + 1) / 2;
                    questions.Add(placed);
                    lines.Add(new(TopicsBegin + 16 + (int)(label.Lines.Max(l => l.Length) * Letter), label.Y, QuestionsBegin - 12, placed.Y));
                }
            }
            var own = topics.Skip(before).ToList();
            var middle = (own[0].Y + own[^1].Y) / 2;
            sessions.Add(Label(map.PlaceOf(session, language), SessionsEnd, LettersOfASession) with { Y = middle });
            lines.AddRange(own.Select(topic => new MapLine(SessionsEnd + 12, middle, TopicsBegin - 14, topic.Y)));
            // A session's own name may be higher than its only topic.
            y = Math.Max(y, middle + HeightOf(sessions[^1]) / 2 + Leading) + BetweenSessions;
        }
        return new(sessions.ToImmutable(), topics.ToImmutable(), questions.ToImmutable(), lines.ToImmutable(), Math.Max(y, questionsEnd));
    }

    private static MapLabel Next(Place place, int x, int letters, ref int y)
    {
        var label = Label(place, x, letters);
        var height = HeightOf(label);
        label = label with { Y = y + height / 2 };
        y += height;
        return label;
    }

    private static MapLabel Label(Place place, int x, int letters) => new(place, Broken(place.Title, letters), x, 0);

    private static int HeightOf(MapLabel label) => label.Lines.Length * Leading + BetweenNames;

    /// <summary>A name in as few lines as it needs, the lines about equally long. A word longer than a line stays whole.</summary>
    internal static ImmutableArray<string> Broken(string name, int letters)
    {
        var count = (name.Length + letters - 1) / letters;
        var goal = (name.Length + count - 1) / count;
        var lines = new List<string>();
        foreach (var word in name.Split(' '))
        {
            // The word goes where more than half of it would still stand on the line.
            if (lines.Count > 0 && (lines[^1].Length + 1 + word.Length / 2 <= goal && lines[^1].Length + 1 + word.Length <= letters))
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }
        return [.. lines];
    }
}

/// <summary>A name on a map.</summary>
/// <param name="Place">What it names.</param>
/// <param name="Lines">The name, line by line.</param>
/// <param name="X">Where its lines begin, or end when they are set flush right.</param>
/// <param name="Y">The middle of its height.</param>
public sealed record MapLabel(Place Place, ImmutableArray<string> Lines, int X, int Y)
{
    /// <summary>The baseline of a line.</summary>
    /// <param name="line">Its number, from 0.</param>
    public int BaselineOf(int line) => Y + 5 + DayMapDrawing.Leading * line - DayMapDrawing.Leading * (Lines.Length - 1) / 2;
}

/// <summary>A line on a map, from left to right.</summary>
/// <param name="FromX">Where it begins.</param>
/// <param name="FromY">How far down it begins.</param>
/// <param name="ToX">Where it ends.</param>
/// <param name="ToY">How far down it ends.</param>
public sealed record MapLine(int FromX, int FromY, int ToX, int ToY)
{
    /// <summary>The line as the <c>d</c> of an SVG path: a curve that leaves and arrives level.</summary>
    public string Path => FromY == ToY
        ? FormattableString.Invariant($"M{FromX} {FromY}H{ToX}")
        : FormattableString.Invariant($"M{FromX} {FromY}C{(FromX + ToX) / 2} {FromY} {(FromX + ToX) / 2} {ToY} {ToX} {ToY}");
}
