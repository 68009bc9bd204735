using System.Collections.Immutable;

namespace Ledelsesdag.Site.Printing;

/// <summary>Finds the browsers that can print without a window: Chromium, Chrome and Edge.</summary>
/// <param name="variable">Reads a variable of the environment.</param>
/// <param name="exists">Says whether a file is there.</param>
public sealed class InstalledBrowsers(Func<string, string?> variable, Func<string, bool> exists)
{
    /// <summary>The variable of the environment that names a program to take instead of any other, as other tools know it too.</summary>
    public const string Variable = "CHROME_PATH";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge-stable", "microsoft-edge", "msedge"];

    /// <summary>Those of this machine.</summary>
    public static InstalledBrowsers OfThisMachine { get; } = new(Environment.GetEnvironmentVariable, File.Exists);

    /// <summary>Where one is looked for, in words.</summary>
    public static string LookedFor =>
        $"looked for {string.Join(", ", Names)} on the PATH and where they are commonly installed; {Variable} can name one elsewhere";

    /// <summary>
    /// Their paths, the likeliest first: some are mere stand-ins that tell how to install one. A program that the environment
    /// names stands alone, whether it is there or not.
    /// </summary>
    public ImmutableArray<string> Find() => variable(Variable) is { Length: > 0 } named
        ? [named]
        : [.. Candidates().Where(exists).Distinct(StringComparer.Ordinal)];

    private IEnumerable<string> Candidates()
    {
        foreach (var folder in (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
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
}
