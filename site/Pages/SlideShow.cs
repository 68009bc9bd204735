using System.Collections.Immutable;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>
/// A day as slides, in its order: title, programme, each session with its topics, what no topic shows, and where to read on.
/// A slide holds as much as can be read from afar. How much that is, is told by counting lines of the language that needs
/// most of them, so that the same things stand on the same slides in every language.
/// </summary>
public sealed class SlideShow
{
    /// <summary>How many lines of how many letters have room on a slide, by the type they are set in.</summary>
    private static readonly (SlideType Type, int Letters, double Lines)[] Types =
        [(SlideType.Large, 46, 6.5), (SlideType.Medium, 56, 8.5), (SlideType.Small, 68, 11), (SlideType.Smallest, 80, 14)];

    private const int LongList = 8;

    private readonly Fragments _fragments = new();
    private readonly SiteMap _map;
    private readonly Day _day;
    private readonly Language _language;

    private SlideShow(Day day, Language language, SiteMap map)
    {
        (_day, _language, _map) = (day, language, map);
        Slides = [.. All()];
    }

    /// <summary>The slides in their order.</summary>
    public ImmutableArray<Slide> Slides { get; }

    /// <summary>A day's slides for readers of a language.</summary>
    public static SlideShow Of(Day day, Language language, SiteMap map)
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(map);
        return new(day, language, map);
    }

    /// <summary>What the editor remarks on a topic beside the day's own words: paragraphs that are emphasised as a whole.</summary>
    public static IEnumerable<Emphasis> RemarksOn(Prose prose)
    {
        ArgumentNullException.ThrowIfNull(prose);
        return prose.Blocks.Select(RemarkOf).OfType<Emphasis>();
    }

    /// <summary>The first slide of a session.</summary>
    public SessionSlide Of(Session session) => Slides.OfType<SessionSlide>().First(s => s.Session == session);

    /// <summary>The first slide of a topic.</summary>
    public TopicSlide Of(Topic topic) => Slides.OfType<TopicSlide>().First(s => s.Topic == topic);

    private static Emphasis? RemarkOf(Block block) => block is Paragraph { Inlines: [Emphasis remark] } ? remark : null;

    private IEnumerable<Slide> All()
    {
        yield return new TitleSlide { Id = _fragments.Take("title"), Deck = _day.Slides };
        yield return new ProgrammeSlide
        {
            Id = _fragments.Take("programme"),
            Type = TypeFor(letters => _day.Programme.Sessions.Sum(s => Lines(s.Title, letters * .7) + .2)),
            Deck = [.. _day.Programme.Sessions.SelectMany(s => s.Slides).Distinct().Order()],
        };
        foreach (var session in _day.Programme.Sessions)
        {
            yield return new SessionSlide
            {
                Id = _fragments.Take($"session-{session.Id}"),
                Session = session,
                Type = TypeFor(letters => 2 * Lines(session.Title, letters / 2d) + session.Points.Sum(point => Lines(point, letters) + .2)),
                Deck = session.Slides,
            };
            foreach (var slide in SiteMap.TopicsOf(session, _day).SelectMany(OfTopic))
            {
                yield return slide;
            }
        }
        foreach (var quote in _day.Quotes.Where(q => _map.TopicsShowing(q).IsEmpty))
        {
            yield return Showing(quote, null, quote.Citation.Speaker);
        }
        foreach (var slide in _day.QuestionSets.Where(s => _map.TopicsShowing(s).IsEmpty).SelectMany(s => Asking(s, null, s.Title)))
        {
            yield return slide;
        }
        yield return new EndSlide { Id = _fragments.Take("end") };
    }

    private IEnumerable<TopicSlide> OfTopic(Topic topic)
    {
        var prose = topic.Body.For(_language);
        var slides = new List<TopicSlide>();
        var text = new List<int>();
        for (var i = 0; i < prose.Value.Blocks.Length; i++)
        {
            var block = prose.Value.Blocks[i];
            if (RemarkOf(block) is not null)
            {
                continue;
            }
            if (block is Embed { Target: var target } && target.Kind != ReferenceKind.Source)
            {
                Tell();
                slides.AddRange(_map.Find(target, _day) switch
                {
                    Quote quote => [Showing(quote, topic, topic.Title)],
                    QuestionSet set => Asking(set, topic, topic.Title),
                    ComparisonTable table => Comparing(table, topic),
                    IHasProvenance figure => Drawing(figure, target, topic),
                    _ => [],
                });
            }
            else
            {
                text.Add(i);
            }
        }
        Tell();
        if (slides.Count == 0)
        {
            slides.Add(new SummarySlide { Id = _fragments.Take($"topic-{topic.Id}"), Topic = topic, Title = topic.Title, Deck = topic.Slides });
        }
        return slides.Select((slide, i) => slide with { Part = i + 1, Parts = slides.Count });

        void Tell()
        {
            foreach (var blocks in Shared(text, (i, letters) => LinesOfBlock(topic, i, letters)))
            {
                slides.Add(new TextSlide
                {
                    Id = _fragments.Take($"topic-{topic.Id}"),
                    Topic = topic,
                    Title = topic.Title,
                    Type = TypeFor(letters => blocks.Sum(i => LinesOfBlock(topic, i, letters))),
                    Blocks = [.. blocks.Select(i => prose.Value.Blocks[i])],
                    In = prose.Language,
                    Deck = topic.Slides,
                });
            }
            text.Clear();
        }
    }

    private QuoteSlide Showing(Quote quote, Topic? topic, LocalizedText title) => new()
    {
        Id = _fragments.Take($"quote-{quote.Id}"),
        Topic = topic,
        Title = title,
        Quote = quote,
        Type = TypeFor(letters => 1 + 1.2 * Lines(quote.Text, letters / 1.2)),
        Deck = quote.Slides,
    };

    private IEnumerable<QuestionsSlide> Asking(QuestionSet set, Topic? topic, LocalizedText title)
    {
        var first = 1;
        foreach (var questions in Shared(set.Questions, LinesOfQuestion))
        {
            yield return new QuestionsSlide
            {
                Id = _fragments.Take($"questions-{set.Id}"),
                Topic = topic,
                Title = title,
                Set = set,
                Questions = [.. questions],
                First = first,
                Type = TypeFor(letters => questions.Sum(q => LinesOfQuestion(q, letters)) + (set.Instruction is { } instruction ? Lines(instruction, letters) : 0)),
                Deck = set.Slides,
            };
            first += questions.Length;
        }
    }

    private IEnumerable<TableSlide> Comparing(ComparisonTable table, Topic topic)
    {
        foreach (var rows in Shared(table.Rows, LinesOfRow, SlideType.Smallest))
        {
            yield return new TableSlide
            {
                Id = _fragments.Take($"table-{table.Id}"),
                Topic = topic,
                Title = topic.Title,
                Table = new() { Id = table.Id, Title = table.Title, Columns = table.Columns, Rows = rows, Slides = table.Slides, AddedByEditor = table.AddedByEditor },
                Type = TypeFor(letters => 2.5 + rows.Sum(row => LinesOfRow(row, letters))),
                Deck = table.Slides,
            };
        }

        double LinesOfRow(TableRow row, int letters) =>
            .6 + row.Cells.Select(cell => .9 * LinesOf(LettersOf(cell), 1.1 * letters / (table.Columns.Length + .6))).Prepend(1).Max();
    }

    /// <summary>A figure is never cut in two: one too large for a slide is told of, and read on its topic's page.</summary>
    private IEnumerable<TopicSlide> Drawing(IHasProvenance item, Reference figure, Topic topic)
    {
        Func<int, double> lines = item switch
        {
            Codex codex => letters => codex.Principles.Sum(p => Lines(p.Text, letters / 2.3) + .4) / 2,
            Assumptions assumptions => letters => 1.5 + assumptions.Items.Sum(a => Lines(a.Text, letters / 2.2) + .5) / 1.8,
            InquiryPaths paths => letters => 2 + paths.Paths.Max(p => p.Steps.Sum(s => 1.3 + Lines(s.Text, letters / (paths.Paths.Length + .2)))),
            CoatRack rack => letters => 2 + Math.Ceiling(rack.Pegs.Length / 4d) * 5.5,
            ResourceMatrix matrix => letters => 3 + matrix.Kinds.Length * 2.4,
            _ => _ => double.PositiveInfinity,
        };
        var id = _fragments.Take(figure.ToString().Replace(':', '-'));
        yield return lines(Types[^1].Letters) <= Types[^1].Lines
            ? new FigureSlide { Id = id, Topic = topic, Title = topic.Title, Figure = figure, Type = TypeFor(lines), Deck = item.Slides }
            : new SummarySlide { Id = id, Topic = topic, Title = topic.Title, Deck = item.Slides };
    }

    /// <summary>Shares out items over as many slides as they need in a type no smaller than that, all but the last as full as can be.</summary>
    private static IEnumerable<ImmutableArray<T>> Shared<T>(IEnumerable<T> items, Func<T, int, double> lines, SlideType smallest = SlideType.Small)
    {
        var room = Types.First(t => t.Type == smallest);
        var share = new List<T>();
        var taken = 0d;
        foreach (var item in items)
        {
            var needed = lines(item, room.Letters);
            if (share.Count > 0 && taken + needed > room.Lines)
            {
                yield return [.. share];
                share.Clear();
                taken = 0;
            }
            share.Add(item);
            taken += needed;
        }
        if (share.Count > 0)
        {
            yield return [.. share];
        }
    }

    /// <summary>The largest type in which so many lines have room, told for lines of so many letters.</summary>
    private static SlideType TypeFor(Func<int, double> lines) => Types.FirstOrDefault(t => lines(t.Letters) <= t.Lines, Types[^1]).Type;

    /// <summary>The lines of a topic's block in the language in which it is longest.</summary>
    private static double LinesOfBlock(Topic topic, int i, int letters) =>
        topic.Body.Versions.Select(v => v.Value.Blocks).Where(blocks => i < blocks.Length).Max(blocks => LinesOf(blocks[i], letters));

    private static double LinesOf(Block block, int letters) => block switch
    {
        Paragraph paragraph => LinesOf(LettersOf(paragraph.Inlines), letters) + .5,
        Heading heading => LinesOf(LettersOf(heading.Inlines), letters) + 1,
        // A long list stands in two columns.
        ListBlock list => list.Items.Sum(item => item.Blocks.Sum(inner => LinesOf(inner, letters - 4)) - .25) / (list.Items.Length < LongList ? 1 : 1.7),
        Embed => 2,
        _ => 0,
    };

    private static double LinesOfQuestion(Question question, int letters) => question.FollowUps.Prepend(question).Sum(q => Lines(q.Text, letters) + .5);

    private static double LinesOf(int letters, double ofALine) => Math.Ceiling(letters / ofALine);

    private static double Lines(LocalizedText text, double ofALine) => LinesOf(LettersOf(text), ofALine);

    // As many as the words alone have, which would have to be put together for every type that is tried.
    private static int LettersOf(ImmutableArray<Inline> inlines)
    {
        var letters = 0;
        foreach (var inline in inlines)
        {
            letters += inline switch
            {
                TextRun run => run.Letters.Length,
                LineBreak => 1,
                Emphasis emphasis => LettersOf(emphasis.Inlines),
                Strong strong => LettersOf(strong.Inlines),
                ForeignPassage foreign => LettersOf(foreign.Inlines),
                WebLink link => LettersOf(link.Inlines),
                ReferenceLink link => LettersOf(link.Inlines),
                _ => 0,
            };
        }
        return letters;
    }

    private static int LettersOf(LocalizedText text) => text.Versions.Max(v => LettersOf(v.Value.Inlines));

    private static int LettersOf(TableCell cell) => LettersOf(cell.Text) + (cell.Note is { } note ? 3 + LettersOf(note) : 0);
}
