using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Tests.Hostile;

/// <summary>Every field of every content file, found by the JSON contract: a field that is added tomorrow is tested tomorrow.</summary>
internal static class Contract
{
    /// <summary>The files of the base day, with the contract of each.</summary>
    public static IEnumerable<(string Path, JsonTypeInfo Type)> Files =>
        ContentCopy.BaseFiles.Where(path => path.EndsWith(".json", StringComparison.Ordinal)).Select(path => (path, TypeOf(path)));

    /// <summary>Each file and the path of each of its fields of one of the types, as <c>quotes.0.citation.role</c>.</summary>
    public static TheoryData<string, string> FieldsOf(params Type[] types) => FieldsOf("", types);

    /// <summary>The same of those paths that end so.</summary>
    public static TheoryData<string, string> FieldsOf(string ending, params Type[] types)
    {
        var fields = new TheoryData<string, string>();
        foreach (var (path, type) in Files)
        {
            foreach (var name in types.SelectMany(wanted => Fields(type, wanted, "", 0)).Where(name => name.EndsWith(ending, StringComparison.Ordinal)))
            {
                fields.Add(path, name);
            }
        }
        return fields;
    }

    /// <summary>The file's text with another value in a field, which is added where the base day leaves it out.</summary>
    public static string With(string file, string field, Func<JsonNode> value)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(TestFolders.Base, file)))!;
        var node = root;
        var steps = field.Split('.');
        foreach (var step in steps[..^1])
        {
            node = int.TryParse(step, out var index) ? node[index]! : node[step] ?? (node[step] = Made(step));
        }
        if (node is JsonArray items)
        {
            items.Clear();
            items.Add(value());
        }
        else
        {
            node[steps[^1]] = value();
        }
        return root.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    // What the base day leaves out and a field can stand in.
    private static JsonNode Made(string field) => field switch
    {
        "slides" => new JsonArray(),
        "work" => new JsonObject { ["title"] = "Bog", ["language"] = "da" },
        _ => throw new InvalidOperationException($"The base day has no {field} here: add one."),
    };

    private static IEnumerable<string> Fields(JsonTypeInfo type, Type wanted, string path, int depth)
    {
        if (type.Type == wanted)
        {
            return [path];
        }
        // Follow-ups are questions themselves.
        if (depth > 8)
        {
            return [];
        }
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => type.Properties.Where(property => property.Name[0] != '$' && property.Name != "followUps")
                .SelectMany(property => Fields(type.Options.GetTypeInfo(property.PropertyType), wanted, path.Length == 0 ? property.Name : $"{path}.{property.Name}", depth + 1)),
            JsonTypeInfoKind.Enumerable => Fields(type.Options.GetTypeInfo(type.ElementType!), wanted, $"{path}.0", depth + 1),
            _ => [],
        };
    }

    private static JsonTypeInfo TypeOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path) switch
        {
            "coat-rack" => "CoatRackFile",
            var file => char.ToUpperInvariant(file[0]) + file[1..] + "File",
        };
        return ContentJsonContext.Default.GetTypeInfo(typeof(ContentDocument).Assembly.GetType($"{typeof(ContentDocument).Namespace}.{name}", throwOnError: true)!)!;
    }
}
