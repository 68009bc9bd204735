using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledelsesdag.Site.Pages;

/// <summary>A sentence of the interface with places to fill in, written <c>{so}</c>.</summary>
/// <param name="Text">The sentence as the strings file has it.</param>
[JsonConverter(typeof(PatternJsonConverter))]
public readonly record struct Pattern(string Text)
{
    /// <summary>Fills in one place.</summary>
    /// <exception cref="InvalidOperationException">The sentence has no such place: the strings file is at fault.</exception>
    public Pattern With(string place, string value)
    {
        var written = "{" + place + "}";
        return Text.Contains(written, StringComparison.Ordinal)
            ? new Pattern(Text.Replace(written, value, StringComparison.Ordinal))
            : throw new InvalidOperationException($"'{Text}' in the strings has no place {written}.");
    }

    /// <summary>Fills in one place with a number.</summary>
    public Pattern With(string place, int value) => With(place, Numbers.Text(value));

    /// <summary>The sentence cut at its places, which keep their braces: <c>kl. </c>, <c>{start}</c>, …</summary>
    public IEnumerable<string> Parts
    {
        get
        {
            var rest = Text;
            while (rest.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open && rest.IndexOf('}', open) is >= 0 and var close)
            {
                if (open > 0)
                {
                    yield return rest[..open];
                }
                yield return rest[open..(close + 1)];
                rest = rest[(close + 1)..];
            }
            if (rest.Length > 0)
            {
                yield return rest;
            }
        }
    }

    /// <summary>The sentence.</summary>
    public override string ToString() => Text;
}

/// <summary>A sentence about a number of things.</summary>
public sealed record Plural
{
    /// <summary>For exactly one.</summary>
    public required string One { get; init; }

    /// <summary>For any other number, which stands at <c>{n}</c>.</summary>
    public required Pattern Many { get; init; }

    /// <summary>The sentence for <paramref name="n"/>.</summary>
    public string For(int n) => n == 1 ? One : Many.With("n", n).Text;
}

/// <summary>Numbers as every page and file writes them.</summary>
internal static class Numbers
{
    public static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Reads and writes a <see cref="Pattern"/> as a string.</summary>
internal sealed class PatternJsonConverter : JsonConverter<Pattern>
{
    public override Pattern Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new Pattern(reader.GetString()!)
            : throw new JsonException("A sentence is a string.");

    public override void Write(Utf8JsonWriter writer, Pattern value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
