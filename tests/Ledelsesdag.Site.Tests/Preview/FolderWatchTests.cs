using Ledelsesdag.Site.Preview;

namespace Ledelsesdag.Site.Tests.Preview;

public sealed class FolderWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(1));

    public void Dispose()
    {
        _patience.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_edit_a_new_file_in_a_new_folder_a_new_name_and_a_deletion_are_noticed()
    {
        _folder.Write("input/a.json", "1");
        using var watch = new FolderWatch([_folder.At("input")]);

        _folder.Write("input/a.json", "2");
        await watch.ChangedAsync(_patience.Token);
        _folder.Write("input/topics/b.md", "1");
        await watch.ChangedAsync(_patience.Token);
        File.Move(_folder.At("input/topics/b.md"), _folder.At("input/topics/c.md"));
        await watch.ChangedAsync(_patience.Token);
        File.Delete(_folder.At("input/topics/c.md"));
        await watch.ChangedAsync(_patience.Token);
    }

    [Fact]
    public async Task A_folder_that_appears_later_or_is_replaced_is_noticed()
    {
        using var watch = new FolderWatch([_folder.At("input")]);

        _folder.Write("input/a.json", "1");
        await watch.ChangedAsync(_patience.Token);
        Directory.Move(_folder.At("input"), _folder.At("away"));
        await watch.ChangedAsync(_patience.Token);
        _folder.Write("input/b.json", "1");
        await watch.ChangedAsync(_patience.Token);
    }

    [Fact]
    public async Task What_happens_while_nobody_waits_is_not_lost()
    {
        _folder.Write("input/a.json", "1");
        using var watch = new FolderWatch([_folder.At("input")]);
        _folder.Write("input/a.json", "22");
        _folder.Write("input/b.json", "1");

        await watch.ChangedAsync(_patience.Token);
    }

    [Fact]
    public async Task Without_a_change_it_waits_until_it_is_told_to_stop()
    {
        using var watch = new FolderWatch([_folder.Root]);
        using var stop = new CancellationTokenSource();
        var waiting = watch.ChangedAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
