using System.Collections.Immutable;
using System.Globalization;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for every text an author writes, wherever it stands.</summary>
internal static class TextRules
{
    public static void Check(LoadedContent content)
    {
        var languages = content.Languages;
        foreach (var file in content.Files())
        {
            ContentWalker.Walk(file.Document, new Visitor(file, languages));
        }
        foreach (var text in content.Texts())
        {
            CheckProse(text, languages);
        }
    }

    private static void CheckProse(ProseFile text, ImmutableArray<Language> languages)
    {
        foreach (var fault in text.Prose.Faults)
        {
            text.Report(fault.Code, fault.Offset, fault.Found, fault.Expected, fault.Remedy);
        }
        CheckCharacters(text.Text, allowLineBreaks: true, anyQuotationMark: false, text.Report);
        if (text.Prose.Blocks.IsEmpty && text.Prose.Faults.IsEmpty)
        {
            text.Report(DiagnosticCode.BlankText, 0, "an empty text", "at least a sentence, or an item shown with ![](kind:id)", "write the text");
        }
        foreach (var block in Block.Descend(text.Prose.Blocks))
        {
            UnfilledRules.CheckBlock(text, block);
            if (SmallWords.OtherThan(text.Language, languages, block.OwnInlines) is { } other)
            {
                text.Report(DiagnosticCode.Untranslated, block.Span.Start, $"a sentence in {other} among the text in {text.Language}", "a translation",
                    $"translate it, or mark it as a passage in that language: [words](lang:{other})");
            }
        }
    }

    private static void CheckCharacters(string text, bool allowLineBreaks, bool anyQuotationMark, Action<DiagnosticCode, int, string, string, string> report)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\t' && allowLineBreaks)
            {
                continue;
            }
            // A lone surrogate is invalid here; a pair is a character like any other.
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsForbidden(c))
            {
                report(DiagnosticCode.ForbiddenCharacter, i, $"the character U+{(int)c:X4}", "visible text",
                    "take the character away; it is invisible, or changes how the text around it is shown");
            }
            else if (!anyQuotationMark && c is '“' or '”' or '„' or '«' or '»')
            {
                report(DiagnosticCode.TypographicQuotationMark, i, $"the quotation mark {c}", "a straight \"",
                    "write \" (in JSON \\\"); each language's own marks are set when the page is made");
            }
        }
    }

    // The soft hyphen and the joiners of some scripts are format characters with a place in text; direction overrides are not.
    private static bool IsForbidden(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => c is not ('\u00AD' or '\u200C' or '\u200D'),
        _ => false,
    };

    private sealed class Visitor(ILoadedFile file, ImmutableArray<Language> languages) : ContentVisitor
    {
        public override void Text(LocalizedText text, ReadOnlySpan<PathSegment> path)
        {
            CheckLanguages(text, path, "text", OriginalOfQuote(path));
            foreach (var (language, version) in text.Versions)
            {
                CheckText(version.Markdown, [.. path, language.Tag]);
                UnfilledRules.CheckText(file, version.Plain, [.. path, language.Tag]);
                foreach (var fault in version.Faults)
                {
                    file.ReportInText(fault.Code, [.. path, language.Tag], fault.Offset, fault.Found, fault.Expected, fault.Remedy);
                }
            }
            if (text.Versions is [var first, .. var others] && others.Any(other => other.Value.Markdown == first.Value.Markdown)
                && first.Value.Plain.AsSpan().Count(' ') >= SmallWords.OfASentence - 1)
            {
                file.Report(DiagnosticCode.Untranslated, path, $"the same sentence in {first.Key} and another language",
                    "a translation", "translate it");
                return;
            }
            foreach (var (language, version) in text.Versions)
            {
                if (SmallWords.OtherThan(language, languages, version.Inlines) is { } other)
                {
                    file.Report(DiagnosticCode.Untranslated, [.. path, language.Tag], $"a sentence in {other} in the place of one in {language}",
                        "a translation", $"translate it, or mark it as a passage in that language: [words](lang:{other})");
                }
            }
        }

        public override void Slug(LocalizedSlug slug, ReadOnlySpan<PathSegment> path) => CheckLanguages(slug, path, "slug");

        public override void PlainText(string text, ReadOnlySpan<PathSegment> path)
        {
            // The deck's own words stand in a correction letter by letter, with the marks they had.
            if (path is not [{ Name: "$schema" }])
            {
                UnfilledRules.CheckText(file, text, path);
                CheckText(text, path, anyQuotationMark: path is [{ Name: "corrections" }, .., { Name: "source" }]);
            }
        }

        public override void Address(Uri address, ReadOnlySpan<PathSegment> path)
        {
            if (!WebAddress.IsWeb(address))
            {
                file.Report(DiagnosticCode.MalformedValue, path, $"the address \"{Printable.Text(address.OriginalString)}\"",
                    "an address that begins with https:// and a host", "write the whole address as a browser shows it");
            }
        }

        private void CheckLanguages<T>(Localized<T> localized, ReadOnlySpan<PathSegment> path, string what, Language? also = null)
            where T : notnull
        {
            if (languages.Length == 0)
            {
                return;
            }
            foreach (var (language, _) in localized.Versions)
            {
                if (!languages.Contains(language) && language != also)
                {
                    file.Report(DiagnosticCode.UnknownLanguage, [.. path, language.Tag], $"a {what} in {language}",
                        $"only {string.Join(", ", languages)}", "take it away, or add the language to network.json");
                }
            }
        }

        // What was said may have been said in a language that the site is not published in.
        private Language? OriginalOfQuote(ReadOnlySpan<PathSegment> path) =>
            file.Document is QuotesFile quotes && path is [{ Name: "quotes" }, { Index: var index }, { Name: "text" }] ? quotes.Quotes[index].Original : null;

        private void CheckText(string text, ReadOnlySpan<PathSegment> path, bool anyQuotationMark = false)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                file.Report(DiagnosticCode.BlankText, path, "an empty text", "at least a word", "write the text, or leave the field out where it may be missing");
                return;
            }
            if (text.Length > ContentLimits.TextLength)
            {
                file.Report(DiagnosticCode.TextTooLong, path, $"a text of {text.Length} characters", $"at most {ContentLimits.TextLength}",
                    "shorten it, or move it to a topic's Markdown file");
                return;
            }
            PathSegment[] place = [.. path];
            CheckCharacters(text, allowLineBreaks: false, anyQuotationMark, (code, offset, found, expected, remedy) =>
                file.ReportInText(code, place, offset, found, expected, remedy));
        }
    }
}
