using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Tests.Deck;

/// <summary>A line of a deck, or a cell of a table.</summary>
/// <param name="Slide">The slide it stands on, from 1.</param>
/// <param name="Text">Its words as the deck has them.</param>
internal sealed record DeckLine(int Slide, string Text);

/// <summary>
/// Holds a deck's words against pages: each line must stand on one page in one piece, once that slide's corrections are
/// made. Capitals, quotation marks, round brackets, emphasis, bullets and the spaces around dashes
/// are the typesetter's and do not count.
/// </summary>
internal static partial class DeckText
{
    /// <summary>The lines of a deck whose slides begin at <c>&lt;!-- slide NN --&gt;</c>; a line with tabs is a row of cells.</summary>
    public static ImmutableArray<DeckLine> Parse(string deck)
    {
        var lines = ImmutableArray.CreateBuilder<DeckLine>();
        var slide = 0;
        foreach (var line in deck.ReplaceLineEndings("\n").Split('\n'))
        {
            if (SlideMark().Match(line) is { Success: true } mark)
            {
                slide = int.Parse(mark.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
                continue;
            }
            lines.AddRange(line.Split('\t').Where(cell => Normalise(cell).Length > 0).Select(cell => new DeckLine(slide, cell.Trim())));
        }
        return lines.ToImmutable();
    }

    /// <summary>The lines that stand on no page.</summary>
    /// <param name="deck">The deck's lines.</param>
    /// <param name="corrections">What the pages put differently.</param>
    /// <param name="pages">The words of each page.</param>
    public static ImmutableArray<DeckLine> Missing(IEnumerable<DeckLine> deck, IReadOnlyCollection<Correction> corrections, IEnumerable<string> pages)
    {
        var texts = pages.Select(Normalise).ToList();
        return [.. deck.Where(line => !texts.Exists(text => HoldsWords(text, Normalise(Correct(line, corrections)))))];
    }

    /// <summary>A line with the corrections of its slide made.</summary>
    public static string Correct(DeckLine line, IEnumerable<Correction> corrections) => corrections
        .Where(c => c.Slide == line.Slide)
        .Aggregate(line.Text, (text, c) => text.Replace(c.Source, c.Corrected, StringComparison.Ordinal));

    /// <summary>A text without what a typesetter may change.</summary>
    public static string Normalise(string text)
    {
        text = Bullet().Replace(text, "");
        text = MarksAndEmphasis().Replace(text, "");
        text = Dashes().Replace(text, "-");
        text = text.Replace("...", "…", StringComparison.Ordinal);
        return WhiteSpace().Replace(text, " ").Trim().ToLowerInvariant();
    }

    /// <summary>Whether the words stand in the text in one piece, not as part of longer words.</summary>
    public static bool HoldsWords(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(words[0]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(words[^1])))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The words of an element as a reader sees them: blocks stand apart, a place to break a line is nothing.</summary>
    public static string WordsOf(IElement element)
    {
        var words = new StringBuilder();
        Add(element);
        return words.ToString();

        void Add(INode node)
        {
            var apart = node is IElement { LocalName: not ("a" or "span" or "em" or "strong" or "i" or "b" or "cite" or "q" or "time" or "abbr" or "dfn" or "wbr") };
            if (apart)
            {
                words.Append(' ');
            }
            if (node is IText text)
            {
                words.Append(text.Data);
            }
            foreach (var child in node.ChildNodes)
            {
                Add(child);
            }
            if (apart)
            {
                words.Append(' ');
            }
        }
    }

    [GeneratedRegex(@"^<!-- slide (\d+) -->\s*$")]
    private static partial Regex SlideMark();

    [GeneratedRegex(@"^\s*(?:-|\d+\.)\s+")]
    private static partial Regex Bullet();

    [GeneratedRegex("[”“\"»«›‹‘’'*()]")]
    private static partial Regex MarksAndEmphasis();

    [GeneratedRegex(@"\s*[-–—]\s*")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
