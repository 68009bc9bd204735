using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Tests.Schemas;

/// <summary>
/// Makes the schemas from the types that read the files, their documentation and the grammars of their values. They are
/// made here and shipped as files, so that the library needs no reflection for them and every change is reviewed.
/// </summary>
internal static class SchemaWriter
{
    private const string SlugPattern = "^[a-z0-9-]{1,60}$";
    private const string LanguagePattern = "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

    // Nobody's words but ours are in it, and people read it: quotation marks stand as \".
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    /// <summary>The exporter knows nothing of a type that reads and writes itself; its grammar is said here.</summary>
    private static readonly Dictionary<Type, Func<JsonObject>> Grammars = new()
    {
        [typeof(Id)] = () => OfPattern(SlugPattern),
        [typeof(Slug)] = () => OfPattern(SlugPattern),
        [typeof(Language)] = () => OfPattern(LanguagePattern),
        [typeof(TimeOnly)] = () => OfPattern("^([01][0-9]|2[0-3]):[0-5][0-9]$"),
        [typeof(DateOnly)] = () => new() { ["type"] = "string", ["format"] = "date", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        [typeof(Uri)] = () => new() { ["type"] = "string", ["format"] = "uri", ["pattern"] = "^https://" },
        [typeof(SessionKind)] = () => new() { ["type"] = "string", ["enum"] = new JsonArray([.. EnumJsonConverter<SessionKind>.Names.Select(name => JsonValue.Create(name))]) },
        [typeof(TranslationMark)] = () => new() { ["type"] = "string", ["enum"] = new JsonArray([.. EnumJsonConverter<TranslationMark>.Names.Select(name => JsonValue.Create(name))]) },
        [typeof(TextDigest)] = () => OfPattern("^[0-9a-f]{16}$"),
        [typeof(LocalizedSlug)] = () => PerLanguage(OfPattern(SlugPattern)),
        [typeof(LocalizedText)] = () => PerLanguage(new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = ContentLimits.TextLength }),
        [typeof(LocalizedProse)] = () => PerLanguage(new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = ContentLimits.MarkdownFileBytes }),
    };

    public static string Write(JsonTypeInfo type, string id, string title)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = id, ["title"] = title };
        foreach (var (keyword, value) in type.GetJsonSchemaAsNode(Exporting).AsObject())
        {
            schema[keyword] = value?.DeepClone();
        }
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var exported = Grammars.TryGetValue(type, out var grammar) ? grammar() : node.AsObject();
        if (exported["type"] is JsonArray types)
        {
            // Null is never written: a field that has no value is left out.
            exported["type"] = types.Single(name => name!.GetValue<string>() != "null")!.DeepClone();
        }
        if (context.TypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && Grammars.TryGetValue(element, out var ofItem))
        {
            // The exporter leaves out the items that it knows nothing of.
            exported["items"] = ofItem();
        }
        exported.Remove("default");
        if (Description(context, type) is not { } description)
        {
            return exported;
        }
        var described = new JsonObject { ["description"] = description };
        foreach (var (keyword, value) in exported)
        {
            described[keyword] = value?.DeepClone();
        }
        return described;
    }

    private static string? Description(JsonSchemaExporterContext context, Type type)
    {
        if (context.PropertyInfo is not { } property)
        {
            return context.TypeInfo.Kind == JsonTypeInfoKind.Object ? XmlDocumentation.Of(type) : null;
        }
        var member = (MemberInfo?)property.AttributeProvider ?? throw new InvalidOperationException($"{property.Name} does not know which member it is.");
        var summary = XmlDocumentation.Of(member);
        return summary is not null && Grammars.ContainsKey(type) ? $"{summary} {Sentence(LeafForm.Describe(context.TypeInfo))}" : summary;
    }

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    private static JsonObject OfPattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject PerLanguage(JsonObject version) => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["propertyNames"] = OfPattern(LanguagePattern),
        ["additionalProperties"] = version,
    };
}
