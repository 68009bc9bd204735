using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>A network of people who meet for days, and everything it publishes: its days, its glossary, its own pages.</summary>
public sealed class Network
{
    /// <summary>The network's name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What the network is, in a sentence or two.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>The languages of the site, at least one; the first is the root, the others each have a folder.</summary>
    public required ImmutableArray<SiteLanguage> Languages { get; init; }

    /// <summary>Where the site stands when nobody says otherwise: an absolute https address without query or fragment.</summary>
    public required Uri Address { get; init; }

    /// <summary>Whom to write to; null when the network names nobody.</summary>
    public Contact? Contact { get; init; }

    /// <summary>The host's statement of accessibility, where the law asks for one elsewhere; null when there is none.</summary>
    public Uri? AccessibilityStatement { get; init; }

    /// <summary>The days, the oldest first.</summary>
    public required ImmutableArray<Day> Days { get; init; }

    /// <summary>The glossary, in the author's order; show it sorted by the reader's language.</summary>
    public required ImmutableArray<GlossaryTerm> Glossary { get; init; }

    /// <summary>The network's own pages (about, privacy, …), in the order of the footer.</summary>
    public required ImmutableArray<NetworkPage> Pages { get; init; }
}

/// <summary>A language the site is published in.</summary>
public sealed class SiteLanguage
{
    /// <summary>The language.</summary>
    public required Language Tag { get; init; }

    /// <summary>What the language calls itself, as the language switch shows it: "Dansk", "English".</summary>
    public required string Name { get; init; }

    /// <summary>
    /// How many of a hundred texts must be written in it, 0 to 100; the others are shown in the language they were first
    /// written in; null when every one must be, as in the first language: a missing text is an error then.
    /// </summary>
    public int? Translated { get; init; }

    /// <summary>
    /// How many of a hundred texts must be up to date in it, 0 to 100: neither missing, marked as a draft, nor made from an
    /// original that has changed since; null when nothing is asked.
    /// </summary>
    public int? UpToDate { get; init; }
}

/// <summary>Whom to write to.</summary>
public sealed class Contact
{
    /// <summary>A person or an office.</summary>
    public required string Name { get; init; }

    /// <summary>An e-mail address; null when there is none.</summary>
    public string? Email { get; init; }

    /// <summary>A telephone number as people write it; null when there is none.</summary>
    public string? Phone { get; init; }
}

/// <summary>A page of the network's own that belongs to no day.</summary>
public sealed class NetworkPage
{
    /// <summary>What <c>page:id</c> refers to.</summary>
    public required Id Id { get; init; }

    /// <summary>The page's address at the root of its language.</summary>
    public required LocalizedSlug Slug { get; init; }

    /// <summary>The page's heading.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What the page holds, in a sentence; search engines show it.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>The page's text, from <c>pages/id.language.md</c>.</summary>
    public required LocalizedProse Body { get; init; }
}

/// <summary>A word that readers may not know, and what it means here.</summary>
public sealed class GlossaryTerm : IHasProvenance
{
    /// <summary>What <c>term:id</c> refers to.</summary>
    public required Id Id { get; init; }

    /// <summary>The term itself.</summary>
    public required LocalizedText Term { get; init; }

    /// <summary>What it means on this site.</summary>
    public required LocalizedText Explanation { get; init; }

    /// <summary>Other names of the same thing, abbreviations included, per language; null when there are none.</summary>
    public LocalizedText? AlsoCalled { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}
