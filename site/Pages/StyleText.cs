using System.Text.RegularExpressions;

namespace Ledelsesdag.Site.Pages;

/// <summary>A custom property of a style sheet.</summary>
/// <param name="Context">The selectors and media around it, without white space.</param>
/// <param name="Name">Its name, with the two dashes.</param>
/// <param name="Value">Its value.</param>
/// <param name="Line">The line it is written on, from 1.</param>
internal sealed record StyleDeclaration(string Context, string Name, string Value, int Line);

/// <summary>What the tool must know of a style sheet's text. Browsers know the rest.</summary>
internal static partial class StyleText
{
    /// <summary>The text with a space for each character of a comment; lines keep their numbers.</summary>
    public static string WithoutComments(string css) => Apart().Replace(css, part => part.Value.StartsWith("/*", StringComparison.Ordinal) ? Blank(part.Value) : part.Value);

    /// <summary>As <see cref="WithoutComments"/>, and without words in quotation marks and addresses, in which brackets are no brackets.</summary>
    public static string WithoutWords(string css) => Apart().Replace(css, part => Blank(part.Value));

    /// <summary>Every custom property, in order.</summary>
    public static IEnumerable<StyleDeclaration> Declarations(string css)
    {
        // Comments become spaces, so that lines keep their numbers.
        var code = WithoutComments(css);
        var context = new List<string>();
        var (start, line) = (0, 1);
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] is '{' or '}' or ';')
            {
                var piece = code[start..at].Trim();
                if (code[at] == '{')
                {
                    context.Add(WhiteSpace().Replace(piece, ""));
                }
                else
                {
                    if (piece.StartsWith("--", StringComparison.Ordinal) && piece.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                    {
                        yield return new(string.Concat(context), piece[..colon].TrimEnd(), piece[(colon + 1)..].Trim(), line - piece.Count(c => c == '\n'));
                    }
                    if (code[at] == '}' && context.Count > 0)
                    {
                        context.RemoveAt(context.Count - 1);
                    }
                }
                start = at + 1;
            }
            else if (code[at] == '\n')
            {
                line++;
            }
        }
    }

    private static string Blank(string text) => Letter().Replace(text, " ");

    // A comment, words in quotation marks, or an address without; the one that begins first hides the others in it.
    [GeneratedRegex("""/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<=\burl\(\s*)[^"')\s][^)\n]*""", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Apart();

    [GeneratedRegex("[^\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
