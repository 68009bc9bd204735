using System.Collections.Immutable;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for what must be written in which language, and the count of what is.</summary>
internal static class TranslationRules
{
    private const int All = 100;

    /// <summary>Reports what is missing where all must be there, and too little where less will do.</summary>
    /// <returns>How far each language has come.</returns>
    public static ImmutableArray<TranslationCoverage> Check(LoadedContent content)
    {
        var texts = Texts(content);
        for (var i = 0; i < content.Network?.Value.Languages.Length; i++)
        {
            CheckShare(content.Network!, i);
        }
        // A language that stands twice is reported elsewhere.
        var languages = (content.Network?.Value.Languages ?? []).Select((language, index) => (Site: language, Index: index)).DistinctBy(l => l.Site.Tag);
        return [.. languages.Select(language => Check(content, language.Site, language.Index, texts))];
    }

    private static TranslationCoverage Check(LoadedContent content, SiteLanguage language, int index, List<WrittenText> texts)
    {
        var missing = texts.Where(text => !text.Languages.Contains(language.Tag)).ToList();
        if (index == 0 || language.Translated is null or All)
        {
            foreach (var text in missing)
            {
                text.ReportMissing(language.Tag);
            }
        }
        var coverage = new TranslationCoverage(language.Tag, texts.Count, [.. missing.Select(text => text.PlaceIn(language.Tag)).Order()]);
        // What could not be read would count as missing, or not count at all.
        if (index > 0 && coverage.Percent < language.Translated && language.Translated < All && content.IsComplete && content.Days.All(day => day.IsComplete))
        {
            content.Network!.Report(DiagnosticCode.TooLittleTranslated, ["languages", index, "translated"],
                $"{coverage.Percent} % of the texts in {language.Tag} ({texts.Count - missing.Count} of {texts.Count})", $"at least {language.Translated} %",
                "write more of them, which 'ledelsesdag translations' lists, or ask for less here");
        }
        return coverage;
    }

    private static void CheckShare(ContentFile<Loading.Files.NetworkFile> network, int index)
    {
        var share = network.Value.Languages[index].Translated;
        if (share is < 0 or > All || (index == 0 && share < All))
        {
            network.Report(DiagnosticCode.MalformedValue, ["languages", index, "translated"], $"{share} of a hundred texts",
                index == 0 ? "100: the first language has every text" : "0 to 100", "correct the number, or leave it out for all of them");
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
        ImmutableArray<Language> written = [.. texts[id].Select(text => text.Language)];
        return isPublished
            ? new(written, _ => file.Locate([list, index, "body"]),
                language => file.Report(DiagnosticCode.MissingTranslation, [list, index, "body"], $"no text in {language}", $"\"{language}\": \"…\" beside the others", "write the translation"))
            : new(written, language => SourceLocation.Whole($"{folder}/{id}.{language}.md"),
                language => file.Report(DiagnosticCode.MissingTranslation, [list, index, "id"], $"no readable text of \"{id}\" in {language}",
                    $"the file {folder}/{id}.{language}.md", "write the text in that file"));
    }

    /// <summary>Something that is written once per language.</summary>
    private sealed record WrittenText(ImmutableArray<Language> Languages, Func<Language, SourceLocation> PlaceIn, Action<Language> ReportMissing);

    private sealed class Collector(ILoadedFile file, List<WrittenText> texts) : ContentVisitor
    {
        public override void Text(LocalizedText text, ReadOnlySpan<PathSegment> path) => Add(text, path, "text");

        public override void Slug(LocalizedSlug slug, ReadOnlySpan<PathSegment> path) => Add(slug, path, "slug");

        private void Add<T>(Localized<T> localized, ReadOnlySpan<PathSegment> path, string what)
            where T : notnull
        {
            PathSegment[] place = [.. path];
            texts.Add(new([.. localized.Versions.Select(version => version.Key)],
                _ => file.Locate(place),
                language => file.Report(DiagnosticCode.MissingTranslation, place, $"no {what} in {language}", $"\"{language}\": \"…\" beside the others", "write the translation")));
        }
    }
}
