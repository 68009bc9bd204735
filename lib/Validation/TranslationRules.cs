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
    /// How far each language has come, found out when it is asked for: to say where every text stands takes longer than
    /// all that is checked here.
    /// </returns>
    public static Lazy<ImmutableArray<TranslationCoverage>> Check(LoadedContent content)
    {
        var texts = Texts(content);
        // Of more languages than there may be, the first are looked at: each costs as much as all texts together.
        for (var i = 0; i < content.Languages.Length; i++)
        {
            CheckShare(content.Network!, i);
        }
        var all = content.Languages.Distinct().ToImmutableArray();
        foreach (var text in texts)
        {
            text.FindOriginal(all);
        }
        // A language that stands twice is reported elsewhere.
        var languages = (content.Network?.Value.Languages ?? []).Take(ContentLimits.Languages).Select((language, index) => (Site: language, Index: index)).DistinctBy(l => l.Site.Tag)
            .Select(l => (l.Site.Tag, States: Check(content, l.Site, l.Index, texts))).ToList();
        return new(() => [.. languages.Select(l => new TranslationCoverage(l.Tag, [.. texts.Zip(l.States, (text, state) => text.Show(l.Tag, state)).OrderBy(text => text.Location)]))]);
    }

    private static List<TranslationState> Check(LoadedContent content, SiteLanguage language, int index, List<WrittenText> texts)
    {
        var ledger = new Ledger(content.Translations?.Value.Marks ?? [], language.Tag, texts);
        var states = texts.ConvertAll(ledger.Judge);
        if (index == 0 || language.Translated is null or All)
        {
            foreach (var (text, _) in texts.Zip(states).Where(text => text.Second == TranslationState.Missing))
            {
                text.ReportMissing(language.Tag);
            }
        }
        // What could not be read would count as missing, or not count at all.
        if (index > 0 && content.IsComplete && content.Days.All(day => day.IsComplete))
        {
            if (language.Translated < All)
            {
                Ask("translated", language.Translated, states.Count(state => state != TranslationState.Missing), "texts", "write more of them");
            }
            Ask("upToDate", language.UpToDate, states.Count(TranslatedText.IsUpToDateIn), "texts up to date", "translate more of them");
        }
        return states;

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

    private static List<WrittenText> Texts(LoadedContent content)
    {
        var texts = new List<WrittenText>();
        foreach (var file in content.Files())
        {
            ContentWalker.Walk(file.Document, new Collector(file, texts));
        }
        for (var i = 0; i < content.Pages?.Value.Pages.Length; i++)
        {
            texts.Add(Prose(content.Pages!, "pages", i, content.Pages!.Value.Pages[i].Id, content.PageTexts, "pages", content.IsPublished));
        }
        foreach (var day in content.Days)
        {
            for (var i = 0; i < day.Topics?.Value.Topics.Length; i++)
            {
                texts.Add(Prose(day.Topics!, "topics", i, day.Topics!.Value.Topics[i].Id, day.TopicTexts, $"{day.Id}/topics", content.IsPublished));
            }
        }
        return texts;
    }

    private static WrittenText Prose(ILoadedFile file, string list, int index, Id id, ImmutableDictionary<Id, ImmutableArray<ProseFile>> texts, string folder, bool isPublished)
    {
        ImmutableArray<KeyValuePair<Language, string>> written = [.. texts[id].Select(text => KeyValuePair.Create(text.Language, text.Text))];
        return isPublished
            ? new(written, isName: false, _ => file.Locate([list, index, "body"]),
                language => file.Report(DiagnosticCode.MissingTranslation, [list, index, "body"], $"no text in {language}", $"\"{language}\": \"…\" beside the others", "write the translation"))
            : new(written, isName: false, language => SourceLocation.Whole($"{folder}/{id}.{language}.md"),
                language => file.Report(DiagnosticCode.MissingTranslation, [list, index, "id"], $"no readable text of \"{id}\" in {language}",
                    $"the file {folder}/{id}.{language}.md", "write the text in that file"));
    }

    /// <summary>Something that is written once per language.</summary>
    /// <param name="versions">Each version's Markdown, or slug.</param>
    /// <param name="isName">Whether it is a slug: it is chosen anew in each language, and kept whatever becomes of the others.</param>
    /// <param name="placeIn">Where a version stands or should stand.</param>
    /// <param name="reportMissing">Tells the author that a version is missing.</param>
    private sealed class WrittenText(ImmutableArray<KeyValuePair<Language, string>> versions, bool isName, Func<Language, SourceLocation> placeIn, Action<Language> reportMissing)
    {
        /// <summary>The language that the others are translated from; null where the text is written in none of the network's.</summary>
        public Language? Original { get; private set; }

        public void FindOriginal(ImmutableArray<Language> languages) =>
            Original = languages.Where(language => In(language) is not null).Select(language => (Language?)language).FirstOrDefault();

        public string? In(Language language) => versions.FirstOrDefault(version => version.Key == language).Value;

        public TranslationPair? PairIn(Language language) =>
            !isName && Original is { } original && original != language && In(language) is { } translation ? new(In(original)!, translation) : null;

        public TranslatedText Show(Language language, TranslationState state) => new(placeIn(language), state) { Pair = PairIn(language) };

        public void ReportMissing(Language language) => reportMissing(language);
    }

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

    private sealed class Collector(ILoadedFile file, List<WrittenText> texts) : ContentVisitor
    {
        public override void Text(LocalizedText text, ReadOnlySpan<PathSegment> path) => Add(text, version => version.Markdown, path, "text");

        public override void Slug(LocalizedSlug slug, ReadOnlySpan<PathSegment> path) => Add(slug, version => version.Value, path, "slug");

        private void Add<T>(Localized<T> localized, Func<T, string> format, ReadOnlySpan<PathSegment> path, string what)
            where T : notnull
        {
            PathSegment[] place = [.. path];
            texts.Add(new([.. localized.Versions.Select(version => KeyValuePair.Create(version.Key, format(version.Value)))],
                isName: what == "slug",
                language => localized.TryGet(language, out _) ? file.Locate([.. place, language.Tag]) : file.Locate(place),
                language => file.Report(DiagnosticCode.MissingTranslation, place, $"no {what} in {language}", $"\"{language}\": \"…\" beside the others", "write the translation")));
        }
    }
}
