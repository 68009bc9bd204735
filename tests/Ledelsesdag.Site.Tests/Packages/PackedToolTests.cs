using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Tests.Packages;

public sealed partial class PackedToolTests(PackedTool tool) : IClassFixture<PackedTool>
{
    // So few words in a row may be the same by chance.
    private const int WordsInARow = 5;

    // What languages are called, whose name browsers have for an icon, and the method that any day may work by.
    private static readonly string[] Anybodys = ["danish", "english", "apple", "appreciative", "inquiry"];

    [Fact]
    public async Task From_nothing_to_a_site_in_three_commands()
    {
        // The first was to install it.
        var made = await tool.RunToolAsync(tool.Workplace, "new", "vores dag");
        var day = Path.Combine(tool.Workplace, "vores dag");
        var built = await tool.RunToolAsync(day, "build");

        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Equal((0, ""), (built.ExitCode, built.Error));
        Assert.Matches(@"^\d+ pages \(27 da, 27 en\), 0 warnings, ", built.Output);
        foreach (var file in (string[])["README.md", "input/README.md", "input/.schema/quotes.json", "look/look.css", "netlify.toml", ".gitignore", ".github/workflows/pages.yml", "output/moedested/index.html", "output/en/meeting-place/index.html"])
        {
            Assert.True(File.Exists(Path.Combine(day, file)), file);
        }
        Assert.Contains($"\"version\": \"{Version()}\"", File.ReadAllText(Path.Combine(day, ".config/dotnet-tools.json")), StringComparison.Ordinal);

        var pages = Directory.GetFiles(Path.Combine(day, "output"), "*.html", SearchOption.AllDirectories).Select(file => (file, TextOf(file))).ToList();
        Assert.All(pages, page => Assert.Empty(WordsOfThisDeck(page.Item2)));
        var properNames = await ProperNamesAsync();
        foreach (var file in Directory.GetFiles(Path.Combine(day, "output"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".html" or ".json" or ".js" or ".css" or ".ics" or ".xml" or ".webmanifest" or ".txt"))
        {
            var text = File.ReadAllText(file);
            Assert.All(NamesOfThisNetwork(), name => Assert.False(text.Contains(name, StringComparison.OrdinalIgnoreCase), $"{file} says “{name}”."));
            Assert.All(properNames.Intersect(Words(text)), name => Assert.Fail($"{file} says “{name}”, a name that stands in this deck."));
        }
    }

    [Theory]
    [InlineData(".github/workflows/pages.yml", @"^      - run: (.+)$", "ADDRESS", 2)]
    [InlineData("netlify.toml", "^  command = \"(.+)\"$", "URL", 1)]
    public async Task A_hosts_recipe_runs_as_it_is_written_and_the_site_knows_its_address(string recipe, string line, string variable, int lines)
    {
        var folder = $"at {variable}";
        Assert.Equal(0, (await tool.RunToolAsync(tool.Workplace, "new", folder)).ExitCode);
        var day = Path.Combine(tool.Workplace, folder);

        var commands = Regex.Matches(File.ReadAllText(Path.Combine(day, recipe)), line, RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal)).Where(command => !command.Contains("DEPLOY_PRIME_URL", StringComparison.Ordinal)).ToList();
        Assert.Equal(lines, commands.Count);
        foreach (var command in commands)
        {
            var ran = await tool.RunLineAsync(day, command, (variable, "https://somebody.example/our-day"));
            Assert.True(ran.ExitCode == 0, ran.Text);
        }

        var home = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(day, "output/index.html")));
        Assert.Equal("https://somebody.example/our-day/", home.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.StartsWith("/our-day/assets/", home.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_for_this_decks_words_finds_them_where_they_are()
    {
        var deck = string.Join(' ', DeckWords().Take(40));

        Assert.NotEmpty(WordsOfThisDeck("Og så " + deck));
        Assert.Contains("Netværk for fællesskabsagenter", NamesOfThisNetwork());
        Assert.True(NamesOfThisNetwork().Count > 10);
        var names = await ProperNamesAsync();
        Assert.Contains("polyfilla", names);
        Assert.DoesNotContain("leadership", names);
        Assert.True(names.Count > 10);
    }

    [Fact]
    public async Task New_touches_nothing_that_is_there_already()
    {
        var folder = Directory.CreateDirectory(Path.Combine(tool.Workplace, "taken")).FullName;
        var mine = Path.Combine(folder, "mine.txt");
        File.WriteAllText(mine, "mine");

        var made = await tool.RunToolAsync(tool.Workplace, "new", "taken");

        Assert.Equal(1, made.ExitCode);
        Assert.Equal("taken: error: the folder holds something already, and nothing of it may be lost; name a folder that does not exist yet", made.Error.Trim());
        Assert.Equal([mine], Directory.GetFileSystemEntries(folder));
        Assert.Equal("mine", File.ReadAllText(mine));
    }

    [Fact]
    public void The_package_holds_what_the_tool_needs_and_nothing_for_whoever_refers_to_it()
    {
        using var package = ZipFile.OpenRead(tool.Package);
        var files = package.Entries.Select(entry => entry.FullName).ToList();

        Assert.Contains("README.md", files);
        Assert.Contains("tools/net10.0/any/strings/da.json", files);
        Assert.Contains("tools/net10.0/any/assets/css/site.css", files);
        foreach (var licence in (string[])["GUST-FONT-LICENSE.txt", "THIRD-PARTY-NOTICES.md", "Skia-and-HarfBuzz-NOTICES.txt", "DotNet-NOTICES.txt"])
        {
            Assert.Contains($"tools/net10.0/any/licences/{licence}", files);
        }
        Assert.DoesNotContain(files, file => file.StartsWith("content", StringComparison.Ordinal));
        using var nuspec = new StreamReader(package.GetEntry("Ledelsesdag.nuspec")!.Open());
        var manifest = nuspec.ReadToEnd();
        Assert.Contains("<license type=\"expression\">MIT</license>", manifest, StringComparison.Ordinal);
        Assert.Contains("<packageType name=\"DotnetTool\" />", manifest, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", manifest, StringComparison.Ordinal);
    }

    /// <summary>What stands both in the text and in the deck, as rows of words.</summary>
    private static IEnumerable<string> WordsOfThisDeck(string text)
    {
        var deck = Rows([.. DeckWords()]).ToHashSet(StringComparer.Ordinal);
        return Rows([.. Words(text)]).Where(deck.Contains).Distinct();
    }

    private static IEnumerable<string> DeckWords() => Words(File.ReadAllText(Path.Combine(RealSite.Checkout, "tests/Ledelsesdag.Site.Tests/Deck/lederdag-1.txt")));

    private static IEnumerable<string> Rows(string[] words) =>
        Enumerable.Range(0, Math.Max(0, words.Length - WordsInARow + 1)).Select(start => string.Join(' ', words[start..(start + WordsInARow)]));

    private static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value);

    /// <summary>What this repository's own network, its days and people are called.</summary>
    private static HashSet<string> NamesOfThisNetwork()
    {
        var network = RealSite.Network;
        return
        [
            .. Versions(network.Title), .. network.Days.SelectMany(day => Versions(day.Title)),
            .. network.Days.SelectMany(day => Versions(day.Place)),
            .. network.Days.SelectMany(day => day.Hosts.SelectMany(host => (string?[])[host.Name, host.Organisation])).OfType<string>(),
            .. network.Days.SelectMany(day => day.Quotes.SelectMany(quote => Versions(quote.Citation.Speaker))),
            .. network.Days.SelectMany(day => day.Sources.SelectMany(source => Versions(source.Name))),
            "fællesskabsagent", "community agent",
        ];

        static IEnumerable<string> Versions(LocalizedText text) => text.Versions.Select(version => version.Value.Plain);
    }

    /// <summary>
    /// What the English texts here write with a capital in the middle of a sentence and never without: names of people, places and
    /// products, in lower case. Single words, unlike rows of them, also betray what the tool itself took from this deck.
    /// </summary>
    private static async Task<HashSet<string>> ProperNamesAsync()
    {
        using var published = new MemoryStream();
        await NetworkWriter.WriteAsync(RealSite.Network, published);
        var texts = Target().Replace(string.Join('\n', English(JsonDocument.Parse(published.ToArray()).RootElement)), "]");
        var common = LowerCase().Matches(texts).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return [.. Capitalised().Matches(texts).Select(match => match.Value.ToLowerInvariant()).Where(name => !common.Contains(name) && !Anybodys.Contains(name))];

        static IEnumerable<string> English(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Where(field => field.Name != "slug")
                .SelectMany(field => field is { Name: "en", Value.ValueKind: JsonValueKind.String } ? [field.Value.GetString()!] : English(field.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(English),
            _ => [],
        };
    }

    private static string TextOf(string file) => new HtmlParser().ParseDocument(File.ReadAllText(file)).Body!.TextContent;

    private static string Version() => System.Reflection.CustomAttributeExtensions.GetCustomAttribute<System.Reflection.AssemblyInformationalVersionAttribute>(
        typeof(SiteBuilder).Assembly)!.InformationalVersion.Split('+')[0];

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex Target();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{Ll}{2,}")]
    private static partial Regex LowerCase();

    [GeneratedRegex(@"(?<=[\p{Ll},] )\p{Lu}\p{Ll}{3,}(?!\p{L})")]
    private static partial Regex Capitalised();
}
