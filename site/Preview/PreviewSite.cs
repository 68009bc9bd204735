using System.Collections.Immutable;
using System.Globalization;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Preview;

/// <summary>
/// What the preview shows: the last good site, and what is wrong with the content since. One whole state replaces another,
/// so that a request never sees half of each. Safe for any number of threads.
/// </summary>
public sealed class PreviewSite
{
    // Differs from one run to the next, so that a page left open reloads when the preview is started again.
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly Lock _writing = new();
    private volatile PreviewState _state = new() { Files = new Dictionary<string, OutputFile>() };
    private int _count;

    /// <summary>What is shown at this moment.</summary>
    internal PreviewState State => _state;

    /// <summary>Shows a new site; faults are forgotten.</summary>
    /// <param name="files">The whole site.</param>
    /// <param name="basePath">The folder it stands in, with a slash at both ends.</param>
    public void Show(IEnumerable<OutputFile> files, string basePath)
    {
        var byPath = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        lock (_writing)
        {
            var version = string.Create(CultureInfo.InvariantCulture, $"{_run}-{++_count}");
            Replace(new() { Files = byPath, BasePath = basePath, Version = version });
        }
    }

    /// <summary>
    /// Shows pages as they are now, and of what else there is what stood before, until <see cref="Complete"/> brings that too;
    /// faults are forgotten.
    /// </summary>
    /// <param name="files">The pages and what they need.</param>
    /// <param name="basePath">As for <see cref="Show"/>.</param>
    public void ShowDraft(IEnumerable<OutputFile> files, string basePath)
    {
        var all = new Dictionary<string, OutputFile>(_state.Files, StringComparer.Ordinal);
        foreach (var file in files)
        {
            all[file.Path] = file;
        }
        Show(all.Values, basePath);
    }

    /// <summary>Brings the whole of the site that is shown. No page is told: those that are shown are the same.</summary>
    /// <param name="files">The whole site.</param>
    public void Complete(IEnumerable<OutputFile> files)
    {
        var byPath = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        lock (_writing)
        {
            _state.Files = byPath;
        }
    }

    /// <summary>Says what is wrong; the last good site, if there is one, stays.</summary>
    public void Report(ImmutableArray<string> faults)
    {
        lock (_writing)
        {
            Replace(new() { Files = _state.Files, BasePath = _state.BasePath, Version = _state.Version, Faults = faults });
        }
    }

    private void Replace(PreviewState next)
    {
        var before = _state;
        _state = next;
        before.Ended.SetResult();
    }
}

/// <summary>One state of a preview.</summary>
internal sealed class PreviewState
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IReadOnlyDictionary<string, OutputFile> _files = null!;

    /// <summary>By path. The same pages may come to stand among more files while they are shown; never changed in place.</summary>
    public required IReadOnlyDictionary<string, OutputFile> Files
    {
        get => _files;
        set => _files = value;
    }

    public string BasePath { get; init; } = "/";

    /// <summary>Names the site that is shown; empty while there has been none.</summary>
    public string Version { get; init; } = "";

    public ImmutableArray<string> Faults { get; init; } = [];

    public bool HasSite => Version.Length > 0;

    /// <summary>Completed when another state has taken this one's place.</summary>
    public TaskCompletionSource Ended => _ended;
}
