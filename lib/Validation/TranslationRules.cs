using System.Collections.Immutable;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for what must be written in which language, and the count of what is.</summary>
internal static class TranslationRules
{
    private const int All = 100;

    /// <summary>Reports what is missing where all must be there, and too little where less will do.</summary>
    /// <returns>
    /// How far each language has come, found out anew when it is asked for: to say where every text stands takes longer than
    /// all that is checked here, and to keep what was found out takes more memory than the texts.
    /// </returns>
    public static Lazy<ImmutableArray<TranslationCoverage>> Check(LoadedContent content, ContentWalker walker)
    {
        // Of more languages than there may be, the first are looked at: each costs as much as all texts together.
        for (var i = 0; i < content.Languages.Length; i++)
        {
            CheckShare(content.Network!, i);
        }
        var texts = Texts(content, walker);
        foreach (var (language, index) in Languages(content))
        {
            Check(content, language, index, texts);
        }
        return new(() => Coverage(content));
    }

    private static ImmutableArray<TranslationCoverage> Coverage(LoadedContent content)
    {
        var texts = Texts(content, new());
        return [.. Languages(content).Select(language => new TranslationCoverage(language.Site.Tag,
            [.. texts.Zip(StatesIn(language.Site, content, texts), (text, state) => text.Show(language.Site.Tag, state)).OrderBy(text => text.Location)]))];
    }

    // A language that stands twice is reported elsewhere.
    private static IEnumerable<(SiteLanguage Site, int Index)> Languages(LoadedContent content) =>
        (content.Network?.Value.Languages ?? []).Take(ContentLimits.Languages).Select((language, index) => (Site: language, Index: index)).DistinctBy(language => language.Site.Tag);

    private static List<TranslationState> StatesIn(SiteLanguage language, LoadedContent content, List<WrittenText> texts) =>
        texts.ConvertAll(new Ledger(content.Translations?.Value.Marks ?? [], language.Tag, texts).Judge);

    private static void Check(LoadedContent content, SiteLanguage language, int index, List<WrittenText> texts)
    {
        if (index == 0 || language.Translated is null or All)
        {
            foreach (var text in texts)
            {
                if (text.In(language.Tag) is null)
                {
                    text.ReportMissing(language.Tag);
                }
            }
        }
        // What could not be read would count as missing, or not count at all.
        if (index > 0 && content.IsComplete && content.Days.All(day => day.IsComplete))
        {
            if (language.Translated < All)
            {
                Ask("translated", language.Translated, texts.Count(text => text.In(language.Tag) is not null), "texts", "write more of them");
            }
            if (language.UpToDate is not null)
            {
                Ask("upToDate", language.UpToDate, StatesIn(language, content, texts).Count(TranslatedText.IsUpToDateIn), "texts up to date", "translate more of them");
            }
        }

        void Ask(string field, int? share, int have, string what, string remedy)
        {
            var percent = TranslationCoverage.Share(have, texts.Count);
            if (percent < share && share <= All)
            {
                content.Network!.Report(DiagnosticCode.TooLittleTranslated, ["languages", index, field], $"{percent} % of the {what} in {language.Tag} ({have} of {texts.Count})",
                    $"at least {share} %", $"{remedy}, which 'ledelsesdag translations' lists, or ask for less here");
            }
        }
    }

    private static void CheckShare(ContentFile<NetworkFile> network, int index)
    {
        var language = network.Value.Languages[index];
        Check("translated", language.Translated, "leave it out for all of them");
        Check("upToDate", language.UpToDate, "leave it out to ask for nothing");

        void Check(string field, int? share, string otherwise)
        {
            if (share is < 0 or > All || (index == 0 && share < All))
            {
                network.Report(DiagnosticCode.MalformedValue, ["languages", index, field], $"{share} of a hundred texts",
                    index == 0 ? "100: the first language has every text" : "0 to 100", $"correct the number, or {otherwise}");
            }
        }
    }

    private static List<WrittenText> Texts(LoadedContent content, ContentWalker walker)
    {
        var texts = new List<WrittenText>();
        foreach (var file in content.Files())
        {
            walker.Walk(file.Document, new Collector(file, content.Languages, texts));
        }
        for (var i = 0; i < content.Pages?.Value.Pages.Length; i++)
        {
            var id = content.Pages!.Value.Pages[i].Id;
            texts.Add(new WrittenProse(content.Pages!, ["pages", i], content.IsPublished ? null : $"pages/{id}", content.PageTexts[id], content.Languages));
        }
        foreach (var day in content.Days)
        {
            for (var i = 0; i < day.Topics?.Value.Topics.Length; i++)
            {
                var id = day.Topics!.Value.Topics[i].Id;
                texts.Add(new WrittenProse(day.Topics!, ["topics", i], content.IsPublished ? null : $"{day.Id}/topics/{id}", day.TopicTexts[id], content.Languages));
            }
        }
        return texts;
    }

    /// <summary>Something that is written once per language.</summary>
    /// <param name="languages">The network's, in its order.</param>
    private abstract class WrittenText(ImmutableArray<Language> languages)
    {
        /// <summary>The language that the others are translated from; null where the text is written in none of the network's.</summary>
        public Language? Original
        {
            get
            {
                foreach (var language in languages)
                {
                    if (In(language) is not null)
                    {
                        return language;
                    }
                }
                return null;
            }
        }

        /// <summary>Whether it is a slug: it is chosen anew in each language, and kept whatever becomes of the others.</summary>
        protected virtual bool IsName => false;

        /// <summary>A version's Markdown, or slug; null where it is missing.</summary>
        public abstract string? In(Language language);

        public TranslationPair? PairIn(Language language) =>
            !IsName && Original is { } original && original != language && In(language) is { } translation ? new(In(original)!, translation) : null;

        public TranslatedText Show(Language language, TranslationState state) => new(PlaceIn(language), state) { Pair = PairIn(language) };

        /// <summary>Tells the author that a version is missing.</summary>
        public abstract void ReportMissing(Language language);

        /// <summary>Where a version stands or should stand.</summary>
        protected abstract SourceLocation PlaceIn(Language language);
    }

    /// <summary>A text of a data file.</summary>
    private sealed class WrittenField(ILoadedFile file, LocalizedText text, ContentPath path, ImmutableArray<Language> languages) : WrittenText(languages)
    {
        public override string? In(Language language) => text.TryGet(language, out var version) ? version.Markdown : null;

        public override void ReportMissing(Language language) => ReportMissingField(file, path, "text", language);

        protected override SourceLocation PlaceIn(Language language) => PlaceOf(file, path, text, language);
    }

    /// <summary>A slug of a data file.</summary>
    private sealed class WrittenSlug(ILoadedFile file, LocalizedSlug slug, ContentPath path, ImmutableArray<Language> languages) : WrittenText(languages)
    {
        protected override bool IsName => true;

        public override string? In(Language language) => slug.TryGet(language, out var version) ? version.Value : null;

        public override void ReportMissing(Language language) => ReportMissingField(file, path, "slug", language);

        protected override SourceLocation PlaceIn(Language language) => PlaceOf(file, path, slug, language);
    }

    /// <summary>The text of a topic or a page: Markdown files, or a field of published data.</summary>
    /// <param name="list">The file in which the topic or the page is listed.</param>
    /// <param name="item">Its place there.</param>
    /// <param name="name">What its Markdown files are called before their language; null where it is published data.</param>
    /// <param name="texts">Its text in each language that has one.</param>
    /// <param name="languages">The network's.</param>
    private sealed class WrittenProse(ILoadedFile list, PathSegment[] item, string? name, ImmutableArray<ProseFile> texts, ImmutableArray<Language> languages)
        : WrittenText(languages)
    {
        public override string? In(Language language)
        {
            foreach (var text in texts)
            {
                if (text.Language == language)
                {
                    return text.Text;
                }
            }
            return null;
        }

        public override void ReportMissing(Language language)
        {
            if (name is null)
            {
                list.Report(DiagnosticCode.MissingTranslation, [.. item, "body"], $"no text in {language}", $"\"{language}\": \"…\" beside the others", "write the translation");
            }
            else
            {
                list.Report(DiagnosticCode.MissingTranslation, [.. item, "id"], $"no readable text of \"{name[(name.LastIndexOf('/') + 1)..]}\" in {language}",
                    $"the file {name}.{language}.md", "write the text in that file");
            }
        }

        protected override SourceLocation PlaceIn(Language language) =>
            name is null ? list.Locate([.. item, "body"]) : SourceLocation.Whole($"{name}.{language}.md");
    }

    private static SourceLocation PlaceOf<T>(ILoadedFile file, ContentPath path, Localized<T> localized, Language language)
        where T : notnull => localized.TryGet(language, out _) ? file.Locate(path.To(language)) : file.Locate(path.Steps);

    private static void ReportMissingField(ILoadedFile file, ContentPath path, string what, Language language) =>
        file.Report(DiagnosticCode.MissingTranslation, path.Steps, $"no {what} in {language}", $"\"{language}\": \"…\" beside the others", "write the translation");

    /// <summary>What is known of the translations into one language.</summary>
    private sealed class Ledger
    {
        private readonly Language _language;

        private readonly Dictionary<(TextDigest Original, TextDigest Translation), TranslationMark> _marks = [];

        // Marked as made from a text that is not the original of any such translation today.
        private readonly HashSet<TextDigest> _outdated;

        public Ledger(ImmutableArray<MarkedTranslation> marks, Language language, List<WrittenText> texts)
        {
            _language = language;
            foreach (var mark in marks.Where(mark => mark.Language == language))
            {
                _marks[(mark.Original, mark.Translation)] = mark.State;
            }
            // Digests cost time, and without marks nobody needs them.
            var pairs = _marks.Count == 0 ? [] : texts.Select(text => text.PairIn(language)).OfType<TranslationPair>().Select(pair => (pair.Original, pair.Translation)).ToHashSet();
            _outdated = [.. _marks.Keys.Where(marked => !pairs.Contains(marked)).Select(marked => marked.Translation)];
        }

        public TranslationState Judge(WrittenText text) =>
            text.In(_language) is null ? TranslationState.Missing
            : text.Original == _language ? TranslationState.Original
            : _marks.Count > 0 && text.PairIn(_language) is { } pair ? StateOf(pair)
            : TranslationState.Translated;

        private TranslationState StateOf(TranslationPair pair) =>
            _marks.TryGetValue((pair.Original, pair.Translation), out var mark)
                ? mark switch
                {
                    TranslationMark.Draft => TranslationState.Draft,
                    TranslationMark.Reviewed => TranslationState.Reviewed,
                    _ => TranslationState.Translated,
                }
                : _outdated.Contains(pair.Translation) ? TranslationState.Stale : TranslationState.Translated;
    }

    private sealed class Collector(ILoadedFile file, ImmutableArray<Language> languages, List<WrittenText> texts) : ContentVisitor
    {
        public override void Text(LocalizedText text, ContentPath path) => texts.Add(new WrittenField(file, text, path, languages));

        public override void Slug(LocalizedSlug slug, ContentPath path) => texts.Add(new WrittenSlug(file, slug, path, languages));
    }
}
