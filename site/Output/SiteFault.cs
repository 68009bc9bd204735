using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Output;

/// <summary>
/// What is wrong with a finished site or with writing it. An author's mistake is a <see cref="Content.Diagnostic"/>; this
/// is for what shows only at the end: a link to nowhere, two pages at one address, a folder that must not be touched.
/// </summary>
/// <param name="Where">The file or folder meant, with <c>/</c>.</param>
/// <param name="Line">The line from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong and how to mend it, as clauses without a full stop.</param>
public sealed record SiteFault(string Where, int Line, string Message)
{
    /// <summary>The column from 1; 0 when the whole line is meant.</summary>
    public int Column { get; init; }

    /// <summary>Whether it stops the run.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>A path as messages show it, with <c>/</c> on every system.</summary>
    internal static string Shown(string path) => path.Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The same fault of a file that lies below <paramref name="folder"/>.</summary>
    public SiteFault Below(string folder) => this with { Where = Where.Length == 0 ? folder : $"{folder.TrimEnd('/')}/{Where}" };

    /// <summary><c>file(line,column): error: message</c>, with as much of the place as is known.</summary>
    public override string ToString()
    {
        var place = (Line, Column) switch
        {
            (0, _) => "",
            (_, 0) => $"({Line})",
            _ => $"({Line},{Column})",
        };
        return $"{Where}{place}: {(Severity == Severity.Error ? "error" : "warning")}: {Message}";
    }
}
