namespace Ledelsesdag.Site.Pages;

/// <summary>What is printed, and on what.</summary>
public enum PrintKind
{
    /// <summary>A day from beginning to end, on A4.</summary>
    WholeDay,

    /// <summary>Each codex as a poster on A4.</summary>
    CodexA4,

    /// <summary>Each codex as a poster on A3.</summary>
    CodexA3,

    /// <summary>The questions as cards, four on each A4, to cut apart.</summary>
    CardsA4,

    /// <summary>The questions as cards, each on an A6.</summary>
    CardsA6,
}

/// <summary>A page as a PDF, whether it is made or not.</summary>
/// <param name="Page">The page.</param>
/// <param name="Kind">What of it is printed.</param>
/// <param name="Path">Where the file stands below the site's root, beginning with a slash.</param>
public sealed record Print(Page Page, PrintKind Kind, string Path)
{
    /// <summary>How the names of PDFs end.</summary>
    public const string Extension = ".pdf";
}
