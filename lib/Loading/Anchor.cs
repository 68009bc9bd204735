using System.Globalization;
using System.Text;

namespace Ledelsesdag.Content.Loading;

/// <summary>Makes the fragment of a heading from its words.</summary>
internal static class Anchor
{
    /// <summary>Letters a reader expects to see spelled out or without their sign, by Unicode's own names, not by culture.</summary>
    private static readonly Dictionary<char, string> Folded = new()
    {
        ['æ'] = "ae",
        ['ø'] = "oe",
        ['å'] = "aa",
        ['ä'] = "ae",
        ['ö'] = "oe",
        ['ü'] = "ue",
        ['ß'] = "ss",
        ['é'] = "e",
        ['è'] = "e",
        ['ê'] = "e",
        ['á'] = "a",
        ['à'] = "a",
        ['í'] = "i",
        ['ó'] = "o",
        ['ú'] = "u",
    };

    private const char Ring = '\u030A';
    private const char Diaeresis = '\u0308';

    /// <summary>Never empty: a heading without a letter or digit gives <c>part</c>.</summary>
    public static string From(string heading)
    {
        var anchor = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            var lower = char.ToLowerInvariant(c);
            if (char.IsAsciiLetterOrDigit(lower))
            {
                anchor.Append(lower);
            }
            else if (Folded.TryGetValue(lower, out var letters))
            {
                anchor.Append(letters);
            }
            else if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                // A letter in two parts, as some systems write å; string.Normalize does nothing without culture data.
                anchor.Append(c switch
                {
                    Ring when anchor.Length > 0 && anchor[^1] is 'a' => "a",
                    Diaeresis when anchor.Length > 0 && anchor[^1] is ('a' or 'o' or 'u') => "e",
                    _ => "",
                });
            }
            else if (anchor.Length > 0 && anchor[^1] != '-')
            {
                anchor.Append('-');
            }
        }
        var trimmed = anchor.ToString().Trim('-');
        return trimmed.Length == 0 ? "part" : trimmed;
    }
}
