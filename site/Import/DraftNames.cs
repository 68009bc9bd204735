using System.Globalization;
using System.Text;

namespace Ledelsesdag.Site.Import;

/// <summary>Makes ids and slugs from words: each once, none that a host or a system keeps for itself.</summary>
internal sealed class DraftNames(string language)
{
    // Room for a number behind it, and no address so long that nobody can read it out.
    private const int Longest = 50;

    private static readonly HashSet<string> Kept =
    [
        "404", "assets", "data", "index", "search", "pages", "con", "prn", "aux", "nul",
        .. Enumerable.Range(0, 10).Select(n => string.Create(CultureInfo.InvariantCulture, $"com{n}")),
        .. Enumerable.Range(0, 10).Select(n => string.Create(CultureInfo.InvariantCulture, $"lpt{n}")),
    ];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A name from <paramref name="words"/>, or <paramref name="fallback"/> where they have no letter that can stand in one.</summary>
    public string Of(string words, string fallback)
    {
        var stem = Fold(words);
        stem = stem.Length == 0 ? fallback : stem;
        // The language's tag is a folder of the site.
        stem = Kept.Contains(stem) || stem == Fold(language) ? $"{fallback}-{stem}" : stem;
        var name = stem;
        for (var n = 2; !_taken.Add(name); n++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}");
        }
        return name;
    }

    internal static string Fold(string words)
    {
        var folded = new StringBuilder();
        foreach (var c in words.ToLowerInvariant())
        {
            var letters = c switch
            {
                >= 'a' and <= 'z' or >= '0' and <= '9' => c.ToString(),
                'æ' or 'ä' => "ae",
                'ø' or 'ö' => "oe",
                'å' => "aa",
                // The ring of an å that is written as two characters.
                '\u030A' when folded is { Length: > 0 } && folded[^1] == 'a' => "a",
                'ü' => "ue",
                'ß' => "ss",
                'é' or 'è' or 'ê' or 'ë' => "e",
                'á' or 'à' or 'â' or 'ã' => "a",
                'í' or 'ì' or 'î' or 'ï' => "i",
                'ó' or 'ò' or 'ô' or 'õ' => "o",
                'ú' or 'ù' or 'û' => "u",
                'ç' => "c",
                'ñ' => "n",
                'ð' => "d",
                'þ' => "th",
                'ý' or 'ÿ' => "y",
                '\'' or '’' or '\u00AD' => "",
                _ when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark => "",
                _ => "-",
            };
            if (letters != "-" || (folded.Length > 0 && folded[^1] != '-'))
            {
                folded.Append(letters);
            }
        }
        var name = folded.ToString().Trim('-');
        if (name.Length > Longest)
        {
            var cut = name.LastIndexOf('-', Longest);
            name = name[..(cut > Longest / 2 ? cut : Longest)].Trim('-');
        }
        return name;
    }
}
