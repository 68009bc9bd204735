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

    [Fact]
    public async Task A_draft_shows_at_once_with_what_stood_before_and_the_rest_follows_without_a_reload()
    {
        using var preview = new DraftingPreview();
        await preview.Until(state => preview.Text("index.html") == "first" && preview.Text("search.json") == "first index");

        preview.Save("second");
        await preview.Until(_ => preview.Text("index.html") == "second");
        var shown = preview.Site.State;
        Assert.Equal("first index", preview.Text("search.json"));

        preview.Rest.SetResult();
        await preview.Eventually(() => preview.Text("search.json") == "second index");
        Assert.Same(shown, preview.Site.State);
    }

    [Fact]
    public async Task What_only_the_whole_site_can_tell_is_told_after_its_pages_have_been_shown()
    {
        using var preview = new DraftingPreview();
        await preview.Until(state => preview.Text("index.html") == "first");

        preview.Save("with a dead link");
        await preview.Until(state => preview.Text("index.html") == "with a dead link" && state.Faults.IsEmpty);
        preview.Rest.SetResult();
        await preview.Until(state => state.Faults is ["output/index.html: error: dead link"]);

        Assert.Equal("with a dead link", preview.Text("index.html"));
        Assert.Contains("output/index.html: error: dead link", preview.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_edit_does_not_wait_for_the_rest_of_the_last_one()
    {
        using var preview = new DraftingPreview();
        await preview.Until(state => preview.Text("index.html") == "first");

        preview.Save("second");
        await preview.Until(state => preview.Text("index.html") == "second");
        await preview.Eventually(() => preview.Completing == 1);
        preview.Save("third");
        await preview.Until(state => preview.Text("index.html") == "third");

        preview.Rest.SetResult();
        await preview.Eventually(() => preview.Text("search.json") == "third index");
        Assert.Equal(1, preview.BrokenOff);
    }

    /// <summary>A preview of one page, whose site after the first is drafted and completed when <see cref="Rest"/> says so.</summary>
    private sealed class DraftingPreview : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(1));
        private readonly FolderWatch _watch;
        private readonly Task _serving;
        private int _completing;
        private int _brokenOff;

        public DraftingPreview()
        {
            Save("first");
            _watch = new FolderWatch([_folder.At("input")]);
            _serving = PreviewCommand.ServeAsync(
                Site, PrepareAsync, new Uri("http://127.0.0.1:4000/"), _watch, new Terminal(TextWriter.Null, TextWriter.Synchronized(Error), false), _stop.Token);
        }

        public PreviewSite Site { get; } = new();

        public StringWriter Error { get; } = new();

        public TaskCompletionSource Rest { get; } = new();

        public int Completing => Volatile.Read(ref _completing);

        public int BrokenOff => Volatile.Read(ref _brokenOff);

        public void Save(string text) => _folder.Write("input/page", text);

        public string? Text(string path) => Site.State.Files.TryGetValue(path, out var file) ? file.Text() : null;

        public async Task Until(Func<PreviewState, bool> reached)
        {
            for (var state = Site.State; !reached(state); state = Site.State)
            {
                await state.Ended.Task.WaitAsync(_stop.Token);
            }
        }

        public async Task Eventually(Func<bool> reached)
        {
            while (!reached())
            {
                await Task.Delay(5, _stop.Token);
            }
        }

        public void Dispose()
        {
            _stop.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => _serving.GetAwaiter().GetResult());
            _watch.Dispose();
            _folder.Dispose();
            _stop.Dispose();
        }

        private async Task<PreparedSite> PrepareAsync()
        {
            var text = await File.ReadAllTextAsync(_folder.At("input/page"), _stop.Token);
            var page = Sample.File("index.html", text);
            return Site.State.HasSite
                ? Prepared(page).CompletedBy(cancellation => CompleteAsync(page, text, cancellation))
                : Prepared(page, Sample.File("search.json", text + " index"));
        }

        private async Task<PreparedSite> CompleteAsync(OutputFile page, string text, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _completing);
            try
            {
                await Rest.Task.WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _brokenOff);
                throw;
            }
            return text == "with a dead link"
                ? new PreparedSite(null, null, [Finding.Of(new SiteFault("output/index.html", 0, "dead link"))])
                : Prepared(page, Sample.File("search.json", text + " index"));
        }

        private static PreparedSite Prepared(params OutputFile[] files) =>
            new(new SiteBuild { Files = [.. files], Pages = [(Sample.Danish, 1)], Faults = [] }, Sample.Folder, []);
    }

    private static string? Shown(PreviewState state) => state.Files.TryGetValue("index.html", out var file) ? file.Text() : null;
}
