using System.Diagnostics;
using System.Globalization;
using Ledelsesdag.Site;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Benchmarks;

/// <summary>How long a site of any size takes to build: the tool as a process of its own, then its stages, and its peers beside it.</summary>
internal static class SiteScale
{
    // A larger site takes minutes to build so often; what dominates it shows the first time.
    private const int MostToBuildAgain = 200;
    private const int TimesUntilCompiled = 12;

    /// <param name="content">A folder of content; null for a generated one of <paramref name="pages"/>.</param>
    /// <param name="pages">How many pages it has.</param>
    /// <param name="peers">Whether the same prose is also built with Hugo and Eleventy.</param>
    /// <param name="output">Where the figures go.</param>
    public static async Task RunAsync(string? content, int pages, bool peers, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("ledelsesdag-scale-").FullName;
        try
        {
            var input = content is null ? Path.Combine(folder, "input") : Path.GetFullPath(content);
            if (content is null)
            {
                SiteCorpus.Write(input, pages);
            }
            await output.WriteLineAsync($"{pages} pages, {DateTime.Today:yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
            var site = Path.Combine(folder, "site");
            var build = Tool("build");
            Line("build, into an empty folder", build);
            Line("build again, nothing changed", Tool("build"));
            Line("check", Tool("check"));
            if (peers)
            {
                foreach (var peer in Peers.All)
                {
                    peer.Write(Path.Combine(folder, peer.Name), pages, content is null ? input : null);
                    var built = peer.Build(Path.Combine(folder, peer.Name));
                    Line(peer.Name, built);
                    await output.WriteLineAsync(FormattableString.Invariant(
                        $"    this tool took {build.Time / built.Time:0.0} times as long, {build.Worked / built.Worked:0.0} times the work, {(double)build.PeakMemory / built.PeakMemory:0.0} times the memory"));
                }
            }
            var options = new SiteOptions(input, Path.Combine(folder, "stages"), null, null);
            await output.WriteLineAsync("stages, in a process that has built nothing yet");
            await StagesAsync(options, output);
            if (pages <= MostToBuildAgain)
            {
                for (var again = 0; again < TimesUntilCompiled; again++)
                {
                    await StagesAsync(options, TextWriter.Null);
                }
                await output.WriteLineAsync("stages, as a preview has them after some edits");
                await StagesAsync(options, output);
            }

            MeasuredProcess Tool(string verb) => MeasuredProcess.Of(
                "dotnet", folder, typeof(PreparedSite).Assembly.Location, verb, "--input", input, "--output", site);

            void Line(string what, MeasuredProcess run) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what,-30} {run.Time.TotalSeconds,7:0.00} s, worked {run.Worked.TotalSeconds,6:0.00} s {pages / run.Time.TotalSeconds,8:0} pages/s {run.PeakMemory / 1e6,6:0} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>How many pages the content of a folder makes.</summary>
    public static async Task<int> PagesOfAsync(string content) =>
        (await BuiltAsync(new SiteOptions(content, "output", null, null), new StageClock())).Pages.Sum(p => p.Pages);

    private static async Task<SiteBuild> BuiltAsync(SiteOptions options, StageClock clock, ISiteOutput? files = null)
    {
        var site = await PreparedSite.OfAsync(options, ToolFolders.Shipped, output: files ?? new NoOutput(), progress: clock);
        return site.Build ?? throw new IOException(string.Join('\n', site.Messages));
    }

    private static async Task StagesAsync(SiteOptions options, TextWriter output)
    {
        var clock = new StageClock();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var pausedBefore = GC.GetTotalPauseDuration();
        var start = Stopwatch.GetTimestamp();
        using var folder = new OutputFolder(options.Output, options.Input);
        var build = await BuiltAsync(options, clock, folder);
        clock.Report(new("Replacing the site"));
        if (folder.Replace() is { } fault)
        {
            throw new IOException(fault.ToString());
        }
        clock.End();
        var whole = Stopwatch.GetElapsedTime(start);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var paused = GC.GetTotalPauseDuration() - pausedBefore;
        foreach (var (stage, time) in clock.Stages)
        {
            await output.WriteLineAsync(FormattableString.Invariant($"    {stage,-30} {time.TotalMilliseconds,7:0} ms {time / whole,6:0.0%}"));
        }
        await output.WriteLineAsync(FormattableString.Invariant(
            $"    allocated {allocated / 1e3 / build.Pages.Sum(p => p.Pages):0} kB a page; {paused / whole:0.0%} of the time the collector's"));
    }
}
