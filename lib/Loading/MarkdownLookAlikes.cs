using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ledelsesdag.Content.Loading;

/// <summary>
/// What other programs take for Markdown, or what was meant to be: CommonMark shows it as it is typed, and no author meant that.
/// Each character of it can be shown all the same, with a \ before it.
/// </summary>
internal static partial class MarkdownLookAlikes
{
    /// <summary>Something that looks like a construct and is none.</summary>
    /// <param name="Offset">Where it begins, in the whole text.</param>
    /// <param name="Found">What it looks like.</param>
    /// <param name="Expected">What should stand there.</param>
    /// <param name="Remedy">How to mend it.</param>
    public readonly record struct LookAlike(int Offset, string Found, string Expected, string Remedy);

    /// <summary>Everything of the kind in a paragraph, each kind once.</summary>
    /// <param name="markdown">The whole text.</param>
    /// <param name="paragraph">The paragraph's place in it.</param>
    /// <param name="blocks">Whether there could be blocks; a short text has none to be taken for.</param>
    public static ImmutableArray<LookAlike> In(string markdown, TextSpan paragraph, bool blocks)
    {
        var text = markdown.AsSpan(paragraph.Start, paragraph.Length);
        ImmutableArray<LookAlike> found = [];
        if (!text.ContainsAny(Marks))
        {
            return found;
        }
        foreach (var kind in blocks ? All : Inlines)
        {
            if (text.ContainsAny(kind.Marks) && FirstMatch(kind.Pattern, text) is { } first)
            {
                found = found.Add(new(paragraph.Start + first, kind.Found, kind.Expected, kind.Remedy));
            }
        }
        return found;
    }

    private static int? FirstMatch(Regex pattern, ReadOnlySpan<char> text)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            return match.Index;
        }
        return null;
    }

    /// <summary>A construct that is none.</summary>
    /// <param name="Marks">The pattern matches nothing without one of these, and they are found sooner.</param>
    /// <param name="Pattern">What it looks like.</param>
    /// <param name="Found">See <see cref="LookAlike"/>, as what follows.</param>
    /// <param name="Expected">What should stand there.</param>
    /// <param name="Remedy">How to mend it.</param>
    private sealed record Kind(string Marks, Regex Pattern, string Found, string Expected, string Remedy);

    private static readonly Kind[] Blocks =
    [
        new("|", TableRow(), "a row of a table", "an item of tables.json", "put the table there and show it with ![](table:id); to begin a line with a | itself, write \\|"),
        new("#", HeadingWithoutSpace(), "a ## with no space behind it", "## and a space before a heading's words", "add the space; to show the ## itself, write \\##"),
        new("•◦▪‣", TypedBullet(), "a bullet typed as a character", "- and a space before each point", "write - instead, on a line of its own for each point"),
        new("[", Checkbox(), "a box to tick", "words", "take the brackets away; questions to answer go into questions.json"),
    ];

    private static readonly Kind[] Inlines =
    [
        new("~", StruckThrough(), "words struck through", "plain words", "take the ~~ away"),
        new("]", LinkWithGap(), "a link with a space in it", "[words](address)", "take away what stands between ] and (; to show the two as they are, write \\]"),
    ];

    private static readonly Kind[] All = [.. Blocks, .. Inlines];

    // Few paragraphs have one of all these.
    private static readonly SearchValues<char> Marks = SearchValues.Create(string.Concat(All.Select(kind => kind.Marks)));

    [GeneratedRegex(@"^[ ]{0,3}(\|.*\|[ ]*$|:?-+:?[ ]*\|[-: |]*$)", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^[ ]{0,3}#{2,6}[^#\s]", RegexOptions.Multiline)]
    private static partial Regex HeadingWithoutSpace();

    [GeneratedRegex(@"^[ ]{0,3}[•◦▪‣][ \t\u00A0]", RegexOptions.Multiline)]
    private static partial Regex TypedBullet();

    [GeneratedRegex(@"^\[[ xX]\][ \t]")]
    private static partial Regex Checkbox();

    [GeneratedRegex(@"(?<!\\)~~[^~\s][^~]*~~")]
    private static partial Regex StruckThrough();

    [GeneratedRegex(@"(?<!\\)\]\s+\([a-z-]+:[^\s)]*\)")]
    private static partial Regex LinkWithGap();
}
