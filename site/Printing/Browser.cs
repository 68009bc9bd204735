using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Ledelsesdag.Site.Printing;

/// <summary>A browser that prints a page without opening a window.</summary>
/// <param name="program">Its path.</param>
/// <param name="patience">How long one page may take.</param>
internal sealed class Browser(string program, TimeSpan patience)
{
    private const int MostToSay = 200;

    /// <summary>Prints a page.</summary>
    /// <param name="page">The page, a file.</param>
    /// <param name="pdf">Where the PDF goes.</param>
    /// <param name="profile">A folder for what the browser wants to remember.</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <returns>Why nothing was printed, as a clause; null when it was.</returns>
    /// <exception cref="OperationCanceledException">The run was broken off.</exception>
    public async Task<string?> PrintAsync(Uri page, string pdf, string profile, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in Arguments(page, pdf, profile))
        {
            start.ArgumentList.Add(argument);
        }
        using var process = new Process { StartInfo = start };
        var said = "";
        process.ErrorDataReceived += (_, line) => said = line.Data is { Length: > 0 } words ? words : said;
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return $"it cannot be started ({e.Message.TrimEnd('.')})";
        }
        // Read all the time: a browser that nobody listens to waits as soon as the pipe is full.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(patience);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return string.Create(CultureInfo.InvariantCulture, $"it had not printed a page after {patience.TotalSeconds:0.#} seconds");
        }
        if (process.ExitCode != 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {process.ExitCode}{Said(said)}");
        }
        return File.Exists(pdf) ? null : $"it wrote no file{Said(said)}";
    }

    private static string Said(string words) => words.Length switch
    {
        0 => "",
        > MostToSay => $" ({words[..MostToSay]} …)",
        _ => $" ({words})",
    };

    private static IEnumerable<string> Arguments(Uri page, string pdf, string profile)
    {
        yield return "--headless";
        yield return "--disable-gpu";
        // It is to read one page of ours and nothing else: no greeting, no extension, no look for a newer version.
        yield return "--no-first-run";
        yield return "--disable-extensions";
        yield return "--disable-component-update";
        yield return "--disable-background-networking";
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            // As root, which is what containers are built as, it refuses to start with its sandbox.
            yield return "--no-sandbox";
        }
        yield return $"--user-data-dir={profile}";
        yield return "--no-pdf-header-footer";
        yield return "--generate-pdf-document-outline";
        yield return $"--print-to-pdf={pdf}";
        yield return page.AbsoluteUri;
    }
}
