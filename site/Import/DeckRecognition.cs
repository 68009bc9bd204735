using System.Collections.Immutable;
using System.Globalization;

namespace Ledelsesdag.Site.Import;

/// <summary>
/// Decides what each shape of a deck becomes. It recognises what is plain (a time and words, words in quotation marks and
/// a name) and notes what it was guessed from; everything else stays text where it stood.
/// </summary>
internal sealed class DeckRecognition
{
    private const int LongestPromotedTitle = 120;
    private const string IsText = "text of the topic";

    // A topic's file may have 200 kB; a character may take four bytes and a backslash.
    private const int MostCharactersOfATopic = 35_000;

    private readonly Deck _deck;
    private readonly string _language;
    private readonly DraftWords _words;
    private readonly ImmutableArray<Outcome>.Builder _outcomes = ImmutableArray.CreateBuilder<Outcome>();
    private readonly List<DraftSession> _sessions = [];
    private readonly List<PendingTopic> _topics = [];
    private readonly List<DraftQuote> _quotes = [];
    private readonly List<DraftQuestionSet> _sets = [];
    private readonly List<DraftTable> _tables = [];
    private readonly DraftNames _sessionIds;
    private readonly DraftNames _topicIds;
    private readonly DraftNames _quoteIds;
    private readonly DraftNames _setIds;
    private readonly DraftNames _questionIds;
    private readonly DraftNames _tableIds;

    private DeckRecognition(Deck deck, string language)
    {
        (_deck, _language, _words) = (deck, language, DraftWords.Of(language));
        (_sessionIds, _topicIds, _quoteIds) = (new(language), new(language), new(language));
        (_setIds, _questionIds, _tableIds) = (new(language), new(language), new(language));
    }

    public static Draft Recognise(Deck deck, string language) => new DeckRecognition(deck, language).Run();

    private Draft Run()
    {
        string? dayTitle = null;
        var homeless = new List<int>();
        var daySlides = ImmutableArray.CreateBuilder<int>();
        foreach (var slide in _deck.Slides)
        {
            var reading = new SlideReading(this, slide);
            reading.Run();
            if (dayTitle is null && slide.Number == 1 && reading.Title is { } name)
            {
                dayTitle = name;
                daySlides.Add(1);
            }
            if (!reading.MakeTopic(isDaySlide: daySlides.Contains(slide.Number)))
            {
                if (!daySlides.Contains(slide.Number) && !_sessions.Any(s => s.Slides.Contains(slide.Number)))
                {
                    homeless.Add(slide.Number);
                }
            }
        }
        if (_topics.Count == 0)
        {
            _topics.Add(new(_topicIds.Of(dayTitle ?? "", "slide-1"), dayTitle ?? $"{_words.Slide} 1", dayTitle is null, []) { Slides = { homeless.Count > 0 ? homeless[0] : 1 } });
        }
        foreach (var slide in homeless)
        {
            // A slide without words belongs to what was said before it, or else to what comes next.
            var home = _topics.LastOrDefault(topic => topic.Slides.Min <= slide) ?? _topics[0];
            home.Slides.Add(slide);
        }
        return new()
        {
            Deck = _deck,
            Language = _language,
            DayId = new DraftNames(_language).Of(dayTitle ?? "", _language == "da" ? "dag" : "day"),
            Title = dayTitle,
            DaySlides = daySlides.ToImmutable(),
            Sessions = [.. _sessions],
            Topics = [.. Assign()],
            Quotes = [.. _quotes],
            QuestionSets = [.. _sets],
            Tables = [.. _tables],
            Outcomes = _outcomes.ToImmutable(),
        };
    }

    /// <summary>
    /// Topics belong to the sessions in their order: a topic that is called as a later session is begins it. A meal or a
    /// break holds its own topic only.
    /// </summary>
    private IEnumerable<DraftTopic> Assign()
    {
        var at = Math.Max(0, _sessions.FindIndex(session => session.Kind == "work"));
        foreach (var topic in _topics)
        {
            var named = _sessions.FindIndex(at, session => Alike(session.Title, topic.Title));
            at = named < 0 ? at : named;
            var assigned = new DraftTopic(topic.Id, topic.Title, topic.TitleByEditor, _sessions.Count == 0 ? "" : _sessions[at].Id, [.. topic.Blocks]);
            assigned.Slides.UnionWith(topic.Slides);
            yield return assigned;
            while (at + 1 < _sessions.Count && _sessions[at].Kind != "work")
            {
                at++;
            }
        }
    }

    private static bool Alike(string one, string other) => DraftNames.Fold(one) is { Length: > 0 } folded && folded == DraftNames.Fold(other);

    private sealed record PendingTopic(string Id, string Title, bool TitleByEditor, List<DraftBlock> Blocks)
    {
        public SortedSet<int> Slides { get; } = [];
    }

    /// <summary>A paragraph whose words are cleaned, still with its place in its list.</summary>
    private readonly record struct Line(string Text, int Level, Numbering Numbering)
    {
        public bool IsPoint => Numbering != Numbering.None;
    }

    /// <summary>One slide on its way from shapes to a topic.</summary>
    private sealed class SlideReading(DeckRecognition deck, DeckSlide slide)
    {
        private readonly List<DraftBlock> _blocks = [];
        private readonly HashSet<DeckShape> _done = new(ReferenceEqualityComparer.Instance);
        private readonly List<DraftQuestionSet> _sets = [];
        private readonly List<DraftTable> _tables = [];
        private readonly List<Outcome> _told = [];
        private DeckShape? _titleShape;
        private DeckShape? _firstTextShape;
        private bool _hasHeadingFromText;
        private bool _hasProgramme;
        private int _room = MostCharactersOfATopic;

        public string? Title { get; private set; }

        private string TitleOrNumber => Title ?? string.Create(CultureInfo.InvariantCulture, $"{deck._words.Slide} {slide.Number}");

        private string Fallback => string.Create(CultureInfo.InvariantCulture, $"slide-{slide.Number}");

        public void Run()
        {
            for (var i = 0; i < slide.Shapes.Length; i++)
            {
                var shape = slide.Shapes[i];
                if (!_done.Add(shape))
                {
                    continue;
                }
                switch (shape.Kind)
                {
                    case DeckShapeKind.Title when Title is null:
                        ReadTitle(shape);
                        break;
                    case DeckShapeKind.Title or DeckShapeKind.Text or DeckShapeKind.Diagram or DeckShapeKind.Unknown:
                        ReadText(shape, i + 1 < slide.Shapes.Length ? slide.Shapes[i + 1] : null);
                        break;
                    case DeckShapeKind.Table:
                        ReadTable(shape);
                        break;
                    case DeckShapeKind.Picture:
                        ReadPicture(shape);
                        break;
                    default:
                        LeaveOut(shape, Reason(shape));
                        break;
                }
                if (shape is { AltText: { } alt, Kind: not DeckShapeKind.Picture })
                {
                    Tell(shape, "its alternative text is left out: what it describes has no place in the content", null, [alt]);
                }
                if (!shape.Links.IsEmpty)
                {
                    Tell(shape, "its words are kept without what they link to; write [words](https://…) where a link belongs", null, shape.Links);
                }
            }
            // Words that stand alone are no heading, except above a programme and on the slide that names the day.
            if (Title is null && _firstTextShape is { Kind: not DeckShapeKind.Picture } && _blocks is [DraftParagraph { Text.Length: <= LongestPromotedTitle } first, ..] && (_blocks.Count > 1 || _hasProgramme || slide.Number == 1))
            {
                Title = ContentText.OneLine(first.Text);
                (_titleShape, _hasHeadingFromText) = (_firstTextShape, true);
                _blocks.RemoveAt(0);
                if (_titleShape!.Paragraphs.Count(paragraph => !paragraph.IsBlank) == 1)
                {
                    Untell(_titleShape, IsText);
                }
            }
        }

        /// <summary>Makes a topic of what is left on the slide; false when nothing is.</summary>
        public bool MakeTopic(bool isDaySlide)
        {
            var named = isDaySlide ? "the day's name" : null;
            if (_blocks.Count == 0 && (Title is null || isDaySlide || _hasProgramme))
            {
                if (_titleShape is not null)
                {
                    Tell(_titleShape, named ?? "left out: the whole slide is the programme, whose page has a heading of its own", null, named is null ? [Title!] : []);
                }
                return false;
            }
            if (_titleShape is not null)
            {
                Tell(_titleShape, $"{named}{(named is null ? "" : ", and ")}{(_hasHeadingFromText ? "with its first words " : "")}the topic's heading",
                    _hasHeadingFromText ? "the first words of a slide without a title" : null);
            }
            var topic = new PendingTopic(deck._topicIds.Of(Title ?? "", Fallback), TitleOrNumber, Title is null, _blocks);
            topic.Slides.Add(slide.Number);
            deck._topics.Add(topic);
            // Sets and tables are called as their topic is, and only now is it known what that is.
            deck._sets.AddRange(_sets.Select(set => set with { Title = TitleOrNumber }));
            deck._tables.AddRange(_tables.Select(table => table with { Title = TitleOrNumber }));
            return true;
        }

        private void ReadTitle(DeckShape shape)
        {
            var title = ContentText.OneLine(string.Join(' ', Lines(shape).Select(line => line.Text)));
            if (title.Length == 0)
            {
                NoWords(shape);
            }
            else if (title.Length <= 300)
            {
                Title = title;
                _titleShape = shape;
            }
            else
            {
                ReadText(shape, null);
            }
        }

        private void ReadPicture(DeckShape shape)
        {
            var file = shape.Detail is null ? "" : $" ({shape.Detail})";
            if (shape.AltText is not { } alt)
            {
                Tell(shape, $"left out: the content has no pictures, and its author wrote no alternative text{file}");
                return;
            }
            var clean = Clean(shape, alt);
            if (clean.Length == 0 || !ContentText.CanBeShown(clean))
            {
                LeaveOut(shape, $"left out: the content has no pictures{file}");
                return;
            }
            _firstTextShape ??= shape;
            _blocks.Add(new DraftParagraph($"[{deck._words.Picture}: {ContentText.OneLine(clean)}]"));
            Tell(shape, $"the picture is left out, for the content has none{file}; its alternative text stands in the topic in brackets");
        }

        private void ReadText(DeckShape shape, DeckShape? next)
        {
            var lines = Lines(shape);
            if (lines.Count == 0)
            {
                NoWords(shape);
                return;
            }
            if (lines.Count == 1 && Patterns.Quoted(lines[0].Text) is { } words && next is { Kind: DeckShapeKind.Text } && Lines(next, silent: true) is [var only] && Patterns.Attribution(only.Text) is { } who)
            {
                _done.Add(next);
                AddQuote(shape, words, who, "words in quotation marks alone in a shape, and a shape after it that is a dash and a name");
                Tell(next, "whose words the quote before it is");
                return;
            }
            if (lines.FindIndex(line => Patterns.Timed(line.Text) is not null) is >= 0 and var firstRow && TakeProgramme(shape, lines[firstRow..]))
            {
                lines = lines[..firstRow];
            }
            AddText(shape, lines);
        }

        private void AddText(DeckShape shape, List<Line> lines)
        {
            var kept = false;
            for (var i = 0; i < lines.Count;)
            {
                var first = i;
                if (Patterns.Attributed(lines[i].Text) is { } attributed)
                {
                    AddQuote(shape, attributed.Words, attributed.Who, "words in quotation marks, then a dash or brackets with a name");
                    i++;
                }
                else if (i + 1 < lines.Count && Patterns.Quoted(lines[i].Text) is { } words && Patterns.Attribution(lines[i + 1].Text) is { } who)
                {
                    AddQuote(shape, words, who, "a paragraph in quotation marks, and after it a line that is a dash and a name");
                    i += 2;
                }
                else if (Run(lines, i, at => !lines[at].IsPoint && Patterns.Numbered(lines[at].Text)?.Number == at - first + 1) is { Count: > 1 } typed)
                {
                    _blocks.Add(new DraftList([.. typed.Select(line => new DraftPoint(Patterns.Numbered(line.Text)!.Value.Words, 0, true))]));
                    Tell(shape, "numbered steps in the topic, whose numbers the list sets", "numbers typed before the paragraphs, from 1 on");
                    i += typed.Count;
                }
                else if (Run(lines, i, at => !lines[at].IsPoint && Patterns.IsQuestion(lines[at].Text)) is { Count: > 1 } questions)
                {
                    AddQuestions(shape, questions);
                    i += questions.Count;
                }
                else if (lines[i].IsPoint)
                {
                    var points = Run(lines, i, at => lines[at].IsPoint && !BeginsQuote(lines, at));
                    AddList(shape, points);
                    i += points.Count;
                }
                else
                {
                    _blocks.Add(new DraftParagraph(lines[i].Text));
                    _firstTextShape ??= shape;
                    kept = true;
                    i++;
                }
            }
            if (kept)
            {
                Tell(shape, IsText);
            }
        }

        /// <summary>The lines from <paramref name="from"/> on, up to the first that does not belong.</summary>
        private static List<Line> Run(List<Line> lines, int from, Func<int, bool> belongs)
        {
            var end = from;
            while (end < lines.Count && belongs(end))
            {
                end++;
            }
            return lines[from..end];
        }

        private static bool BeginsQuote(List<Line> lines, int at) =>
            Patterns.Attributed(lines[at].Text) is not null
            || (at + 1 < lines.Count && Patterns.Quoted(lines[at].Text) is not null && Patterns.Attribution(lines[at + 1].Text) is not null);

        private void AddList(DeckShape shape, List<Line> lines)
        {
            var asked = lines.Count(line => Patterns.IsQuestion(line.Text));
            if (asked > 1 && asked * 2 > lines.Count)
            {
                AddQuestions(shape, lines);
                return;
            }
            _blocks.Add(ListOf(lines));
            Tell(shape, lines[0].Numbering == Numbering.Number ? "numbered steps in the topic" : "a list in the topic",
                lines[0].Numbering == Numbering.Number ? "paragraphs that the deck numbers" : null);
        }

        private static DraftList ListOf(List<Line> lines)
        {
            var points = ImmutableArray.CreateBuilder<DraftPoint>(lines.Count);
            // Levels of the deck that lead to each depth here: a deck may begin a list at its third level.
            var open = new Stack<int>();
            foreach (var line in lines)
            {
                while (open.Count > 0 && open.Peek() > line.Level)
                {
                    open.Pop();
                }
                if (open.Count == 0 || open.Peek() < line.Level)
                {
                    open.Push(line.Level);
                }
                points.Add(new(line.Text, open.Count - 1, line.Numbering == Numbering.Number));
            }
            return new(points.ToImmutable());
        }

        private void AddQuestions(DeckShape shape, List<Line> lines)
        {
            var questions = new List<DraftQuestion>();
            var top = lines.Min(line => line.Level);
            foreach (var line in lines)
            {
                var question = new DraftQuestion(deck._questionIds.Of(line.Text, Fallback + "-question"), line.Text, []);
                if (line.Level > top && questions.Count > 0)
                {
                    questions[^1] = questions[^1] with { FollowUps = questions[^1].FollowUps.Add(question) };
                }
                else
                {
                    questions.Add(question);
                }
            }
            var id = deck._setIds.Of(Title ?? "", Fallback);
            _sets.Add(new(id, "", lines.All(line => line.Level > top || line.Numbering == Numbering.Number), [.. questions], slide.Number));
            _blocks.Add(new DraftEmbed($"questions:{id}"));
            Tell(shape, $"the questions '{id}', shown in the topic", lines.All(line => Patterns.IsQuestion(line.Text))
                ? "paragraphs that end in a question mark" : "a list most of whose points end in a question mark");
        }

        private void AddQuote(DeckShape shape, string words, string who, string from)
        {
            var firstWords = string.Join(' ', ContentText.OneLine(words).Split(' ').Take(6));
            var id = deck._quoteIds.Of(firstWords, Fallback);
            deck._quotes.Add(new(id, words, who, slide.Number));
            _blocks.Add(new DraftEmbed($"quote:{id}"));
            Tell(shape, $"the quote '{id}', shown in the topic; its speaker is everything the deck says of whose it is, so divide it into speaker, role, work and year", from);
        }

        /// <summary>A line or row of a programme.</summary>
        private sealed record ProgrammeRow(TimeOnly Start, TimeOnly? End, string Title, List<string> Points);

        /// <summary>Makes sessions of lines that begin with a time or two, and of what stands under each; false when they are no programme.</summary>
        private bool TakeProgramme(DeckShape shape, List<Line> lines)
        {
            var rows = new List<ProgrammeRow>();
            for (var i = 0; i < lines.Count; i++)
            {
                // A start alone within a session that has an end is a part of it.
                if (Patterns.Timed(lines[i].Text) is { } timed && (timed.End is not null || rows.Count == 0 || rows[^1].End is not { } end || timed.Start >= end))
                {
                    var said = timed.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
                    if (said.Count == 0 && i + 1 < lines.Count && Patterns.Timed(lines[i + 1].Text) is null)
                    {
                        said.AddRange(lines[++i].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                    }
                    rows.Add(new(timed.Start, timed.End, said.FirstOrDefault() ?? "", [.. said.Skip(1)]));
                }
                else
                {
                    rows[^1].Points.Add(lines[i].Text);
                }
            }
            return IsProgramme(rows) && TakeSessions(shape, rows, rows.TrueForAll(row => row.End is not null) ? "paragraphs that begin with two times" : "paragraphs that begin with a time");
        }

        /// <summary>Starts alone need more to be believed than times from and to, for many a figure has a point in it.</summary>
        private bool IsProgramme(List<ProgrammeRow> rows) =>
            Patterns.IsProgrammeTitle(Title) || rows.Count(row => row.End is not null) > 1 || (rows.Count > 2 && rows.All(row => Patterns.IsOfAProgramme(row.Start)));

        private bool TakeSessions(DeckShape shape, List<ProgrammeRow> rows, string from)
        {
            if (rows.Any(row => row.Title.Length == 0))
            {
                Tell(shape, "no programme: a time stands without words", from);
                return false;
            }
            var ended = rows.Select((row, i) => (Row: row, End: row.End ?? (i + 1 < rows.Count ? rows[i + 1].Start : AnHourAfter(row.Start)))).ToList();
            if (ended.Zip(rows.Skip(1)).Any(pair => pair.Second.Start < pair.First.End) || ended.Exists(row => row.End <= row.Row.Start))
            {
                Tell(shape, "no programme: its times overlap or are out of order", from);
                return false;
            }
            if (ended.TrueForAll(row => deck._sessions.Any(s => s.Start == row.Row.Start && s.End == row.End && s.Title == row.Row.Title && row.Row.Points.All(s.Points.Contains))))
            {
                foreach (var session in deck._sessions.Where(s => rows.Any(row => row.Start == s.Start)))
                {
                    session.Slides.Add(slide.Number);
                }
                _hasProgramme = true;
                Tell(shape, "the programme once more, word for word; its sessions name this slide, too", from);
                return true;
            }
            if (deck._sessions is [.., { EndIsGuessed: true } open] && rows[0].Start > open.Start)
            {
                // The programme goes on here, so its last session so far ends here.
                deck._sessions[^1] = open with { End = rows[0].Start, EndIsGuessed = false };
            }
            if (deck._sessions.Count > 0 && rows[0].Start < deck._sessions[^1].End)
            {
                Tell(shape, "no programme: an earlier slide has one, and these times are not after it", from);
                return false;
            }
            foreach (var (row, end) in ended)
            {
                var session = new DraftSession(deck._sessionIds.Of(row.Title, Fallback), Patterns.SessionKind(row.Title), row.Start, end, row.Title, [.. row.Points])
                {
                    EndIsGuessed = row.End is null && row == rows[^1],
                };
                session.Slides.Add(slide.Number);
                deck._sessions.Add(session);
                var guessed = row.End is not null || session.EndIsGuessed ? from : $"{from}; it ends when the next begins";
                var points = row.Points.Count switch
                {
                    0 => "",
                    1 => ", and the line under it as a point of it",
                    var many => string.Create(CultureInfo.InvariantCulture, $", and the {many} lines under it as points of it"),
                };
                Tell(shape, $"the session '{session.Id}'{(session.Kind == "work" ? "" : $", a {session.Kind}")}{points}", session.Kind == "work" ? guessed : $"{guessed}, and the word it begins with");
            }
            _hasProgramme = true;
            return true;
        }

        private static TimeOnly AnHourAfter(TimeOnly start) => start.Hour < 23 ? start.AddHours(1) : new(23, 59);

        private void ReadTable(DeckShape shape)
        {
            var rows = shape.Table!.Rows.Select(row => row.Cells.Select(cell => Lines(shape, cell.Paragraphs)).ToList()).Where(row => row.Any(cell => cell.Count > 0)).ToList();
            if (rows.Count == 0)
            {
                NoWords(shape);
                return;
            }
            var merged = shape.Table.Rows.Any(row => row.Cells.Any(cell => cell.Merged));
            if (TakeTimetable(shape, rows))
            {
                return;
            }
            var width = rows[0].Count;
            var why = merged ? "cells of it are joined"
                : rows.Any(row => row.Count != width) ? "its rows are of unequal length"
                : !shape.Table.HasHeading ? "its first row is not marked as one of headings"
                : width < 3 || rows.Count < 2 ? "it compares fewer than two things"
                : rows.Where((row, r) => row.Where((cell, c) => (r, c) != (0, 0) && cell.Count == 0).Any()).Any() ? "cells of it are empty"
                : null;
            if (why is null)
            {
                AddTable(shape, rows);
                return;
            }
            var points = new List<Line>();
            foreach (var row in rows)
            {
                var words = row.SelectMany(cell => cell).ToList();
                points.Add(new(words[0].Text, 0, Numbering.Bullet));
                points.AddRange(words.Skip(1).Select(line => new Line(line.Text, 1, Numbering.Bullet)));
            }
            _blocks.Add(ListOf(points));
            Tell(shape, $"a list in the topic, a point for each row and under it the row's other cells; no comparison table, for {why}");
        }

        private void AddTable(DeckShape shape, List<List<List<Line>>> rows)
        {
            var id = deck._tableIds.Of(Title ?? "", Fallback);
            _tables.Add(new(id, "", [.. rows[0].Skip(1).Select(Join)],
                [.. rows.Skip(1).Select(row => new DraftRow(Join(row[0]), [.. row.Skip(1).Select(cell => new DraftCell(cell[0].Text, cell.Count > 1 ? Join(cell[1..]) : null))]))], slide.Number));
            _blocks.Add(new DraftEmbed($"table:{id}"));
            Tell(shape, $"the table '{id}', shown in the topic; a cell's paragraphs after the first are its note", "a table whose first row is one of headings and whose cells are all filled");
            if (rows[0][0].Count > 0)
            {
                Tell(shape, "its first heading is left out: above the headings of the rows there is no place", null, [Join(rows[0][0])]);
            }

            static string Join(List<Line> cell) => string.Join(' ', cell.Select(line => line.Text));
        }

        /// <summary>Makes sessions of a table that has a column of times.</summary>
        private bool TakeTimetable(DeckShape shape, List<List<List<Line>>> rows)
        {
            var column = Enumerable.Range(0, rows.Max(row => row.Count)).FirstOrDefault(c => rows.Count(row => TimeIn(row, c) is not null) > 1, -1);
            if (column < 0)
            {
                return false;
            }
            var sessions = new List<ProgrammeRow>();
            var others = new List<List<List<Line>>>();
            foreach (var row in rows)
            {
                if (TimeIn(row, column) is { } time)
                {
                    var words = row.Where((_, c) => c != column).SelectMany(cell => cell).SelectMany(line => line.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
                    sessions.Add(new(time.Start, time.End, words.FirstOrDefault() ?? "", [.. words.Skip(1)]));
                }
                else
                {
                    others.Add(row);
                }
            }
            if (!IsProgramme(sessions) || !TakeSessions(shape, sessions, "a table with a column of times"))
            {
                return false;
            }
            foreach (var (row, index) in others.Select((row, index) => (row, index)))
            {
                var words = row.SelectMany(cell => cell).Select(line => line.Text).ToImmutableArray();
                if (index == 0 && ReferenceEquals(row, rows[0]))
                {
                    Tell(shape, "its headings are left out: the programme's page needs none", null, words);
                }
                else
                {
                    _firstTextShape ??= shape;
                    _blocks.AddRange(words.Select(text => new DraftParagraph(text)));
                    Tell(shape, "text of the topic: a row without a time");
                }
            }
            return true;
        }

        private static (TimeOnly Start, TimeOnly? End)? TimeIn(List<List<Line>> row, int column) =>
            column < row.Count && row[column] is [var only] && Patterns.Timed(only.Text) is { Words.Length: 0 } timed ? (timed.Start, timed.End) : null;

        private List<Line> Lines(DeckShape shape, bool silent = false) => Lines(shape, shape.Paragraphs, silent);

        /// <summary>The paragraphs that have words, cleaned; what cannot be shown goes to the report.</summary>
        private List<Line> Lines(DeckShape shape, ImmutableArray<DeckParagraph> paragraphs, bool silent = false)
        {
            var lines = new List<Line>();
            foreach (var paragraph in paragraphs)
            {
                var clean = Clean(shape, paragraph.Text, silent);
                if (clean.Length == 0)
                {
                    continue;
                }
                if (ContentText.CanBeShown(clean) && clean.Length <= _room)
                {
                    _room -= silent ? 0 : clean.Length;
                    lines.Add(new(clean, paragraph.Level, paragraph.Numbering));
                }
                else if (!silent)
                {
                    Tell(shape, "a paragraph is left out: it is too long, or it has too many brackets that nothing closes", null, [paragraph.Text]);
                }
            }
            return lines;
        }

        private string Clean(DeckShape shape, string text, bool silent = false)
        {
            var removed = new SortedDictionary<char, int>();
            var clean = ContentText.Clean(text, c => removed[c] = removed.GetValueOrDefault(c) + 1);
            if (removed.Count > 0 && !silent)
            {
                var list = string.Join(", ", removed.Select(r => string.Create(CultureInfo.InvariantCulture, $"U+{(int)r.Key:X4}{(r.Value > 1 ? $" ({r.Value} times)" : "")}")));
                Tell(shape, $"characters that nobody sees, or only with one font, are taken out: {list}");
            }
            return clean;
        }

        private static string Reason(DeckShape shape) => shape.Kind switch
        {
            DeckShapeKind.Group => "a group; its shapes follow, each by itself",
            DeckShapeKind.Chart => "left out: the content has no charts; say in words or in a table what it shows",
            DeckShapeKind.Media => $"left out: the content has no films and no sound{(shape.Detail is null ? "" : $" ({shape.Detail})")}",
            DeckShapeKind.EmbeddedObject => $"left out: an object of another program{(shape.Detail is null ? "" : $" ({shape.Detail})")}",
            DeckShapeKind.Line => "left out: a line without words",
            DeckShapeKind.Footer => "left out: the line at the edge that every slide repeats (date, number, foot or head)",
            DeckShapeKind.Notes => shape.Texts().Any() ? "left out: notes are the speaker's own and were not shown; move what readers should have" : "left out: it has no words",
            DeckShapeKind.NotesFrame => "left out: the picture of the slide on its notes page",
            _ => "left out",
        };

        private void NoWords(DeckShape shape) =>
            Tell(shape, shape.Kind == DeckShapeKind.Unknown ? $"left out: nobody here knows what it is{(shape.Detail is null ? "" : $" ({shape.Detail})")}" : "left out: it has no words");

        private void LeaveOut(DeckShape shape, string reason) => Tell(shape, reason, null, [.. shape.Texts().Where(text => text != shape.AltText || shape.Kind == DeckShapeKind.Picture)]);

        private void Untell(DeckShape shape, string what)
        {
            _told.RemoveAll(o => ReferenceEquals(o.Shape, shape) && o.What == what);
            deck._outcomes.RemoveAll(o => ReferenceEquals(o.Shape, shape) && o.What == what);
        }

        private void Tell(DeckShape shape, string what, string? guessedFrom = null, ImmutableArray<string> leftOut = default)
        {
            var outcome = new Outcome(slide.Number, shape, what, guessedFrom, leftOut.IsDefault ? [] : leftOut);
            if (!_told.Any(o => ReferenceEquals(o.Shape, shape) && o.What == what && o.LeftOut.SequenceEqual(outcome.LeftOut)))
            {
                _told.Add(outcome);
                deck._outcomes.Add(outcome);
            }
        }
    }
}
