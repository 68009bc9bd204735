using System.Globalization;
using System.Text;

namespace Ledelsesdag.Site.Reports;

/// <summary>
/// Text as a terminal may show it: what a terminal would obey, and what turns the direction of writing or cannot be seen, is
/// written as its number.
/// </summary>
internal static class Visible
{
    /// <summary>The text on one line, with control, direction and unassigned characters as <c>\u202e</c>.</summary>
    public static string Text(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(visible, rune);
        }
        return visible.ToString();
    }

    /// <summary>One character.</summary>
    public static string Text(Rune rune)
    {
        var visible = new StringBuilder(2);
        Append(visible, rune);
        return visible.ToString();
    }

    /// <summary>How many columns of a terminal a character takes that is not written as its number.</summary>
    public static int Width(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : IsWide(rune.Value) ? 2 : 1;

    private static void Append(StringBuilder visible, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        {
            visible.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }
        else
        {
            visible.Append(rune);
        }
    }

    // Unicode's East Asian Width has many more; these are the scripts and pictures that people write.
    private static bool IsWide(int character) => character
        is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x4DBF) or (>= 0x4E00 and <= 0xA4CF)
        or (>= 0xA960 and <= 0xA97C) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F)
        or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6FF)
        or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x1FA70 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
