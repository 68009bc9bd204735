using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Loading;

/// <summary>A content file whose form is right: its value, and where each part of it stands.</summary>
internal sealed class ContentFile<T>(SourceFile source, T value, DiagnosticBag diagnostics) : ILoadedFile
    where T : ContentDocument
{
    // The index costs more than reading the file did, so only a file that has a fault pays for it.
    private readonly Lazy<JsonPlace> _places = new(() =>
        JsonPlace.Parse(source, diagnostics) ?? throw new InvalidOperationException($"{source.Path} was read, but is not JSON."));

    public T Value { get; } = value;

    ContentDocument ILoadedFile.Document => Value;

    /// <summary>Where the value at <paramref name="path"/> stands, or the nearest one around it.</summary>
    public SourceLocation Locate(ReadOnlySpan<PathSegment> path) => source.LocationOf(_places.Value.Find(path).Start);

    /// <summary>Where a character of the text at <paramref name="path"/> stands; the text's beginning where escapes hide it.</summary>
    private SourceLocation LocateInText(ReadOnlySpan<PathSegment> path, int offset)
    {
        var place = _places.Value.Find(path);
        var start = source.LocationOf(place.Start);
        return place.IsVerbatim ? start with { Column = start.Column + 1 + offset } : start;
    }

    public void Report(DiagnosticCode code, ReadOnlySpan<PathSegment> path, string found, string expected, string remedy) =>
        diagnostics.Add(code, Locate(path), found, expected, remedy);

    public void ReportInText(DiagnosticCode code, ReadOnlySpan<PathSegment> path, int offset, string found, string expected, string remedy) =>
        diagnostics.Add(code, LocateInText(path, offset), found, expected, remedy);
}

/// <summary>A Markdown file and the prose in it.</summary>
internal sealed class ProseFile
{
    private readonly SourceFile _source;
    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;

    public ProseFile(SourceFile source, Language language, DiagnosticBag diagnostics)
    {
        _source = source;
        _text = source.Text();
        _diagnostics = diagnostics;
        Language = language;
        Prose = ProseReader.Read(_text);
    }

    public Language Language { get; }

    public Prose Prose { get; }

    public string Text => _text;

    public void Report(DiagnosticCode code, int offset, string found, string expected, string remedy) =>
        _diagnostics.Add(code, _source.LocationOfChar(_text, offset), found, expected, remedy);
}
