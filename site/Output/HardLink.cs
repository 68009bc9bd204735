using System.Runtime.InteropServices;

namespace Ledelsesdag.Site.Output;

/// <summary>Gives a file a second name, so that an unchanged file is in the new site without being written. .NET has no such call.</summary>
internal static partial class HardLink
{
    /// <summary>Lets <paramref name="name"/> stand for the same file as <paramref name="file"/>.</summary>
    /// <returns>False, and nothing has happened, where the system or the disk has no such names, or refuses this one.</returns>
    public static bool TryMake(string file, string name)
    {
        try
        {
            return OperatingSystem.IsWindows() ? LinkOnWindows(name, file, 0) : LinkOnUnix(file, name) == 0;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkOnUnix(string file, string name);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool LinkOnWindows(string name, string file, nint security);
}
