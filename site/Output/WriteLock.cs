namespace Ledelsesdag.Site.Output;

/// <summary>Held while a folder is written; the system lets go of it when the process dies, however it dies.</summary>
internal sealed class WriteLock : IDisposable
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
