using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Loading;

/// <summary>Reads every file of a content folder, each to its end, whatever is wrong with the others.</summary>
internal sealed class ContentReader(ContentFolder folder, DiagnosticBag diagnostics)
{
    private static readonly ContentJsonContext Json = ContentJsonContext.Default;

    public LoadedContent Read()
    {
        var opens = folder.Opens("");
        var network = ReadJson("network.json", Json.NetworkFile, required: opens);
        // Without network.json nobody says which days and languages there are; the days' own faults can be found all the same.
        ImmutableArray<Language> languages = network is null ? [] : [.. network.Value.Languages.Select(l => l.Tag).Distinct().Take(ContentLimits.Languages)];
        var days = network?.Value.Days.Distinct() ?? folder.FoldersWith("day.json").Where(name => Id.TryParse(name, out _)).Select(Id.Of);
        for (var i = 0; i < network?.Value.Days.Length; i++)
        {
            if (!folder.HasFolder(network.Value.Days[i].Value))
            {
                network.Report(DiagnosticCode.MissingFile, ["days", i], $"a day \"{network.Value.Days[i]}\" without a folder", "a folder of that name beside network.json",
                    Nearest.Suggest(network.Value.Days[i].Value, folder.FoldersWith("day.json")) ?? "make the folder, or take the day away");
            }
        }
        var pages = ReadJson("pages.json", Json.PagesFile);
        var glossary = ReadJson("glossary.json", Json.GlossaryFile);
        var translations = ReadJson(TranslationMarks.FileName, Json.TranslationsFile);
        var content = new LoadedContent
        {
            Network = network,
            Glossary = glossary,
            Pages = pages,
            Translations = translations,
            PageTexts = ReadTexts("pages", pages?.Value.Pages.Select(page => page.Id) ?? [], languages, inOrder: true),
            Days = [.. AllProcessors.Select([.. days], day => ReadDay(day, languages))],
            IsComplete = network is not null && (glossary is not null || !folder.Has("glossary.json")) && (pages is not null || !folder.Has("pages.json"))
                && (translations is not null || !folder.Has(TranslationMarks.FileName)),
        };
        // A list that could not be read would make strays of the texts it names.
        if (content.IsComplete && content.Days.All(day => day.Topics is not null))
        {
            folder.ReportUnread();
        }
        return content;
    }

    private LoadedDay ReadDay(Id id, ImmutableArray<Language> languages)
    {
        // A day without a folder, or with a closed one, is one fault, not one for each of its files.
        var exists = folder.HasFolder(id.Value) && folder.Opens(id.Value);
        var complete = exists;
        var topics = Read("topics.json", Json.TopicsFile, required: true);
        return new()
        {
            Id = id,
            Day = Read("day.json", Json.DayFile, required: true),
            Programme = Read("programme.json", Json.ProgrammeFile, required: true),
            Topics = topics,
            TopicTexts = ReadTexts($"{id}/topics", topics?.Value.Topics.Select(topic => topic.Id) ?? [], languages, inOrder: false),
            Quotes = Read("quotes.json", Json.QuotesFile),
            Questions = Read("questions.json", Json.QuestionsFile),
            Codices = Read("codex.json", Json.CodexFile),
            Inquiry = Read("inquiry.json", Json.InquiryFile),
            Tables = Read("tables.json", Json.TablesFile),
            CoatRacks = Read("coat-rack.json", Json.CoatRackFile),
            Resources = Read("resources.json", Json.ResourcesFile),
            Sources = Read("sources.json", Json.SourcesFile),
            Corrections = Read("corrections.json", Json.CorrectionsFile),
            IsComplete = complete,
        };

        ContentFile<T>? Read<T>(string name, JsonTypeInfo<T> type, bool required = false)
            where T : ContentDocument
        {
            var path = $"{id}/{name}";
            var file = ReadJson(path, type, required && exists);
            complete &= file is not null || !(required || folder.Has(path));
            return file;
        }
    }

    private Dictionary<Id, ImmutableArray<ProseFile>> ReadTexts(string path, IEnumerable<Id> ids, ImmutableArray<Language> languages, bool inOrder)
    {
        // A day has dozens, by all processors even if it is the only one; to wake another for the few pages would take as long as to read them.
        ImmutableArray<Id> each = [.. ids.Distinct()];
        var texts = AllProcessors.Select(
            each, id => languages.Select(language => ReadText($"{path}/{id}.{language}.md", language)).OfType<ProseFile>().ToImmutableArray(), inOrder);
        return new(each.Zip(texts, KeyValuePair.Create));
    }

    private ProseFile? ReadText(string path, Language language) =>
        folder.Read(path, ContentLimits.MarkdownFileBytes) is { } source ? ProseFile.Read(source, language, diagnostics) : null;

    private ContentFile<T>? ReadJson<T>(string path, JsonTypeInfo<T> type, bool required = false)
        where T : ContentDocument
    {
        if (folder.Read(path, ContentLimits.JsonFileBytes, required ? Missing : null) is not { } source)
        {
            return null;
        }
        return StrictJson.Read(source, type, diagnostics) is { } value ? new(value, new(source, diagnostics), diagnostics) : null;

        void Missing() => diagnostics.Add(DiagnosticCode.MissingFile, SourceLocation.Whole(path), "no such file", LeafForm.Describe(type), "write the file");
    }
}
