using System.Globalization;
using System.Text;

namespace Ledelsesdag.Site.Import;

/// <summary>
/// Writes a deck's words in the content's small syntax so that they read on the page as they read on the slide, and
/// nothing in them turns into markup.
/// </summary>
internal static class ContentText
{
    /// <summary>The most characters a text of the content may have; what is longer stays in the report.</summary>
    public const int LongestText = 19_000;

    // One less than the reader allows, with room for our own list indents.
    private const int MostOpenBrackets = 90;

    /// <summary>
    /// The words without what content cannot hold: quotation marks become straight ones, which the page sets as its
    /// language does; other line breaks and tabs become the plain ones; invisible characters are taken out.
    /// </summary>
    /// <param name="text">The deck's words.</param>
    /// <param name="removed">Told each character taken out.</param>
    public static string Clean(string text, Action<char>? removed = null)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (c is '“' or '”' or '„' or '«' or '»')
            {
                clean.Append('"');
            }
            else if (c is '\n' or '\v' or '\u2028' or '\u2029')
            {
                clean.Append('\n');
            }
            else if (c is '\t')
            {
                clean.Append(' ');
            }
            else if (IsInvisible(c))
            {
                removed?.Invoke(c);
            }
            else
            {
                clean.Append(c);
            }
        }
        return clean.ToString().Trim();
    }

    /// <summary>Whether the words, cleaned, can stand in the content at all.</summary>
    public static bool CanBeShown(string text)
    {
        // The content's reader counts brackets that are never closed, escaped or not, and stops at a hundred.
        var open = 0;
        foreach (var c in text)
        {
            open += c is '[' or '(' or '<' ? 1 : c is ']' or ')' or '>' && open > 0 ? -1 : 0;
            if (open > MostOpenBrackets)
            {
                return false;
            }
        }
        return text.Length <= LongestText / 2;
    }

    /// <summary>Cleaned words as one short text of a data file.</summary>
    public static string Short(string clean) => Escape(OneLine(clean), lineStart: false);

    /// <summary>Cleaned words as a paragraph of a Markdown file; each line after the first begins with <paramref name="indent"/>.</summary>
    public static string Paragraph(string clean, string indent)
    {
        var lines = clean.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        return string.Join($"\\\n{indent}", lines.Select(line => Escape(line, lineStart: true)));
    }

    /// <summary>The words on one line.</summary>
    public static string OneLine(string clean) => string.Join(' ', clean.Split((char[])['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Any text fit for a terminal or a file: what is invisible is written as its number.</summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                visible.Append(c).Append(text[++i]);
            }
            else if (c is '\n' or '\v' or '\r' or '\t' or '\u2028' or '\u2029')
            {
                visible.Append(' ');
            }
            else
            {
                visible.Append(IsInvisible(c) ? string.Create(CultureInfo.InvariantCulture, $"(U+{(int)c:X4})") : c.ToString());
            }
        }
        return visible.ToString();
    }

    /// <summary>Any text as words of the report's Markdown, on one line.</summary>
    public static string ForReport(string text) => Escape(OneLine(Visible(text)), lineStart: true).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Escape(string line, bool lineStart)
    {
        var escaped = new StringBuilder(line.Length + 8);
        var digits = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            var marks = c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '&'
                // A bracket after ] would be taken for a link whose address is broken.
                || (c is '(' && i > 0 && line[i - 1] == ']')
                // Two of them would be taken for words struck through.
                || c is '~'
                || (lineStart && i == 0 && c is '#' or '+' or '-' or '=' or '|')
                || (lineStart && c is '.' or ')' && i > 0 && digits == i);
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            // A bullet that was typed has no backslash before it, for it is no sign of Markdown's.
            if (lineStart && i == 0 && c is '•' or '◦' or '▪' or '‣')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
                continue;
            }
            if (marks)
            {
                escaped.Append('\\');
            }
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    // The soft hyphen and the joiners of some scripts have a place in text; direction overrides, control and private characters have not.
    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => c is not ('\u00AD' or '\u200C' or '\u200D'),
        _ => false,
    };
}
