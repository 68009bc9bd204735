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
        using (var folder = write ? new OutputFolder(options.Output, options.Input) : null)
        {
            site = await PreparedSite.OfAsync(options, ToolFolders.Shipped, output: folder ?? (ISiteOutput)new NoOutput(), progress: progress, cancellation: cancellation);
            if (site.Build is not null)
            {
                progress.Report(new("Putting the site in its place"));
                notWritten = folder?.Replace(cancellation);
            }
        }

        var findings = notWritten is null ? site.Findings : site.Findings.Add(Finding.Of(notWritten));
        var report = new RunReport(findings, site.Build?.Pages ?? [], write ? options.Output : null, clock.GetElapsedTime(start));
        report.Write(format, terminal);
        return report.IsDone ? ExitCode.Done : ExitCode.Faulty;
    }
}
