using System.Collections.Immutable;
using System.Globalization;
using Ledelsesdag.Site.Components;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Printing;

/// <summary>
/// Makes the PDFs of a site with a browser of the machine. No site depends on them: where no browser is at hand, or none can
/// print, that is told and the pages stand without.
/// </summary>
public sealed class PdfPress
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ImmutableArray<string> _browsers;
    private readonly TimeSpan _patience;

    /// <summary>Makes a press of browsers, which are tried in turn until one prints.</summary>
    /// <param name="browsers">Their programs.</param>
    /// <param name="patience">How long one page may take.</param>
    internal PdfPress(ImmutableArray<string> browsers, TimeSpan patience) => (_browsers, _patience) = (browsers, patience);

    /// <summary>The press of this machine.</summary>
    public static PdfPress OfThisMachine() => new(InstalledBrowsers.OfThisMachine.Find(), Patience);

    /// <summary>Prints every page that is made to be printed.</summary>
    /// <param name="map">The site.</param>
    /// <param name="assets">Its styles.</param>
    /// <param name="look">Its colours and cards.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <returns>The files; and why there are none, as a clause.</returns>
    /// <exception cref="OperationCanceledException">The run was broken off.</exception>
    internal async Task<(ImmutableArray<OutputFile> Files, string? Fault)> PrintAsync(
        SiteMap map, SiteAssets assets, Look look, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        if (_browsers.IsEmpty)
        {
            return ([], $"no browser was found ({InstalledBrowsers.LookedFor})");
        }
        var folder = Directory.CreateTempSubdirectory("ledelsesdag-");
        try
        {
            var sheets = await LayOutAsync(folder.FullName, map, assets, look);
            var faults = new List<string>();
            foreach (var program in _browsers)
            {
                var (files, fault) = await PrintAsync(new Browser(program, _patience), folder.FullName, sheets, progress, cancellation);
                if (fault is null)
                {
                    return (files, null);
                }
                faults.Add($"'{program}': {fault}");
            }
            return ([], string.Join("; ", faults));
        }
        finally
        {
            Remove(folder);
        }
    }

    /// <summary>
    /// Writes the pages with their styles into a folder, from where a browser reads them without a server. What they link to is
    /// not there, nor beside the PDF later, so their links are whole addresses.
    /// </summary>
    private static async Task<List<(Print Print, string Page)>> LayOutAsync(string folder, SiteMap map, SiteAssets assets, Look look)
    {
        foreach (var asset in assets.Files)
        {
            var path = Path.Combine(folder, asset.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, asset.Content.ToArray());
        }
        var apart = map.InFull;
        var here = new SiteAddress(new Uri("file:///"), new Uri(folder + Path.DirectorySeparatorChar).AbsolutePath);
        var sheets = new List<(Print, string)>();
        await using var renderer = new PageRenderer(apart, assets.At(here), look);
        foreach (var print in apart.Pages.SelectMany(page => apart.PrintsOf(page)))
        {
            var page = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{sheets.Count}.html"));
            await File.WriteAllTextAsync(page, await renderer.RenderAsync(print.Page, print.Kind));
            sheets.Add((print, page));
        }
        return sheets;
    }

    private static async Task<(ImmutableArray<OutputFile> Files, string? Fault)> PrintAsync(
        Browser browser, string folder, List<(Print Print, string Page)> sheets, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<OutputFile>(sheets.Count);
        foreach (var (print, page) in sheets)
        {
            progress?.Report(new("Printing", files.Count, sheets.Count));
            var pdf = Path.ChangeExtension(page, Print.Extension);
            if (await browser.PrintAsync(new Uri(page), pdf, Path.Combine(folder, "profile"), cancellation) is { } fault)
            {
                return ([], fault);
            }
            var content = await File.ReadAllBytesAsync(pdf, cancellation);
            if (!content.AsSpan().StartsWith("%PDF-"u8))
            {
                return ([], "what it wrote is no PDF");
            }
            PdfDates.Set(content, print.Page.Day!.Date);
            files.Add(new(print.Path[1..], content));
        }
        return (files.ToImmutable(), null);
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A browser on its way out still holds a file of its own; the system empties this folder of folders.
        }
    }
}
