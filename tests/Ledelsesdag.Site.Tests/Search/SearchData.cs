namespace Ledelsesdag.Site.Tests.Search;

/// <summary>Data that tests in C# and in the browser share; read where it lies in the repository.</summary>
internal static class SearchData
{
    public static string Path(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Ledelsesdag.sln")))
        {
            folder = folder.Parent;
        }
        return System.IO.Path.Combine(folder!.FullName, "tests", "Ledelsesdag.Site.Tests", "Search", name);
    }
}
