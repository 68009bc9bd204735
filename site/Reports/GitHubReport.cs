using System.Globalization;
using Ledelsesdag.Site.Commands;

namespace Ledelsesdag.Site.Reports;

/// <summary>
/// Workflow commands: <c>::error file=…,line=…,col=…,title=…::message</c>. GitHub shows each beside the line it is about, if
/// the tool was started at the top of the repository.
/// </summary>
internal static class GitHubReport
{
    public static void Write(RunReport report, Terminal terminal)
    {
        foreach (var finding in report.Findings)
        {
            terminal.Out.WriteLine(Command(finding));
        }
        report.WriteVerdict(terminal);
    }

    private static string Command(Finding finding)
    {
        var properties = new List<string> { $"file={Property(finding.Location.File)}" };
        if (JsonReport.Known(finding.Location.Line) is { } line)
        {
            properties.Add(string.Create(CultureInfo.InvariantCulture, $"line={line}"));
        }
        if (JsonReport.Known(finding.Location.Column) is { } column)
        {
            properties.Add(string.Create(CultureInfo.InvariantCulture, $"col={column}"));
        }
        if (finding.Diagnostic?.Code is { } code)
        {
            properties.Add($"title={Property($"{code.Id}: {code.Title}")}");
        }
        return $"::{finding.Word} {string.Join(',', properties)}::{Data(finding.Message)}";
    }

    // What ends a message or a property, or begins the next, would be a command of the author's to the workflow.
    private static string Data(string text) =>
        Visible.Text(text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal));

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
