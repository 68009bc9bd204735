using System.Diagnostics;
using System.Globalization;

namespace Ledelsesdag.Benchmarks;

/// <summary>A program run to its end as somebody would start it, with what it took.</summary>
/// <param name="Time">From its start to its end, by the clock.</param>
/// <param name="Worked">What its threads worked together: on a machine that does other things too, the figure to compare.</param>
/// <param name="PeakMemory">The most memory it held, in bytes.</param>
internal readonly record struct MeasuredProcess(TimeSpan Time, TimeSpan Worked, long PeakMemory)
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
        var (worked, peak) = (TimeSpan.Zero, 0L);
        // The system counts the peak; the last look before the end has it but for what the end itself takes.
        while (!process.WaitForExit(BetweenLooks))
        {
            if (Look(process) is var (workedSoFar, peakSoFar))
            {
                (worked, peak) = (workedSoFar, Math.Max(peak, peakSoFar));
            }
        }
        watch.Stop();
        process.WaitForExit();
        return process.ExitCode == 0
            ? new(watch.Elapsed, worked, peak)
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

    // Null when it has just ended.
    private static (TimeSpan Worked, long Peak)? Look(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return LookLightly(process.Id);
            }
            process.Refresh();
            return (process.TotalProcessorTime, process.PeakWorkingSet64);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    // What Process reads is all that the system knows of each thread: asked every few milliseconds, that takes a sixth of a processor from
    // the program. Two small files tell enough.
    private static (TimeSpan Worked, long Peak) LookLightly(int id)
    {
        const int TicksASecond = 100, User = 11, System = 12;
        var stat = File.ReadAllText($"/proc/{id}/stat");
        // The second field is the program's name in brackets, in which anything may stand.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[User], CultureInfo.InvariantCulture) + long.Parse(fields[System], CultureInfo.InvariantCulture);
        var peak = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return (TimeSpan.FromSeconds((double)ticks / TicksASecond), peak is null ? 0 : 1024 * long.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture));
    }
}
