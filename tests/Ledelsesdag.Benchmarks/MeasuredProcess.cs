using System.Diagnostics;

namespace Ledelsesdag.Benchmarks;

/// <summary>A program run to its end as somebody would start it, with what it took.</summary>
/// <param name="Time">From its start to its end, by the clock.</param>
/// <param name="PeakMemory">The most memory it held, in bytes.</param>
internal readonly record struct MeasuredProcess(TimeSpan Time, long PeakMemory)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a program and waits for it.</summary>
    /// <exception cref="IOException">It could not be started, or failed.</exception>
    public static MeasuredProcess Of(string program, string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Started(start);
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        // The system counts the peak; the last look before the end has it but for what the end itself takes.
        while (!process.WaitForExit(BetweenLooks))
        {
            process.Refresh();
            peak = Math.Max(peak, Peak(process));
        }
        watch.Stop();
        process.WaitForExit();
        return process.ExitCode == 0
            ? new(watch.Elapsed, peak)
            : throw new IOException($"{program} failed: {complained.Result}{said.Result}");
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException($"{start.FileName} cannot be started: {e.Message}", e);
        }
    }

    private static long Peak(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
            return 0;
        }
    }
}
