using System.Text.Json;
using System.Text.Json.Serialization;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>The slug of a page that every day or network has, as a strings file gives it.</summary>
/// <param name="Slug">The slug.</param>
[JsonConverter(typeof(PageSlugJsonConverter))]
public readonly record struct PageSlug(Slug Slug);

/// <summary>Reads and writes a <see cref="PageSlug"/> as a string.</summary>
internal sealed class PageSlugJsonConverter : JsonConverter<PageSlug>
{
    public override PageSlug Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Slug.TryParse(reader.GetString(), out var slug)
            ? new PageSlug(slug)
            : throw new JsonException("A slug is 1 to 60 characters of a-z, 0-9 and -.");

    public override void Write(Utf8JsonWriter writer, PageSlug value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Slug.Value);
}
