using System.Collections.Immutable;
using System.Globalization;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Commands;

namespace Ledelsesdag.Site.Reports;

/// <summary>What a build or a check has to tell when it is over.</summary>
/// <param name="Findings">Everything found, in the order of the stages.</param>
/// <param name="Pages">How many pages the site has in each language; empty when there is none.</param>
/// <param name="Output">The folder the site was to be written to; null for a check.</param>
/// <param name="Time">How long it took.</param>
public sealed record RunReport(ImmutableArray<Finding> Findings, ImmutableArray<(Language Language, int Pages)> Pages, string? Output, TimeSpan Time)
{
    /// <summary>How many errors there are; with none, the site was made.</summary>
    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    /// <summary>How many warnings there are.</summary>
    public int Warnings => Findings.Length - Errors;

    /// <summary>Whether the site was made.</summary>
    public bool IsDone => Errors == 0;

    /// <summary>Tells it in one of the forms.</summary>
    public void Write(ReportFormat format, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        switch (format)
        {
            case ReportFormat.Text:
                TextReport.Write(this, terminal);
                break;
            case ReportFormat.Json:
                terminal.Out.WriteLine(JsonReport.Write(this));
                break;
            case ReportFormat.GitHub:
                GitHubReport.Write(this, terminal);
                break;
            case ReportFormat.Sarif:
                terminal.Out.WriteLine(SarifReport.Write(this));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such form.");
        }
    }

    /// <summary><c>62 pages (31 da, 31 en), 0 warnings, 1.2 s → output</c>.</summary>
    internal string Summary(string target)
    {
        var languages = string.Join(", ", Pages.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Pages} {p.Language}")));
        return string.Create(CultureInfo.InvariantCulture,
            $"{Count(Pages.Sum(p => p.Pages), "page")} ({languages}), {Count(Warnings, "warning")}, {Time.TotalSeconds:0.0} s → {target}");
    }

    /// <summary>The last line: what was made, on the standard output, or why nothing was.</summary>
    internal void WriteVerdict(Terminal terminal)
    {
        if (IsDone)
        {
            terminal.Out.WriteLine(Summary(Output ?? "nothing written"));
            return;
        }
        var untouched = Output is null ? "" : $"; '{Output}' is as it was";
        terminal.Error.WriteLine($"{Count(Errors, "error")}, {Count(Warnings, "warning")}{untouched}.");
    }

    internal static string Count(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");
}
