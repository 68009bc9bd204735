using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>What came of reading a network.</summary>
public sealed class LoadResult
{
    internal LoadResult(Network? network, ImmutableArray<Diagnostic> diagnostics, ImmutableArray<TranslationCoverage> translations)
    {
        Network = network;
        Diagnostics = diagnostics;
        Translations = translations;
    }

    /// <summary>The network; null exactly when a diagnostic is an error.</summary>
    public Network? Network { get; }

    /// <summary>Every fault found, sorted by location, none twice.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>How far each language has come, in the order of the network's languages; empty when those could not be read.</summary>
    public ImmutableArray<TranslationCoverage> Translations { get; }
}
