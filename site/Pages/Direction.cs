using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>Which way a language is written.</summary>
public static class Direction
{
    // Languages whose usual script runs from right to left, and the scripts that do in any language (ISO 15924).
    private static readonly HashSet<string> Languages = new(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"], StringComparer.Ordinal);
    private static readonly HashSet<string> Scripts = new(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"], StringComparer.OrdinalIgnoreCase);

    /// <summary><c>rtl</c>; null for a language written from left to right, which is what a document is that says nothing.</summary>
    public static string? Of(Language language)
    {
        var subtags = language.Tag.Split('-');
        // A script of its own decides before the language does: az-Arab, and ku-Latn.
        var script = subtags.Skip(1).FirstOrDefault(subtag => subtag.Length == 4 && subtag.All(char.IsAsciiLetter));
        return (script is null ? Languages.Contains(subtags[0]) : Scripts.Contains(script)) ? "rtl" : null;
    }
}
