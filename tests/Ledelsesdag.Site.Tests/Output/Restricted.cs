using System.Diagnostics;

namespace Ledelsesdag.Site.Tests.Output;

/// <summary>What keeps a program from writing or reading, on a machine where the tests may be root, whom nothing keeps.</summary>
internal static class Restricted
{
    private const string RightsOfRoot = "-dac_override,-dac_read_search,-fowner";

    /// <summary>Starts a program that permissions hold for; root keeps its name and loses its right to pass over them.</summary>
    public static string[] ByPermissions =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? ["setpriv", $"--bounding-set={RightsOfRoot}", $"--inh-caps={RightsOfRoot}"] : [];

    /// <summary>Starts a program that may write no file longer than so many blocks of half a kilobyte, and is told instead of being ended.</summary>
    public static string[] ToFilesOf(int blocks) => ["sh", "-c", $"trap '' 25; ulimit -f {blocks}; exec \"$@\"", "sh"];

    /// <summary>Mounts a disk in memory at a folder, which root may do unless it is in a container that forbids it.</summary>
    /// <returns>What unmounts it; null when it may not be mounted.</returns>
    public static IDisposable? TryMountSmallDisk(string folder, string size)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }
        Directory.CreateDirectory(folder);
        return Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder) ? new Mounted(folder) : null;
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private sealed class Mounted(string folder) : IDisposable
    {
        public void Dispose() => Assert.True(Run("umount", folder), $"{folder} is still mounted.");
    }
}
