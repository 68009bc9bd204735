using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>What came of reading a network.</summary>
public sealed class LoadResult
{
    internal LoadResult(Network? network, ImmutableArray<Diagnostic> diagnostics)
    {
        Network = network;
        Diagnostics = diagnostics;
    }

    /// <summary>The network; null exactly when a diagnostic is an error.</summary>
    public Network? Network { get; }

    /// <summary>Every fault found, sorted by location, none twice.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
