using System.Buffers;

namespace Ledelsesdag.Site.Components;

/// <summary>
/// Removes what templates leave behind and no reader needs: indentation, empty lines and the slash of void elements.
/// In text and attributes the encoder has written every <c>&gt;</c> as a reference, so the slash is always a tag's.
/// </summary>
internal static class HtmlText
{
    // Whatever Unicode ends a line with, as string.ReplaceLineEndings has it.
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    /// <summary>Writes a document tidied.</summary>
    public static void Tidy(ReadOnlySpan<char> html, HtmlBuffer tidy)
    {
        while (!html.IsEmpty)
        {
            var end = html.IndexOfAny(LineEnds);
            var line = end < 0 ? html : html[..end];
            html = end < 0 ? [] : html[(end + 1)..];
            TidyLine(line.Trim(" \t"), tidy);
        }
    }

    private static void TidyLine(ReadOnlySpan<char> words, HtmlBuffer tidy)
    {
        if (words.IsEmpty)
        {
            return;
        }
        for (var slash = words.IndexOf(" />"); slash >= 0; slash = words.IndexOf(" />"))
        {
            tidy.Write(words[..slash]);
            tidy.Write('>');
            words = words[(slash + " />".Length)..];
        }
        tidy.Write(words);
        tidy.Write('\n');
    }
}
