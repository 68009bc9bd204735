using System.Globalization;
using System.Text;

namespace Ledelsesdag.Content;

/// <summary>Makes an author's text safe to print: on a terminal, in a log, in an annotation.</summary>
internal static class Printable
{
    private const int Longest = 60;

    /// <summary>The text on one line, shortened, with control and direction characters written as <c>\u0000</c>.</summary>
    public static string Text(string? text)
    {
        var printable = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (printable.Length >= Longest)
            {
                return printable.Append('…').ToString();
            }
            if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse)
            {
                printable.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                printable.Append(c);
            }
        }
        return printable.ToString();
    }
}
