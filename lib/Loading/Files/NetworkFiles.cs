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

    /// <summary>What the file's authors tell each other; not read.</summary>
    [JsonPropertyName("$comment")]
    [JsonPropertyOrder(-1)]
    public string? Comment { get; init; }
}

/// <summary><c>network.json</c>: the network's name, its languages, its address, its days in order.</summary>
internal sealed class NetworkFile : ContentDocument
{
    /// <inheritdoc cref="Network.Title"/>
    public required LocalizedText Title { get; init; }

    /// <inheritdoc cref="Network.Description"/>
    public required LocalizedText Description { get; init; }

    /// <inheritdoc cref="Network.Languages"/>
    public required ImmutableArray<SiteLanguage> Languages { get; init; }

    /// <inheritdoc cref="Network.Address"/>
    public required Uri Address { get; init; }

    /// <inheritdoc cref="Network.Contact"/>
    public Contact? Contact { get; init; }

    /// <inheritdoc cref="Network.AccessibilityStatement"/>
    public Uri? AccessibilityStatement { get; init; }

    /// <summary>The days' folders, the oldest first.</summary>
    public required ImmutableArray<Id> Days { get; init; }
}

/// <summary><c>glossary.json</c>: words that need explaining.</summary>
internal sealed class GlossaryFile : ContentDocument
{
    /// <inheritdoc cref="Network.Glossary"/>
    public required ImmutableArray<GlossaryTerm> Terms { get; init; }
}

/// <summary><c>pages.json</c>: the pages that belong to no day, such as about and privacy.</summary>
internal sealed class PagesFile : ContentDocument
{
    /// <inheritdoc cref="Network.Pages"/>
    public required ImmutableArray<PageEntry> Pages { get; init; }
}

/// <summary>A page of the network's own; its text stands in <c>pages/id.language.md</c>.</summary>
internal sealed class PageEntry
{
    /// <inheritdoc cref="NetworkPage.Id"/>
    public required Id Id { get; init; }

    /// <inheritdoc cref="NetworkPage.Slug"/>
    public required LocalizedSlug Slug { get; init; }

    /// <inheritdoc cref="NetworkPage.Title"/>
    public required LocalizedText Title { get; init; }

    /// <inheritdoc cref="NetworkPage.Summary"/>
    public required LocalizedText Summary { get; init; }
}

/// <summary><c>translations.json</c>: what is known of translations; the tool writes it, and a network without marks has no such file.</summary>
internal sealed class TranslationsFile : ContentDocument
{
    /// <summary>The marks, one for each pair of an original and its translation.</summary>
    public required ImmutableArray<MarkedTranslation> Marks { get; init; }
}

/// <summary>What somebody has said of a translation.</summary>
internal sealed class MarkedTranslation
{
    /// <summary>The language translated into.</summary>
    public required Language Language { get; init; }

    /// <summary>The original's digest: the first 16 digits of the SHA-256 of its Markdown.</summary>
    public required TextDigest Original { get; init; }

    /// <summary>The translation's digest, made likewise.</summary>
    public required TextDigest Translation { get; init; }

    /// <summary>What is said of the translation.</summary>
    public required TranslationMark State { get; init; }

    /// <summary>How the translation begins, for those who read this file; not read.</summary>
    public string? Words { get; init; }

    internal (Language Language, TextDigest Original, TextDigest Translation) Key => (Language, Original, Translation);
}
