using System.Runtime.ExceptionServices;
using System.Text;

namespace Ledelsesdag.Site.Output;

/// <summary>
/// Writes a finished site so that at every moment the old or the new one stands whole. Files go to a hidden folder beside
/// the output, which then takes the output's place by renaming; a run that was killed is tidied up by the next.
/// </summary>
/// <remarks>
/// The tool owns the whole folder: what it wrote stands in <see cref="Marker"/>, what is not listed there is somebody
/// else's, and a folder that holds any such thing is left alone.
/// </remarks>
public static class OutputFolder
{
    /// <summary>The file in which the tool lists what it wrote.</summary>
    public const string Marker = ".ledelsesdag";

    private const string MarkerHeading = "# Written by ledelsesdag, which replaces this folder at the next build. It holds:";

    // Files that desktops leave in any folder they show; they are nobody's work.
    private static readonly HashSet<string> DesktopLitter =
        new([".DS_Store", "Thumbs.db", "desktop.ini"], StringComparer.OrdinalIgnoreCase);

    private static readonly StringComparison PathComparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Replaces what stands in a folder with <paramref name="files"/>. After a fault the folder is as it was.</summary>
    /// <param name="folder">The output folder; made when absent.</param>
    /// <param name="input">The content folder, which must lie elsewhere.</param>
    /// <param name="files">The whole site.</param>
    /// <param name="cancellation">Looked at until the swap begins; the swap itself is not interrupted.</param>
    /// <returns>Why it was not written; null when it was.</returns>
    /// <exception cref="ArgumentException">A path is not one below a folder.</exception>
    /// <exception cref="OperationCanceledException">The run was broken off; the folder is as it was.</exception>
    public static SiteFault? Write(
        string folder, string input, IReadOnlyCollection<OutputFile> files, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentException.ThrowIfNullOrWhiteSpace(input);
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            ThrowIfNotBelow(file.Path);
        }

        var shown = SiteFault.Shown(folder);
        try
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (Refusal(path, Path.GetFullPath(input)) is { } refusal)
            {
                return new SiteFault(shown, 0, refusal);
            }
            var parent = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(parent);
            var beside = Path.Combine(parent, $".{Path.GetFileName(path)}.ledelsesdag-");
            using var turn = WriteLock.TryTake(beside + "lock");
            if (turn is null)
            {
                return new SiteFault(shown, 0, "another build is writing this folder; wait until it has ended and build again");
            }
            if (TidyUp(path, beside + "new", beside + "old") is { } leftover)
            {
                return new SiteFault(shown, 0, leftover);
            }
            if (ForeignFile(path) is { } foreign)
            {
                return new SiteFault(shown, 0, foreign);
            }
            try
            {
                WriteAll(beside + "new", path, files, cancellation);
            }
            catch
            {
                RemoveOwn(beside + "new");
                throw;
            }
            Swap(path, beside + "new", beside + "old");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new SiteFault(
                shown, 0, $"the site could not be written ({e.Message.TrimEnd('.')}); what stood there before still stands");
        }
    }

    /// <summary>Why this folder may not be an output folder, judged by its place alone; null when it may.</summary>
    private static string? Refusal(string path, string input)
    {
        var elsewhere = "choose a folder that is for the finished site alone, such as 'output'";
        if (new DirectoryInfo(path).LinkTarget is not null)
        {
            return "this is a symbolic link; name the folder that it leads to";
        }
        if (File.Exists(path))
        {
            return $"this is a file; {elsewhere}";
        }
        if (Path.GetPathRoot(path) == path || Path.GetDirectoryName(path) is null)
        {
            return $"this is the root of the disk; {elsewhere}";
        }
        var real = RealPath(path);
        if (real.Equals(RealPath(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)), PathComparison))
        {
            return $"this is your home folder; {elsewhere}";
        }
        if (Path.Exists(Path.Combine(path, ".git")))
        {
            return $"this is the root of a repository; {elsewhere}";
        }
        var realInput = RealPath(input);
        if (IsWithin(real, realInput) || IsWithin(realInput, real))
        {
            return "the output and the content folder lie in one another; choose two that stand apart";
        }
        return null;
    }

    /// <summary>Says which file in the folder the tool did not write; null when it wrote all.</summary>
    private static string? ForeignFile(string path)
    {
        if (!Directory.Exists(path))
        {
            return null;
        }
        var entries = FilesBelow(path).Where(name => !DesktopLitter.Contains(Path.GetFileName(name))).ToList();
        if (entries.Count == 0)
        {
            return null;
        }
        if (ReadMarker(path) is not { } own)
        {
            return $"the folder holds files, and no '{Marker}' says that this tool wrote them; empty it yourself or choose another";
        }
        return entries.Where(name => !own.Contains(name)).Order(StringComparer.Ordinal).FirstOrDefault() is { } foreign
            ? $"this tool did not write '{foreign}', and a build would delete it; move it out of the folder"
            : null;
    }

    /// <summary>Clears away what a killed run left behind; says why when that cannot be done.</summary>
    private static string? TidyUp(string path, string newFolder, string oldFolder)
    {
        // Killed between the two renames: the old site is whole in its hiding place.
        if (!Path.Exists(path) && IsOwn(oldFolder))
        {
            Directory.Move(oldFolder, path);
        }
        foreach (var leftover in (string[])[newFolder, oldFolder])
        {
            if (Path.Exists(leftover) && !RemoveOwn(leftover))
            {
                return $"'{Path.GetFileName(leftover)}' beside it is in the way and not this tool's; move it away";
            }
        }
        return null;
    }

    private static void WriteAll(
        string newFolder, string oldSite, IReadOnlyCollection<OutputFile> files, CancellationToken cancellation)
    {
        Directory.CreateDirectory(newFolder);
        // First of all, so that the folder can be known as ours however early the run is killed.
        var names = files.Select(f => f.Path).Append(Marker).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var marker = new OutputFile(Marker, Encoding.UTF8.GetBytes($"{MarkerHeading}\n{string.Join('\n', names)}\n"));
        WriteOne(newFolder, oldSite, marker);
        foreach (var folder in files.Select(file => Path.GetDirectoryName(file.Path)!).Distinct(StringComparer.Ordinal))
        {
            Directory.CreateDirectory(Path.Combine(newFolder, folder));
        }
        try
        {
            // Several at a time: some are only now made.
            Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
                file => WriteOne(newFolder, oldSite, file));
        }
        catch (AggregateException e)
        {
            // One reason is enough to say.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private static void WriteOne(string newFolder, string oldSite, OutputFile file)
    {
        var target = Path.Combine(newFolder, file.Path);
        var old = Path.Combine(oldSite, file.Path);
        if (file.IsNamedAfterItsContent && new FileInfo(old) is { Exists: true, LinkTarget: null, Length: > 0 })
        {
            // Its time comes along.
            File.Copy(old, target);
            return;
        }
        var content = file.Content.Span;
        using (var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(content);
        }
        KeepTimeIfUnchanged(target, old, content);
    }

    /// <summary>An unchanged file keeps its time, so that tools that copy by time copy only what is new.</summary>
    private static void KeepTimeIfUnchanged(string target, string old, ReadOnlySpan<byte> content)
    {
        var before = new FileInfo(old);
        if (before.Exists && before.Length == content.Length && content.SequenceEqual(File.ReadAllBytes(old)))
        {
            File.SetLastWriteTimeUtc(target, before.LastWriteTimeUtc);
        }
    }

    private static void Swap(string path, string newFolder, string oldFolder)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(newFolder, path);
            return;
        }
        Directory.Move(path, oldFolder);
        try
        {
            Directory.Move(newFolder, path);
        }
        catch
        {
            Directory.Move(oldFolder, path);
            RemoveOwn(newFolder);
            throw;
        }
        try
        {
            RemoveOwn(oldFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The new site stands; the next run clears this away.
        }
    }

    private static bool RemoveOwn(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return !Path.Exists(folder);
        }
        if (!IsOwn(folder))
        {
            return false;
        }
        // The marker goes last: killed half-way through, the rest can still be known as ours.
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 }))
        {
            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                inner.Delete(recursive: true);
            }
            else if (entry.Name != Marker)
            {
                entry.Delete();
            }
        }
        File.Delete(Path.Combine(folder, Marker));
        Directory.Delete(folder);
        return true;
    }

    /// <summary>Whether a hidden folder is one that this tool made: it has the marker, or nothing at all yet.</summary>
    private static bool IsOwn(string folder) =>
        Directory.Exists(folder) && new DirectoryInfo(folder).LinkTarget is null
        && (File.Exists(Path.Combine(folder, Marker)) || !FilesBelow(folder).Any(n => !DesktopLitter.Contains(Path.GetFileName(n))));

    private static HashSet<string>? ReadMarker(string folder)
    {
        var marker = Path.Combine(folder, Marker);
        if (!File.Exists(marker))
        {
            return null;
        }
        var lines = File.ReadAllLines(marker);
        return lines is [MarkerHeading, .. var names] ? new HashSet<string>(names, StringComparer.Ordinal) : null;
    }

    /// <summary>Every file below a folder, and every link, which is never followed.</summary>
    private static IEnumerable<string> FilesBelow(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 }))
        {
            if (entry is DirectoryInfo && entry.LinkTarget is null)
            {
                foreach (var below in FilesBelow(entry.FullName))
                {
                    yield return $"{entry.Name}/{below}";
                }
            }
            else
            {
                yield return entry.Name;
            }
        }
    }

    private static bool IsWithin(string inner, string outer) =>
        (Path.TrimEndingDirectorySeparator(inner) + Path.DirectorySeparatorChar)
            .StartsWith(Path.TrimEndingDirectorySeparator(outer) + Path.DirectorySeparatorChar, PathComparison);

    /// <summary>The path with every symbolic link on the way resolved; parts that do not exist stay as they are.</summary>
    private static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path));
        if (parent is null)
        {
            return path;
        }
        var here = Path.Combine(RealPath(parent), Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        var folder = new DirectoryInfo(here);
        return folder.LinkTarget is null ? here : folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here;
    }

    private static void ThrowIfNotBelow(string path)
    {
        if (path.Length == 0 || path == Marker || path.Contains('\\', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal)
            || path.Split('/').Any(part => part is "" or "." or ".."))
        {
            throw new ArgumentException($"'{path}' is not a path below the output folder.");
        }
    }

    /// <summary>Held while a folder is written; the system lets go of it when the process dies, however it dies.</summary>
    private sealed class WriteLock : IDisposable
    {
        private readonly FileStream _file;

        private WriteLock(FileStream file) => _file = file;

        public static WriteLock? TryTake(string path)
        {
            FileStream file;
            try
            {
                file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException e) when (IsHeldByAnother(e) || File.Exists(path))
            {
                return null;
            }
            if (IsStillThere(file, path))
            {
                return new WriteLock(file);
            }
            file.Dispose();
            return null;
        }

        public void Dispose() => _file.Dispose();

        /// <summary>
        /// The holder may be done, and the file gone, before one can look for it; so the system's own number decides:
        /// a sharing violation on Windows, EWOULDBLOCK on Linux and on macOS.
        /// </summary>
        private static bool IsHeldByAnother(IOException fault) => fault.HResult is unchecked((int)0x80070020) or 11 or 35;

        /// <summary>
        /// Outside Windows, a build that ends deletes the lock's name while another may just have opened it: that one
        /// holds a lock that nobody else can see. So the holder sets a time of its own and looks whether the name shows it.
        /// </summary>
        private static bool IsStillThere(FileStream file, string path)
        {
            if (OperatingSystem.IsWindows())
            {
                return true;
            }
            File.SetLastWriteTimeUtc(file.SafeFileHandle, DateTime.UnixEpoch.AddSeconds(Random.Shared.Next()));
            return File.GetLastWriteTimeUtc(path) == File.GetLastWriteTimeUtc(file.SafeFileHandle);
        }
    }
}
