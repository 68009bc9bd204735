using System.Text.Json;

namespace Ledelsesdag.Content.Loading;

/// <summary>
/// One value of a JSON file and where it stands: the index that gives every value a line and a column.
/// Only made for a file that has a fault, so that a faultless day costs one pass.
/// </summary>
internal sealed class JsonPlace
{
    private static readonly List<JsonPlace> None = [];

    private JsonPlace(JsonTokenType kind, int start, string? name, int nameStart)
    {
        Kind = kind;
        Start = start;
        Name = name;
        NameStart = nameStart;
    }

    /// <summary>The value's first token: StartObject, StartArray, String, Number, True, False or Null.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>The value's first byte.</summary>
    public int Start { get; }

    /// <summary>The byte behind the value's last.</summary>
    public int End { get; private set; }

    /// <summary>The field's name; null for the root and for a list's items.</summary>
    public string? Name { get; }

    /// <summary>The first byte of the field's name; <see cref="Start"/> where there is none.</summary>
    public int NameStart { get; }

    /// <summary>A string's words; null for other kinds, and for a string that is no text (half a surrogate pair).</summary>
    public string? Text { get; private init; }

    /// <summary>Fields or items in the file's order, fields that stand twice included.</summary>
    public List<JsonPlace> Children { get; private set; } = None;

    /// <summary>Reads the whole file; on broken syntax, null and one diagnostic, since nothing behind it can be trusted.</summary>
    public static JsonPlace? Parse(SourceFile file, DiagnosticBag diagnostics)
    {
        var reader = new Utf8JsonReader(file.Bytes, new JsonReaderOptions { MaxDepth = ContentLimits.JsonDepth });
        try
        {
            reader.Read();
            var root = Read(ref reader, null, 0);
            reader.Read();
            return root;
        }
        catch (JsonException fault)
        {
            var offset = BrokenJson.OffsetOf(fault, file.Bytes);
            var place = file.LocationOf(offset);
            if (file.Bytes.Trim(" \t\r\n"u8).IsEmpty)
            {
                diagnostics.Add(DiagnosticCode.BrokenJson, place, "an empty file", "an object, { … }", "write the content, or remove the file where it may be missing");
            }
            // The reader counts a level once it is inside of it.
            else if (reader.CurrentDepth >= ContentLimits.JsonDepth - 1 && file.Bytes[offset..] is [(byte)'[' or (byte)'{', ..])
            {
                diagnostics.Add(DiagnosticCode.BrokenJson, place, "objects and lists nested too deeply", $"at most {ContentLimits.JsonDepth} levels", "take them out of each other");
            }
            else
            {
                var (found, expected, remedy) = BrokenJson.Explain(file.Bytes, offset);
                diagnostics.Add(DiagnosticCode.BrokenJson, place, found, expected, remedy);
            }
            return null;
        }
    }

    /// <summary>The place a path leads to, or the nearest one above it that exists.</summary>
    public JsonPlace Find(ReadOnlySpan<PathSegment> path)
    {
        var place = this;
        foreach (var segment in path)
        {
            var next = segment.Name is { } name
                ? place.Children.Find(child => child.Name == name)
                : segment.Index < place.Children.Count ? place.Children[segment.Index] : null;
            if (next is null)
            {
                break;
            }
            place = next;
        }
        return place;
    }

    private static JsonPlace Read(ref Utf8JsonReader reader, string? name, int nameStart)
    {
        var start = (int)reader.TokenStartIndex;
        nameStart = name is null ? start : nameStart;
        JsonPlace place;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            place = new(reader.TokenType, start, name, nameStart);
            while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                var fieldStart = (int)reader.TokenStartIndex;
                string? field = null;
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    field = TextOf(ref reader) ?? "";
                    reader.Read();
                }
                if (place.Children == None)
                {
                    place.Children = [];
                }
                place.Children.Add(Read(ref reader, field, fieldStart));
            }
        }
        else
        {
            var isText = reader.TokenType == JsonTokenType.String;
            place = new(reader.TokenType, start, name, nameStart)
            {
                Text = isText ? TextOf(ref reader) : null,
            };
        }
        place.End = (int)reader.BytesConsumed;
        return place;
    }

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // The reader's way of refusing an escaped half of a surrogate pair.
            return null;
        }
    }
}

/// <summary>One step from a JSON value to a value in it: a field's name or an item's number from 0.</summary>
internal readonly record struct PathSegment
{
    private PathSegment(string? name, int index) => (Name, Index) = (name, index);

    /// <summary>The field's name; null when the step is to an item.</summary>
    public string? Name { get; }

    /// <summary>The item's number from 0, when <see cref="Name"/> is null.</summary>
    public int Index { get; }

    public static implicit operator PathSegment(string name) => new(name, 0);

    public static implicit operator PathSegment(int index) => new(null, index);
}
