using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ledelsesdag.Content.Loading;

/// <summary>Reads JSON by its contract, or says everything that is wrong with its form.</summary>
internal static class StrictJson
{
    /// <summary>The value; null, with at least one diagnostic, when its form is not right.</summary>
    public static T? Read<T>(SourceFile source, JsonTypeInfo<T> type, DiagnosticBag diagnostics)
        where T : class
    {
        try
        {
            if (!HasNull(source.Bytes) && JsonSerializer.Deserialize(source.Bytes, type) is { } value)
            {
                return value;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Only the file's first fault, in the framework's words; the check below finds them all.
        }
        var before = diagnostics.Count;
        if (JsonPlace.Parse(source, diagnostics) is { } root)
        {
            new JsonShape(source, diagnostics).Check(root, type);
        }
        if (diagnostics.Count == before)
        {
            throw new InvalidOperationException($"{source.Path} cannot be read, yet its form is right: JsonShape lacks a check that a converter makes.");
        }
        return null;
    }

    /// <summary>Whether the value null stands anywhere. No field may be null, yet the framework lets it pass inside lists.</summary>
    private static bool HasNull(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("null"u8) < 0)
        {
            return false;
        }
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ContentLimits.JsonDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return true;
            }
        }
        return false;
    }
}
