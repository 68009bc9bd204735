using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;
using Ledelsesdag.Content.Tests.Loading;

namespace Ledelsesdag.Content.Tests.Schemas;

/// <summary>The schemas say what the library reads, in words, and are those that were reviewed.</summary>
[Trait("Kind", "long")]
public sealed class SchemaTests
{
    private static readonly ContentJsonContext Json = ContentJsonContext.Default;

    private static readonly Dictionary<string, JsonTypeInfo> Types = new()
    {
        ["network.json"] = Json.NetworkFile,
        ["glossary.json"] = Json.GlossaryFile,
        ["pages.json"] = Json.PagesFile,
        ["day.json"] = Json.DayFile,
        ["programme.json"] = Json.ProgrammeFile,
        ["topics.json"] = Json.TopicsFile,
        ["quotes.json"] = Json.QuotesFile,
        ["questions.json"] = Json.QuestionsFile,
        ["codex.json"] = Json.CodexFile,
        ["inquiry.json"] = Json.InquiryFile,
        ["tables.json"] = Json.TablesFile,
        ["coat-rack.json"] = Json.CoatRackFile,
        ["resources.json"] = Json.ResourcesFile,
        ["sources.json"] = Json.SourcesFile,
        ["corrections.json"] = Json.CorrectionsFile,
        ["translations.json"] = Json.TranslationsFile,
    };

    public static TheoryData<string> Names => [.. Types.Keys];

    public static TheoryData<string> ContentFiles =>
        [.. Directory.EnumerateFiles(Path.Combine(TestFolders.Repository, "input"), "*.json", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(TestFolders.Base, "*.json", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(TestFolders.Repository, "site", "Starter", "input"), "*.json", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(TestFolders.Repository, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_s_schema_is_the_one_that_its_type_and_its_documentation_give(string name) =>
        AssertReviewed(Path.Combine("files", name), SchemaWriter.Write(Types[name], $"urn:ledelsesdag:content:{Path.GetFileNameWithoutExtension(name)}", name),
            ContentSchema.OfContentFiles.SingleOrDefault(schema => schema.FileName == name));

    [Fact]
    public void The_schema_of_published_data_is_the_one_that_its_type_and_its_documentation_give() =>
        AssertReviewed(Path.Combine("published", "schema.json"), SchemaWriter.Write(Json.PublishedFile, $"urn:ledelsesdag:data:v{NetworkWriter.Version}", "A network as data"),
            ContentSchema.OfPublishedData);

    [Fact]
    public void Every_kind_of_content_file_has_a_schema()
    {
        var kinds = typeof(ContentDocument).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ContentDocument)) && type != typeof(PublishedFile));

        Assert.Equal(kinds.Select(type => type.Name).Order(StringComparer.Ordinal), Types.Values.Select(type => type.Type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Types.Keys.Order(StringComparer.Ordinal), ContentSchema.OfContentFiles.Select(schema => schema.FileName));
    }

    [Fact]
    public void Every_field_of_every_schema_is_explained()
    {
        var fields = ContentSchema.OfContentFiles.Append(ContentSchema.OfPublishedData).SelectMany(schema => Fields(JsonNode.Parse(schema.Utf8.Span)!, schema.FileName)).ToList();

        Assert.True(fields.Count > 200, $"{fields.Count} fields");
        Assert.Empty(fields.Where(field => string.IsNullOrWhiteSpace((string?)field.Schema["description"])).Select(field => field.Path));
        Assert.All(fields, field => Assert.EndsWith(".", (string)field.Schema["description"]!, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ContentFiles))]
    public void A_content_file_fits_its_schema_and_no_longer_once_it_is_spoilt(string path)
    {
        var schema = Of(Path.GetFileName(path));
        var text = File.ReadAllText(Path.Combine(TestFolders.Repository, path));

        Assert.Empty(SchemaCheck.Faults(schema, JsonNode.Parse(text)!));
        AssertSpoilt(schema, Types[Path.GetFileName(path)], text);
    }

    [Fact]
    public void Published_data_fit_their_schema_and_no_longer_once_they_are_spoilt()
    {
        var schema = Schema(ContentSchema.OfPublishedData);
        var real = NetworkLoader.Load(Path.Combine(TestFolders.Repository, "input")).Network!;

        Assert.Empty(SchemaCheck.Faults(schema, JsonNode.Parse(Published.Write(real))!));
        Assert.Empty(SchemaCheck.Faults(schema, JsonNode.Parse(Published.Base())!));
        AssertSpoilt(schema, Json.PublishedFile, Published.Base());
    }

    [Fact]
    public void What_a_schema_allows_in_a_value_the_library_reads_and_what_it_refuses_the_library_refuses()
    {
        string[] values = ["\"da\"", "\"zh-Hant\"", "\"DA\"", "\"d\"", "\"soil-2\"", "\"Soil\"", "\"\"", "\"10:00\"", "\"24:00\"", "\"9:30\"", "\"2014-02-25\"",
            "\"25.2.2014\"", "\"work\"", "\"Work\"", "\"0\"", "1", "1.5", "true", "null", "[]", "{}", "{\"da\": \"ord\"}", "{\"da\": 1}", "{\"dansk\": \"ord\"}", "{\"da\": null}"];
        var compared = 0;
        foreach (var (name, type) in Types)
        {
            var schema = Of(name);
            foreach (var property in schema["properties"]!.AsObject())
            {
                foreach (var value in values)
                {
                    // The other fields are missing; only what is said of this one counts.
                    var read = Faults($"{{\"{property.Key}\": {value}}}", type).All(fault => fault.Code == DiagnosticCode.MissingField);
                    var allowed = SchemaCheck.Faults(schema, JsonNode.Parse($"{{\"{property.Key}\": {value}}}")!).All(fault => fault.Contains("required", StringComparison.Ordinal));
                    // A schema also says what validation says later: an empty text, a language without any, an address that is not https.
                    Assert.True(allowed ? read : !read || IsLaterFault(property.Value!, value), $"{name} {property.Key} {value}: schema {allowed}, library {read}");
                    compared++;
                }
            }
        }
        Assert.True(compared > 1000, $"{compared} values");
    }

    private static bool IsLaterFault(JsonNode schema, string value) => value == "{}" || (string?)schema["format"] == "uri";

    private static void AssertReviewed(string path, string made, ContentSchema? shipped)
    {
        // Beside the tests' binaries: read it as an author would, then copy it to the library.
        var received = Path.Combine(AppContext.BaseDirectory, "Received", "Schemas", path);
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, made);

        Assert.NotNull(shipped);
        Assert.Equal(Encoding.UTF8.GetString(shipped.Utf8.Span), made);
    }

    /// <summary>A document with one value, field or kind changed is refused by the schema exactly when the library refuses its form.</summary>
    private static void AssertSpoilt(JsonObject schema, JsonTypeInfo type, string text)
    {
        var refused = 0;
        foreach (var (what, mutate) in Mutations(JsonNode.Parse(text)!))
        {
            var copy = JsonNode.Parse(text)!;
            mutate(copy);
            var read = Faults(copy.ToJsonString(), type).IsEmpty;
            var allowed = SchemaCheck.Faults(schema, copy) is [];
            Assert.True(read == allowed, $"{what}: the schema {(allowed ? "allows" : "refuses")} it, the library does not");
            refused += allowed ? 0 : 1;
        }
        Assert.True(refused > 5, $"{refused} refused");
    }

    private static ImmutableArray<Diagnostic> Faults(string json, JsonTypeInfo type)
    {
        var bag = new DiagnosticBag();
        var source = SourceFile.Decode("f", Encoding.UTF8.GetBytes(json), bag)!;
        new JsonShape(source, bag).Check(JsonPlace.Parse(source, bag)!, type);
        if (bag.Sorted().IsEmpty)
        {
            JsonSerializer.Deserialize(source.Bytes, type);
        }
        return bag.Sorted();
    }

    private static IEnumerable<(string What, Action<JsonNode> Mutate)> Mutations(JsonNode root)
    {
        var paths = Paths(root, []).ToList();
        // Of a long file every so many values will do.
        foreach (var path in paths.Where((_, i) => i % (1 + (paths.Count / 150)) == 0))
        {
            var what = string.Join('/', path);
            yield return ($"null at {what}", copy => At(copy, path).ReplaceWith(JsonNode.Parse("null")));
            yield return ($"another kind at {what}", copy => At(copy, path).ReplaceWith(At(root, path) is JsonObject ? JsonNode.Parse("\"ord\"") : JsonNode.Parse("{\"Nonsens!\": {}}")));
            if (At(root, path) is JsonObject)
            {
                yield return ($"a further field at {what}", copy => At(copy, path)["misspelt_Field"] = 1);
            }
            if (path[^1] is string field)
            {
                yield return ($"without {what}", copy => At(copy, path[..^1]).AsObject().Remove(field));
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode node, object[] path) => node switch
    {
        JsonObject item => item.SelectMany(field => (IEnumerable<object[]>)[[.. path, field.Key], .. Paths(field.Value!, [.. path, field.Key])]),
        JsonArray list => list.SelectMany((inner, i) => (IEnumerable<object[]>)[[.. path, i], .. Paths(inner!, [.. path, i])]),
        _ => [],
    };

    private static JsonNode At(JsonNode root, object[] path) => path.Aggregate(root, (node, step) => step is string name ? node[name]! : node[(int)step]!);

    private static IEnumerable<(string Path, JsonObject Schema)> Fields(JsonNode node, string path) => node switch
    {
        JsonObject schema => schema.SelectMany(keyword => keyword is { Key: "properties", Value: JsonObject properties }
            ? properties.SelectMany(field => Fields(field.Value!, $"{path}/{field.Key}").Prepend(($"{path}/{field.Key}", field.Value!.AsObject())))
            : Fields(keyword.Value!, path)),
        JsonArray list => list.SelectMany(inner => Fields(inner!, path)),
        _ => [],
    };

    private static JsonObject Of(string fileName) => Schema(ContentSchema.OfContentFiles.Single(schema => schema.FileName == fileName));

    private static JsonObject Schema(ContentSchema schema) => JsonNode.Parse(schema.Utf8.Span)!.AsObject();
}
