using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Ledelsesdag.Content.Tests.Hostile;

/// <summary>
/// Runs code as somebody whom permissions stop. Root is stopped by none, and CI often is root: on Linux the thread gives up
/// what lets it pass, which is a thread's own.
/// </summary>
internal static class OrdinaryUser
{
    private const uint Version3 = 0x20080522;
    private const uint PassesEverything = (1 << 1) | (1 << 2); // CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH

    public static T Run<T>(Func<T> code)
    {
        var result = default(T);
        Exception? thrown = null;
        var thread = new Thread(() =>
        {
            try
            {
                if (OperatingSystem.IsLinux())
                {
                    GiveUp();
                }
                result = code();
            }
            catch (Exception fault)
            {
                thrown = fault;
            }
        });
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
        return result!;
    }

    [SupportedOSPlatform("linux")]
    private static void GiveUp()
    {
        uint[] header = [Version3, 0];
        var sets = new uint[6]; // Effective, permitted and inheritable, the lower 32 of each and then the upper.
        Assert.Equal(0, GetCapabilities(header, sets));
        sets[0] &= ~PassesEverything;
        Assert.Equal(0, SetCapabilities(header, sets));
    }

    [DllImport("libc", EntryPoint = "capget")]
    private static extern int GetCapabilities(uint[] header, [Out] uint[] sets);

    [DllImport("libc", EntryPoint = "capset")]
    private static extern int SetCapabilities(uint[] header, uint[] sets);
}
