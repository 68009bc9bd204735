using System.Text.Json.Nodes;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

public sealed class UiStringsCatalogueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static JsonObject Shipped(string language) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(UiStringsCatalogue.ShippedFolder, $"{language}.json")))!.AsObject();

    private FormatException Refused(string file, JsonObject strings)
    {
        _folder.Write(file, strings.ToJsonString());
        return Assert.Throws<FormatException>(() => UiStringsCatalogue.Load(_folder.Root));
    }

    [Fact]
    public void A_missing_word_is_told_with_its_file()
    {
        foreach (var (group, _) in Shipped("da"))
        {
            var strings = Shipped("da");
            strings.Remove(group);
            var message = Refused("da.json", strings).Message;
            Assert.StartsWith("da.json: ", message, StringComparison.Ordinal);
            Assert.Contains(group, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_word_within_a_group_is_told_with_its_file()
    {
        var strings = Shipped("en");
        strings["frame"]!.AsObject().Remove("menu");
        Assert.Matches("^en.json: .*menu", Refused("en.json", strings).Message);
    }

    [Fact]
    public void A_word_too_many_is_told_with_its_file()
    {
        var strings = Shipped("en");
        strings["frame"]!["munu"] = "Menu";
        Assert.Matches("^en.json: .*munu", Refused("en.json", strings).Message);
    }

    [Fact]
    public void A_word_that_is_null_is_refused()
    {
        var strings = Shipped("en");
        strings["frame"]!["menu"] = null;
        Assert.StartsWith("en.json: ", Refused("en.json", strings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_name_is_no_language_is_told() =>
        Assert.StartsWith("Dansk.json: ", Refused("Dansk.json", Shipped("da")).Message, StringComparison.Ordinal);

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

    private static string Places(string text) =>
        string.Join(' ', new Pattern(text).Parts.Where(p => p.StartsWith('{')).Distinct().Order(StringComparer.Ordinal));
}
