namespace Ledelsesdag.Content;

/// <summary>An author's mistake, as a value: what was found where, what was expected, how to mend it.</summary>
/// <param name="Code">Which kind of mistake; every kind stands in the catalogue once.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Found">What stands there, as a clause without a full stop.</param>
/// <param name="Expected">What should stand there, as it reads after "expected".</param>
/// <param name="Remedy">How to mend it, as a clause that an author can follow.</param>
public sealed record Diagnostic(DiagnosticCode Code, SourceLocation Location, string Found, string Expected, string Remedy)
{
    /// <summary>Found, expected and remedy in one sentence each.</summary>
    public string Message => $"{Found}; expected {Expected}; {Remedy}";

    /// <summary><c>file(line,column): error CODE: found; expected …; how to mend it</c>, the form editors and CI recognise.</summary>
    public override string ToString() =>
        $"{Location}: {(Code.Severity == Severity.Error ? "error" : "warning")} {Code.Id}: {Message}";
}

/// <summary>What a diagnostic does to the run.</summary>
public enum Severity
{
    /// <summary>The content is published all the same.</summary>
    Warning,

    /// <summary>Nothing is published until it is mended.</summary>
    Error,
}
