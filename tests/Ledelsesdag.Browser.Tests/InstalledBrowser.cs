namespace Ledelsesdag.Browser.Tests;

/// <summary>Finds a Chromium that is installed: Playwright's own download is not to be had everywhere.</summary>
internal static class InstalledBrowser
{
    private const string Variable = "LEDELSESDAG_BROWSER";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge-stable", "microsoft-edge", "msedge"];

    /// <summary>The path of the first one.</summary>
    /// <exception cref="NotFoundException">None is installed where one is looked for.</exception>
    public static string Find() =>
        FindAll().FirstOrDefault()
        ?? throw new NotFoundException($"No Chromium, Chrome or Edge is installed. Install one, or name its program in the environment variable {Variable}.");

    /// <summary>The paths of all of them, the likeliest first: some are mere stand-ins that tell how to install one.</summary>
    /// <exception cref="NotFoundException">The environment names one that is not there.</exception>
    public static IEnumerable<string> FindAll()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? [named] : throw new NotFoundException($"The environment variable {Variable} names '{named}', but there is no such program.");
        }
        return Candidates().Where(File.Exists).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Candidates()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var name in Names)
            {
                yield return Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
            }
        }
        if (OperatingSystem.IsWindows())
        {
            foreach (var root in new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData })
            {
                yield return Path.Combine(Environment.GetFolderPath(root), "Google", "Chrome", "Application", "chrome.exe");
                yield return Path.Combine(Environment.GetFolderPath(root), "Microsoft", "Edge", "Application", "msedge.exe");
            }
        }
        if (OperatingSystem.IsMacOS())
        {
            foreach (var name in new[] { "Google Chrome", "Chromium", "Microsoft Edge" })
            {
                yield return $"/Applications/{name}.app/Contents/MacOS/{name}";
            }
        }
        if (OperatingSystem.IsLinux())
        {
            yield return "/opt/google/chrome/chrome";
            yield return "/opt/microsoft/msedge/msedge";
            yield return "/snap/bin/chromium";
        }
    }

    /// <summary>No browser is installed.</summary>
    public sealed class NotFoundException(string message) : Exception(message);
}
