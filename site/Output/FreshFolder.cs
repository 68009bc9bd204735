using System.Collections.Immutable;

namespace Ledelsesdag.Site.Output;

/// <summary>
/// Puts what an author goes on from where it belongs, whole or not at all. Unlike the output of a build, it replaces nothing:
/// a folder that holds anything is refused.
/// </summary>
internal static class FreshFolder
{
    /// <summary>Why nothing may go to <paramref name="folder"/>; null when it may.</summary>
    public static SiteFault? Refusal(string folder)
    {
        var shown = SiteFault.Shown(folder);
        try
        {
            if (File.Exists(folder))
            {
                return new SiteFault(shown, 0, "this is a file; name a folder that does not exist yet");
            }
            if (new DirectoryInfo(folder).LinkTarget is not null)
            {
                return new SiteFault(shown, 0, "this is a link; name a folder that does not exist yet");
            }
            return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()
                ? new SiteFault(shown, 0, "the folder holds something already, and nothing of it may be lost; name a folder that does not exist yet")
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return NotWritten(shown, e);
        }
    }

    /// <summary>Writes the files; after a fault nothing is there.</summary>
    public static SiteFault? Write(string folder, ImmutableArray<OutputFile> files, CancellationToken cancellation)
    {
        if (Refusal(folder) is { } refusal)
        {
            return refusal;
        }
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string? beside = null;
        try
        {
            var parent = Path.GetDirectoryName(path) ?? path;
            Directory.CreateDirectory(parent);
            beside = Path.Combine(parent, $".{Path.GetFileName(path)}.ledelsesdag-{Path.GetRandomFileName()}");
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                var target = Path.Combine(beside, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllBytes(target, file.Content.Span);
            }
            if (Directory.Exists(path))
            {
                return Refusal(folder) ?? MoveInto(path, new DirectoryInfo(beside));
            }
            Directory.Move(beside, path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return NotWritten(SiteFault.Shown(folder), e);
        }
        finally
        {
            if (beside is not null && Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }

    // An empty folder stays the one it is: it may be where somebody is just working.
    private static SiteFault? MoveInto(string path, DirectoryInfo beside)
    {
        var moved = new List<string>();
        try
        {
            foreach (var entry in beside.GetFileSystemInfos())
            {
                var target = Path.Combine(path, entry.Name);
                // Files as well, for all its name.
                Directory.Move(entry.FullName, target);
                moved.Add(target);
            }
            return null;
        }
        catch
        {
            foreach (var target in moved)
            {
                Directory.Move(target, Path.Combine(beside.FullName, Path.GetFileName(target)));
            }
            throw;
        }
    }

    private static SiteFault NotWritten(string shown, Exception e) =>
        new(shown, 0, $"nothing can be written here ({e.Message.TrimEnd('.')}); name a folder you may write to");
}
