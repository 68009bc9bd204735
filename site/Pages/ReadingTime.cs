using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>How long a text takes to read: at 200 words a minute, rounded up, at least one minute.</summary>
internal static class ReadingTime
{
    private const int WordsPerMinute = 200;

    public static int Minutes(Topic topic, Language language, Network network, Day day)
    {
        var body = topic.Body.For(language).Value;
        var words = body.Texts().Sum(text => Words(Inline.PlainText(text))) + body.Embeds()
            .Select(reference => ContentItems.Find(network, reference, day))
            .SelectMany(item => item is null ? [] : Texts(item))
            .Sum(text => Words(text.For(language).Value.Plain));
        return Math.Max(1, (words + WordsPerMinute - 1) / WordsPerMinute);
    }

    private static int Words(string text)
    {
        var words = 0;
        var within = false;
        foreach (var letter in text)
        {
            var wasWithin = within;
            within = !char.IsWhiteSpace(letter);
            words += within && !wasWithin ? 1 : 0;
        }
        return words;
    }

    private static IEnumerable<LocalizedText> Texts(object item) => item switch
    {
        Quote quote => [quote.Text],
        QuestionSet set => set.Questions.SelectMany(q => q.FollowUps.Prepend(q)).Select(q => q.Text),
        Codex codex => codex.Principles.Select(p => p.Text),
        Assumptions assumptions => assumptions.Items.Select(a => a.Text),
        InquiryPaths paths => paths.Paths.SelectMany(p => p.Steps).Select(s => s.Text),
        CoatRack rack => rack.Pegs.SelectMany(p => new[] { p.Title, p.Text }),
        ResourceMatrix matrix => matrix.Kinds.Concat(matrix.Degrees).Select(c => c.Title),
        ComparisonTable table => table.Rows.SelectMany(r => r.Cells)
            .SelectMany(c => c.Note is null ? new[] { c.Text } : [c.Text, c.Note]),
        _ => [],
    };
}
