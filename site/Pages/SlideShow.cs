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
    /// <summary>The most lines on a slide, by the type they are set in.</summary>
    private static readonly (SlideType Type, double Lines)[] Types =
        [(SlideType.Large, 4), (SlideType.Medium, 7.5), (SlideType.Small, 11), (SlideType.Smallest, 15)];

    private const int LettersOfALine = 52;

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
            Type = TypeFor(_day.Programme.Sessions.Sum(s => Lines(s.Title) * 1.1)),
            Deck = [.. _day.Programme.Sessions.SelectMany(s => s.Slides).Distinct().Order()],
        };
        foreach (var session in _day.Programme.Sessions)
        {
            yield return new SessionSlide
            {
                Id = _fragments.Take($"session-{session.Id}"),
                Session = session,
                Type = TypeFor(3 + session.Points.Sum(Lines)),
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
            foreach (var (blocks, lines) in Shared(text, i => LinesOfBlock(topic, i)))
            {
                slides.Add(new TextSlide
                {
                    Id = _fragments.Take($"topic-{topic.Id}"),
                    Topic = topic,
                    Title = topic.Title,
                    Type = TypeFor(lines),
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
        Type = TypeFor(Lines(quote.Text)),
        Deck = quote.Slides,
    };

    private IEnumerable<QuestionsSlide> Asking(QuestionSet set, Topic? topic, LocalizedText title)
    {
        var first = 1;
        foreach (var (questions, lines) in Shared(set.Questions, q => q.FollowUps.Prepend(q).Sum(each => Lines(each.Text) + .5)))
        {
            yield return new QuestionsSlide
            {
                Id = _fragments.Take($"questions-{set.Id}"),
                Topic = topic,
                Title = title,
                Set = set,
                Questions = [.. questions],
                First = first,
                Type = TypeFor(lines + (set.Instruction is { } instruction ? Lines(instruction) : 0)),
                Deck = set.Slides,
            };
            first += questions.Count;
        }
    }

    /// <summary>A figure is never cut in two: one too large for a slide is told of, and read on its topic's page.</summary>
    private IEnumerable<TopicSlide> Drawing(IHasProvenance item, Reference figure, Topic topic)
    {
        var lines = item switch
        {
            Codex codex => codex.Principles.Sum(p => Lines(p.Text) + .4),
            Assumptions assumptions => 1 + assumptions.Items.Sum(a => Lines(a.Text) + .4),
            InquiryPaths paths => 5 + paths.Paths.Max(p => p.Steps.Length) * 2.4,
            CoatRack rack => Math.Ceiling(rack.Pegs.Length / 4d) * 5.5,
            ComparisonTable table => table.Rows.Sum(r => r.Cells.Select(c => (Letters(c.Text) + (c.Note is { } n ? Letters(n) : 0)) * (table.Columns.Length + 1)).Prepend(0).Max() / 90d + .5),
            ResourceMatrix matrix => 2 + matrix.Kinds.Length * 2,
            _ => double.PositiveInfinity,
        };
        var id = _fragments.Take(figure.ToString().Replace(':', '-'));
        yield return lines <= Types[^1].Lines
            ? new FigureSlide { Id = id, Topic = topic, Title = topic.Title, Figure = figure, Type = TypeFor(lines), Deck = item.Slides }
            : new SummarySlide { Id = id, Topic = topic, Title = topic.Title, Deck = item.Slides };
    }

    /// <summary>Shares out items over as many slides as their lines need, all but the last as full as can be.</summary>
    private static IEnumerable<(IReadOnlyList<T> Items, double Lines)> Shared<T>(IEnumerable<T> items, Func<T, double> linesOf)
    {
        var (share, sum) = (new List<T>(), 0d);
        foreach (var item in items)
        {
            var lines = linesOf(item);
            if (share.Count > 0 && sum + lines > Types[^1].Lines)
            {
                yield return (share, sum);
                (share, sum) = ([], 0);
            }
            share.Add(item);
            sum += lines;
        }
        if (share.Count > 0)
        {
            yield return (share, sum);
        }
    }

    private static SlideType TypeFor(double lines) => Types.FirstOrDefault(t => lines <= t.Lines, Types[^1]).Type;

    /// <summary>The lines of a topic's block in the language in which it is longest.</summary>
    private static double LinesOfBlock(Topic topic, int i) =>
        topic.Body.Versions.Select(v => v.Value.Blocks).Where(blocks => i < blocks.Length).Max(blocks => LinesOf(blocks[i]));

    private static double LinesOf(Block block) => block switch
    {
        Paragraph paragraph => LinesOf(Inline.PlainText(paragraph.Inlines).Length) + .5,
        Heading heading => LinesOf(Inline.PlainText(heading.Inlines).Length) + 1,
        ListBlock list => list.Items.Sum(item => item.Blocks.Sum(LinesOf) - .25),
        Embed => 2,
        _ => 0,
    };

    private static double LinesOf(int letters) => Math.Ceiling(letters / (double)LettersOfALine);

    private static double Lines(LocalizedText text) => LinesOf(Letters(text));

    private static int Letters(LocalizedText text) => text.Versions.Max(v => v.Value.Plain.Length);
}
