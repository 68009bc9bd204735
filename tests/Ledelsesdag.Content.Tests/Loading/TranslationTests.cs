namespace Ledelsesdag.Content.Tests.Loading;

public sealed class TranslationTests
{
    private static readonly Language Norwegian = Language.Of("nb");

    [Fact]
    public void A_language_that_need_not_be_complete_gives_a_network_that_shows_what_there_is()
    {
        using var copy = Copy("\"translated\": 0");

        var result = copy.Load();

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["da", "en", "nb"], result.Network!.Languages.Select(language => language.Tag.Tag));
        Assert.Equal(0, result.Network.Languages[2].Translated);
        Assert.Null(result.Network.Languages[0].Translated);
        Assert.Equal(("Nettverk for nabohager", "nb"), Shown(result.Network.Title));
        Assert.Equal(("Materialet fra havedagene.", "da"), Shown(result.Network.Description));
    }

    [Fact]
    public void What_is_not_written_yet_is_not_in_the_published_data_either_and_counts_the_same()
    {
        using var copy = Copy("\"translated\": 0");
        var fromFolder = copy.Load();
        var json = Published.Write(fromFolder.Network!);

        var fromJson = Published.Read(json);

        Assert.Empty(fromJson.Diagnostics);
        Assert.Equal(json, Published.Write(fromJson.Network!));
        Assert.Equal(fromFolder.Translations.Select(t => (t.Language, t.Texts.Length, t.Count(TranslationState.Missing))), fromJson.Translations.Select(t => (t.Language, t.Texts.Length, t.Count(TranslationState.Missing))));
    }

    [Fact]
    public void A_language_is_complete_unless_less_is_asked_of_it()
    {
        using var copy = Copy("\"translated\": 100");

        var result = copy.Load();

        Assert.Null(result.Network);
        Assert.All(result.Diagnostics, d => Assert.Equal(DiagnosticCode.MissingTranslation, d.Code));
        Assert.Equal(result.Translations[2].Count(TranslationState.Missing), result.Diagnostics.Length);
    }

    [Fact]
    public void Coverage_says_how_much_is_written_and_where_what_is_missing_stands()
    {
        using var copy = Copy("\"translated\": 0");

        var coverage = copy.Load().Translations;

        Assert.Equal(["da", "en", "nb"], coverage.Select(language => language.Language.Tag));
        Assert.Equal((100, 0), (coverage[0].Percent, coverage[0].Count(TranslationState.Missing)));
        var norwegian = coverage[2];
        Assert.Equal(norwegian.Texts.Length - 1, Missing(norwegian).Count);
        Assert.Equal(100 / norwegian.Texts.Length, norwegian.Percent);
        Assert.DoesNotContain(new SourceLocation("network.json", 2, 12), Missing(norwegian));
        Assert.Contains(new SourceLocation("network.json", 3, 18), Missing(norwegian));
        Assert.Contains(Missing(norwegian), place => place == SourceLocation.Whole($"pages/about.nb.md"));
        Assert.Equal(Missing(norwegian).Order(), Missing(norwegian));
    }

    [Theory]
    [InlineData("\"translated\": -1", "network.json(7,58): error LD206: -1 of a hundred texts; expected 0 to 100; ")]
    [InlineData("\"translated\": 101", "network.json(7,58): error LD206: 101 of a hundred texts; expected 0 to 100; ")]
    public void A_share_is_a_percentage(string share, string expected)
    {
        using var copy = Copy(share);

        Assert.Contains(copy.Load().Diagnostics, d => d.ToString().StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_language_is_always_complete()
    {
        using var copy = new ContentCopy();
        copy.Replace("network.json", "\"name\": \"Dansk\" }", "\"name\": \"Dansk\", \"translated\": 50 }");

        Assert.StartsWith("network.json(5,51): error LD206: 50 of a hundred texts; expected 100: the first language has every text; ",
            Assert.Single(copy.Load().Diagnostics).ToString(), StringComparison.Ordinal);
    }

    private static List<SourceLocation> Missing(TranslationCoverage coverage) =>
        [.. coverage.Texts.Where(text => text.State == TranslationState.Missing).Select(text => text.Location)];

    private static ContentCopy Copy(string share)
    {
        var copy = new ContentCopy();
        copy.Replace("network.json", "\"name\": \"English\" }", "\"name\": \"English\" },\n    { \"tag\": \"nb\", \"name\": \"Norsk bokmål\", " + share + " }");
        copy.Replace("network.json", "\"en\": \"Network for Neighbourhood Gardens\"", "\"en\": \"Network for Neighbourhood Gardens\", \"nb\": \"Nettverk for nabohager\"");
        return copy;
    }

    private static (string, string) Shown(LocalizedText text)
    {
        var shown = text.For(Norwegian);
        return (shown.Value.Plain, shown.Language.Tag);
    }
}
