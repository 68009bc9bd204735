using System.Collections.Immutable;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content;

/// <summary>What came of reading a network.</summary>
public sealed class LoadResult
{
    private readonly Lazy<ImmutableArray<TranslationCoverage>> _translations;
    private readonly ImmutableDictionary<string, Func<int, string>> _lines;

    internal LoadResult(
        Network? network, ImmutableArray<Diagnostic> diagnostics, ImmutableDictionary<string, Func<int, string>> lines,
        Lazy<ImmutableArray<TranslationCoverage>> translations, TranslationsFile? marks)
    {
        Network = network;
        Diagnostics = diagnostics;
        _lines = lines;
        _translations = translations;
        Marks = marks;
    }

    /// <summary>The network; null exactly when a diagnostic is an error.</summary>
    public Network? Network { get; }

    /// <summary>Every fault found, sorted by location, none twice. Of one file a thousand, and LD108 says when there are more.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>
    /// The line in which a diagnostic is, as it was read and without its line break: whoever shows the diagnostic can show the
    /// place. Anything may stand in it, also what a terminal would obey.
    /// </summary>
    /// <param name="place">The location of one of <see cref="Diagnostics"/>.</param>
    /// <returns>Null when it is about the whole file, or no text was read from there.</returns>
    public string? LineAt(SourceLocation place) => place.Line > 0 && _lines.TryGetValue(place.File, out var line) ? line(place.Line) : null;

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
