using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

public sealed class SiteMapTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_real_sites_pages_each_have_an_address_of_their_own() => Assert.Empty(RenderedSite.Map.Collisions);

    [Fact]
    public void A_main_topic_that_takes_the_programmes_address_is_told_and_nothing_is_rendered()
    {
        var network = WithCodexAt("program");
        var collision = Assert.Single(SiteMap.Plan(network, Sample.Root, RealSite.Strings).Collisions);
        Assert.Equal(["/lederdag-1/program/", "/lederdag-1/program/"], collision.Select(p => p.Path));
        Assert.Contains(collision, page => page is ProgrammePage);
        Assert.Contains(collision, page => page is TopicPage);
    }

    [Fact]
    public async Task A_collision_is_a_fault_that_names_both_pages()
    {
        var build = await SiteBuilder.BuildAsync(WithCodexAt("program"), Sample.Root, SiteAssets.Load(SiteAssets.ShippedFolder), RealSite.Strings);
        Assert.Empty(build.Files);
        var fault = Assert.Single(build.Faults).ToString();
        Assert.Contains("lederdag-1/program/index.html", fault, StringComparison.Ordinal);
        Assert.Contains("Kodeks for god velfærdsledelse", fault, StringComparison.Ordinal);
        Assert.Contains("slug", fault, StringComparison.Ordinal);
    }

    /// <summary>The real content with another Danish slug for the codex, which is a main page.</summary>
    private Network WithCodexAt(string slug)
    {
        foreach (var file in Directory.EnumerateFiles(RealSite.InputFolder, "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            _folder.Write(
                Path.GetRelativePath(RealSite.InputFolder, file),
                Path.GetFileName(file) == "topics.json" ? text.Replace("\"slug\": { \"da\": \"kodeks\"", $"\"slug\": {{ \"da\": \"{slug}\"", StringComparison.Ordinal) : text);
        }
        return Assert.IsType<Network>(NetworkLoader.Load(_folder.Root).Network);
    }
}
