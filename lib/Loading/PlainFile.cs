using System.Formats.Tar;

namespace Ledelsesdag.Content.Loading;

/// <summary>
/// The one rule for what is read of a folder that authors edit: files with an end. A link can lead out of the folder or
/// round in circles; a pipe or a device may never end, and merely to open a pipe waits for somebody to write into it.
/// </summary>
internal static class PlainFile
{
    /// <summary>Whether it exists and is neither a link, a folder, a device nor a pipe.</summary>
    public static bool Is(FileInfo file) =>
        file.Exists
        && (file.Attributes & (FileAttributes.Directory | FileAttributes.Device | FileAttributes.ReparsePoint)) == 0
        && (file.Length > 0 || IsArchivedAsFile(file.FullName));

    /// <summary>
    /// Whether something without content is an empty file. Of all of .NET only the writer of archives tells pipes and devices
    /// from files, and it need not open them for that.
    /// </summary>
    private static bool IsArchivedAsFile(string path)
    {
        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
            {
                writer.WriteEntry(path, "it");
            }
            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry() is { EntryType: TarEntryType.RegularFile };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever then reads it is told why it cannot be read.
            return true;
        }
    }
}
