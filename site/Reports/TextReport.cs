using System.Collections.Immutable;
using Ledelsesdag.Site.Commands;

namespace Ledelsesdag.Site.Reports;

/// <summary>One line a finding, and on a terminal the author's own line below it.</summary>
internal static class TextReport
{
    public static void Write(RunReport report, Terminal terminal)
    {
        Write(report.Findings, terminal);
        report.WriteVerdict(terminal);
    }

    public static void Write(ImmutableArray<Finding> findings, Terminal terminal)
    {
        foreach (var finding in findings)
        {
            terminal.Error.WriteLine(finding);
            if (terminal.Width is { } width && finding is { Line: { } line, Location: { Line: > 0, Column: > 0 } place })
            {
                terminal.Error.WriteLine(Excerpt.Of(line, place.Line, place.Column, width));
            }
        }
    }
}
