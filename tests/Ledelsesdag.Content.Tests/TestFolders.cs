namespace Ledelsesdag.Content.Tests;

/// <summary>Where the tests' own files and the real content are, found from where the tests run.</summary>
internal static class TestFolders
{
    public static string Repository { get; } = FindRepository();

    public static string Project { get; } = Path.Combine(Repository, "tests", "Ledelsesdag.Content.Tests");

    public static string Cases { get; } = Path.Combine(Project, "Cases");

    /// <summary>A small day without a fault that has something of every concept; the cases differ from it.</summary>
    public static string Base { get; } = Path.Combine(Cases, "base");

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ledelsesdag.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Ledelsesdag.sln.");
    }
}
