using System.Collections.Immutable;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content;

/// <summary>What came of reading a network.</summary>
public sealed class LoadResult
{
    private readonly Lazy<ImmutableArray<TranslationCoverage>> _translations;

    internal LoadResult(Network? network, ImmutableArray<Diagnostic> diagnostics, Lazy<ImmutableArray<TranslationCoverage>> translations, TranslationsFile? marks)
    {
        Network = network;
        Diagnostics = diagnostics;
        _translations = translations;
        Marks = marks;
    }

    /// <summary>The network; null exactly when a diagnostic is an error.</summary>
    public Network? Network { get; }

    /// <summary>Every fault found, sorted by location, none twice. Of one file a thousand, and LD108 says when there are more.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>How far each language has come, in the order of the network's languages; empty when those could not be read.</summary>
    public ImmutableArray<TranslationCoverage> Translations => _translations.Value;

    /// <summary>The marks on translations as they were read; null where there are none.</summary>
    internal TranslationsFile? Marks { get; }
}
