namespace Ledelsesdag.Site.Pages;

/// <summary>What a site shows of itself where it is not the browser that draws it.</summary>
/// <param name="Theme">Its colours.</param>
/// <param name="Cards">Where the picture of each card stands below the site's root, beginning with a slash.</param>
public sealed record Look(Theme Theme, IReadOnlyDictionary<Card, string> Cards)
{
    /// <summary>Whether the network has a style of its own.</summary>
    public bool HasOwnStyle { get; init; }

    /// <summary>How many bytes each PDF has that was made, by its path; empty where none was.</summary>
    public IReadOnlyDictionary<string, int> Pdfs { get; init; } = new Dictionary<string, int>();

    /// <summary>How many bytes each day has as a file by itself, by its path.</summary>
    public IReadOnlyDictionary<string, int> Offline { get; init; } = new Dictionary<string, int>();
}
