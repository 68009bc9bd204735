using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>How much of a network's content is written in one of its languages.</summary>
/// <param name="Language">The language.</param>
/// <param name="Texts">How many texts there are: short ones, slugs, and Markdown files.</param>
/// <param name="Missing">Where each text stands that is not written in the language, sorted; a Markdown file by the name it should have.</param>
public sealed record TranslationCoverage(Language Language, int Texts, ImmutableArray<SourceLocation> Missing)
{
    /// <summary>How many of a hundred texts are written in the language, rounded down; 100 where there is no text.</summary>
    public int Percent => Texts == 0 ? 100 : (int)(100L * (Texts - Missing.Length) / Texts);
}
