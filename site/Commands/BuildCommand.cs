using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Reports;

namespace Ledelsesdag.Site.Commands;

/// <summary>The verbs <c>build</c>, and <c>check</c>, which is a build that writes nothing.</summary>
internal static class BuildCommand
{
    public static async Task<int> RunAsync(SiteOptions options, ReportFormat format, bool write, Terminal terminal, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        PreparedSite site;
        SiteFault? notWritten = null;
        using (var progress = new ProgressLine(terminal, clock))
        {
            site = await PreparedSite.OfAsync(options, ToolFolders.Shipped, progress: progress, cancellation: cancellation);
            if (write && site.Build is { } build)
            {
                progress.Report(new("Writing files"));
                notWritten = OutputFolder.Write(options.Output, options.Input, build.Files, cancellation);
            }
        }

        var findings = notWritten is null ? site.Findings : site.Findings.Add(Finding.Of(notWritten));
        var report = new RunReport(findings, site.Build?.Pages ?? [], write ? options.Output : null, clock.GetElapsedTime(start));
        report.Write(format, terminal);
        return report.IsDone ? ExitCode.Done : ExitCode.Faulty;
    }
}
