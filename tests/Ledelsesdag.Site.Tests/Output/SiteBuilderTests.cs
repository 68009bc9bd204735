using System.Text.Json;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Tests.Output;

public sealed class SiteBuilderTests
{
    private static Task<SiteBuild> BuildAsync() => RealSite.BuildAsync(Sample.Folder);

    [Fact]
    public async Task A_manifest_in_each_language_has_its_name_icons_and_place()
    {
        var build = await BuildAsync();
        var danish = JsonDocument.Parse(build.Files.Single(f => f.Path == "site.webmanifest").Content).RootElement;
        var english = JsonDocument.Parse(build.Files.Single(f => f.Path == "en/site.webmanifest").Content).RootElement;

        Assert.Equal(("da", "/ledelsesdag/"), (danish.GetProperty("lang").GetString(), danish.GetProperty("start_url").GetString()));
        Assert.Equal(("en", "/ledelsesdag/en/"), (english.GetProperty("lang").GetString(), english.GetProperty("start_url").GetString()));
        Assert.NotEqual(danish.GetProperty("name").GetString(), english.GetProperty("name").GetString());
        Assert.All(danish.GetProperty("icons").EnumerateArray(), icon =>
            Assert.Contains(build.Files, f => "/ledelsesdag/" + f.Path == icon.GetProperty("src").GetString()));
    }

    [Fact]
    public async Task Two_builds_are_the_same_byte_for_byte_and_sorted()
    {
        var (one, other) = (await BuildAsync(), await BuildAsync());
        Assert.Equal(one.Files.Select(f => (f.Path, ContentHash.Of(f.Content.Span))), other.Files.Select(f => (f.Path, ContentHash.Of(f.Content.Span))));
        Assert.Equal(one.Files.Select(f => f.Path).Order(StringComparer.Ordinal), one.Files.Select(f => f.Path));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ledelsesdag/")]
    public async Task The_real_content_makes_a_site_without_faults(string basePath) =>
        Assert.Empty((await RealSite.BuildAsync(new(new Uri("https://example.org"), basePath))).Faults);

    [Fact]
    public async Task What_belongs_to_no_page_is_there_and_without_fault()
    {
        var build = await BuildAsync();
        Assert.Empty(build.Faults);
        foreach (var path in (string[])["_headers", "robots.txt", "sitemap.xml", "site.webmanifest"])
        {
            Assert.Contains(build.Files, f => f.Path == path);
        }
    }

    [Fact]
    public async Task The_published_data_are_the_whole_content_as_the_library_reads_it()
    {
        var published = (await BuildAsync()).Files.Single(f => f.Path == "data/v1/network.json").Content.ToArray();

        var read = await NetworkLoader.LoadAsync(new MemoryStream(published));

        Assert.Empty(read.Diagnostics);
        Assert.Equal(published, await Write(read.Network!));
        Assert.Equal(published, await Write(RealSite.Network));

        var schema = JsonDocument.Parse(published).RootElement.GetProperty("$schema").GetString();
        Assert.Contains((await BuildAsync()).Files, f => f.Path == $"data/v1/{schema}" && f.Content.Span.SequenceEqual(ContentSchema.OfPublishedData.Utf8.Span));

        static async Task<byte[]> Write(Network network)
        {
            using var written = new MemoryStream();
            await NetworkWriter.WriteAsync(network, written);
            return written.ToArray();
        }
    }
}
