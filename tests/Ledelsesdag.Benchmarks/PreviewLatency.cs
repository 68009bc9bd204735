using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ledelsesdag.Site.Commands;

namespace Ledelsesdag.Benchmarks;

/// <summary>How long an author waits: from a saved file to the message that reloads the browser, with the tool as a process of its own.</summary>
internal static partial class PreviewLatency
{
    // The first are what an author meets just after starting; from them on the tool has been compiled.
    private const int Edits = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="content">The content; edited in a copy.</param>
    /// <param name="output">Where the figures go.</param>
    public static async Task RunAsync(string content, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("ledelsesdag-preview-").FullName;
        var start = new ProcessStartInfo("dotnet", [typeof(PreparedSite).Assembly.Location, "preview", "--port", "0", "--input", folder])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        Copy(content, folder);
        using var tool = Process.Start(start)!;
        try
        {
            var address = Address().Match(await tool.StandardOutput.ReadLineAsync() ?? "").Value;
            using var http = new HttpClient();
            using var events = new StreamReader(await http.GetStreamAsync(new Uri(address + "_preview/events")));
            var shown = await MessageAsync(events, "");
            var topic = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Where(path => path.Contains("topics", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();
            var text = await File.ReadAllTextAsync(topic);
            var waits = new List<double>();
            for (var edit = 0; edit < Edits; edit++)
            {
                await File.WriteAllTextAsync(topic, string.Create(CultureInfo.InvariantCulture, $"{text}\n{edit}\n"));
                var saved = Stopwatch.GetTimestamp();
                shown = await MessageAsync(events, shown);
                waits.Add(Stopwatch.GetElapsedTime(saved).TotalMilliseconds);
                // By turns the next edit comes while the rest of the site is built, and after it.
                await Task.Delay(edit % 2 == 0 ? 300 : 3000);
                // The build's own line is read, so that the tool is never kept waiting for a reader.
                await tool.StandardOutput.ReadLineAsync();
            }
            Line("the first ten edits", [.. waits.Take(10)]);
            Line("the others", [.. waits.Skip(10)]);
        }
        finally
        {
            tool.Kill();
            await tool.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }

        void Line(string what, List<double> waits)
        {
            waits.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what,-20} median {waits[waits.Count / 2],6:0} ms  95 % {waits[(int)(waits.Count * 0.95)],6:0} ms  most {waits[^1],6:0} ms"));
        }
    }

    /// <summary>Waits for the message of a site other than the one that is shown.</summary>
    /// <returns>Its version.</returns>
    private static async Task<string> MessageAsync(StreamReader events, string shown)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await events.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal) && JsonDocument.Parse(line["data:".Length..]).RootElement.GetProperty("site").GetString() is { } site && site != shown)
            {
                return site;
            }
        }
        throw new IOException("The preview ended its messages.");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex("http://[^ ]+?/(?=\\.? |\\.$)")]
    private static partial Regex Address();
}
