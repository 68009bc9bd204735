using Ledelsesdag.Site.Printing;

namespace Ledelsesdag.Site.Tests.Printing;

public sealed class InstalledBrowsersTests
{
    private static readonly string Extension = OperatingSystem.IsWindows() ? ".exe" : "";

    [Fact]
    public void The_first_folder_of_the_path_counts_first_and_in_it_the_likeliest_name()
    {
        string[] there = [At("b", "chromium"), At("a", "microsoft-edge"), At("a", "google-chrome"), At("c", "firefox")];

        var found = Finder(new() { ["PATH"] = string.Join(Path.PathSeparator, Folder("a"), Folder("none"), Folder("b"), Folder("c")) }, there).Find().ToArray();

        Assert.Equal([At("a", "google-chrome"), At("a", "microsoft-edge"), At("b", "chromium")], found);
    }

    [Fact]
    public void A_program_that_the_environment_names_stands_alone() =>
        Assert.Equal(["/my/browser"], Finder(new() { ["CHROME_PATH"] = "/my/browser", ["PATH"] = Folder("a") }, [At("a", "chromium")]).Find().ToArray());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_browser_none_is_found(string? path) =>
        Assert.Empty(Finder(new() { ["PATH"] = path, ["CHROME_PATH"] = "" }, []).Find());

    private static InstalledBrowsers Finder(Dictionary<string, string?> environment, string[] there) =>
        new(environment.GetValueOrDefault, there.Contains);

    private static string Folder(string name) => Path.Combine(Path.GetTempPath(), name);

    private static string At(string folder, string name) => Path.Combine(Folder(folder), name + Extension);
}
