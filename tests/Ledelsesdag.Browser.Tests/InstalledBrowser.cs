using Ledelsesdag.Site.Printing;

namespace Ledelsesdag.Browser.Tests;

/// <summary>Finds a Chromium that is installed: Playwright's own download is not to be had everywhere.</summary>
internal static class InstalledBrowser
{
    private const string Variable = "LEDELSESDAG_BROWSER";

    // Chromium with all that draws a page and none of what surrounds it on a desk. Playwright's own is that too, and the tests
    // take three quarters of the time with it.
    private const string WithoutDesk = "chromium-headless-shell";

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
        var installed = InstalledBrowsers.OfThisMachine.Find();
        return Environment.GetEnvironmentVariable(InstalledBrowsers.Variable) is { Length: > 0 } ? installed : [.. OnPath(WithoutDesk), .. installed];
    }

    private static IEnumerable<string> OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program)).Where(File.Exists);

    /// <summary>No browser is installed.</summary>
    public sealed class NotFoundException(string message) : Exception(message);
}
