using System.Collections.Immutable;
using System.Text.Json;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Loading;

/// <summary>Reads published JSON, and lays it out as the files of a folder so that the same rules hold for both.</summary>
internal sealed class PublishedContent
{
    private readonly JsonPlaces _places;
    private readonly DiagnosticBag _diagnostics;
    private readonly ImmutableArray<Language> _languages;

    private PublishedContent(Network network, JsonPlaces places, DiagnosticBag diagnostics)
    {
        _places = places.Below("network");
        _diagnostics = diagnostics;
        _languages = [.. network.Languages.Select(language => language.Tag).Distinct().Take(ContentLimits.Languages)];
    }

    /// <summary>The content; null, with at least one diagnostic, when the document's form is not right.</summary>
    public static LoadedContent? Read(SourceFile source, DiagnosticBag diagnostics)
    {
        if (OtherVersion(source) is { } place)
        {
            // Whatever else differs follows from that.
            diagnostics.Add(DiagnosticCode.OtherVersion, source.LocationOf(place), "data of another version",
                $"version {PublishedFile.CurrentVersion}", "read it with a library that knows that version, or read the address of this one");
            return null;
        }
        return StrictJson.Read(source, ContentJsonContext.Default.PublishedFile, diagnostics) is { Network: var network }
            ? new PublishedContent(network, new(source, diagnostics), diagnostics).LayOut(network)
            : null;
    }

    /// <summary>The first byte of the version's number when it is another one; null when it is this library's, or none.</summary>
    private static int? OtherVersion(SourceFile source)
    {
        var reader = new Utf8JsonReader(source.Bytes, new JsonReaderOptions { MaxDepth = ContentLimits.JsonDepth });
        try
        {
            // Writers put it near the top, so this reads a few tokens of data that is all right.
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("version"u8))
                {
                    reader.Read();
                    var isOther = reader.TokenType == JsonTokenType.Number && !(reader.TryGetInt32(out var version) && version == PublishedFile.CurrentVersion);
                    return isOther ? (int)reader.TokenStartIndex : null;
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // What is not JSON is reported as that, and so is a field whose name is half of a surrogate pair.
        }
        return null;
    }

    private LoadedContent LayOut(Network network) => new()
    {
        IsPublished = true,
        IsComplete = true,
        Network = File(_places, new NetworkFile
        {
            Title = network.Title,
            Description = network.Description,
            Languages = network.Languages,
            Address = network.Address,
            Contact = network.Contact,
            AccessibilityStatement = network.AccessibilityStatement,
            Days = [.. network.Days.Select(day => day.Id)],
        }),
        Glossary = File(_places.InPlaceOfFirst("glossary"), new GlossaryFile { Terms = network.Glossary }),
        Pages = File(_places, new PagesFile
        {
            Pages = [.. network.Pages.Select(page => new PageEntry { Id = page.Id, Slug = page.Slug, Title = page.Title, Summary = page.Summary })],
        }),
        PageTexts = Texts("pages", _places, network.Pages, page => page.Id, page => page.Body),
        Days = [.. network.Days.Select((day, index) => LayOut(day, _places.Below("days", index)))],
    };

    private LoadedDay LayOut(Day day, JsonPlaces places) => new()
    {
        Id = day.Id,
        IsComplete = true,
        Day = File(places, new DayFile
        {
            Slug = day.Slug,
            Title = day.Title,
            Summary = day.Summary,
            Date = day.Date,
            TimeZone = day.TimeZone,
            Place = day.Place,
            Hosts = day.Hosts,
            SlideCount = day.SlideCount,
            Slides = day.Slides,
        }),
        Programme = File(places.Below("programme"), new ProgrammeFile { Sessions = day.Programme.Sessions }),
        Topics = File(places, new TopicsFile
        {
            Topics = [.. day.Topics.Select(topic => new TopicEntry
            {
                Id = topic.Id,
                Slug = topic.Slug,
                Title = topic.Title,
                TitleByEditor = topic.TitleByEditor,
                Summary = topic.Summary,
                Session = topic.Session,
                MainPage = topic.MainPage,
                Slides = topic.Slides,
                AddedByEditor = topic.AddedByEditor,
            })],
        }),
        TopicTexts = Texts("topics", places, day.Topics, topic => topic.Id, topic => topic.Body),
        Quotes = File(places, new QuotesFile { Quotes = day.Quotes }),
        Questions = File(places, new QuestionsFile { QuestionSets = day.QuestionSets }),
        Codices = File(places, new CodexFile { Codices = day.Codices }),
        Inquiry = day.Inquiry is { } inquiry
            ? File(places.Below("inquiry"), new InquiryFile { Assumptions = inquiry.Assumptions, Paths = inquiry.Paths })
            : null,
        Tables = File(places, new TablesFile { Tables = day.Tables }),
        CoatRacks = File(places, new CoatRackFile { CoatRacks = day.CoatRacks }),
        Resources = File(places, new ResourcesFile { Resources = day.Resources }),
        Sources = File(places, new SourcesFile { Sources = day.Sources }),
        Corrections = File(places, new CorrectionsFile { Corrections = day.Corrections }),
    };

    private ContentFile<T> File<T>(JsonPlaces places, T value)
        where T : ContentDocument => new(value, places, _diagnostics);

    /// <summary>The bodies by the id of what they belong to. An id that stands twice is a fault of its own, and the first one's bodies are read.</summary>
    private Dictionary<Id, ImmutableArray<ProseFile>> Texts<T>(string list, JsonPlaces places, ImmutableArray<T> items, Func<T, Id> id, Func<T, LocalizedProse> body)
    {
        var texts = new Dictionary<Id, ImmutableArray<ProseFile>>();
        for (var i = 0; i < items.Length; i++)
        {
            var at = places.Below(list, i, "body");
            var versions = body(items[i]);
            texts.TryAdd(id(items[i]), [.. _languages.Where(language => versions.TryGet(language, out _)).Select(language =>
                new ProseFile(places.File, language, versions[language], offset => at.InText([language.Tag], offset, oneLineBreak: true), _diagnostics))]);
            foreach (var (language, _) in versions.Versions)
            {
                if (!_languages.Contains(language))
                {
                    _diagnostics.Add(DiagnosticCode.UnknownLanguage, at.Of([language.Tag]), $"a text in {language}",
                        $"only {string.Join(", ", _languages)}", "take it away, or add the language to the network's");
                }
            }
        }
        return texts;
    }
}
