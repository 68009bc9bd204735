using System.Globalization;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Commands;

/// <summary>The verbs <c>build</c>, and <c>check</c>, which is a build that writes nothing.</summary>
internal static class BuildCommand
{
    public static async Task<int> RunAsync(SiteOptions options, bool write, Terminal terminal, CancellationToken cancellation)
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

        foreach (var message in site.Messages)
        {
            terminal.Error.WriteLine(message);
        }
        if (notWritten is not null)
        {
            terminal.Error.WriteLine(notWritten);
        }
        if (site.Build is null || notWritten is not null)
        {
            terminal.Error.WriteLine(Verdict(options, site.Messages.Length - site.Warnings + (notWritten is null ? 0 : 1), site.Warnings, write));
            return ExitCode.Faulty;
        }
        terminal.Out.WriteLine(Summary(site, clock.GetElapsedTime(start), write ? options.Output : "nothing written"));
        return ExitCode.Done;
    }

    /// <summary><c>62 pages (31 da, 31 en), 0 warnings, 1.2 s → output</c>.</summary>
    internal static string Summary(PreparedSite site, TimeSpan time, string target)
    {
        var pages = site.Build!.Pages;
        var languages = string.Join(", ", pages.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Pages} {p.Language}")));
        return string.Create(CultureInfo.InvariantCulture,
            $"{Count(pages.Sum(p => p.Pages), "page")} ({languages}), {Count(site.Warnings, "warning")}, {time.TotalSeconds:0.0} s → {target}");
    }

    private static string Verdict(SiteOptions options, int errors, int warnings, bool write)
    {
        var untouched = write ? $"; '{options.Output}' is as it was" : "";
        return $"{Count(errors, "error")}, {Count(warnings, "warning")}{untouched}.";
    }

    internal static string Count(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");
}
