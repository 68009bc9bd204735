namespace Ledelsesdag.Site.Search;

/// <summary>One place a search can lead to: a stretch of a page that has a heading and an address of its own.</summary>
/// <param name="Id">Unique among the passages of a language; for the site, the same as <paramref name="Url"/>.</param>
/// <param name="Url">Address below the site's root, with fragment where the passage is not the page's beginning.</param>
/// <param name="Title">The page's title, plain.</param>
/// <param name="Heading">The passage's own heading, plain; empty when it is the page's beginning.</param>
/// <param name="Kind">What the reader will find; the interface filters by it.</param>
/// <param name="Speaker">Whose words they are; empty when nobody's.</param>
/// <param name="Text">The words, plain.</param>
/// <param name="Pair">
/// The same in every language that has this passage, so that a reader is not shown a translation of what is already
/// there; empty when it has no counterpart.
/// </param>
public sealed record SearchPassage(
    string Id, string Url, string Title, string Heading, PassageKind Kind, string Speaker, string Text, string Pair = "");

/// <summary>What a passage is, for filters and labels.</summary>
public enum PassageKind
{
    /// <summary>A page that is nothing more special.</summary>
    Page,

    /// <summary>A topic.</summary>
    Topic,

    /// <summary>A quote.</summary>
    Quote,

    /// <summary>A question or a set of them.</summary>
    Question,

    /// <summary>A codex or one of its principles.</summary>
    Codex,

    /// <summary>A part of the programme.</summary>
    Session,

    /// <summary>A glossary term.</summary>
    Term,
}
