using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Preview;
using Ledelsesdag.Site.Reports;

namespace Ledelsesdag.Site.Commands;

/// <summary>The verb <c>preview</c>: build, show, wait for an edit, and again until Ctrl+C.</summary>
internal static class PreviewCommand
{
    // From a checkout, edits of style and interface text show without building the tool again.
    private const string CheckoutAssets = "site/assets";
    private const string CheckoutStrings = "site/strings";

    public static async Task<int> RunAsync(SiteOptions options, int port, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var site = new PreviewSite();
            var cards = new CardPress();
            await using var server = await PreviewServer.StartAsync(site, port, cancellation);
            using var watch = new FolderWatch([options.Input, options.StringsFolder, options.LookFolder, CheckoutAssets, CheckoutStrings]);
            var local = options with { OwnOrigin = server.Address };
            terminal.Out.WriteLine($"Preview at {server.Address}. Ctrl+C ends it.");
            await ServeAsync(site, () => PrepareAsync(local, cards, cancellation), server.Address, watch, terminal, cancellation);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            // The way a preview is meant to end.
            return ExitCode.Done;
        }
        catch (IOException e)
        {
            terminal.Error.WriteLine($"error: the preview cannot be served: {e.Message}");
            return ExitCode.Faulty;
        }
    }

    /// <summary>Builds after each change and shows what comes of it, until it is told to stop.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    internal static async Task ServeAsync(
        PreviewSite site, Func<Task<PreparedSite>> prepare, Uri root, FolderWatch watch, Terminal terminal, CancellationToken cancellation)
    {
        while (true)
        {
            var clock = TimeProvider.System;
            var start = clock.GetTimestamp();
            var prepared = await Task.Run(prepare, cancellation);
            TextReport.Write(prepared.Findings, terminal);
            var report = new RunReport(prepared.Findings, prepared.Build?.Pages ?? [], Output: null, clock.GetElapsedTime(start));
            if (prepared is { Build: { } build, Address: { } address })
            {
                site.Show(build.Files, address.BasePath);
                terminal.Out.WriteLine(report.Summary(new Uri(root, address.BasePath).ToString()));
            }
            else
            {
                site.Report(prepared.Messages);
                terminal.Error.WriteLine($"{RunReport.Count(report.Errors, "error")}; the last good site stays. Waiting for an edit …");
            }
            await watch.ChangedAsync(cancellation);
        }
    }

    private static async Task<PreparedSite> PrepareAsync(SiteOptions options, CardPress cards, CancellationToken cancellation)
    {
        var shipped = ToolFolders.Shipped;
        var tool = new ToolFolders(
            Directory.Exists(CheckoutAssets) ? CheckoutAssets : shipped.Assets,
            Directory.Exists(CheckoutStrings) ? CheckoutStrings : shipped.Strings);
        try
        {
            return await PreparedSite.OfAsync(options, tool, cards, cancellation: cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault of the tool, or a file that a page needs and an editor has just taken away: a preview goes on.
            return new PreparedSite(null, null, [Finding.Of(new SiteFault(SiteFault.Shown(options.Input), 0, $"the build failed: {e.Message}"))]);
        }
    }
}
