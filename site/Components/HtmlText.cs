using System.Buffers;
using System.Text;

namespace Ledelsesdag.Site.Components;

/// <summary>
/// Removes what templates leave behind and no reader needs: indentation, empty lines and the slash of void elements.
/// In text and attributes the encoder has written every <c>&gt;</c> as a reference, so the slash is always a tag's.
/// </summary>
internal static class HtmlText
{
    // Whatever Unicode ends a line with, as string.ReplaceLineEndings has it.
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    public static byte[] Tidy(ReadOnlySpan<char> html)
    {
        // What is tidied never has more letters than before, but for a line feed at the very end.
        var tidy = ArrayPool<char>.Shared.Rent(html.Length + 1);
        try
        {
            var length = 0;
            while (!html.IsEmpty)
            {
                var end = html.IndexOfAny(LineEnds);
                var line = end < 0 ? html : html[..end];
                html = end < 0 ? [] : html[(end + 1)..];
                Append(line.Trim(" \t"), tidy, ref length);
            }
            return Encoding.UTF8.GetBytes(tidy, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(tidy);
        }
    }

    private static void Append(ReadOnlySpan<char> words, Span<char> tidy, ref int length)
    {
        if (words.IsEmpty)
        {
            return;
        }
        for (var slash = words.IndexOf(" />"); slash >= 0; slash = words.IndexOf(" />"))
        {
            words[..slash].CopyTo(tidy[length..]);
            tidy[length + slash] = '>';
            length += slash + 1;
            words = words[(slash + " />".Length)..];
        }
        words.CopyTo(tidy[length..]);
        tidy[length + words.Length] = '\n';
        length += words.Length + 1;
    }
}
