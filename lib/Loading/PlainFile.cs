using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ledelsesdag.Content.Loading;

/// <summary>
/// The one rule for what is read of a folder that authors edit: files with an end. A link can lead out of the folder or
/// round in circles; a pipe or a device may never end, and merely to open a pipe waits for somebody to write into it.
/// </summary>
internal static partial class PlainFile
{
    // Of the system's open(): read, and do not wait.
    private const int LinuxDoNotWait = 0x800;
    private const int MacDoNotWait = 0x4;

    /// <summary>Whether it exists and is neither a link, a folder, a device nor a pipe.</summary>
    public static bool Is(FileInfo file) =>
        file is { Exists: true, LinkTarget: null }
        && (file.Attributes & (FileAttributes.Directory | FileAttributes.Device | FileAttributes.ReparsePoint)) == 0
        && !IsPipe(file.FullName);

    /// <summary>.NET tells files from folders and links only; what cannot be moved about in is a pipe.</summary>
    private static bool IsPipe(string path)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            return false;
        }
        using var handle = new SafeFileHandle(Open(path, OperatingSystem.IsLinux() ? LinuxDoNotWait : MacDoNotWait), ownsHandle: true);
        if (handle.IsInvalid)
        {
            // Whoever then reads it is told why it cannot be read.
            return false;
        }
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        return !stream.CanSeek;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
