using System.Text.Json;
using System.Text.RegularExpressions;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Tests.Import;

namespace Ledelsesdag.Site.Tests.Guide;

/// <summary>Every example of the author's guide is run, so that nobody learns from one that does not work.</summary>
public sealed partial class GuideTests : IDisposable
{
    private static readonly AuthorsGuide Guide = AuthorsGuide.Read();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Variants => [.. Guide.Variants];

    public static TheoryData<int> Messages => [.. Guide.Examples.Where(example => example is { Kind: ExampleKind.Printed, Before: not { Kind: ExampleKind.Commands } }).Select(example => example.Line)];

    public static TheoryData<int> Commands => [.. Guide.Examples.Where(example => example.Kind == ExampleKind.Commands).Select(example => example.Line)];

    [Fact]
    public void Every_block_is_of_a_kind_that_is_run()
    {
        Faults.None(Guide.Examples.Where(example => example.Kind == ExampleKind.Unknown
            || (example.Kind == ExampleKind.Mistake && !Guide.Examples.Any(printed => printed.Kind == ExampleKind.Printed && printed.Before == example)))
            .Select(example => $"{example}: neither a file under its path, nor commands, nor a mistake with what is printed of it"));
        Assert.True(Guide.Examples.Length > 40);
    }

    [Fact]
    public async Task The_examples_are_one_network_without_a_fault()
    {
        Write("");

        var site = await PrepareAsync();

        Faults.None(site.Messages);
        Assert.Contains(site.Build!.Files, file => file.Path == "suppe-og-samtale/citater/suppe-spoerger-ikke/index.html");
        Assert.Contains(site.Build.Files, file => file.Path == "en/soup-and-talk/quotes/soup-does-not-ask/index.html");
        Assert.Contains(site.Build.Files, file => file.Path.EndsWith("/look.css", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task A_section_that_changes_the_network_leaves_it_without_a_fault(string section)
    {
        Write(section);
        Translate();

        var site = await PrepareAsync();

        Faults.None(site.Messages);
        Assert.NotNull(site.Build);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Each_mistake_is_told_in_the_words_of_the_guide(int line)
    {
        var printed = Guide.Examples.Single(example => example.Line == line);
        Write("");
        if (printed.SavedAs is { } name)
        {
            File.Move(_folder.At(printed.Path!), _folder.At(name));
        }
        else
        {
            Plant(printed.Before!);
        }

        var site = await PrepareAsync();

        Assert.Null(site.Build);
        Assert.Equal(printed.Text, string.Concat(site.Messages.Select(message => message.Replace(SiteFault.Shown(_folder.Root) + "/", "", StringComparison.Ordinal) + "\n")));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_command_does_what_it_is_said_to_do(int line)
    {
        var commands = Guide.Examples.Single(example => example.Line == line);
        var printed = Guide.Examples.SingleOrDefault(example => example.Kind == ExampleKind.Printed && example.Before == commands);
        Write(commands.Section);
        using (var deck = new DeckMaker(_folder.At("deck.pptx")))
        {
            deck.Slide(DeckMaker.Title("Suppe og samtale"));
        }

        var said = await new ToolRun(_folder.Root).TypeAsync(commands.Text, isMistaken: printed?.Text.Contains(": error", StringComparison.Ordinal) is true);

        if (printed is not null)
        {
            Assert.Equal(printed.Text, said.Replace(SiteFault.Shown(AppContext.BaseDirectory).TrimEnd('/'), "<the tool's folder>", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_kind_of_file_of_item_and_of_field_is_shown()
    {
        var files = Guide.FilesIn("").ToList();
        var shown = files.Where(file => file.Path!.EndsWith(".json", StringComparison.Ordinal)).SelectMany(file => FieldsOf(JsonDocument.Parse(file.Text).RootElement, "")).ToHashSet();
        var texts = string.Concat(files.Select(file => file.Text));

        Assert.Empty(ContentSchema.OfContentFiles.Select(schema => schema.FileName).Except(files.Select(file => Path.GetFileName(file.Path!))));
        foreach (var kind in Reference.KindNames)
        {
            Assert.Contains($"]({kind}:", texts, StringComparison.Ordinal);
        }
        Faults.None(ContentSchema.OfContentFiles
            .SelectMany(schema => FieldsOfSchema(JsonDocument.Parse(schema.Utf8).RootElement, "").Select(field => (schema.FileName, field)))
            .Where(item => !shown.Contains(item.field) && !Guide.Code.Any(code => code == item.field.Name || code.StartsWith($"\"{item.field.Name}\"", StringComparison.Ordinal)))
            .Select(item => $"{item.FileName}: {item.field.Of}.{item.field.Name} is in no example and in no sentence"));
    }

    [Fact]
    public async Task What_its_sentences_name_exists()
    {
        using var help = new StringWriter();
        var terminal = new Terminal(help, help, ShowsProgress: false);
        await CommandLine.RunAsync(["--help"], terminal);
        var examples = string.Concat(Guide.Examples.Select(example => example.Text));
        var tokens = File.ReadAllText(Path.Combine(SiteAssets.ShippedFolder, "css/tokens.css"));

        foreach (var code in Guide.Code.Select(code => code.Replace("dotnet run --project site --", "ledelsesdag", StringComparison.Ordinal)))
        {
            foreach (Match option in Option().Matches(code))
            {
                // A colour of the tool's style begins like an option.
                Assert.Matches($@"(?m)^  {option.Value}[ :]", help + tokens);
            }
            if (Verb().Match(code) is { Success: true } verb)
            {
                Assert.Matches($@"(?m)^  {verb.Groups[1].Value}\b", help.ToString());
            }
            if (Target().Match(code) is { Success: true } target)
            {
                Assert.Contains(target.Value, examples, StringComparison.Ordinal);
            }
        }
        var verbs = ListedVerb().Matches(help.ToString());
        Assert.Contains(verbs, verb => verb.Groups[1].Value == "translations");
        foreach (Match verb in verbs)
        {
            Assert.Contains(Guide.Code.Append(examples), code => Regex.IsMatch(code, $@"ledelsesdag {verb.Groups[1].Value}\b"));
        }
    }

    [Fact]
    public void Its_links_lead_somewhere_here_and_in_a_network_of_ones_own()
    {
        Assert.NotEmpty(Guide.Links);
        foreach (var link in Guide.Links)
        {
            if (link.StartsWith('#'))
            {
                Assert.Contains(link[1..], Guide.Headings.Select(heading => heading.ToLowerInvariant().Replace(' ', '-')));
                continue;
            }
            Assert.True(File.Exists(Path.Combine(RealSite.InputFolder, link)), link);
            Assert.True(File.Exists(Path.Combine(RealSite.Checkout, "site/Starter/input", link)), link);
        }
    }

    /// <summary>Lays the network out as it is in a section; the name of none is that of the guide as a whole.</summary>
    private void Write(string section)
    {
        foreach (var file in Guide.FilesIn(section))
        {
            _folder.Write(file.Path!, file.Text);
        }
    }

    /// <summary>Does what the guide says to do for a language whose words of the interface the tool lacks.</summary>
    private void Translate()
    {
        foreach (var language in JsonDocument.Parse(File.ReadAllText(_folder.At("input/network.json"))).RootElement.GetProperty("languages").EnumerateArray())
        {
            var name = $"{language.GetProperty("tag").GetString()}.json";
            if (!File.Exists(Path.Combine(UiStringsCatalogue.ShippedFolder, name)))
            {
                _folder.Write($"strings/{name}", File.ReadAllText(Path.Combine(UiStringsCatalogue.ShippedFolder, "en.json")));
            }
        }
    }

    private void Plant(Example mistake)
    {
        var lines = mistake.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Contains(line[0], "-+"));
        var right = string.Concat(lines.Where(line => line[0] == '+').Select(line => line[1..] + "\n"));
        var text = File.ReadAllText(_folder.At(mistake.Path!));
        Assert.Equal(2, text.Split(right).Length);
        _folder.Write(mistake.Path!, text.Replace(right, string.Concat(lines.Where(line => line[0] == '-').Select(line => line[1..] + "\n")), StringComparison.Ordinal));
    }

    private Task<PreparedSite> PrepareAsync() => PreparedSite.OfAsync(
        new(_folder.At("input"), _folder.At("output"), null, null) { Look = _folder.At("look"), Strings = Directory.Exists(_folder.At("strings")) ? _folder.At("strings") : null },
        ToolFolders.Shipped, RealSite.Cards);

    /// <summary>The fields of an object with the name of the field it is the value of; a list's objects are of the list.</summary>
    private static IEnumerable<(string Of, string Name)> FieldsOf(JsonElement value, string of) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => FieldsOf(field.Value, field.Name).Prepend((of, field.Name))),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => FieldsOf(item, of)),
        _ => [],
    };

    private static IEnumerable<(string Of, string Name)> FieldsOfSchema(JsonElement schema, string of)
    {
        if (schema.TryGetProperty("items", out var items))
        {
            return FieldsOfSchema(items, of);
        }
        return schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(field => FieldsOfSchema(field.Value, field.Name).Prepend((of, field.Name)))
            : [];
    }

    [GeneratedRegex("(?<= |^)--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex("^ledelsesdag ([a-z]+)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?<=\]\()[a-z-]+:[a-z0-9-]+(?=\))")]
    private static partial Regex Target();

    [GeneratedRegex("(?<=Commands:.*)^  ([a-z]+) ", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ListedVerb();
}
