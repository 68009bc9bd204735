using System.Text;

namespace Ledelsesdag.Site.Components;

/// <summary>
/// Removes what templates leave behind and no reader needs: indentation, empty lines and the slash of void elements.
/// In text and attributes the encoder has written every <c>&gt;</c> as a reference, so the slash is always a tag's.
/// </summary>
internal static class HtmlText
{
    public static string Tidy(string html)
    {
        var tidy = new StringBuilder(html.Length);
        foreach (var line in html.ReplaceLineEndings("\n").Split('\n'))
        {
            var words = line.Trim(' ', '\t');
            if (words.Length > 0)
            {
                tidy.Append(words.Replace(" />", ">", StringComparison.Ordinal)).Append('\n');
            }
        }
        return tidy.ToString();
    }
}
