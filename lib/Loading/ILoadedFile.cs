using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Loading;

/// <summary>A content file whatever its type, for rules that hold in all of them.</summary>
internal interface ILoadedFile
{
    ContentDocument Document { get; }

    SourceLocation Locate(ReadOnlySpan<PathSegment> path);

    void Report(DiagnosticCode code, ReadOnlySpan<PathSegment> path, string found, string expected, string remedy);

    void ReportInText(DiagnosticCode code, ReadOnlySpan<PathSegment> path, int offset, string found, string expected, string remedy);
}
