using System.Collections.Immutable;

namespace Ledelsesdag.Content.Loading.Files;

/// <summary><c>day.json</c>: the day's name, date, place and hosts, and how many slides its deck has.</summary>
internal sealed class DayFile : ContentDocument
{
    /// <inheritdoc cref="Day.Slug"/>
    public required LocalizedSlug Slug { get; init; }

    /// <inheritdoc cref="Day.Title"/>
    public required LocalizedText Title { get; init; }

    /// <inheritdoc cref="Day.Summary"/>
    public required LocalizedText Summary { get; init; }

    /// <inheritdoc cref="Day.Date"/>
    public required DateOnly Date { get; init; }

    /// <inheritdoc cref="Day.TimeZone"/>
    public required string TimeZone { get; init; }

    /// <inheritdoc cref="Day.Place"/>
    public required LocalizedText Place { get; init; }

    /// <inheritdoc cref="Day.Hosts"/>
    public required ImmutableArray<Host> Hosts { get; init; }

    /// <inheritdoc cref="Day.SlideCount"/>
    public required int SlideCount { get; init; }

    /// <inheritdoc cref="Day.Slides"/>
    public required ImmutableArray<int> Slides { get; init; }
}

/// <summary><c>programme.json</c>: what happens when.</summary>
internal sealed class ProgrammeFile : ContentDocument
{
    /// <inheritdoc cref="Programme.Sessions"/>
    public required ImmutableArray<Session> Sessions { get; init; }
}

/// <summary><c>topics.json</c>: the topics in the order of the day.</summary>
internal sealed class TopicsFile : ContentDocument
{
    /// <inheritdoc cref="Day.Topics"/>
    public required ImmutableArray<TopicEntry> Topics { get; init; }
}

/// <summary>One stop on the way through the day; its text stands in <c>topics/id.language.md</c>.</summary>
internal sealed class TopicEntry : IHasProvenance
{
    /// <inheritdoc cref="Topic.Id"/>
    public required Id Id { get; init; }

    /// <inheritdoc cref="Topic.Slug"/>
    public required LocalizedSlug Slug { get; init; }

    /// <inheritdoc cref="Topic.Title"/>
    public required LocalizedText Title { get; init; }

    /// <inheritdoc cref="Topic.TitleByEditor"/>
    public bool TitleByEditor { get; init; }

    /// <inheritdoc cref="Topic.Summary"/>
    public required LocalizedText Summary { get; init; }

    /// <inheritdoc cref="Topic.Session"/>
    public required Id Session { get; init; }

    /// <inheritdoc cref="Topic.MainPage"/>
    public bool MainPage { get; init; }

    /// <inheritdoc cref="Topic.Slides"/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc cref="Topic.AddedByEditor"/>
    public bool AddedByEditor { get; init; }
}

/// <summary><c>quotes.json</c>: quotes and whose they are.</summary>
internal sealed class QuotesFile : ContentDocument
{
    /// <inheritdoc cref="Day.Quotes"/>
    public required ImmutableArray<Quote> Quotes { get; init; }
}

/// <summary><c>questions.json</c>: questions in sets.</summary>
internal sealed class QuestionsFile : ContentDocument
{
    /// <inheritdoc cref="Day.QuestionSets"/>
    public required ImmutableArray<QuestionSet> QuestionSets { get; init; }
}

/// <summary><c>codex.json</c>: principles that people promise each other to work by; a day without a codex has no such file.</summary>
internal sealed class CodexFile : ContentDocument
{
    /// <inheritdoc cref="Day.Codices"/>
    public required ImmutableArray<Codex> Codices { get; init; }
}

/// <summary><c>inquiry.json</c>: what the day says of Appreciative Inquiry; a day without Appreciative Inquiry has no such file.</summary>
internal sealed class InquiryFile : ContentDocument
{
    /// <inheritdoc cref="Inquiry.Assumptions"/>
    public Assumptions? Assumptions { get; init; }

    /// <inheritdoc cref="Inquiry.Paths"/>
    public InquiryPaths? Paths { get; init; }
}

/// <summary><c>tables.json</c>: things compared by the same aspects; a day without tables has no such file.</summary>
internal sealed class TablesFile : ContentDocument
{
    /// <inheritdoc cref="Day.Tables"/>
    public required ImmutableArray<ComparisonTable> Tables { get; init; }
}

/// <summary><c>coat-rack.json</c>: the concepts an organisation hangs its work on; a day without a coat rack has no such file.</summary>
internal sealed class CoatRackFile : ContentDocument
{
    /// <inheritdoc cref="Day.CoatRacks"/>
    public required ImmutableArray<CoatRack> CoatRacks { get; init; }
}

/// <summary><c>resources.json</c>: resources by kind and degree; a day that does not sort resources has no such file.</summary>
internal sealed class ResourcesFile : ContentDocument
{
    /// <inheritdoc cref="Day.Resources"/>
    public required ImmutableArray<ResourceMatrix> Resources { get; init; }
}

/// <summary><c>sources.json</c>: the people, works and websites the day draws on.</summary>
internal sealed class SourcesFile : ContentDocument
{
    /// <inheritdoc cref="Day.Sources"/>
    public required ImmutableArray<Source> Sources { get; init; }
}

/// <summary><c>corrections.json</c>: every place where the page's words differ from the deck's; a day whose deck was without a slip has no such file.</summary>
internal sealed class CorrectionsFile : ContentDocument
{
    /// <inheritdoc cref="Day.Corrections"/>
    public required ImmutableArray<Correction> Corrections { get; init; }
}
