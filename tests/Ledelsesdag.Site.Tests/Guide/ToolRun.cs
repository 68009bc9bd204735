using System.Diagnostics;
using System.Text;

namespace Ledelsesdag.Site.Tests.Guide;

/// <summary>The tool as built, typed to in a folder.</summary>
internal sealed class ToolRun(string folder)
{
    // Not how long it may take, but when a preview that never shows anything is given up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private string _folder = folder;

    /// <summary>Types the lines one after the other; each must do what it is asked, or else be the mistake it is meant to be.</summary>
    /// <returns>What the last one said.</returns>
    public async Task<string> TypeAsync(string lines, bool isMistaken)
    {
        var said = "";
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["cd", var inner]:
                    _folder = Path.Combine(_folder, inner);
                    Assert.True(Directory.Exists(_folder), line);
                    break;
                case ["ledelsesdag", "preview", .. var options]:
                    await PreviewAsync(options);
                    break;
                case ["ledelsesdag", .. var arguments]:
                    (var code, said) = await RunAsync(arguments);
                    Assert.True(code == (isMistaken ? 1 : 0), $"{line}\n{said}");
                    break;
                default:
                    Assert.Fail($"Nobody knows how to run '{line}'.");
                    break;
            }
        }
        return said;
    }

    private async Task<(int Code, string Said)> RunAsync(string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await error).ReplaceLineEndings("\n"));
    }

    /// <summary>Waits until the site is shown, and ends it as Ctrl+C would.</summary>
    private async Task PreviewAsync(string[] options)
    {
        using var process = Start(["preview", .. options]);
        try
        {
            var error = process.StandardError.ReadLineAsync();
            string? line;
            do
            {
                var output = process.StandardOutput.ReadLineAsync();
                Assert.True(await Task.WhenAny(output, error).WaitAsync(Patience) == output, $"The preview says: {(error.IsCompleted ? await error : "")}");
                line = await output;
                Assert.NotNull(line);
            }
            while (!line.Contains(" pages (", StringComparison.Ordinal));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private Process Start(string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ledelsesdag.dll"), .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
}
