using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Import;

/// <summary>A value that no deck gives and the draft must have.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Field">Where in the file: <c>topics[0].summary</c>; empty when the file is one text.</param>
/// <param name="Language">The language of the field that is meant; null where the field has none.</param>
/// <param name="Value">What stands there until somebody knows better.</param>
internal sealed record Placeholder(string File, string Field, string? Language, string Value)
{
    /// <summary>The line it stands on, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The field's own name: <c>summary</c>.</summary>
    public string Name => Field[(Field.LastIndexOf('.') + 1)..];
}

/// <summary>Writes a <see cref="Draft"/> as a content folder that the loader accepts.</summary>
internal sealed class DraftWriter
{
    private const string PlaceholderSession = "programme";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // Letters are written as letters; the file is read by people, not put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Draft _draft;
    private readonly DraftWords _words;
    private readonly ImmutableArray<OutputFile>.Builder _files = ImmutableArray.CreateBuilder<OutputFile>();
    private readonly ImmutableArray<Placeholder>.Builder _placeholders = ImmutableArray.CreateBuilder<Placeholder>();

    private DraftWriter(Draft draft) => (_draft, _words) = (draft, DraftWords.Of(draft.Language));

    /// <summary>The files of the draft, and what in them is still to be filled in.</summary>
    public static (ImmutableArray<OutputFile> Files, ImmutableArray<Placeholder> Placeholders) Files(Draft draft)
    {
        var writer = new DraftWriter(draft);
        writer.Write();
        return (writer._files.ToImmutable(), [.. writer._placeholders.Select(placeholder => placeholder with { Line = LineOf(placeholder, writer._files) })]);
    }

    private static int LineOf(Placeholder placeholder, IEnumerable<OutputFile> files)
    {
        var content = files.Single(file => file.Path == placeholder.File).Content.Span;
        if (placeholder.Field.Length == 0)
        {
            return 1;
        }
        var place = PlacedJson.Parse(content);
        foreach (var step in placeholder.Field.Split('.', '['))
        {
            place = step.EndsWith(']') ? place.Children[int.Parse(step[..^1], CultureInfo.InvariantCulture)] : place[step]!;
        }
        place = placeholder.Language is { } language ? place[language]! : place;
        return content[..place.Start].Count((byte)'\n') + 1;
    }

    private void Write()
    {
        var day = _draft.DayId;
        Add("network.json", new JsonObject
        {
            ["title"] = ToFillIn("network.json", "title", _words.NetworkTitle),
            ["description"] = ToFillIn("network.json", "description", _words.NetworkDescription),
            ["languages"] = new JsonArray(new JsonObject { ["tag"] = _draft.Language, ["name"] = _words.LanguageName }),
            ["address"] = Told("network.json", "address", Unfilled.Address.AbsoluteUri),
            ["days"] = new JsonArray(day),
        });
        var dayFile = $"{day}/day.json";
        Add(dayFile, new JsonObject
        {
            ["slug"] = Localized(day),
            ["title"] = _draft.Title is { } title ? Text(title) : ToFillIn(dayFile, "title", _words.DayTitle),
            ["summary"] = ToFillIn(dayFile, "summary", _words.Summary),
            ["date"] = Told(dayFile, "date", Unfilled.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ["timeZone"] = Told(dayFile, "timeZone", Unfilled.TimeZone),
            ["place"] = ToFillIn(dayFile, "place", _words.Place),
            ["hosts"] = new JsonArray(new JsonObject { ["name"] = Told(dayFile, "hosts[0].name", $"{_words.Marker}{_words.Host}") }),
            ["slideCount"] = _draft.Deck.Slides.Length,
            ["slides"] = Numbers(_draft.DaySlides),
        });
        Add($"{day}/programme.json", new JsonObject { ["sessions"] = Sessions($"{day}/programme.json") });
        Add($"{day}/topics.json", new JsonObject { ["topics"] = new JsonArray([.. _draft.Topics.Select((topic, index) => Topic($"{day}/topics.json", topic, index))]) });
        if (_draft.Quotes.Length > 0)
        {
            Add($"{day}/quotes.json", new JsonObject { ["quotes"] = new JsonArray([.. _draft.Quotes.Select(Quote)]) });
        }
        if (_draft.QuestionSets.Length > 0)
        {
            Add($"{day}/questions.json", new JsonObject { ["questionSets"] = new JsonArray([.. _draft.QuestionSets.Select(QuestionSet)]) });
        }
        if (_draft.Tables.Length > 0)
        {
            Add($"{day}/tables.json", new JsonObject { ["tables"] = new JsonArray([.. _draft.Tables.Select(Table)]) });
        }
        foreach (var topic in _draft.Topics)
        {
            var file = $"{day}/topics/{topic.Id}.{_draft.Language}.md";
            _files.Add(new OutputFile(file, Encoding.UTF8.GetBytes(topic.Blocks.IsEmpty ? TopicToFillIn(file) : Markdown(topic.Blocks))));
        }
    }

    private JsonArray Sessions(string file)
    {
        if (_draft.Sessions.IsEmpty)
        {
            // Every topic belongs to a session, and a day without times has one from its beginning to its end.
            return new JsonArray(new JsonObject
            {
                ["id"] = PlaceholderSession,
                ["time"] = new JsonObject { ["start"] = Told(file, "sessions[0].time.start", "00:00"), ["end"] = Told(file, "sessions[0].time.end", "23:59") },
                ["title"] = ToFillIn(file, "sessions[0].title", _words.Session),
                ["addedByEditor"] = true,
            });
        }
        return new JsonArray([.. _draft.Sessions.Select((session, index) => Session(file, session, index))]);
    }

    private JsonObject Session(string file, DraftSession session, int index)
    {
        var json = new JsonObject { ["id"] = session.Id };
        if (session.Kind != "work")
        {
            json["kind"] = session.Kind;
        }
        json["time"] = new JsonObject
        {
            ["start"] = Clock(session.Start),
            ["end"] = session.EndIsGuessed ? Told(file, $"sessions[{index}].time.end", Clock(session.End)) : Clock(session.End),
        };
        json["title"] = Text(session.Title);
        if (session.Points.Length > 0)
        {
            json["points"] = new JsonArray([.. session.Points.Select(Text)]);
        }
        json["slides"] = Numbers(session.Slides);
        return json;
    }

    private JsonObject Topic(string file, DraftTopic topic, int index)
    {
        var json = new JsonObject { ["id"] = topic.Id, ["slug"] = Localized(topic.Id), ["title"] = Text(topic.Title) };
        if (topic.TitleByEditor)
        {
            json["titleByEditor"] = true;
            Told(file, $"topics[{index}].title", topic.Title);
        }
        json["summary"] = ToFillIn(file, $"topics[{index}].summary", _words.TopicSummary);
        json["session"] = topic.Session.Length == 0 ? PlaceholderSession : topic.Session;
        json["slides"] = Numbers(topic.Slides);
        return json;
    }

    private JsonObject Quote(DraftQuote quote) => new()
    {
        ["id"] = quote.Id,
        ["slug"] = Localized(quote.Id),
        ["text"] = Text(quote.Words),
        ["original"] = _draft.Language,
        ["citation"] = new JsonObject { ["speaker"] = Text(quote.Speaker) },
        ["slides"] = new JsonArray(quote.Slide),
    };

    private JsonObject QuestionSet(DraftQuestionSet set)
    {
        var json = new JsonObject { ["id"] = set.Id, ["title"] = Text(set.Title) };
        if (set.Numbered)
        {
            json["numbered"] = true;
        }
        json["questions"] = new JsonArray([.. set.Questions.Select(Question)]);
        json["slides"] = new JsonArray(set.Slide);
        return json;
    }

    private JsonObject Question(DraftQuestion question)
    {
        var json = new JsonObject { ["id"] = question.Id, ["text"] = Text(question.Text) };
        if (question.FollowUps.Length > 0)
        {
            json["followUps"] = new JsonArray([.. question.FollowUps.Select(Question)]);
        }
        return json;
    }

    private JsonObject Table(DraftTable table)
    {
        var (columns, rows) = (new DraftNames(_draft.Language), new DraftNames(_draft.Language));
        return new()
        {
            ["id"] = table.Id,
            ["title"] = Text(table.Title),
            ["columns"] = new JsonArray([.. table.Columns.Select(column => new JsonObject { ["id"] = columns.Of(column, "column"), ["title"] = Text(column) })]),
            ["rows"] = new JsonArray([.. table.Rows.Select(row => new JsonObject
            {
                ["id"] = rows.Of(row.Title, "row"),
                ["title"] = Text(row.Title),
                ["cells"] = new JsonArray([.. row.Cells.Select(Cell)]),
            })]),
            ["slides"] = new JsonArray(table.Slide),
        };
    }

    private JsonObject Cell(DraftCell cell)
    {
        var json = new JsonObject { ["text"] = Text(cell.Text) };
        if (cell.Note is { } note)
        {
            json["note"] = Text(note);
        }
        return json;
    }

    private string TopicToFillIn(string file) => $"{ContentText.Paragraph(Told(file, "", $"{_words.Marker}{_words.TopicBody}"), "")}\n";

    private static string Markdown(ImmutableArray<DraftBlock> blocks)
    {
        var markdown = new StringBuilder();
        // Two lists in a row are one list in Markdown, unless their marks differ.
        var otherMarks = false;
        for (var i = 0; i < blocks.Length; i++)
        {
            markdown.Append(i > 0 ? "\n" : "");
            switch (blocks[i])
            {
                case DraftParagraph paragraph:
                    markdown.Append(ContentText.Paragraph(paragraph.Text, "")).Append('\n');
                    break;
                case DraftEmbed embed:
                    markdown.Append("![](").Append(embed.Target).Append(")\n");
                    break;
                case DraftList list:
                    otherMarks = i > 0 && blocks[i - 1] is DraftList && !otherMarks;
                    AppendList(markdown, list, otherMarks);
                    break;
            }
        }
        return markdown.ToString();
    }

    private static void AppendList(StringBuilder markdown, DraftList list, bool otherMarks)
    {
        // The lists that are open: where their words begin, whether they are numbered, and how far they have counted.
        var open = new List<(int Indent, bool Numbered, int Count, bool OtherMarks)>();
        foreach (var point in list.Points)
        {
            open.RemoveRange(Math.Min(open.Count, point.Level + 1), Math.Max(0, open.Count - point.Level - 1));
            if (open.Count <= point.Level)
            {
                open.Add((0, point.Numbered, 0, otherMarks));
            }
            var (_, numbered, count, marks) = open[point.Level];
            if (numbered != point.Numbered)
            {
                (numbered, count, marks) = (point.Numbered, 0, otherMarks);
            }
            count++;
            var indent = point.Level == 0 ? 0 : open[point.Level - 1].Indent;
            var mark = numbered ? string.Create(CultureInfo.InvariantCulture, $"{count}{(marks ? ')' : '.')} ") : marks ? "* " : "- ";
            open[point.Level] = (indent + mark.Length, numbered, count, marks);
            markdown.Append(' ', indent).Append(mark).Append(ContentText.Paragraph(point.Text, new string(' ', indent + mark.Length))).Append('\n');
        }
    }

    private void Add(string file, JsonObject json) => _files.Add(new OutputFile(file, Encoding.UTF8.GetBytes(json.ToJsonString(Json) + "\n")));

    private JsonObject Text(string clean) => Localized(ContentText.Short(clean));

    private JsonObject Localized(string value) => new() { [_draft.Language] = value };

    private JsonObject ToFillIn(string file, string field, string what) => Text(Told(file, field, $"{_words.Marker}{what}", _draft.Language));

    private string Told(string file, string field, string value, string? language = null)
    {
        _placeholders.Add(new(file, field, language, value));
        return value;
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static JsonArray Numbers(IEnumerable<int> slides) => new([.. slides.Select(slide => JsonValue.Create(slide))]);
}
