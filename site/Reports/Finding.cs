using System.Globalization;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Reports;

/// <summary>
/// One fault or warning of a run, whichever stage found it: a <see cref="Diagnostic"/> of the content, a
/// <see cref="SiteFault"/>, or what a site can do without.
/// </summary>
/// <param name="Severity">Whether it stops the run.</param>
/// <param name="Location">Where it is, the file as seen from where the tool was started.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record Finding(Severity Severity, SourceLocation Location, string Message)
{
    /// <summary>The diagnostic it is, for its code and the parts of its message; null when it is of the site and not of the content.</summary>
    public Diagnostic? Diagnostic { get; private init; }

    /// <summary>The author's line in which it is, as it was read; null where it is about no line.</summary>
    public string? Line { get; private init; }

    /// <summary>A mistake in the content.</summary>
    /// <param name="diagnostic">The mistake.</param>
    /// <param name="input">The content folder.</param>
    /// <param name="line">The line it is in; null for none.</param>
    public static Finding Of(Diagnostic diagnostic, string input, string? line)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(input);
        return new(diagnostic.Code.Severity, Place(diagnostic.Location, input), diagnostic.Message) { Diagnostic = diagnostic, Line = line };
    }

    /// <summary>What is wrong with the site or its folder.</summary>
    public static Finding Of(SiteFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new(fault.Severity, new(fault.Where, fault.Line, fault.Column), fault.Message);
    }

    /// <summary>The place with its file's path as seen from here, so that an editor can open it.</summary>
    internal static SourceLocation Place(SourceLocation location, string input) =>
        location with { File = location.File.Length == 0 ? SiteFault.Shown(input) : $"{SiteFault.Shown(input).TrimEnd('/')}/{location.File}" };

    /// <summary>
    /// <c>file(line,column): error CODE: message</c>, the form that editors and CI recognise, as one line that is safe to print.
    /// </summary>
    public override string ToString()
    {
        var place = Location switch
        {
            { Line: 0 } => "",
            { Column: 0 } => string.Create(CultureInfo.InvariantCulture, $"({Location.Line})"),
            _ => string.Create(CultureInfo.InvariantCulture, $"({Location.Line},{Location.Column})"),
        };
        var code = Diagnostic is null ? "" : $" {Diagnostic.Code}";
        return $"{Visible.Text(Location.File)}{place}: {Word}{code}: {Visible.Text(Message)}";
    }

    /// <summary>The severity as every form of report writes it.</summary>
    internal string Word => Severity == Severity.Error ? "error" : "warning";
}
