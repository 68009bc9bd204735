namespace Ledelsesdag.Content.Loading;

/// <summary>How much a content folder may hold. Generous for a day, far below what would hurt the machine.</summary>
internal static class ContentLimits
{
    /// <summary>Bytes of a JSON file: 10 MB.</summary>
    public const int JsonFileBytes = 10_000_000;

    /// <summary>Bytes of a Markdown file: 200 kB, some sixty printed pages.</summary>
    public const int MarkdownFileBytes = 200_000;

    /// <summary>Characters (UTF-16 units) of one text in a JSON file.</summary>
    public const int TextLength = 20_000;

    /// <summary>Objects and lists inside each other in JSON.</summary>
    public const int JsonDepth = 64;

    /// <summary>Items of one list in JSON.</summary>
    public const int ListItems = 100_000;

    /// <summary>Languages of a network, or of one text.</summary>
    public const int Languages = 100;

    /// <summary>Lists inside each other, emphasis inside each other, and so on, in Markdown.</summary>
    public const int MarkdownDepth = 100;

    /// <summary>Marks that open or close emphasis or a link, in one paragraph of Markdown.</summary>
    public const int MarkdownMarks = 1_000;

    /// <summary>Faults that are told of one file: more help nobody, and a file can hold millions.</summary>
    public const int FaultsOfAFile = 1_000;
}
