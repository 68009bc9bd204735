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

    /// <summary>Every fault found, sorted by location, none twice.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>How far each language has come, in the order of the network's languages; empty when those could not be read.</summary>
    public ImmutableArray<TranslationCoverage> Translations => _translations.Value;

    /// <summary>
    /// Whether translations can be marked: everything was read, and no error is left but that too little is translated (LD312),
    /// which marks may mend.
    /// </summary>
    public bool CanMarkTranslations => Diagnostics.All(d => d.Code.Severity != Severity.Error || d.Code == DiagnosticCode.TooLittleTranslated);

    /// <summary>The marks on translations as they were read; null where there are none.</summary>
    internal TranslationsFile? Marks { get; }
}
