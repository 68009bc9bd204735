using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

/// <summary>
/// A running Chromium, whatever it takes: one that is installed, else Playwright's own, else the system's package. Where
/// none can be had the tests fail, for a suite that did not run has not passed.
/// </summary>
internal static class Chromium
{
    private static readonly TimeSpan LongestInstallation = TimeSpan.FromMinutes(10);

    // Nothing of the browser's own may speak to the world, or stand in a test's way.
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <exception cref="InvalidOperationException">No browser can be had; the message tells what was tried.</exception>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var tried = new List<string>();
        if (await LaunchInstalledAsync(playwright, tried) is { } installed)
        {
            return installed;
        }
        if (await InstallPlaywrightsOwnAsync(tried) && await TryLaunchAsync(playwright, null, tried) is { } own)
        {
            return own;
        }
        if (await InstallPackageAsync(tried) && await LaunchInstalledAsync(playwright, tried) is { } package)
        {
            return package;
        }
        throw new InvalidOperationException(
            "The browser tests need Chrome, Edge or Chromium and could not get one. Install one, or name its program in the environment variable LEDELSESDAG_BROWSER. "
            + $"What was tried:\n- {string.Join("\n- ", tried)}");
    }

    private static async Task<IBrowser?> LaunchInstalledAsync(IPlaywright playwright, List<string> tried)
    {
        var found = InstalledBrowser.FindAll().ToList();
        if (found.Count == 0)
        {
            tried.Add("installed browsers: none");
        }
        foreach (var program in found)
        {
            if (await TryLaunchAsync(playwright, program, tried) is { } browser)
            {
                return browser;
            }
        }
        return null;
    }

    private static async Task<IBrowser?> TryLaunchAsync(IPlaywright playwright, string? program, List<string> tried)
    {
        try
        {
            return await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = program,
                // The sandbox refuses to work for root, as in most containers.
                Args = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? [.. Arguments, "--no-sandbox"] : Arguments,
                Timeout = 120_000,
            });
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            tried.Add($"{program ?? "Playwright's own"}: {e.Message.Split('\n')[0]}");
            return null;
        }
    }

    private static async Task<bool> InstallPlaywrightsOwnAsync(List<string> tried)
    {
        try
        {
            var code = await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])).WaitAsync(LongestInstallation);
            if (code != 0)
            {
                tried.Add($"Playwright's download: ended with {code}");
            }
            return code == 0;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            tried.Add($"Playwright's download: {e.Message.Split('\n')[0]}");
            return false;
        }
    }

    private static async Task<bool> InstallPackageAsync(List<string> tried)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/etc/debian_version"))
        {
            tried.Add("the system's package: only as root on Debian or Ubuntu");
            return false;
        }
        return await RunAsync("apt-get", ["update"], tried) && await RunAsync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], tried);
    }

    private static async Task<bool> RunAsync(string program, string[] arguments, List<string> tried)
    {
        var command = $"{program} {string.Join(' ', arguments)}";
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var limit = new CancellationTokenSource(LongestInstallation);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                tried.Add($"{command}: not done after {LongestInstallation.TotalMinutes:0} minutes");
                return false;
            }
            if (process.ExitCode != 0)
            {
                tried.Add($"{command}: ended with {process.ExitCode}");
            }
            return process.ExitCode == 0;
        }
        catch (Win32Exception e)
        {
            tried.Add($"{command}: {e.Message}");
            return false;
        }
    }
}
