using System.Diagnostics;
using System.Text;

namespace Ledelsesdag.Site.Tests;

/// <summary>A program of the tests' folder, started as one of its own.</summary>
internal static class ChildProcess
{
    /// <summary>Starts an assembly beside the tests.</summary>
    /// <param name="assembly">Its file's name.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="through">The program and its arguments that start it, such as a shell with limits; none for directly.</param>
    public static Process Start(string assembly, IEnumerable<string> arguments, params string[] through)
    {
        string[] line = [.. through, Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            Path.Combine(AppContext.BaseDirectory, assembly), .. arguments];
        return Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            // A limit on the size of files would otherwise keep the runtime from its own memory.
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;
    }

    /// <summary>Starts it and waits for its end.</summary>
    public static async Task<(int Code, string Out, string Error)> RunAsync(string assembly, IEnumerable<string> arguments, params string[] through)
    {
        using var process = Start(assembly, arguments, through);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
