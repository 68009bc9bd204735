using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Components;

/// <summary>A reader, and a screen reader's voice, meets no word of another language that is not marked as one.</summary>
public sealed partial class LanguageOfTextTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    /// <summary>Names keep their letters in every language.</summary>
    private static readonly string[] Names = ["Røvik", "Amhøj", "Lorteøen", "Sund By Netværket"];

    private static readonly string[] ReadAloud = ["alt", "aria-label", "title", "placeholder", "content", "data-label"];

    [Fact]
    public void English_pages_hold_no_Danish_letters_or_words() => NoWords(Sample.English, DanishLettersAndWords());

    [Fact]
    public void Danish_pages_hold_no_English_words() => NoWords(Sample.Danish, EnglishWords());

    [Fact]
    public void A_translated_page_of_a_day_and_no_other_leads_from_its_footer_to_the_original() => Faults.None(
        from page in site.Pages
        let original = page.Document.QuerySelector("footer a[hreflang]")
        let expected = page.Page.Day is not null && page.Page.Language == Sample.English && (page.Page as QuotePage)?.Quote.Original != Sample.English
            ? RenderedSite.Map.VersionsOf(page.Page).Single(v => v.Language == Sample.Danish).Path
            : null
        where original?.GetAttribute("href") != expected
        select $"{page}: {original?.OuterHtml ?? "no link"}");

    private void NoWords(Language language, Regex foreign) => Faults.None(
        from page in site.In(language)
        from text in TextsIn(page.Document.DocumentElement, language.Tag)
        where foreign.IsMatch(Names.Aggregate(text, (words, name) => words.Replace(name, "", StringComparison.Ordinal)))
        select $"{page}: {text.Trim()}");

    /// <summary>The texts below an element that claim to be in <paramref name="language"/>, those in attributes included.</summary>
    private static IEnumerable<string> TextsIn(IElement element, string language)
    {
        if (element.LocalName is "script" || (element.GetAttribute("lang") ?? language) != language)
        {
            yield break;
        }
        foreach (var attribute in element.Attributes.Where(a => ReadAloud.Contains(a.Name)))
        {
            yield return attribute.Value;
        }
        foreach (var child in element.ChildNodes)
        {
            foreach (var text in child is IElement inner ? TextsIn(inner, language) : child is IText words ? [words.Data] : [])
            {
                yield return text;
            }
        }
    }

    [GeneratedRegex(@"[æøåÆØÅ]|\b(?:og|ikke|af|som|hvad|hvordan|eller|fra|det|den|jeg)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DanishLettersAndWords();

    [GeneratedRegex(@"\b(?:the|and|with|of|which|what|is|this|you)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWords();
}
