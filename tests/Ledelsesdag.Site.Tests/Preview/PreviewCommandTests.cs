using System.Collections.Immutable;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Preview;
using Ledelsesdag.Site.Reports;

namespace Ledelsesdag.Site.Tests.Preview;

public sealed class PreviewCommandTests
{
    [Fact]
    public async Task Content_saved_in_two_steps_shows_the_fault_keeps_the_site_and_recovers_unaided()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        folder.Write("input/page", "first");
        var site = new PreviewSite();
        using var watch = new FolderWatch([folder.At("input")]);
        var (output, error) = (new StringWriter(), new StringWriter());
        var serving = PreviewCommand.ServeAsync(site, Prepare, new Uri("http://127.0.0.1:4000/"), watch, new Terminal(output, error, false), stop.Token);

        await Until(state => Shown(state) == "first");
        folder.Write("input/page", "");
        await Until(state => Shown(state) == "first" && state.Faults is ["input/page: error: empty"]);
        folder.Write("input/page", "second");
        await Until(state => Shown(state) == "second" && state.Faults.IsEmpty);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
        Assert.Contains("input/page: error: empty", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("→ http://127.0.0.1:4000/ledelsesdag/", output.ToString(), StringComparison.Ordinal);

        async Task Until(Func<PreviewState, bool> reached)
        {
            for (var state = site.State; !reached(state); state = site.State)
            {
                await state.Ended.Task.WaitAsync(stop.Token);
            }
        }

        async Task<PreparedSite> Prepare()
        {
            var text = await File.ReadAllTextAsync(folder.At("input/page"), stop.Token);
            return text.Length == 0
                ? new PreparedSite(null, null, [Finding.Of(new SiteFault("input/page", 0, "empty"))])
                : new PreparedSite(
                    new SiteBuild { Files = [Sample.File("index.html", text)], Pages = [(Sample.Danish, 1)], Faults = ImmutableArray<SiteFault>.Empty },
                    Sample.Folder, []);
        }
    }

    private static string? Shown(PreviewState state) => state.Files.TryGetValue("index.html", out var file) ? file.Text() : null;
}
