namespace Ledelsesdag.Benchmarks;

/// <summary>Finds a Chromium that is installed: Playwright's own download is not to be had everywhere.</summary>
internal static class InstalledBrowser
{
    private const string Variable = "LEDELSESDAG_BROWSER";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge-stable", "microsoft-edge", "msedge"];

    /// <summary>The program's path.</summary>
    /// <exception cref="NotFoundException">None is installed where one is looked for.</exception>
    public static string Find() =>
        Candidates().FirstOrDefault(File.Exists)
        ?? throw new NotFoundException($"No Chromium, Chrome or Edge is installed. Install one, or name its program in the environment variable {Variable}.");

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            yield return named;
        }
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
    }

    /// <summary>No browser is installed.</summary>
    public sealed class NotFoundException(string message) : Exception(message);
}
