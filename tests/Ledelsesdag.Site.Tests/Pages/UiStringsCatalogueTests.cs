using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

public sealed class UiStringsCatalogueTests : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static JsonObject Shipped(string language) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(UiStringsCatalogue.ShippedFolder, $"{language}.json")))!.AsObject();

    /// <summary>What is said of one file in a folder of the tool's words, without the folder.</summary>
    private ImmutableArray<string> FaultsOf(string file, JsonObject strings) => FaultsOf(file, strings.ToJsonString(Indented));

    private ImmutableArray<string> FaultsOf(string file, string strings)
    {
        _folder.Write(file, strings);
        return Told(UiStringsCatalogue.Load(_folder.Root));
    }

    /// <summary>What is said of a network's own file beside the tool's.</summary>
    private ImmutableArray<string> FaultsOfOwn(string file, string strings)
    {
        _folder.Write(file, strings);
        return Told(UiStringsCatalogue.Load(UiStringsCatalogue.ShippedFolder, _folder.Root));
    }

    /// <summary>What is said of a whole own file of a language that the tool lacks, some of its lines changed.</summary>
    private ImmutableArray<string> FaultsOfNorwegian(params ReadOnlySpan<(string Old, string New)> changes)
    {
        var strings = ShippedText("en");
        foreach (var (old, @new) in changes)
        {
            Assert.Contains(old, strings, StringComparison.Ordinal);
            strings = strings.Replace(old, @new, StringComparison.Ordinal);
        }
        return FaultsOfOwn("nb.json", strings);
    }

    private ImmutableArray<string> Told(UiStringsCatalogue catalogue) =>
        [.. catalogue.Faults.Select(f => $"{Path.GetRelativePath(_folder.Root, f.Path)}({f.Line},{f.Column}): {f.Message.Replace(UiStringsCatalogue.ShippedFolder, "<the tool's>", StringComparison.Ordinal)}")];

    private static string ShippedText(string language) => File.ReadAllText(Path.Combine(UiStringsCatalogue.ShippedFolder, $"{language}.json"));

    private static int LineOf(string language, string words) =>
        ShippedText(language)[..ShippedText(language).IndexOf(words, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    [Fact]
    public void A_missing_word_is_told_with_its_file()
    {
        foreach (var (group, _) in Shipped("da"))
        {
            var strings = Shipped("da");
            strings.Remove(group);
            Assert.StartsWith($"da.json(1,1): no \"{group}\"; expected every word", Assert.Single(FaultsOf("da.json", strings)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_word_within_a_group_is_told_with_the_groups_place()
    {
        var strings = Shipped("en");
        strings["frame"]!.AsObject().Remove("menu");
        Assert.Matches(@"^en.json\(\d+,12\): no ""menu""; expected every word .*; copy ""menu"" from ", Assert.Single(FaultsOf("en.json", strings)));
    }

    [Fact]
    public void A_misspelt_word_is_told_once_with_its_place_and_the_one_that_was_meant()
    {
        var fault = Assert.Single(FaultsOfNorwegian(("\"skipToContent\"", "\"skipToContents\"")));

        Assert.StartsWith($"nb.json({LineOf("en", "\"skipToContent\"")},5): a word \"skipToContents\"; expected one of skipToContent, menu, ", fault, StringComparison.Ordinal);
        Assert.EndsWith("; did you mean \"skipToContent\"?", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_stands_twice_is_told() =>
        Assert.Contains("): a second \"menu\"; expected each word once; ", Assert.Single(FaultsOfNorwegian(("\"menu\": ", "\"menu\": \"Meny\", \"menu\": "))), StringComparison.Ordinal);

    [Theory]
    [InlineData("null", "null; expected a text")]
    [InlineData("7", "a number; expected a text")]
    [InlineData("true", "true or false; expected a text")]
    [InlineData("[]", "a list, [ … ]; expected a text")]
    [InlineData("\"\"", "no words between the quotation marks; expected a text")]
    [InlineData("\" \"", "no words between the quotation marks; expected a text")]
    [InlineData("\"\\ud800\"", "no words between the quotation marks; expected a text")]
    public void A_word_that_is_none_is_told(string value, string message) =>
        Assert.Contains($": {message}", Assert.Single(FaultsOfOwn("da.json", $$"""{ "frame": { "home": {{value}} } }""")), StringComparison.Ordinal);

    [Fact]
    public void A_place_that_was_translated_is_told_with_the_one_that_was_meant()
    {
        var fault = Assert.Single(FaultsOfNorwegian(("\"lead\": \"{topics}", "\"lead\": \"{temaer}")));

        Assert.Equal($"nb.json({LineOf("en", "\"lead\": \"{topics}")},13): a place {{temaer}}; expected no place but {{topics}}; "
            + "write {topics}; what stands in braces is never translated, for the page puts its own words there", fault);
    }

    [Fact]
    public void Every_place_of_every_word_must_be_there_and_no_other()
    {
        var places = Words(Shipped("en")).SelectMany(word => PlacesOf(word.Text)).ToList();
        Assert.True(places.Count > 50);

        var faults = FaultsOfNorwegian([.. places.Distinct().Select(place => (place, "{" + place[1..^1].ToUpperInvariant() + "}"))]);

        Assert.Equal(places.Select(place => place.ToUpperInvariant()), faults.Select(fault => fault.Split("a place ")[1].Split(';')[0]));
    }

    [Fact]
    public void A_place_too_few_and_one_too_many_are_told() =>
        Assert.Equal(["no place {topics}; expected {topics} among the words; write {topics} where the page should put its own words",
                "a place {n}; expected words without a place; take it away; the page has nothing to put there"],
            FaultsOfNorwegian(("\"lead\": \"{topics} ", "\"lead\": \"Emner "), ("\"related\": \"", "\"related\": \"{n} ")).Select(fault => fault.Split("): ")[1]));

    [Theory]
    [InlineData("\"months\": [\"January\", ", "\"months\": [", "11 words; expected 12, for months has so many; ")]
    [InlineData("\"weekdays\": [\"Monday\", ", "\"weekdays\": [", "6 words; expected 7, for weekdays has so many; write all 7 in their order, of which the first is Monday in the tool's file")]
    [InlineData("\"Tuesday\"", "\"\"", "no words between the quotation marks; ")]
    [InlineData("\"topics\": \"topics\"", "\"topics\": \"emner og mer\"", "\"emner og mer\"; expected a slug, 1 to 60 characters of a-z, 0-9 and -; ")]
    [InlineData("\"alphabet\": [", "\"alphabet\": [\"x\", ", "a second \"x\"; expected each letter in one place of the alphabet; ")]
    public void What_would_make_wrong_pages_in_silence_is_told(string old, string @new, string message) =>
        Assert.StartsWith(message, Assert.Single(FaultsOfNorwegian((old, @new))).Split("): ", 2)[1], StringComparison.Ordinal);

    [Fact]
    public void An_alphabet_without_letters_is_told() =>
        Assert.Contains(": no letters; ", Assert.Single(FaultsOfOwn("da.json", """{ "alphabet": [] }""")), StringComparison.Ordinal);

    [Fact]
    public void All_faults_of_a_file_are_told_at_once_in_its_order()
    {
        var faults = FaultsOfNorwegian(("\"menu\": \"", "\"menuu\": \""), ("\"Tuesday\"", "\" \""), ("\"lead\": \"{topics}", "\"lead\": \"{temaer}"));

        Assert.Equal(3, faults.Length);
        Assert.Equal(faults.OrderBy(fault => int.Parse(fault.Split('(')[1].Split(',')[0], CultureInfo.InvariantCulture)), faults);
    }

    [Theory]
    [InlineData("{\n  \"frame\": { \"home\": \"Hjem\" }\n  \"day\": {}\n}", "da.json(3,3): two things with nothing between them; ")]
    [InlineData("{\n  \"frame\": { \"home\": \"Hjem\", }\n}", "da.json(2,30): a comma behind the last item; ")]
    [InlineData("", "da.json(1,1): a file that ends too early; ")]
    [InlineData("[]", "da.json(1,1): a list, [ … ]; expected an object with ")]
    public void A_file_that_is_no_json_is_told_with_the_place(string text, string message) =>
        Assert.StartsWith(message, Assert.Single(FaultsOfOwn("da.json", text)), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_utf8_is_told()
    {
        File.WriteAllBytes(_folder.At("da.json"), [.. "{\"frame\":{\"home\":\""u8, 0xE6, .. "\"}}"u8]);

        Assert.Contains("a file that is not UTF-8; ", Assert.Single(Told(UiStringsCatalogue.Load(UiStringsCatalogue.ShippedFolder, _folder.Root))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_name_is_no_language_is_told() =>
        Assert.StartsWith("Dansk.json(0,0): a name that is no language; ", Assert.Single(FaultsOf("Dansk.json", Shipped("da"))), StringComparison.Ordinal);

    [Fact]
    public void An_own_file_of_a_language_that_the_tool_has_need_only_hold_what_differs()
    {
        _folder.Write("da.json", """{ "frame": { "home": "Hjem" }, "dates": { "weekdays": ["man", "tir", "ons", "tor", "fre", "lør", "søn"] }, "topics": { "count": { "one": "1 tema" } } }""");
        var (catalogue, tools) = (UiStringsCatalogue.Load(UiStringsCatalogue.ShippedFolder, _folder.Root), UiStringsCatalogue.Load(UiStringsCatalogue.ShippedFolder));

        Assert.Empty(catalogue.Faults);
        var (own, tool) = (catalogue[Sample.Danish], tools[Sample.Danish]);
        Assert.Equal(("Hjem", tool.Frame.Menu), (own.Frame.Home, own.Frame.Menu));
        Assert.Equal("man", own.Dates.Weekdays[0]);
        Assert.Equal(("1 tema", tool.Topics.Count.Many), (own.Topics.Count.One, own.Topics.Count.Many));
        Assert.Equal(tools[Sample.English].Frame, catalogue[Sample.English].Frame);
    }

    [Fact]
    public void A_language_that_the_tool_lacks_needs_every_word()
    {
        var faults = FaultsOfOwn("nb.json", "{ }");

        Assert.Equal(Shipped("en").Select(group => $"nb.json(1,1): no \"{group.Key}\"; expected every word that the tool's file has; copy \"{group.Key}\" from <the tool's>/en.json to here and translate it").Order(),
            faults.Order());
    }

    [Fact]
    public void A_language_without_words_is_told_before_anything_is_planned()
    {
        _folder.Write("da.json", Shipped("da").ToJsonString());
        Assert.Equal(Sample.English, Assert.Single(UiStringsCatalogue.Load(_folder.Root).MissingFor(Sample.Network())));
    }

    [Fact]
    public void The_shipped_languages_have_the_same_words_with_the_same_places_and_none_is_empty()
    {
        var (danish, english) = (Words(Shipped("da")).ToList(), Words(Shipped("en")).ToList());
        Assert.Equal(danish.Select(w => w.Path), english.Select(w => w.Path));
        Assert.Empty(danish.Concat(english).Where(w => string.IsNullOrWhiteSpace(w.Text)).Select(w => w.Path));
        Assert.Empty(danish.Zip(english).Where(w => Places(w.First.Text) != Places(w.Second.Text)).Select(w => w.First.Path));
    }

    /// <summary>Every word below a node; an alphabet counts as one, for languages have different letters.</summary>
    private static IEnumerable<(string Path, string Text)> Words(JsonNode node) => node switch
    {
        JsonObject group => group.SelectMany(member => member.Key == "alphabet"
            ? [(member.Value!.GetPath(), string.Concat(member.Value.AsArray().Select(l => l!.GetValue<string>())))]
            : Words(member.Value!)),
        JsonArray list => list.SelectMany(item => Words(item!)),
        _ => [(node.GetPath(), node.GetValue<string>())],
    };

    private static string Places(string text) => string.Join(' ', PlacesOf(text).Order(StringComparer.Ordinal));

    private static IEnumerable<string> PlacesOf(string text) => new Pattern(text).Parts.Where(p => p.StartsWith('{')).Distinct();
}
