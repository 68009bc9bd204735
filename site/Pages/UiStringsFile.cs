using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Ledelsesdag.Content;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Site.Pages;

/// <summary>
/// A strings file, held against the words it must have. What each is (a text, a slug, a list) the type
/// <see cref="UiStrings"/> says; which places a sentence has, and how many months a year, a file of the tool's.
/// </summary>
internal sealed partial class UiStringsFile
{
    private const string SlugGrammar = "a slug, 1 to 60 characters of a-z, 0-9 and -";

    private readonly ReadOnlyMemory<byte> _json;
    private readonly List<UiStringsFault> _faults = [];

    private UiStringsFile(string path, ReadOnlyMemory<byte> json) => (Path, _json) = (path, json);

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it so far, in the order of the file.</summary>
    public IEnumerable<UiStringsFault> Faults => _faults.Order(Comparer<UiStringsFault>.Create((one, other) => (one.Line, one.Column).CompareTo((other.Line, other.Column))));

    /// <summary>What it holds; null when it is not JSON.</summary>
    private PlacedJson? Root { get; set; }

    /// <summary>Reads a file; whether it is JSON at all is known afterwards.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static UiStringsFile Read(string path)
    {
        ReadOnlyMemory<byte> bytes = File.ReadAllBytes(path);
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }
        var file = new UiStringsFile(path, bytes);
        if (!Utf8.IsValid(bytes.Span))
        {
            file._faults.Add(new(path, 0, 0, "a file that is not UTF-8; expected UTF-8; save the file as UTF-8"));
            return file;
        }
        try
        {
            file.Root = PlacedJson.Parse(bytes.Span);
        }
        catch (JsonException fault)
        {
            var offset = BrokenJson.OffsetOf(fault, bytes.Span);
            var (found, expected, remedy) = BrokenJson.Explain(bytes.Span, offset);
            file.Add(offset, found, expected, remedy);
        }
        return file;
    }

    /// <summary>Finds all that is wrong with a file that is JSON.</summary>
    /// <param name="model">The tool's file whose places and numbers of words hold; null when the tool has none.</param>
    /// <param name="mayBePart">Whether words may be missing, for the tool has them in this language.</param>
    public void Check(UiStringsFile? model, bool mayBePart)
    {
        if (Root is not null)
        {
            new Pass(this, model, mayBePart).Check(Root, UiStringsJsonContext.Default.UiStrings, model?.Root);
        }
    }

    /// <summary>The words of a file without faults, those it lacks taken from the tool's.</summary>
    public UiStrings Words(UiStringsFile? tool)
    {
        var own = JsonNode.Parse(_json.Span)!.AsObject();
        return JsonSerializer.Deserialize(tool is null ? own : Merge(JsonNode.Parse(tool._json.Span)!.AsObject(), own), UiStringsJsonContext.Default.UiStrings)!;
    }

    private static JsonObject Merge(JsonObject words, JsonObject own)
    {
        foreach (var (name, value) in own)
        {
            words[name] = value is JsonObject group ? Merge(words[name]!.AsObject(), group) : value!.DeepClone();
        }
        return words;
    }

    private void Add(int at, string found, string expected, string remedy)
    {
        var before = Encoding.UTF8.GetString(_json.Span[..at]);
        _faults.Add(new(Path, before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'), $"{found}; expected {expected}; {remedy}"));
    }

    /// <summary>One walk through a file beside the types and the tool's words.</summary>
    private sealed class Pass(UiStringsFile file, UiStringsFile? model, bool mayBePart)
    {
        public void Check(PlacedJson value, JsonTypeInfo type, PlacedJson? tools)
        {
            if (type.Type == typeof(Alphabet))
            {
                CheckAlphabet(value);
            }
            else if (type.Kind == JsonTypeInfoKind.Object)
            {
                CheckGroup(value, type, tools);
            }
            else if (type.Kind == JsonTypeInfoKind.Enumerable)
            {
                CheckList(value, type.Options.GetTypeInfo(type.ElementType!), tools);
            }
            else if (type.Type == typeof(PageSlug))
            {
                CheckSlug(value);
            }
            else
            {
                CheckWords(value, tools);
            }
        }

        private void CheckGroup(PlacedJson group, JsonTypeInfo type, PlacedJson? tools)
        {
            var names = type.Properties.Select(property => property.Name).ToList();
            if (!Is(group, JsonTokenType.StartObject, $"an object with {string.Join(", ", names)}"))
            {
                return;
            }
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var child in group.Children)
            {
                if (type.Properties.FirstOrDefault(property => property.Name == child.Name) is not { } property)
                {
                    var meant = Nearest.Find(child.Name!, names);
                    seen.Add(meant ?? "");
                    file.Add(child.NameStart, $"a word \"{Printable.Text(child.Name)}\"", $"one of {string.Join(", ", names)}", Nearest.InWords(meant) ?? "take it away; what stands before a colon is never translated");
                    continue;
                }
                if (!seen.Add(property.Name))
                {
                    file.Add(child.NameStart, $"a second \"{property.Name}\"", "each word once", "take one of the two away");
                }
                Check(child, type.Options.GetTypeInfo(property.PropertyType), tools?[property.Name]);
            }
            if (!mayBePart)
            {
                foreach (var missing in names.Where(name => !seen.Contains(name)))
                {
                    file.Add(group.Start, $"no \"{missing}\"", "every word that the tool's file has", $"copy \"{missing}\" from {model?.Path.Replace(System.IO.Path.DirectorySeparatorChar, '/') ?? "a file of another language"} to here and translate it");
                }
            }
        }

        private void CheckList(PlacedJson list, JsonTypeInfo item, PlacedJson? tools)
        {
            if (!Is(list, JsonTokenType.StartArray, "a list, [ … ]"))
            {
                return;
            }
            if (tools is not null && list.Children.Length != tools.Children.Length)
            {
                file.Add(list.Start, $"{list.Children.Length} words", $"{tools.Children.Length}, for {list.Name} has so many", $"write all {tools.Children.Length} in their order, of which the first is {tools.Children[0].Text} in the tool's file");
            }
            foreach (var child in list.Children)
            {
                Check(child, item, null);
            }
        }

        private void CheckAlphabet(PlacedJson alphabet)
        {
            if (!Is(alphabet, JsonTokenType.StartArray, "the letters in their order, [ \"a á\", \"b\", … ]"))
            {
                return;
            }
            if (alphabet.Children.IsEmpty)
            {
                file.Add(alphabet.Start, "no letters", "the letters in their order", "write them, for overviews are sorted by them");
            }
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var letter in alphabet.Children.Where(letter => IsText(letter, "a letter, and after spaces what counts as it")))
            {
                foreach (var twice in letter.Text!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(spelling => !seen.Add(spelling)))
                {
                    file.Add(letter.Start, $"a second \"{Printable.Text(twice)}\"", "each letter in one place of the alphabet", "take one of the two away");
                }
            }
        }

        private void CheckSlug(PlacedJson slug)
        {
            if (IsText(slug, SlugGrammar) && !Slug.TryParse(slug.Text, out _))
            {
                file.Add(slug.Start, $"\"{Printable.Text(slug.Text)}\"", SlugGrammar, "write other letters with these and spaces as -");
            }
        }

        private void CheckWords(PlacedJson words, PlacedJson? tools)
        {
            if (!IsText(words, "a text") || tools?.Text is null)
            {
                return;
            }
            var (written, expected) = (PlacesOf(words.Text!), PlacesOf(tools.Text));
            var unknown = written.Except(expected).ToList();
            foreach (var place in unknown)
            {
                file.Add(words.Start, $"a place {Printable.Text(place)}", expected.Count == 0 ? "words without a place" : $"no place but {string.Join(", ", expected)}",
                    expected.Except(written).ToList() is [var meant, ..]
                        ? $"write {meant}; what stands in braces is never translated, for the page puts its own words there"
                        : "take it away; the page has nothing to put there");
            }
            // A place that was translated is one mistake, not two.
            foreach (var missing in expected.Except(written).Skip(unknown.Count))
            {
                file.Add(words.Start, $"no place {missing}", $"{string.Join(", ", expected)} among the words", $"write {missing} where the page should put its own words");
            }
        }

        private bool IsText(PlacedJson value, string expected)
        {
            if (!Is(value, JsonTokenType.String, expected))
            {
                return false;
            }
            if (string.IsNullOrWhiteSpace(value.Text))
            {
                file.Add(value.Start, "no words between the quotation marks", expected, mayBePart ? "write the words, or take the field away for the tool's" : "write the words");
                return false;
            }
            return true;
        }

        private bool Is(PlacedJson value, JsonTokenType kind, string expected)
        {
            if (value.Kind == kind)
            {
                return true;
            }
            file.Add(value.Start, value.Kind switch
            {
                JsonTokenType.StartObject => "an object, { … }",
                JsonTokenType.StartArray => "a list, [ … ]",
                JsonTokenType.String => "a text in quotation marks",
                JsonTokenType.Number => "a number",
                JsonTokenType.Null => "null",
                _ => "true or false",
            }, expected, "write the value in that form");
            return false;
        }

        private static List<string> PlacesOf(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct()];
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
