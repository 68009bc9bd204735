using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Output;

public sealed class SiteAssetsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lone_file_gets_the_hash_of_its_content_into_its_name()
    {
        _folder.Write("site.css", "a{}");
        Assert.Matches(@"^/assets/site\.[0-9a-f]{10}\.css$", Url("site.css"));
        var before = Url("site.css");

        _folder.Write("other.css", "b{}");
        Assert.Equal(before, Url("site.css"));

        _folder.Write("site.css", "a{color:red}");
        Assert.NotEqual(before, Url("site.css"));
    }

    [Fact]
    public void The_files_of_a_folder_stay_together_and_change_their_address_together()
    {
        _folder.Write("js/search.js", "import './lib/words.js'");
        _folder.Write("js/lib/words.js", "1");
        Assert.Matches(@"^/assets/js\.[0-9a-f]{10}/search\.js$", Url("js/search.js"));
        var before = Url("js/search.js");
        Assert.Equal(before.Replace("search.js", "lib/words.js", StringComparison.Ordinal), Url("js/lib/words.js"));

        _folder.Write("js/lib/words.js", "2");
        Assert.NotEqual(before, Url("js/search.js"));
    }

    [Fact]
    public void Renaming_a_file_of_a_folder_changes_its_hash()
    {
        _folder.Write("js/ab.js", "c");
        var before = Url("js/ab.js").Split('/')[2];
        File.Delete(_folder.At("js/ab.js"));
        _folder.Write("js/a.js", "bc");
        Assert.NotEqual(before, Url("js/a.js").Split('/')[2]);
    }

    [Fact]
    public void The_base_path_stands_in_front()
    {
        _folder.Write("site.css", "a{}");
        Assert.StartsWith("/ledelsesdag/assets/site.", SiteAssets.Load(_folder.Root).At(Sample.Folder).Url("site.css"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_read_from_a_disk_has_no_digest_for_browsers_would_refuse_it_there()
    {
        _folder.Write("site.css", "a{}");
        var assets = SiteAssets.Load(_folder.Root);
        // The digest is the one that 'openssl dgst -sha384 -binary | base64' makes of it.
        Assert.Equal("sha384-m4Zcd9m9Kerya2aMKZ9CuL1yv7QLjdpmEo79GaQCk1uO2U4trsxWuyqSJsOzpOru", assets.At(Sample.Root).Integrity("site.css"));
        Assert.Null(assets.At(new SiteAddress(new Uri("file:///"), "/tmp/")).Integrity("site.css"));
    }

    [Fact]
    public void Files_are_published_as_they_are_and_hidden_ones_and_notes_are_not()
    {
        _folder.Write("site.css", "a{ }\n");
        _folder.Write("README.md", "for developers");
        _folder.Write(".DS_Store", "");
        _folder.Write("js/.cache/x.js", "");
        Assert.Equal("a{ }\n", Assert.Single(SiteAssets.Load(_folder.Root).Files).Text());
    }

    [Fact]
    public void An_unknown_name_is_a_programmers_mistake_that_lists_what_there_is()
    {
        _folder.Write("site.css", "a{}");
        var exception = Assert.Throws<KeyNotFoundException>(() => Url("sight.css"));
        Assert.Contains("site.css", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_assets_that_come_with_the_tool_hold_the_icons()
    {
        var urls = SiteAssets.Load(SiteAssets.ShippedFolder).At(Sample.Root);
        foreach (var name in (string[])["favicon.svg", "icon-192.png", "icon-512.png", "apple-touch-icon.png"])
        {
            Assert.NotEmpty(urls.Url($"icons/{name}"));
        }
    }

    private string Url(string name) => SiteAssets.Load(_folder.Root).At(Sample.Root).Url(name);
}
