using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Preview;

public sealed class SiteDraftTests
{
    [Fact]
    public async Task A_page_rendered_when_it_is_asked_for_is_that_of_the_whole_site()
    {
        var assets = SiteAssets.Load(SiteAssets.ShippedFolder, SearchScript.InsteadOfModules);
        var (draft, faults) = SiteDraft.Of(RealSite.Network, Sample.Root, assets, RealSite.Strings, RealSite.Cards);
        var whole = (await SiteBuilder.BuildAsync(draft!)).Files.ToDictionary(file => file.Path, StringComparer.Ordinal);

        var asked = draft!.FilesWhenAsked(whole).ToList();

        Assert.Empty(faults);
        Assert.Equal(draft.Map.Pages.Length, asked.Count(file => file.Path.EndsWith(".html", StringComparison.Ordinal)));
        Assert.All(asked.Where(file => !file.IsNamedAfterItsContent), file => Assert.Equal(whole[file.Path].Text(), file.Text()));
    }

    [Fact]
    public void Before_anything_was_built_no_page_leads_to_files_that_are_not_there()
    {
        var assets = SiteAssets.Load(SiteAssets.ShippedFolder, SearchScript.InsteadOfModules);
        var draft = SiteDraft.Of(RealSite.Network, Sample.Root, assets, RealSite.Strings, RealSite.Cards).Draft!;

        var front = draft.FilesWhenAsked(new Dictionary<string, OutputFile>()).Single(file => file.Path == "index.html");

        Assert.DoesNotContain("class=\"offline\"", front.Text(), StringComparison.Ordinal);
    }
}
