using System.Collections.Immutable;
using System.Text.Json;

namespace Ledelsesdag.Site.Pages;

/// <summary>A value of a JSON file and where it stands, so that what is wrong with it can be told with its place.</summary>
internal sealed record PlacedJson
{
    private PlacedJson(JsonTokenType kind, int start, string? name, int nameStart) => (Kind, Start, Name, NameStart) = (kind, start, name, nameStart);

    /// <summary>The value's first token.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>The value's first byte.</summary>
    public int Start { get; }

    /// <summary>The field's name; null for the whole and for a list's items.</summary>
    public string? Name { get; }

    /// <summary>The first byte of the field's name.</summary>
    public int NameStart { get; }

    /// <summary>A string's words; null for other kinds.</summary>
    public string? Text { get; private init; }

    /// <summary>Fields or items in the file's order, fields that stand twice included.</summary>
    public ImmutableArray<PlacedJson> Children { get; private init; } = [];

    /// <summary>The last field of that name, which is the one that counts; null when there is none.</summary>
    public PlacedJson? this[string name] => Children.LastOrDefault(child => child.Name == name);

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static PlacedJson Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var root = Read(ref reader, null, 0);
        reader.Read();
        return root;
    }

    private static PlacedJson Read(ref Utf8JsonReader reader, string? name, int nameStart)
    {
        var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
        if (kind is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return new(kind, start, name, nameStart) { Text = kind == JsonTokenType.String ? TextOf(ref reader) : null };
        }
        var children = ImmutableArray.CreateBuilder<PlacedJson>();
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var (field, at) = (default(string), (int)reader.TokenStartIndex);
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                field = TextOf(ref reader);
                reader.Read();
            }
            children.Add(Read(ref reader, field, at));
        }
        return new(kind, start, name, nameStart) { Children = children.ToImmutable() };
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The reader's way of refusing an escaped half of a surrogate pair: no text that anybody could show.
            return "";
        }
    }
}
