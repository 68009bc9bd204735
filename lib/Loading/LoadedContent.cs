using System.Collections.Immutable;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Loading;

/// <summary>Everything that could be read from a content folder or published JSON. What could not be read is null and has been reported.</summary>
internal sealed class LoadedContent
{
    public required ContentFile<NetworkFile>? Network { get; init; }

    public required ContentFile<GlossaryFile>? Glossary { get; init; }

    public required ContentFile<PagesFile>? Pages { get; init; }

    /// <summary>The marks on translations; null where there are none.</summary>
    public ContentFile<TranslationsFile>? Translations { get; init; }

    /// <summary>The texts of <see cref="Pages"/>.</summary>
    public required IReadOnlyDictionary<Id, ImmutableArray<ProseFile>> PageTexts { get; init; }

    public required ImmutableArray<LoadedDay> Days { get; init; }

    /// <summary>Whether it comes from published JSON, where the texts stand within their topics and pages. Default false.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Whether every file of the network's own that exists could be read, so that what is missing really is missing.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The languages of the network, those beyond the limit left out; empty when they are not known.</summary>
    public ImmutableArray<Language> Languages => field.IsDefault ? field = Network is null ? [] : [.. Network.Value.Languages.Take(ContentLimits.Languages).Select(l => l.Tag)] : field;

    /// <summary>The model. Call it when no error was found.</summary>
    public Network ToNetwork()
    {
        var network = Network!.Value;
        return new()
        {
            Title = network.Title,
            Description = network.Description,
            Languages = network.Languages,
            Address = network.Address,
            Contact = network.Contact,
            AccessibilityStatement = network.AccessibilityStatement,
            Days = [.. Days.Select(day => day.ToDay())],
            Glossary = Glossary?.Value.Terms ?? [],
            Pages = [.. (Pages?.Value.Pages ?? []).Select(page => new NetworkPage
            {
                Id = page.Id,
                Slug = page.Slug,
                Title = page.Title,
                Summary = page.Summary,
                Body = Localize(PageTexts[page.Id]),
            })],
        };
    }

    internal static LocalizedProse Localize(ImmutableArray<ProseFile> texts) =>
        new([.. texts.Select(text => KeyValuePair.Create(text.Language, text.Prose))]);
}

/// <summary>One day's files, as <see cref="LoadedContent"/>.</summary>
internal sealed class LoadedDay
{
    public required Id Id { get; init; }

    public required ContentFile<DayFile>? Day { get; init; }

    public required ContentFile<ProgrammeFile>? Programme { get; init; }

    public required ContentFile<TopicsFile>? Topics { get; init; }

    /// <summary>The texts of <see cref="Topics"/>.</summary>
    public required IReadOnlyDictionary<Id, ImmutableArray<ProseFile>> TopicTexts { get; init; }

    public required ContentFile<QuotesFile>? Quotes { get; init; }

    public required ContentFile<QuestionsFile>? Questions { get; init; }

    public required ContentFile<CodexFile>? Codices { get; init; }

    public required ContentFile<InquiryFile>? Inquiry { get; init; }

    public required ContentFile<TablesFile>? Tables { get; init; }

    public required ContentFile<CoatRackFile>? CoatRacks { get; init; }

    public required ContentFile<ResourcesFile>? Resources { get; init; }

    public required ContentFile<SourcesFile>? Sources { get; init; }

    public required ContentFile<CorrectionsFile>? Corrections { get; init; }

    /// <summary>Whether every file of the day that exists could be read, so that what is missing really is missing.</summary>
    public required bool IsComplete { get; init; }

    public Day ToDay()
    {
        var day = Day!.Value;
        return new()
        {
            Id = Id,
            Slug = day.Slug,
            Title = day.Title,
            Summary = day.Summary,
            Date = day.Date,
            TimeZone = day.TimeZone,
            Place = day.Place,
            Hosts = day.Hosts,
            SlideCount = day.SlideCount,
            Slides = day.Slides,
            Programme = new(Programme!.Value.Sessions),
            Topics = [.. Topics!.Value.Topics.Select(topic => new Topic
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
                Body = LoadedContent.Localize(TopicTexts[topic.Id]),
            })],
            Quotes = Quotes?.Value.Quotes ?? [],
            QuestionSets = Questions?.Value.QuestionSets ?? [],
            Codices = Codices?.Value.Codices ?? [],
            Inquiry = Inquiry is null ? null : new() { Assumptions = Inquiry.Value.Assumptions, Paths = Inquiry.Value.Paths },
            Tables = Tables?.Value.Tables ?? [],
            CoatRacks = CoatRacks?.Value.CoatRacks ?? [],
            Resources = Resources?.Value.Resources ?? [],
            Sources = Sources?.Value.Sources ?? [],
            Corrections = Corrections?.Value.Corrections ?? [],
        };
    }
}
