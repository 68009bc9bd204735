using System.Text;

namespace Ledelsesdag.Content.Loading;

/// <summary>Makes the fragment of a heading from its words.</summary>
internal static class Anchor
{
    /// <summary>Letters a reader expects to see spelled out or without their sign, by Unicode's own names, not by culture.</summary>
    private static readonly Dictionary<char, string> Folded = new()
    {
        ['æ'] = "ae", ['ø'] = "oe", ['å'] = "aa", ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue", ['ß'] = "ss",
        ['é'] = "e", ['è'] = "e", ['ê'] = "e", ['á'] = "a", ['à'] = "a", ['í'] = "i", ['ó'] = "o", ['ú'] = "u",
    };

    /// <summary>Never empty: a heading without a letter or digit gives <c>part</c>.</summary>
    public static string From(string heading)
    {
        var anchor = new StringBuilder(heading.Length);
        foreach (var c in heading.Normalize(NormalizationForm.FormC))
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
            else if (anchor.Length > 0 && anchor[^1] != '-')
            {
                anchor.Append('-');
            }
        }
        var trimmed = anchor.ToString().Trim('-');
        return trimmed.Length == 0 ? "part" : trimmed;
    }
}
