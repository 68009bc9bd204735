using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for every text an author writes, wherever it stands.</summary>
internal static class TextRules
{
    // What can be seen of ASCII, and nearly all there is of a text: passed over many at a time.
    private static readonly SearchValues<char> Ordinary = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)]);

    private static readonly SearchValues<char> TypographicQuotationMarks = SearchValues.Create("“”„«»");

    public static void CheckNetwork(LoadedContent content, ContentWalker walker) =>
        Check(content.NetworkFiles(), content.PageTexts.Values, content.Languages, walker);

    public static void Check(LoadedDay day, ImmutableArray<Language> languages, ContentWalker walker) =>
        Check(day.Files(), day.TopicTexts.Values, languages, walker);

    private static void Check(IEnumerable<ILoadedFile> files, IEnumerable<ImmutableArray<ProseFile>> pages, ImmutableArray<Language> languages, ContentWalker walker)
    {
        foreach (var file in files)
        {
            walker.Walk(file.Document, new Visitor(file, languages));
        }
        // One for the words of all blocks, which nobody keeps.
        char[] buffer = [];
        foreach (var text in pages.SelectMany(texts => texts))
        {
            CheckProse(text, languages, ref buffer);
        }
    }

    private static void CheckProse(ProseFile text, ImmutableArray<Language> languages, ref char[] buffer)
    {
        foreach (var fault in text.Prose.Faults)
        {
            text.Report(fault.Code, fault.Offset, fault.Found, fault.Expected, fault.Remedy);
        }
        var odd = -1;
        while ((odd = OddCharacter(text.Text, odd + 1, allowLineBreaks: true, anyQuotationMark: false)) >= 0)
        {
            var (code, found, expected, remedy) = FaultOf(text.Text[odd]);
            text.Report(code, odd, found, expected, remedy);
        }
        if (text.Prose.Blocks.IsEmpty && text.Prose.Faults.IsEmpty)
        {
            text.Report(DiagnosticCode.BlankText, 0, "an empty text", "at least a sentence, or an item shown with ![](kind:id)", "write the text");
        }
        foreach (var block in Block.Descend(text.Prose.Blocks))
        {
            var words = Inline.PlainText(block.OwnInlines, ref buffer);
            UnfilledRules.CheckBlock(text, block, words);
            if (SmallWords.OtherThan(text.Language, languages, block.OwnInlines, words) is { } other)
            {
                text.Report(DiagnosticCode.Untranslated, block.Span.Start, $"a sentence in {other} among the text in {text.Language}", "a translation",
                    $"translate it, or mark it as a passage in that language: [words](lang:{other})");
            }
        }
    }

    /// <summary>The next character that must not stand in a text; -1 when there is none.</summary>
    private static int OddCharacter(string text, int from, bool allowLineBreaks, bool anyQuotationMark)
    {
        if (from == 0 && IsOrdinary(text, allowLineBreaks))
        {
            return -1;
        }
        for (var i = from; i < text.Length; i++)
        {
            var ordinary = text.AsSpan(i).IndexOfAnyExcept(Ordinary);
            if (ordinary < 0)
            {
                return -1;
            }
            i += ordinary;
            var c = text[i];
            if (c is >= 'À' and <= 'ſ' || (c is '\n' or '\t' && allowLineBreaks))
            {
                continue;
            }
            // A lone surrogate is invalid here; a pair is a character like any other.
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsForbidden(c) || (!anyQuotationMark && IsTypographicQuotationMark(c)))
            {
                return i;
            }
        }
        return -1;
    }

    // Most texts are made of letters and marks of Western Europe alone, which is told many characters at a time.
    private static bool IsOrdinary(ReadOnlySpan<char> text, bool allowLineBreaks) =>
        !text.ContainsAnyExceptInRange(allowLineBreaks ? '\t' : ' ', 'ſ') && !text.ContainsAnyInRange('\u007F', '¿')
        && !(allowLineBreaks && text.ContainsAnyInRange('\v', '\u001F'));

    private static (DiagnosticCode Code, string Found, string Expected, string Remedy) FaultOf(char c) =>
        IsTypographicQuotationMark(c)
            ? (DiagnosticCode.TypographicQuotationMark, $"the quotation mark {c}", "a straight \"",
                "write \" (in JSON \\\"); each language's own marks are set when the page is made")
            : (DiagnosticCode.ForbiddenCharacter, $"the character U+{(int)c:X4}", "visible text",
                "take the character away; it is invisible, or changes how the text around it is shown");

    private static bool IsTypographicQuotationMark(char c) => TypographicQuotationMarks.Contains(c);

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
        public override void Text(LocalizedText text, ContentPath path)
        {
            CheckLanguages(text, path, "text");
            var isRepeated = IsRepeated(text);
            if (isRepeated)
            {
                file.Report(DiagnosticCode.Untranslated, path.Steps, $"the same sentence in {text.Versions[0].Key} and another language",
                    "a translation", "translate it");
            }
            foreach (var (language, version) in text.Versions)
            {
                var (place, plain) = (new TextPlace(path, language), version.Plain);
                CheckText(version.Markdown, place);
                UnfilledRules.CheckText(file, plain, place);
                foreach (var fault in version.Faults)
                {
                    file.ReportInText(fault.Code, place.Path, fault.Offset, fault.Found, fault.Expected, fault.Remedy);
                }
                if (!isRepeated && SmallWords.OtherThan(language, languages, version.Markup, plain) is { } other)
                {
                    file.Report(DiagnosticCode.Untranslated, place.Path, $"a sentence in {other} in the place of one in {language}",
                        "a translation", $"translate it, or mark it as a passage in that language: [words](lang:{other})");
                }
            }
        }

        /// <summary>Whether the first version is a sentence and stands in another language's place, too.</summary>
        private static bool IsRepeated(LocalizedText text)
        {
            for (var i = 1; i < text.Versions.Length; i++)
            {
                if (text.Versions[i].Value.Markdown == text.Versions[0].Value.Markdown)
                {
                    return SmallWords.IsSentence(text.Versions[0].Value.Plain);
                }
            }
            return false;
        }

        public override void Slug(LocalizedSlug slug, ContentPath path) => CheckLanguages(slug, path, "slug");

        public override void PlainText(string text, ContentPath path)
        {
            UnfilledRules.CheckText(file, text, new(path));
            // The deck's own words stand in a correction letter by letter, with the marks they had. Few have one, and to find the path takes a walk.
            CheckText(text, new(path), anyQuotationMark: file.Document is CorrectionsFile && text.AsSpan().ContainsAny(TypographicQuotationMarks)
                && path.Steps is [.., { Name: "source" }]);
        }

        public override void Address(Uri address, ContentPath path)
        {
            if (!WebAddress.IsWeb(address))
            {
                file.Report(DiagnosticCode.MalformedValue, path.Steps, $"the address \"{Printable.Text(address.OriginalString)}\"",
                    "an address that begins with https:// and a host", "write the whole address as a browser shows it");
            }
        }

        private void CheckLanguages<T>(Localized<T> localized, ContentPath path, string what)
            where T : notnull
        {
            if (languages.Length == 0)
            {
                return;
            }
            foreach (var (language, _) in localized.Versions)
            {
                if (!languages.Contains(language) && language != OriginalOfQuote(path))
                {
                    file.Report(DiagnosticCode.UnknownLanguage, path.To(language), $"a {what} in {language}",
                        $"only {string.Join(", ", languages)}", "take it away, or add the language to network.json");
                }
            }
        }

        // What was said may have been said in a language that the site is not published in.
        private Language? OriginalOfQuote(ContentPath path) =>
            file.Document is QuotesFile quotes && path.Steps is [{ Name: "quotes" }, { Index: var index }, { Name: "text" }] ? quotes.Quotes[index].Original : null;

        private void CheckText(string text, TextPlace place, bool anyQuotationMark = false)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                file.Report(DiagnosticCode.BlankText, place.Path, "an empty text", "at least a word", "write the text, or leave the field out where it may be missing");
                return;
            }
            if (text.Length > ContentLimits.TextLength)
            {
                file.Report(DiagnosticCode.TextTooLong, place.Path, $"a text of {text.Length} characters", $"at most {ContentLimits.TextLength}",
                    "shorten it, or move it to a topic's Markdown file");
                return;
            }
            var odd = -1;
            while ((odd = OddCharacter(text, odd + 1, allowLineBreaks: false, anyQuotationMark)) >= 0)
            {
                var (code, found, expected, remedy) = FaultOf(text[odd]);
                file.ReportInText(code, place.Path, odd, found, expected, remedy);
            }
        }
    }
}
