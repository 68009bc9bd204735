using System.Collections.Immutable;

namespace Ledelsesdag.Content.Loading.Files;

/// <summary><c>day.json</c>.</summary>
internal sealed class DayFile : ContentDocument
{
    public required LocalizedSlug Slug { get; init; }

    public required LocalizedText Title { get; init; }

    public required LocalizedText Summary { get; init; }

    public required DateOnly Date { get; init; }

    public required string TimeZone { get; init; }

    public required LocalizedText Place { get; init; }

    public required ImmutableArray<Host> Hosts { get; init; }

    public required int SlideCount { get; init; }

    public required ImmutableArray<int> Slides { get; init; }
}

/// <summary><c>programme.json</c>.</summary>
internal sealed class ProgrammeFile : ContentDocument
{
    public required ImmutableArray<Session> Sessions { get; init; }
}

/// <summary><c>topics.json</c>.</summary>
internal sealed class TopicsFile : ContentDocument
{
    public required ImmutableArray<TopicEntry> Topics { get; init; }
}

/// <summary>A topic before its text is read.</summary>
internal sealed class TopicEntry : IHasProvenance
{
    public required Id Id { get; init; }

    public required LocalizedSlug Slug { get; init; }

    public required LocalizedText Title { get; init; }

    public bool TitleByEditor { get; init; }

    public required LocalizedText Summary { get; init; }

    public required Id Session { get; init; }

    public bool MainPage { get; init; }

    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    public bool AddedByEditor { get; init; }
}

/// <summary><c>quotes.json</c>.</summary>
internal sealed class QuotesFile : ContentDocument
{
    public required ImmutableArray<Quote> Quotes { get; init; }
}

/// <summary><c>questions.json</c>.</summary>
internal sealed class QuestionsFile : ContentDocument
{
    public required ImmutableArray<QuestionSet> QuestionSets { get; init; }
}

/// <summary><c>codex.json</c>; a day without a codex has no such file.</summary>
internal sealed class CodexFile : ContentDocument
{
    public required ImmutableArray<Codex> Codices { get; init; }
}

/// <summary><c>inquiry.json</c>; a day without Appreciative Inquiry has no such file.</summary>
internal sealed class InquiryFile : ContentDocument
{
    public Assumptions? Assumptions { get; init; }

    public InquiryPaths? Paths { get; init; }
}

/// <summary><c>tables.json</c>; a day without tables has no such file.</summary>
internal sealed class TablesFile : ContentDocument
{
    public required ImmutableArray<ComparisonTable> Tables { get; init; }
}

/// <summary><c>coat-rack.json</c>; a day without a coat rack has no such file.</summary>
internal sealed class CoatRackFile : ContentDocument
{
    public required ImmutableArray<CoatRack> CoatRacks { get; init; }
}

/// <summary><c>resources.json</c>; a day that does not sort resources has no such file.</summary>
internal sealed class ResourcesFile : ContentDocument
{
    public required ImmutableArray<ResourceMatrix> Resources { get; init; }
}

/// <summary><c>sources.json</c>.</summary>
internal sealed class SourcesFile : ContentDocument
{
    public required ImmutableArray<Source> Sources { get; init; }
}

/// <summary><c>corrections.json</c>; a day whose deck was without a slip has no such file.</summary>
internal sealed class CorrectionsFile : ContentDocument
{
    public required ImmutableArray<Correction> Corrections { get; init; }
}
