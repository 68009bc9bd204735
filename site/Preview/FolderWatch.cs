using System.Threading.Channels;

namespace Ledelsesdag.Site.Preview;

/// <summary>
/// Tells when something in some folders has changed. The system's messages make it quick; a look at names, sizes and times
/// every two seconds makes it certain where those are lost: overflow, network drives, a folder that appears later.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    // An editor that writes without end still gets a build every two seconds or so.
    private const int LongestWait = 100;

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, FileSystemWatcher> _watchers = [];
    private readonly string[] _folders;
    private int _seen;

    public FolderWatch(IEnumerable<string> folders)
    {
        _folders = [.. folders.Select(Path.GetFullPath)];
        Listen();
        _seen = Look();
    }

    /// <summary>Waits for a change since the watch began or was last asked, and then for the end of the writing.</summary>
    public async Task ChangedAsync(CancellationToken cancellation)
    {
        while (true)
        {
            using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            look.CancelAfter(BetweenLooks);
            try
            {
                await _changes.Reader.ReadAsync(look.Token);
                break;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                Listen();
                if (Look() != _seen)
                {
                    break;
                }
            }
        }
        // Editors save in several steps, and a pull changes many files.
        var waited = 0;
        do
        {
            await Task.Delay(Quiet, cancellation);
        }
        while (_changes.Reader.TryRead(out _) && ++waited < LongestWait);
        _seen = Look();
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Dispose();
        }
    }

    private void Listen()
    {
        foreach (var folder in _folders)
        {
            if (!Directory.Exists(folder))
            {
                if (_watchers.Remove(folder, out var gone))
                {
                    gone.Dispose();
                }
                continue;
            }
            if (_watchers.ContainsKey(folder))
            {
                continue;
            }
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Note();
            watcher.Created += (_, _) => Note();
            watcher.Deleted += (_, _) => Note();
            watcher.Renamed += (_, _) => Note();
            watcher.Error += (_, _) => Note();
            try
            {
                watcher.EnableRaisingEvents = true;
                _watchers.Add(folder, watcher);
            }
            catch (IOException)
            {
                // The system has no more watches to give; looking must do.
                watcher.Dispose();
            }
        }
    }

    private void Note() => _changes.Writer.TryWrite(true);

    private int Look()
    {
        var hash = new HashCode();
        foreach (var folder in _folders)
        {
            try
            {
                foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
                             .OrderBy(f => f.FullName, StringComparer.Ordinal))
                {
                    hash.Add(file.FullName, StringComparer.Ordinal);
                    hash.Add(file.Length);
                    hash.Add(file.LastWriteTimeUtc);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                hash.Add(folder, StringComparer.Ordinal);
            }
        }
        return hash.ToHashCode();
    }
}
