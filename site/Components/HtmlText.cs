using System.Text;

namespace Ledelsesdag.Site.Components;

/// <summary>Removes what templates leave behind and no reader needs: indentation and empty lines.</summary>
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
                tidy.Append(words).Append('\n');
            }
        }
        return tidy.ToString();
    }
}
