namespace Ledelsesdag.Content.Loading;

/// <summary>A fault in a Markdown text that does not know yet which file it stands in.</summary>
/// <param name="Code">Which kind of mistake.</param>
/// <param name="Offset">Where it is, in UTF-16 units from the start of the text.</param>
/// <param name="Found">As in <see cref="Diagnostic"/>.</param>
/// <param name="Expected">As in <see cref="Diagnostic"/>.</param>
/// <param name="Remedy">As in <see cref="Diagnostic"/>.</param>
internal readonly record struct ProseFault(DiagnosticCode Code, int Offset, string Found, string Expected, string Remedy);

/// <summary>A stretch of a text, in UTF-16 units.</summary>
/// <param name="Start">The first unit.</param>
/// <param name="Length">How many units.</param>
internal readonly record struct TextSpan(int Start, int Length);
