using System.Runtime.InteropServices;

namespace Ledelsesdag.Site.Output;

/// <summary>
/// Lets two folders change places in one step of the system, so that there is no instant at which either name leads nowhere.
/// .NET has no such call; Linux and macOS have one each.
/// </summary>
internal static partial class FolderExchange
{
    private const int CurrentFolder = -100;
    private const uint LinuxExchange = 2;
    private const uint MacSwap = 2;

    /// <summary>Exchanges two folders of one disk.</summary>
    /// <returns>
    /// False, and nothing has happened, where the system or the disk has no such step, or refuses it. Why is not told: whoever
    /// then renames is told the same by the system in words.
    /// </returns>
    public static bool TryExchange(string one, string other)
    {
        try
        {
            return OperatingSystem.IsLinux() ? RenameOnLinux(CurrentFolder, one, CurrentFolder, other, LinuxExchange) == 0
                : OperatingSystem.IsMacOS() && RenameOnMac(one, other, MacSwap) == 0;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            // A C library that is older than the call, or does not name it.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameOnLinux(int folder, string path, int otherFolder, string otherPath, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameOnMac(string path, string otherPath, uint flags);
}
