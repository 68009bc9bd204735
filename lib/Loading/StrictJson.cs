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
        if (TooLongList(source.Bytes) is { } place)
        {
            diagnostics.Add(DiagnosticCode.MalformedValue, source.LocationOf(place), $"a list of more than {ContentLimits.ListItems} items", $"at most {ContentLimits.ListItems}",
                "take some away, or divide the content between days");
            return null;
        }
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
        var before = diagnostics.CountIn(source.Path);
        if (JsonPlace.Parse(source, diagnostics) is { } root)
        {
            new JsonShape(source, diagnostics).Check(root, type);
        }
        if (diagnostics.CountIn(source.Path) == before)
        {
            throw new InvalidOperationException($"{source.Path} cannot be read, yet its form is right: JsonShape lacks a check that a converter makes.");
        }
        return null;
    }

    /// <summary>The first byte of a list that has too many items; null when none has. Asked before any item costs memory.</summary>
    private static int? TooLongList(ReadOnlySpan<byte> json)
    {
        // An item and its comma are two bytes, so that no real day's file is read a second time for this.
        if (json.Length < 2 * ContentLimits.ListItems)
        {
            return null;
        }
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ContentLimits.JsonDepth });
        var lists = new (int Start, int Items)[ContentLimits.JsonDepth + 1];
        try
        {
            while (reader.Read())
            {
                var depth = reader.CurrentDepth;
                if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject or JsonTokenType.PropertyName)
                {
                    continue;
                }
                // Fields count too; an object never has so many.
                if (depth > 0 && ++lists[depth - 1].Items > ContentLimits.ListItems)
                {
                    return lists[depth - 1].Start;
                }
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    lists[depth] = ((int)reader.TokenStartIndex, 0);
                }
            }
        }
        catch (JsonException)
        {
            // What is not JSON is reported as that.
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
