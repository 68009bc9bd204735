namespace Ledelsesdag.Content;

/// <summary>The JSON Schema of published data.</summary>
internal static class ContentSchema
{
    /// <summary>Where it stands, as seen from the data.</summary>
    internal const string PublishedName = "schema.json";
}
