using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ledelsesdag.Content.Tests.Schemas;

/// <summary>
/// Holds a value against a schema: as much of draft 2020-12 as our schemas use, and an exception for any keyword beyond,
/// since one that is passed over would let everything through.
/// </summary>
internal sealed class SchemaCheck
{
    private readonly JsonObject _root;
    private readonly List<string> _faults = [];

    private SchemaCheck(JsonObject root) => _root = root;

    public static List<string> Faults(JsonObject schema, JsonNode value)
    {
        var check = new SchemaCheck(schema);
        check.Check(schema, value, "");
        return check._faults;
    }

    private void Check(JsonNode schema, JsonNode? value, string path)
    {
        if (schema.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        {
            Demand(schema.GetValue<bool>(), path, "nothing may stand here");
            return;
        }
        foreach (var (keyword, rule) in schema.AsObject())
        {
            Check(keyword, rule!, schema.AsObject(), value, path);
        }
    }

    private void Check(string keyword, JsonNode rule, JsonObject schema, JsonNode? value, string path)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        switch (keyword)
        {
            // Words, and a hint for editors that the pattern beside it makes precise.
            case "$schema" or "$id" or "title" or "description" or "format":
                break;
            case "$ref":
                Check(Resolve(rule.GetValue<string>()), value, path);
                break;
            case "type":
                Demand(IsOf(rule.GetValue<string>(), value), path, $"type {rule}");
                break;
            case "enum":
                Demand(rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)), path, keyword);
                break;
            case "pattern":
                Demand(text is null || Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.ECMAScript), path, $"pattern {rule}");
                break;
            case "minLength":
                Demand(text is null || text.EnumerateRunes().Count() >= rule.GetValue<int>(), path, keyword);
                break;
            case "maxLength":
                Demand(text is null || text.EnumerateRunes().Count() <= rule.GetValue<int>(), path, keyword);
                break;
            case "minProperties":
                Demand(value is not JsonObject some || some.Count >= rule.GetValue<int>(), path, keyword);
                break;
            case "required":
                Demand(value is not JsonObject whole || rule.AsArray().All(name => whole.ContainsKey(name!.GetValue<string>())), path, keyword);
                break;
            case "items":
                foreach (var (index, item) in (value as JsonArray ?? []).Index())
                {
                    Check(rule, item, $"{path}/{index}");
                }
                break;
            case "properties":
                foreach (var (name, inner) in (value as JsonObject ?? []).Where(field => rule.AsObject().ContainsKey(field.Key)))
                {
                    Check(rule[name]!, inner, $"{path}/{name}");
                }
                break;
            case "additionalProperties":
                foreach (var (name, inner) in (value as JsonObject ?? []).Where(field => schema["properties"]?.AsObject().ContainsKey(field.Key) != true))
                {
                    Check(rule, inner, $"{path}/{name}");
                }
                break;
            case "propertyNames":
                foreach (var (name, _) in value as JsonObject ?? [])
                {
                    Check(rule, JsonValue.Create(name), $"{path}/{name}");
                }
                break;
            default:
                throw new NotSupportedException($"The keyword {keyword} at {path} is not known here.");
        }
    }

    private JsonNode Resolve(string reference) =>
        reference.StartsWith("#/", StringComparison.Ordinal)
            ? reference[2..].Split('/').Aggregate((JsonNode)_root, (node, step) => node[step] ?? throw new NotSupportedException($"{reference} leads nowhere."))
            : throw new NotSupportedException($"{reference} leads elsewhere.");

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value!.GetValue<decimal>() is var number && number == decimal.Truncate(number),
        _ => false,
    };

    private void Demand(bool holds, string path, string rule)
    {
        if (!holds)
        {
            _faults.Add($"{path}: {rule}");
        }
    }
}
