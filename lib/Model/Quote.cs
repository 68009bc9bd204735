using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>Somebody's words, verbatim, and whose they are.</summary>
public sealed class Quote : IHasProvenance
{
    /// <summary>What <c>quote:id</c> refers to.</summary>
    public required Id Id { get; init; }

    /// <summary>The address of the quote's own page below the day's quotes.</summary>
    public required LocalizedSlug Slug { get; init; }

    /// <summary>The words, without the outer quotation marks. The original stands beside our translations.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>
    /// The language it was said or written in, which need not be one of the network's; the words stand in it too, and every
    /// other version is the editor's translation.
    /// </summary>
    public required Language Original { get; init; }

    /// <summary>Whose words they are.</summary>
    public required Citation Citation { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}

/// <summary>Whose words something is and where they stand. Nothing here is guessed: what the source does not say is null.</summary>
public sealed class Citation
{
    /// <summary>The person, people or publisher, as the source names them.</summary>
    public required LocalizedText Speaker { get; init; }

    /// <summary>What the speaker was at the time, for example a title and a workplace; null when unknown.</summary>
    public LocalizedText? Role { get; init; }

    /// <summary>The work the words stand in; null when unknown.</summary>
    public Work? Work { get; init; }

    /// <summary>The year of the words or the work; null when unknown.</summary>
    public int? Year { get; init; }

    /// <summary>Where the deck found the words when it did not find them in the original; null when it did.</summary>
    public LocalizedText? QuotedIn { get; init; }

    /// <summary>Where on the web the deck points; null when it points nowhere.</summary>
    public Uri? Url { get; init; }

    /// <summary>The day's source that this belongs to; null when it belongs to none.</summary>
    public Id? Source { get; init; }
}

/// <summary>A book, an article, a film: something with a title.</summary>
public sealed class Work
{
    /// <summary>The title in its own language, without quotation marks.</summary>
    public required string Title { get; init; }

    /// <summary>The language of the title.</summary>
    public required Language Language { get; init; }
}

/// <summary>What the day draws on: a person, a work or a website.</summary>
public sealed class Source : IHasProvenance
{
    /// <summary>What <c>source:id</c> refers to; also its fragment on the page of sources.</summary>
    public required Id Id { get; init; }

    /// <summary>The person, people or publisher.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What the deck took from it.</summary>
    public required LocalizedText Use { get; init; }

    /// <summary>The work; null when the deck names none.</summary>
    public Work? Work { get; init; }

    /// <summary>The year; null when the deck names none.</summary>
    public int? Year { get; init; }

    /// <summary>The work that the deck quotes it from; null when it quotes it directly.</summary>
    public LocalizedText? QuotedIn { get; init; }

    /// <summary>The address the deck gives; null when it gives none.</summary>
    public Uri? Url { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}
