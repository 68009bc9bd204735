namespace Ledelsesdag.Site.Search;

/// <summary>The data of this folder, which travels inside the tool.</summary>
internal static class SearchResources
{
    public static string Text(string name) =>
        TextOrNull(name) ?? throw new InvalidOperationException($"The tool was built without search/{name}.");

    public static string? TextOrNull(string name)
    {
        using var stream = typeof(SearchResources).Assembly.GetManifestResourceStream("search/" + name);
        if (stream is null)
        {
            return null;
        }
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
