using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>A JSON Schema (draft 2020-12): what may stand in a content file, or in published data, and what each field means.</summary>
/// <remarks>
/// An editor that knows the schema completes and explains the fields. What holds between values and between files, such as
/// references and translations, is beyond a schema; loading tells that.
/// </remarks>
public sealed class ContentSchema
{
    /// <summary>The name of the schema of published data, as seen from the data beside it.</summary>
    internal const string PublishedName = "schema.json";

    private const string Files = "schemas/files/";

    private ContentSchema(string fileName, ReadOnlyMemory<byte> utf8) => (FileName, Utf8) = (fileName, utf8);

    /// <summary>What its file is called: that of a content file as that file, <c>quotes.json</c>; that of published data <c>schema.json</c>.</summary>
    public string FileName { get; }

    /// <summary>The schema, UTF-8 without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The schema of each kind of content file, by name in ordinal order.</summary>
    public static ImmutableArray<ContentSchema> OfContentFiles { get; } =
        [.. typeof(ContentSchema).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Files, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => Read(name, name[Files.Length..]))];

    /// <summary>The schema of what <see cref="NetworkWriter"/> writes.</summary>
    public static ContentSchema OfPublishedData { get; } = Read("schemas/published/schema.json", PublishedName);

    private static ContentSchema Read(string resource, string fileName)
    {
        using var stream = typeof(ContentSchema).Assembly.GetManifestResourceStream(resource)!;
        var utf8 = new byte[stream.Length];
        stream.ReadExactly(utf8);
        return new(fileName, utf8);
    }
}
