using System.Collections.Immutable;
using System.Runtime.Versioning;
using AngleSharp.Html.Parser;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Printing;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests.Printing;

/// <summary>What becomes of a site whose browser is missing, broken or slow; a real one prints in the browser tests.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PdfPressTests : IDisposable
{
    // Of no account where the browser ends by itself.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Writes a PDF of a kind, and looks first whether page and style are there: $page and $pdf are what it was told.
    private const string Printing =
        """
        for a; do case $a in --print-to-pdf=*) pdf=${a#*=};; file://*) page=${a#file://};; esac; done
        style=$(sed -nE 's/.*rel="stylesheet" href="([^"]*(handout|posters)\.css)".*/\1/p' "$page")
        [ -s "$style" ] || { echo "no style at '$style'" >&2; exit 3; }
        printf '%%PDF-1.4 /CreationDate (D:20261123211222+00%s00%s)' "'" "'" > "$pdf"
        """;

    private static readonly SiteMap Map = RealSite.Map(Sample.Root);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_browser_it_is_told_where_one_was_looked_for()
    {
        var (files, fault) = await PrintAsync();
        Assert.Empty(files);
        Assert.StartsWith("no browser was found (looked for chromium, ", fault, StringComparison.Ordinal);
        Assert.Contains("CHROME_PATH", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_fails_is_told_with_its_last_words()
    {
        var (files, fault) = await PrintAsync(Script("echo 'no display' >&2; exit 1"));
        Assert.Empty(files);
        Assert.EndsWith(": it ended with exit code 1 (no display)", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_is_not_there_is_told() =>
        Assert.StartsWith($"'{_folder.At("gone")}': it cannot be started (", (await PrintAsync(_folder.At("gone"))).Fault, StringComparison.Ordinal);

    [Fact]
    public async Task A_browser_that_writes_nothing_is_told() =>
        Assert.EndsWith(": it wrote no file", (await PrintAsync(Script("exit 0"))).Fault, StringComparison.Ordinal);

    [Fact]
    public async Task A_browser_that_writes_something_else_is_told() =>
        Assert.EndsWith(": what it wrote is no PDF", (await PrintAsync(Script(Printing + "\necho '<html>' > \"$pdf\""))).Fault, StringComparison.Ordinal);

    /// <summary>A process that was left behind would hold the pipe, and this test would not end.</summary>
    [Fact]
    public async Task A_browser_that_hangs_is_ended_with_all_its_processes()
    {
        var program = Script($"echo $$ >> '{_folder.At("ids")}'; sh -c 'echo $$ >> \"{_folder.At("ids")}\"; exec sleep 1000'");
        var (files, fault) = await new PdfPress([program], TimeSpan.FromSeconds(3)).PrintAsync(Map, Assets, LookOf(Map), null, default);
        Assert.Empty(files);
        Assert.EndsWith(": it had not printed a page after 3 seconds", fault, StringComparison.Ordinal);
        foreach (var id in File.ReadAllLines(_folder.At("ids")).Select(int.Parse))
        {
            Assert.True(await EndedAsync(id), $"process {id} still runs");
        }
    }

    [Fact]
    public async Task A_run_that_is_broken_off_ends_the_browser()
    {
        using var stop = new CancellationTokenSource();
        var program = Script($"echo started > '{_folder.At("started")}'; exec sleep 1000");
        var printing = new PdfPress([program], Patience).PrintAsync(Map, Assets, LookOf(Map), null, stop.Token);
        while (!File.Exists(_folder.At("started")))
        {
            Assert.False(printing.IsCompleted);
            await Task.Yield();
        }
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => printing);
    }

    [Fact]
    public async Task Where_the_first_browser_is_a_mere_stand_in_the_next_prints()
    {
        var (files, fault) = await PrintAsync(Script("exit 1", "stand-in"), Script(Printing));
        Assert.Null(fault);
        Assert.Equal(Map.Pages.SelectMany(page => Map.PrintsOf(page)).Select(print => print.Path[1..]), files.Select(file => file.Path));
        Assert.All(files, file => Assert.Equal("%PDF-1.4 /CreationDate (D:20140225000000+00'00')", file.Text()));
    }

    [Fact]
    public async Task A_site_names_the_PDFs_it_has_and_how_large_they_are()
    {
        var build = await BuildAsync(new PdfPress([Script(Printing + "\nhead -c 3000 /dev/zero >> \"$pdf\"")], Patience));
        Assert.Empty(build.Faults);
        Assert.Empty(build.Warnings);
        Assert.Equal(
            Map.Pages.SelectMany(page => Map.PrintsOf(page)).Select(print => $"{print.Page.Path} {print.Path}"),
            LinksIn(build).Select(link => $"{link.Page} {link.Href}"));
        Assert.All(LinksIn(build), link => Assert.EndsWith(", 3 kB)", link.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_without_a_browser_is_built_with_a_warning_and_names_no_PDF()
    {
        var build = await BuildAsync(new PdfPress([], Patience));
        Assert.Empty(build.Faults);
        Assert.StartsWith("no PDF was made: no browser was found (", Assert.Single(build.Warnings), StringComparison.Ordinal);
        Assert.Empty(LinksIn(build));
        Assert.DoesNotContain(build.Files, file => file.Path.EndsWith(Print.Extension, StringComparison.Ordinal));
    }

    private static SiteAssets Assets { get; } = SiteAssets.Load(SiteAssets.ShippedFolder, SearchScript.InsteadOfModules);

    private static Look LookOf(SiteMap map) => new(
        Assets.ReadTheme().Theme!,
        map.Pages.Select(page => Card.Of(page, map)).OfType<Card>().Distinct().ToDictionary(card => card, _ => "/card.png"));

    private static Task<SiteBuild> BuildAsync(PdfPress press) =>
        SiteBuilder.BuildAsync(RealSite.Network, Sample.Root, Assets, RealSite.Strings, RealSite.Cards, press);

    private static List<(string Page, string Href, string Words)> LinksIn(SiteBuild build)
    {
        var files = build.Files.ToDictionary(file => file.Path);
        return
        [
            .. Map.Pages.SelectMany(page =>
            {
                using var document = new HtmlParser().ParseDocument(files[page.OutputPath].Text());
                return document.QuerySelectorAll("a[type='application/pdf']").Select(a => (page.Path, a.GetAttribute("href")!, a.TextContent)).ToList();
            }),
        ];
    }

    private static async Task<bool> EndedAsync(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            return true;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static Task<(ImmutableArray<OutputFile> Files, string? Fault)> PrintAsync(params string[] programs) =>
        new PdfPress([.. programs], Patience).PrintAsync(Map, Assets, LookOf(Map), null, default);

    private string Script(string does, string name = "browser")
    {
        var script = _folder.Write(name, $"#!/bin/sh\n{does}\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    }
}
