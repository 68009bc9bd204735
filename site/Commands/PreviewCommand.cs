using System.Net.Sockets;
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

    // An author who saves twice, and the browser that fetches what it was told of, come before the rest of the site.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

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
            await ServeAsync(site, () => PrepareAsync(local, site, cards, cancellation), server.Address, watch, terminal, cancellation);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            // The way a preview is meant to end.
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            terminal.Error.WriteLine($"error: the preview cannot be served at port {port} ({e.Message.TrimEnd('.')}); name another with --port, from 1024 on");
            return ExitCode.Faulty;
        }
    }

    /// <summary>Prepares after each change and shows what comes of it, until it is told to stop.</summary>
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
            var changed = Task.CompletedTask;
            if (prepared is { Build: { } build, Address: { } address })
            {
                if (prepared.Complete is null)
                {
                    site.Show(build.Files, address.BasePath);
                }
                else
                {
                    site.ShowDraft(build.Files, address.BasePath);
                }
                terminal.Out.WriteLine(report.Summary(new Uri(root, address.BasePath).ToString()));
                changed = watch.ChangedAsync(cancellation);
                await CompleteAsync(site, prepared, changed, terminal, cancellation);
            }
            else
            {
                site.Report(prepared.Messages);
                terminal.Error.WriteLine($"{RunReport.Count(report.Errors, "error")}{(site.State.HasSite ? "; the last good site stays" : "")}. Waiting for an edit …");
                changed = watch.ChangedAsync(cancellation);
            }
            await changed;
        }
    }

    /// <summary>Builds the rest of a site whose pages are shown already, and says what only the whole can tell; the next edit ends it.</summary>
    private static async Task CompleteAsync(PreviewSite site, PreparedSite shown, Task changed, Terminal terminal, CancellationToken cancellation)
    {
        if (shown.Complete is not { } complete || await Task.WhenAny(changed, Task.Delay(Pause, cancellation)) == changed)
        {
            return;
        }
        var edited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var building = Task.Run(() => complete(edited.Token), cancellation);
        // Where the next edit is first, nobody waits until the build has noticed: it ends by itself, and what it made is not shown.
        _ = building.ContinueWith(_ => edited.Dispose(), TaskScheduler.Default);
        if (await Task.WhenAny(changed, building) == changed)
        {
            await edited.CancelAsync();
            return;
        }
        try
        {
            var whole = await building;
            TextReport.Write([.. whole.Findings.Except(shown.Findings)], terminal);
            if (whole.Build is { } build)
            {
                site.Complete(build.Files);
                return;
            }
            site.Report(whole.Messages);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault of the tool, or a file that a page needs and an editor has just taken away: a preview goes on.
            site.Report([$"the build failed: {e.Message}"]);
            terminal.Error.WriteLine($"error: the build failed: {e.Message}");
        }
        terminal.Error.WriteLine("Not all of the site could be built; its pages are shown as they are. Waiting for an edit …");
    }

    private static async Task<PreparedSite> PrepareAsync(SiteOptions options, PreviewSite site, CardPress cards, CancellationToken cancellation)
    {
        var shipped = ToolFolders.Shipped;
        var tool = new ToolFolders(
            Directory.Exists(CheckoutAssets) ? CheckoutAssets : shipped.Assets,
            Directory.Exists(CheckoutStrings) ? CheckoutStrings : shipped.Strings);
        try
        {
            return site.State.HasSite
                ? await PreparedSite.DraftAsync(options, tool, cards, site.State.Files)
                : await PreparedSite.OfAsync(options, tool, cards, cancellation: cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // As above.
            return new PreparedSite(null, null, [Finding.Of(new SiteFault(SiteFault.Shown(options.Input), 0, $"the build failed: {e.Message}"))]);
        }
    }
}
