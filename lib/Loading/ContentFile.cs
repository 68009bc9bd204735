using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Loading;

/// <summary>A content file whose form is right: its value, and where each part of it stands.</summary>
internal sealed class ContentFile<T>(T value, JsonPlaces places, DiagnosticBag diagnostics) : ILoadedFile
    where T : ContentDocument
{
    public T Value { get; } = value;

    ContentDocument ILoadedFile.Document => Value;

    public SourceLocation Locate(ReadOnlySpan<PathSegment> path) => places.Of(path);

    public void Report(DiagnosticCode code, ReadOnlySpan<PathSegment> path, string found, string expected, string remedy)
    {
        if (diagnostics.HasRoom(places.File))
        {
            diagnostics.Add(code, places.Of(path), found, expected, remedy);
        }
    }

    public void ReportInText(DiagnosticCode code, ReadOnlySpan<PathSegment> path, int offset, string found, string expected, string remedy)
    {
        if (diagnostics.HasRoom(places.File))
        {
            diagnostics.Add(code, places.InText(path, offset), found, expected, remedy);
        }
    }
}

/// <summary>A Markdown text, from a file of its own or from a string of published JSON.</summary>
/// <param name="file">The file it stands in, as locations call it.</param>
/// <param name="language">The language it is in.</param>
/// <param name="prose">The text.</param>
/// <param name="locate">Where a character of <see cref="Prose.Markdown"/> stands.</param>
/// <param name="diagnostics">Where its faults go.</param>
internal sealed class ProseFile(string file, Language language, Prose prose, Func<int, SourceLocation> locate, DiagnosticBag diagnostics)
{
    public Language Language { get; } = language;

    public Prose Prose { get; } = prose;

    public string Text => Prose.Markdown;

    public static ProseFile Read(SourceFile source, Language language, DiagnosticBag diagnostics)
    {
        var (path, text) = (source.Path, source.Text());
        return new(path, language, ProseReader.Read(text), offset => SourceFile.LocationOfChar(path, text, offset), diagnostics);
    }

    public void Report(DiagnosticCode code, int offset, string found, string expected, string remedy)
    {
        if (diagnostics.HasRoom(file))
        {
            diagnostics.Add(code, locate(offset), found, expected, remedy);
        }
    }
}
