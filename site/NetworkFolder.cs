using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Site;

/// <summary>A folder besides the content in which a network keeps what is its own: its look, its words of the interface.</summary>
internal static class NetworkFolder
{
    /// <summary>
    /// Holds it to the rule of the content folder: plain files only. What a link leads to would be published, whatever it is.
    /// </summary>
    /// <exception cref="FormatException">Something in it is no plain file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static void RefuseAllButPlainFiles(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                RefuseAllButPlainFiles(inner.FullName);
            }
            else if (entry is not FileInfo file || !PlainFile.Is(file))
            {
                throw new FormatException($"{entry.Name}: a link, pipe or device; put the file itself here");
            }
        }
    }
}
