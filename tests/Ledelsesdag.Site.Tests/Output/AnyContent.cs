using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Tests.Output;

/// <summary>
/// The starter's content with other words in every text an author can write. Which values are texts nobody lists: all strings
/// are tried, and the loader tells which of them must be something else.
/// </summary>
internal sealed class AnyContent
{
    private static readonly JsonSerializerOptions OneValueALine = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ImmutableArray<(string File, ImmutableArray<Leaf> Leaves)> _json;
    private readonly ImmutableArray<(string File, string Text)> _prose;
    private readonly ImmutableHashSet<Leaf> _texts;

    private AnyContent(ImmutableArray<(string, ImmutableArray<Leaf>)> json, ImmutableArray<(string, string)> prose, ImmutableHashSet<Leaf> texts) =>
        (_json, _prose, _texts) = (json, prose, texts);

    /// <summary>The starter's; its texts found once for all tests.</summary>
    public static AnyContent Starter { get; } = Find();

    /// <summary>The names of all values that are no texts, each once.</summary>
    public IEnumerable<string> NamesOfOthers => _json.SelectMany(file => file.Leaves).Where(leaf => !_texts.Contains(leaf)).Select(leaf => leaf.Name).Distinct();

    /// <summary>What each text is called: the one that its words are told apart by begins with it.</summary>
    public IEnumerable<string> Names => Enumerable.Range(0, Count).Select(NameOf);

    /// <summary>How many texts there are.</summary>
    public int Count => _texts.Count + _prose.Length;

    /// <summary>Those of them that are for editors of the files and shown to nobody.</summary>
    public IEnumerable<string> NamesOfComments => _json.SelectMany(file => file.Leaves).Where(_texts.Contains)
        .Select((leaf, number) => (leaf, number)).Where(text => text.leaf.Name.StartsWith('$')).Select(text => NameOf(text.number));

    /// <summary>Loads the content with other words.</summary>
    /// <param name="words">The words for the text of that number and name.</param>
    public LoadResult Load(Func<int, string, string> words) => Load(_json, _prose, leaf => _texts.Contains(leaf), words);

    // Sorts before and after none of the others by what follows it, and is no word of any language.
    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"q{number:0000}z");

    private static AnyContent Find()
    {
        var root = Path.Combine(RealSite.Checkout, "site/Starter/input");
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetRelativePath(root, file).Replace('\\', '/'), Text: File.ReadAllText(file))).ToList();
        ImmutableArray<(string, ImmutableArray<Leaf>)> json = [.. files.Where(f => f.Name.EndsWith(".json", StringComparison.Ordinal)).Select(f => (f.Name, Leaves(f.Name, f.Text)))];
        ImmutableArray<(string, string)> prose = [.. files.Where(f => f.Name.EndsWith(".md", StringComparison.Ordinal))];
        // An address of mail that is none is told by the link check, after the loader.
        var texts = json.SelectMany(file => file.Item2).Where(leaf => leaf.Name != "email").ToImmutableHashSet();
        while (true)
        {
            var faults = Load(json, prose, texts.Contains, (_, name) => $"{name} <&>").Diagnostics.Where(d => d.Code.Severity == Severity.Error).ToList();
            if (faults.Count == 0)
            {
                return new(json, prose, texts);
            }
            var others = texts.Where(leaf => faults.Exists(fault => fault.Location.File == leaf.File && fault.Location.Line == leaf.Line)).ToList();
            texts = others.Count > 0 ? texts.Except(others) : throw new InvalidOperationException(string.Join("\n", faults));
        }
    }

    private static LoadResult Load(
        ImmutableArray<(string File, ImmutableArray<Leaf> Leaves)> json, ImmutableArray<(string File, string Text)> prose,
        Func<Leaf, bool> isText, Func<int, string, string> words)
    {
        using var folder = new TemporaryFolder();
        var number = 0;
        string Next() => words(number, NameOf(number++));
        foreach (var (file, leaves) in json)
        {
            var document = Parse(leaves[0].Document);
            foreach (var (leaf, value) in leaves.Zip(Strings(document)))
            {
                if (isText(leaf))
                {
                    var own = Next();
                    value.ReplaceWith(leaf.IsMarkdown ? Markdown(own) : own);
                }
            }
            folder.Write(file, document.ToJsonString(OneValueALine));
        }
        foreach (var (file, text) in prose)
        {
            var own = Markdown(Next());
            folder.Write(file, $"{text}\n## {own}\n\n{own}\n\n- {own}\n- *{own}*\n");
        }
        return NetworkLoader.Load(folder.Root);
    }

    private static ImmutableArray<Leaf> Leaves(string file, string text)
    {
        var document = Parse(text);
        var leaves = Strings(document).ToList();
        // As it will be written, each value stands on a line of its own, in the order in which they are found.
        var lines = document.ToJsonString(OneValueALine).Split('\n').Select((line, i) => (line, i)).Where(line => line.line.TrimEnd(',').EndsWith('"')).Select(line => line.i + 1);
        return [.. leaves.Zip(lines, (leaf, line) => new Leaf(file, text, line, NameOf(leaf), leaf.Parent is JsonObject && IsLanguage(leaf.GetPropertyName())))];
    }

    /// <summary>Words as an author writes them who means each sign as it is.</summary>
    private static string Markdown(string words) => string.Concat(words.Select(c => char.IsAsciiLetterOrDigit(c) || !char.IsAscii(c) || c == ' ' ? c.ToString() : $"\\{c}"));

    private static JsonNode Parse(string text) => JsonNode.Parse(text)!;

    private static string NameOf(JsonValue leaf)
    {
        var name = "";
        for (JsonNode? node = leaf; node?.Parent is { } parent && name.Length == 0; node = parent)
        {
            name = parent is JsonObject && node.GetPropertyName() is var property && !IsLanguage(property) ? property : "";
        }
        return name;
    }

    private static bool IsLanguage(string property) => property is "da" or "en";

    private static List<JsonValue> Strings(JsonNode node) => node switch
    {
        JsonObject o => [.. o.SelectMany(property => property.Value is null ? [] : Strings(property.Value))],
        JsonArray a => [.. a.SelectMany(item => item is null ? [] : Strings(item))],
        JsonValue v when v.GetValueKind() == JsonValueKind.String => [v],
        _ => [],
    };

    /// <summary>A string of a file.</summary>
    /// <param name="File">The file's name below the content folder.</param>
    /// <param name="Document">The whole of the file.</param>
    /// <param name="Line">Its line as <see cref="Load(Func{int, string, string})"/> writes it.</param>
    /// <param name="Name">The property that it is the value of, or the text in one language of.</param>
    /// <param name="IsMarkdown">Whether it is a text in one language, in which signs mean something.</param>
    private sealed record Leaf(string File, string Document, int Line, string Name, bool IsMarkdown);
}
