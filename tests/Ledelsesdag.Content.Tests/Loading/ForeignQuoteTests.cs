namespace Ledelsesdag.Content.Tests.Loading;

/// <summary>What was said may have been said in a language that the site is not published in.</summary>
public sealed class ForeignQuoteTests
{
    private const string Written = "\"text\": { \"da\": \"Jorden er ikke snavs.\", \"en\": \"Soil is not dirt.\" },\n      \"original\": \"da\"";

    [Fact]
    public void A_quote_keeps_its_original_words_and_is_translated_into_the_networks_languages()
    {
        using var copy = Copy("sv", "\"sv\": \"Jorden är inte smuts.\"");

        var loaded = copy.Load();

        Assert.Empty(loaded.Diagnostics);
        var quote = loaded.Network!.Days[0].Quotes[0];
        Assert.Equal("Jorden är inte smuts.", quote.Text[Language.Of("sv")].Plain);
        Assert.Equal("Jorden er ikke snavs.", quote.Text[Language.Of("da")].Plain);
        Assert.Equal(["da", "en"], loaded.Translations.Select(coverage => coverage.Language.Tag));
        var json = Published.Write(loaded.Network);
        Assert.Equal(json, Published.Write(Published.Read(json).Network!));
    }

    [Theory]
    [InlineData("sv", "\"no\": \"Jorda er ikke skitt.\"", "LD302", "LD508")]
    [InlineData("da", "\"sv\": \"Jorden är inte smuts.\"", "LD302")]
    [InlineData("sv", "\"sv\": \"\"", "LD303")]
    public void Any_other_language_is_a_mistake_as_everywhere(string original, string version, params string[] codes)
    {
        using var copy = Copy(original, version);

        Assert.Equal(codes, copy.Load().Diagnostics.Select(d => d.Code.Id).Order(StringComparer.Ordinal));
    }

    private static ContentCopy Copy(string original, string version) => new ContentCopy().Replace("autumn-day/quotes.json", Written,
        Written.Replace("\"en\": \"Soil is not dirt.\"", $"\"en\": \"Soil is not dirt.\", {version}", StringComparison.Ordinal).Replace("\"original\": \"da\"", $"\"original\": \"{original}\"", StringComparison.Ordinal));
}
