using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Ledelsesdag.Content.Loading.Files;

/// <summary>What every content file may carry besides its content.</summary>
internal abstract class ContentDocument
{
    /// <summary>The file's JSON Schema, for editors; not read.</summary>
    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-1)]
    public string? Schema { get; init; }
}

/// <summary><c>network.json</c>.</summary>
internal sealed class NetworkFile : ContentDocument
{
    public required LocalizedText Title { get; init; }

    public required LocalizedText Description { get; init; }

    public required ImmutableArray<SiteLanguage> Languages { get; init; }

    public required Uri Address { get; init; }

    public Contact? Contact { get; init; }

    public Uri? AccessibilityStatement { get; init; }

    /// <summary>The days' folders, the oldest first.</summary>
    public required ImmutableArray<Id> Days { get; init; }
}

/// <summary><c>glossary.json</c>.</summary>
internal sealed class GlossaryFile : ContentDocument
{
    public required ImmutableArray<GlossaryTerm> Terms { get; init; }
}

/// <summary><c>pages.json</c>.</summary>
internal sealed class PagesFile : ContentDocument
{
    public required ImmutableArray<PageEntry> Pages { get; init; }
}

/// <summary>A page of the network before its text is read.</summary>
internal sealed class PageEntry
{
    public required Id Id { get; init; }

    public required LocalizedSlug Slug { get; init; }

    public required LocalizedText Title { get; init; }

    public required LocalizedText Summary { get; init; }
}
