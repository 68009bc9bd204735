using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Ledelsesdag.Site.Output;

/// <summary>Keeps every file: for whoever shows a site without writing it.</summary>
internal sealed class KeptFiles : ISiteOutput
{
    private readonly ConcurrentBag<OutputFile> _files = [];

    /// <summary>The files taken so far, sorted by path.</summary>
    public ImmutableArray<OutputFile> Sorted => [.. _files.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Take(OutputFile file) => _files.Add(file);
}
