namespace Ledelsesdag.Content;

/// <summary>Reads a content folder.</summary>
public static class NetworkLoader
{
    /// <summary>Reads and validates everything in <paramref name="folder"/>. An author's mistakes come back as diagnostics.</summary>
    public static LoadResult Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new LoadResult(null, []);
    }
}
