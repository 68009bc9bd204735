using Ledelsesdag.Content;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Pages;

/// <summary>What a reader can find: every place of the site that has words of its own, in the order of the site.</summary>
public static class SearchPassages
{
    /// <summary>The passages of one language. What is shown on several pages is found once, at its own address.</summary>
    public static IReadOnlyList<SearchPassage> Of(SiteMap map, Language language)
    {
        ArgumentNullException.ThrowIfNull(map);
        var writer = new Writer(map, language);
        return
        [
            .. AllProcessors.Select(map.Network.Days, day => writer.Day(day).ToList()).SelectMany(passages => passages),
            .. (map.Glossary(language)?.Terms ?? []).Select(writer.Term),
            .. map.Network.Pages.Select(writer.NetworkPage),
        ];
    }

    private sealed class Writer(SiteMap map, Language language)
    {
        public IEnumerable<SearchPassage> Day(Day day)
        {
            foreach (var session in day.Programme.Sessions)
            {
                yield return Passage(map.PlaceOf(session, language), PassageKind.Session, Key(day, "session", session.Id),
                    [.. session.Points.Select(Words)]);
            }
            foreach (var topic in day.Topics)
            {
                var body = topic.Body.For(language).Value;
                yield return Passage(map.PlaceOf(topic, language), PassageKind.Topic, Key(day, "topic", topic.Id),
                    [Words(topic.Summary), map.Typographer.Plain(topic.Body, language), .. body.Embeds().SelectMany(e => Shown(map.Find(e, day))).Select(Words)]);
                foreach (var codex in body.Embeds().Select(e => map.Find(e, day)).OfType<Codex>().Distinct())
                {
                    if (map.PlaceOfShown(codex, language) is { Fragment: not null } place && place.Page == map.PlaceOf(topic, language).Page)
                    {
                        yield return Passage(place, PassageKind.Codex, Key(day, "codex", codex.Id),
                            [.. codex.Principles.Select(p => Words(p.Text))]);
                    }
                }
            }
            foreach (var quote in day.Quotes)
            {
                var shown = quote.Text.For(language);
                string[] texts = shown.Language != quote.Original && quote.Text.TryGet(quote.Original, out var original)
                    ? [Quoted(shown.Value, shown.Language), Quoted(original, quote.Original)]
                    : [Quoted(shown.Value, shown.Language)];
                yield return Passage(map.PlaceOf(quote, language), PassageKind.Quote, Key(day, "quote", quote.Id), texts) with
                {
                    Title = map.PlaceOf(quote, language).Page.Title,
                    Speaker = Words(quote.Citation.Speaker),
                };
            }
            foreach (var set in day.QuestionSets)
            {
                yield return Passage(map.PlaceOf(set, language), PassageKind.Question, Key(day, "questions", set.Id),
                    [.. set.Instruction is { } instruction ? [Words(instruction)] : Array.Empty<string>(),
                     .. set.Questions.SelectMany(q => q.FollowUps.Prepend(q)).Select(q => Words(q.Text))]);
            }
            foreach (var source in day.Sources)
            {
                yield return Passage(map.PlaceOf(source, language), PassageKind.Page, Key(day, "source", source.Id),
                    [source.Work?.Title ?? "", source.QuotedIn is { } quotedIn ? Words(quotedIn) : "", Words(source.Use)]);
            }
        }

        public SearchPassage Term(GlossaryTerm term) =>
            Passage(map.PlaceOf(term, language), PassageKind.Term, $"term:{term.Id}",
                [Words(term.Explanation), term.AlsoCalled is { } others ? Words(others) : ""]);

        public SearchPassage NetworkPage(NetworkPage page) =>
            Passage(map.PlaceOf(page, language), PassageKind.Page, $"page:{page.Id}", [map.Typographer.Plain(page.Body, language)]);

        private static SearchPassage Passage(Place place, PassageKind kind, string pair, string[] texts) => new(
            place.Path, place.Path, place.Page.Title, place.Fragment is null ? "" : place.Title, kind, "",
            string.Join(' ', texts.Where(t => t.Length > 0).Select(Sentence)), pair);

        /// <summary>A point of a list with a full stop, so that it does not run into the next one in an excerpt.</summary>
        private static string Sentence(string text) => char.IsLetterOrDigit(text[^1]) || text[^1] is ')' ? text + "." : text;

        private static string Key(Day day, string kind, Id id) => $"{day.Id}/{kind}:{id}";

        /// <summary>The words of what a topic shows and that has no passage of its own.</summary>
        private static IEnumerable<LocalizedText> Shown(object? item) => item switch
        {
            Assumptions assumptions => assumptions.Items.Select(a => a.Text).Prepend(assumptions.Title),
            InquiryPaths paths => paths.Paths.SelectMany(p => p.Steps.Select(s => s.Text).Prepend(p.SuitedFor).Prepend(p.Title)),
            CoatRack rack => rack.Pegs.SelectMany(p => new[] { p.Title, p.Text }),
            ResourceMatrix matrix => matrix.Kinds.Concat(matrix.Degrees).Select(c => c.Title),
            ComparisonTable table =>
            [
                .. table.Columns.Select(c => c.Title),
                .. table.Rows.SelectMany(r => r.Cells.SelectMany(c => c.Note is null ? new[] { c.Text } : [c.Text, c.Note]).Prepend(r.Title)),
            ],
            _ => [],
        };

        private string Quoted(RichText text, Language inLanguage) => map.Typographer.Plain(text, inLanguage, withinQuotation: true);

        private string Words(LocalizedText text) => map.Typographer.Plain(text, language);
    }
}
