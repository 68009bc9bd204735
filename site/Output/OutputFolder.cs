using System.Buffers;
using System.Collections.Concurrent;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Site.Output;

/// <summary>
/// Writes a site so that at every moment the old or the new one stands whole. Files go to a hidden folder beside
/// the output as they are made, and the two then change places in one step; a run that was killed is tidied up by the next.
/// </summary>
/// <remarks>
/// The tool owns the whole folder: what it wrote stands in <see cref="Marker"/>, what is not listed there is somebody
/// else's, and a folder that holds any such thing is left alone. Disposed without <see cref="Replace"/>, it is as it was.
/// </remarks>
public sealed class OutputFolder : ISiteOutput, IDisposable
{
    /// <summary>The file in which the tool lists what it wrote.</summary>
    public const string Marker = ".ledelsesdag";

    private const string MarkerHeading = "# Written by ledelsesdag, which replaces this folder at the next build. It holds:";

    // Files that desktops leave in any folder they show; they are nobody's work.
    private static readonly HashSet<string> DesktopLitter =
        new([".DS_Store", "Thumbs.db", "desktop.ini"], StringComparer.OrdinalIgnoreCase);

    private readonly string _folder;
    private readonly string _input;
    private readonly Func<string, string, bool> _tryExchange;
    private readonly Lock _opening = new();
    private readonly ConcurrentDictionary<string, DirectoryInfo> _folders = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _names = [Marker];
    private volatile SiteFault? _fault;
    private volatile Turn? _turn;

    /// <summary>Prepares to write; nothing is touched before the first file.</summary>
    /// <param name="folder">The output folder; made when absent.</param>
    /// <param name="input">The content folder, which must lie elsewhere.</param>
    public OutputFolder(string folder, string input)
        : this(folder, input, FolderExchange.TryExchange)
    {
    }

    /// <summary>As the public one, on a disk whose folders change places as <paramref name="tryExchange"/> has it.</summary>
    internal OutputFolder(string folder, string input, Func<string, string, bool> tryExchange)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentException.ThrowIfNullOrWhiteSpace(input);
        (_folder, _input, _tryExchange) = (folder, input, tryExchange);
    }

    /// <summary>Writes a file beside the output. What goes wrong is told by <see cref="Replace"/>, and the rest then not written.</summary>
    /// <inheritdoc/>
    public void Take(OutputFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        ThrowIfNotBelow(file.Path);
        Attempt(turn =>
        {
            WriteOne(turn, file);
            _names.Add(file.Path);
        });
    }

    /// <summary>Puts the files taken in the place of what stood there. After a fault the folder is as it was.</summary>
    /// <param name="cancellation">Looked at until the swap begins; the swap itself is not interrupted.</param>
    /// <returns>Why they were not written; null when they were.</returns>
    /// <exception cref="OperationCanceledException">The run was broken off; the folder is as it was.</exception>
    public SiteFault? Replace(CancellationToken cancellation = default)
    {
        Attempt(turn =>
        {
            WriteMarker(turn.New, _names.Order(StringComparer.Ordinal));
            cancellation.ThrowIfCancellationRequested();
            // Asked once more: a build of a large site takes long enough for somebody to put a file there.
            if (ForeignFile(turn.Path) is { } foreign)
            {
                Fail(foreign);
                return;
            }
            TakeModeOf(turn.Path, turn.New);
            Swap(turn.Path, turn.New, turn.Old, _tryExchange);
        });
        return _fault;
    }

    /// <summary>Clears away what was not put in its place, and lets other builds write.</summary>
    public void Dispose()
    {
        if (_turn is not { } turn)
        {
            return;
        }
        try
        {
            RemoveOwn(turn.New);
        }
        catch (Exception e) when (IsOfTheMachine(e))
        {
            // The next run clears this away.
        }
        turn.Lock.Dispose();
    }

    /// <summary>The turn to write, with the folders it has to do with.</summary>
    /// <param name="Path">The output.</param>
    /// <param name="New">The hidden folder of the new site.</param>
    /// <param name="Old">Where the old site is hidden, where two folders cannot change places in one step.</param>
    /// <param name="Lock">Held until the turn is over.</param>
    private sealed record Turn(string Path, string New, string Old, WriteLock Lock);

    private void Attempt(Action<Turn> work)
    {
        try
        {
            if (_fault is null && (_turn ?? Open()) is { } turn)
            {
                work(turn);
            }
        }
        catch (Exception e) when (IsOfTheMachine(e))
        {
            Fail($"the site could not be written ({e.Message.TrimEnd('.')}); what stood there before still stands");
        }
        catch (ArgumentOutOfRangeException)
        {
            // What .NET makes of the system's "file too large".
            Fail("the site could not be written (a file of it is longer than the system lets any file grow); what stood there before still stands");
        }
    }

    // One reason is enough to say.
    private void Fail(string why) => _fault ??= new SiteFault(SiteFault.Shown(_folder), 0, why);

    private static bool IsOfTheMachine(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException;

    /// <summary>Takes the turn to write; null when the folder may not be written.</summary>
    private Turn? Open()
    {
        lock (_opening)
        {
            if (_turn is not null || _fault is not null)
            {
                return _turn;
            }
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(_folder));
            if (OutputPlace.Refusal(path, Path.GetFullPath(_input)) is { } refusal)
            {
                Fail(refusal);
                return null;
            }
            var parent = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(parent);
            var beside = Path.Combine(parent, $".{Path.GetFileName(path)}.ledelsesdag-");
            if (WriteLock.TryTake(beside + "lock") is not { } writeLock)
            {
                Fail("another build is writing this folder; wait until it has ended and build again");
                return null;
            }
            var turn = new Turn(path, beside + "new", beside + "old", writeLock);
            try
            {
                if ((TidyUp(turn.Path, turn.New, turn.Old) ?? ForeignFile(path)) is { } inTheWay)
                {
                    Fail(inTheWay);
                    writeLock.Dispose();
                    return null;
                }
                Directory.CreateDirectory(turn.New);
                // First of all, so that the folder can be known as ours however early the run is killed.
                WriteMarker(turn.New, []);
            }
            catch
            {
                writeLock.Dispose();
                throw;
            }
            return _turn = turn;
        }
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
        // Killed between the two renames, where there is no exchange: the old site is whole in its hiding place.
        if (!Path.Exists(path) && IsOwn(oldFolder))
        {
            Directory.Move(oldFolder, path);
        }
        foreach (var leftover in (string[])[newFolder, oldFolder])
        {
            try
            {
                if (Path.Exists(leftover) && !RemoveOwn(leftover))
                {
                    return $"'{Path.GetFileName(leftover)}' beside it is in the way and not this tool's; move it away";
                }
            }
            catch (UnauthorizedAccessException)
            {
                return $"'{Path.GetFileName(leftover)}' beside it is what a build by another user left behind; remove it as that user";
            }
        }
        return null;
    }

    private static void WriteMarker(string folder, IEnumerable<string> names) =>
        File.WriteAllText(Path.Combine(folder, Marker), $"{string.Join('\n', names.Prepend(MarkerHeading))}\n");

    private void WriteOne(Turn turn, OutputFile file)
    {
        _folders.GetOrAdd(Path.GetDirectoryName(file.Path)!, folder => Directory.CreateDirectory(Path.Combine(turn.New, folder)));
        var target = Path.Combine(turn.New, file.Path);
        var old = new FileInfo(Path.Combine(turn.Path, file.Path));
        var stands = old.Exists && (old.Attributes & FileAttributes.ReparsePoint) == 0;
        if (stands && file.IsNamedAfterItsContent && old.Length > 0)
        {
            Keep(old, target);
            return;
        }
        if (file.IsWrittenInPieces)
        {
            using (var pieces = Create(target))
            {
                file.WriteTo(pieces);
            }
            // Nobody had the whole of it, so it is compared where it lies.
            if (stands && AreAlike(old, new FileInfo(target)))
            {
                File.Delete(target);
                Keep(old, target);
            }
            return;
        }
        var content = file.Content.Span;
        if (stands && Holds(old, content))
        {
            Keep(old, target);
            return;
        }
        using var stream = Create(target);
        stream.Write(content);
    }

    private static FileStream Create(string target) => new(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);

    /// <summary>Lets an unchanged file be in the new site too, with its time, so that tools that copy by time copy only what is new.</summary>
    private static void Keep(FileInfo old, string target)
    {
        if (!HardLink.TryMake(old.FullName, target))
        {
            File.Copy(old.FullName, target);
        }
    }

    private static bool Holds(FileInfo file, ReadOnlySpan<byte> content)
    {
        if (file.Length != content.Length)
        {
            return false;
        }
        using var handle = File.OpenHandle(file.FullName);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            var at = 0;
            while (at < content.Length && RandomAccess.Read(handle, buffer, at) is > 0 and var read)
            {
                if (!content[at..].StartsWith(buffer.AsSpan(0, read)))
                {
                    return false;
                }
                at += read;
            }
            return at == content.Length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool AreAlike(FileInfo one, FileInfo other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }
        using var oneStream = one.OpenRead();
        using var otherStream = other.OpenRead();
        var (ofOne, ofOther) = (ArrayPool<byte>.Shared.Rent(1 << 16), ArrayPool<byte>.Shared.Rent(1 << 16));
        try
        {
            while (oneStream.ReadAtLeast(ofOne, ofOne.Length, throwOnEndOfStream: false) is > 0 and var read)
            {
                if (otherStream.ReadAtLeast(ofOther, read, throwOnEndOfStream: false) < read || !ofOne.AsSpan(0, read).SequenceEqual(ofOther.AsSpan(0, read)))
                {
                    return false;
                }
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(ofOne);
            ArrayPool<byte>.Shared.Return(ofOther);
        }
    }

    private static void Swap(string path, string newFolder, string oldFolder, Func<string, string, bool> tryExchange)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(newFolder, path);
            return;
        }
        var replaced = newFolder;
        if (!tryExchange(newFolder, path))
        {
            // Two steps, and an instant between them without a site, for which the next run is prepared.
            SwapByRenaming(path, newFolder, oldFolder);
            replaced = oldFolder;
        }
        try
        {
            RemoveOwn(replaced);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The new site stands; the next run clears this away.
        }
    }

    // Who may look into the site is the host's to say.
    private static void TakeModeOf(string path, string newFolder)
    {
        if (!OperatingSystem.IsWindows() && Directory.Exists(path))
        {
            File.SetUnixFileMode(newFolder, File.GetUnixFileMode(path));
        }
    }

    private static void SwapByRenaming(string path, string newFolder, string oldFolder)
    {
        try
        {
            Directory.Move(path, oldFolder);
            try
            {
                Directory.Move(newFolder, path);
            }
            catch
            {
                Directory.Move(oldFolder, path);
                throw;
            }
        }
        catch
        {
            RemoveOwn(newFolder);
            throw;
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
        AllProcessors.ForEach(new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 }), entry =>
        {
            if (entry is DirectoryInfo { LinkTarget: null } inner)
            {
                inner.Delete(recursive: true);
            }
            else if (entry.Name != Marker)
            {
                entry.Delete();
            }
        });
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

    private static void ThrowIfNotBelow(string path)
    {
        if (path.Length == 0 || path == Marker || path.Contains('\\', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal)
            || path.Split('/').Any(part => part is "" or "." or ".."))
        {
            throw new ArgumentException($"'{path}' is not a path below the output folder.");
        }
    }
}
