using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Preview;
using Ledelsesdag.Site.Tests;
using Microsoft.Playwright;

namespace Ledelsesdag.Browser.Tests;

[Collection(SiteInBrowser.Name)]
public sealed class PreviewTests(SiteInBrowser site)
{
    [Fact]
    public async Task An_open_preview_shows_an_edit_then_a_fault_over_the_old_site_and_then_its_mending()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(RealSite.InputFolder, "*", SearchOption.AllDirectories))
        {
            folder.Write("input/" + Path.GetRelativePath(RealSite.InputFolder, file), await File.ReadAllTextAsync(file));
        }
        using var stop = new CancellationTokenSource();
        var preview = new PreviewSite();
        await using var server = await PreviewServer.StartAsync(preview, 0, stop.Token);
        using var watch = new FolderWatch([folder.At("input")]);
        var options = new SiteOptions(folder.At("input"), folder.At("output"), null, "/ledelsesdag/") { OwnOrigin = server.Address };
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, false);
        var serving = PreviewCommand.ServeAsync(
            preview, () => PreparedSite.OfAsync(options, ToolFolders.Shipped, cancellation: stop.Token), server.Address, watch, terminal, stop.Token);

        var topic = site.Map.Network.Days[^1].Topics[0];
        var path = site.Map.PlaceOf(topic, SiteInBrowser.Danish).Page.Path;
        try
        {
            await site.ReadAsync(server.Address.ToString().TrimEnd('/'), async page =>
            {
                await FirstSiteAsync(preview);
                await page.GotoAsync(new Uri(server.Address, "/ledelsesdag" + path).AbsoluteUri);
                var text = page.GetByRole(AriaRole.Main);
                var fault = page.GetByRole(AriaRole.Alert);

                Append("lederdag-1/topics/balance.da.md", "\n\nEt afsnit, der blev til undervejs.\n");
                await Assertions.Expect(text).ToContainTextAsync("Et afsnit, der blev til undervejs.");

                var whole = await File.ReadAllTextAsync(folder.At("input/lederdag-1/day.json"));
                folder.Write("input/lederdag-1/day.json", whole[..^10]);
                await Assertions.Expect(fault).ToContainTextAsync("day.json(");
                await Assertions.Expect(fault).ToContainTextAsync("error LD");
                await Assertions.Expect(text).ToContainTextAsync("Et afsnit, der blev til undervejs.");

                folder.Write("input/lederdag-1/day.json", whole);
                Append("lederdag-1/topics/balance.da.md", "\n\nOg et til bagefter.\n");
                await Assertions.Expect(text).ToContainTextAsync("Og et til bagefter.");
                await Assertions.Expect(fault).ToHaveCountAsync(0);
            });
        }
        finally
        {
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
        }

        void Append(string file, string more) => File.AppendAllText(folder.At("input/" + file), more);
    }

    private static async Task FirstSiteAsync(PreviewSite preview)
    {
        for (var state = preview.State; !state.HasSite; state = preview.State)
        {
            await state.Ended.Task;
        }
    }
}
