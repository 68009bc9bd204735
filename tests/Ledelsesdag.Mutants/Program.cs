using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ledelsesdag.Mutants;

// Changes the library in a thousand small places, one at a time, and counts the changes that no test notices.
if (args is ["--measure" or "--work", { } folder, { } file])
{
    return args[0] == "--measure" ? Worker.Measure(folder, file) : Worker.Run(folder, file);
}

var settings = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
var seed = Number("--seed", 1);
var seconds = Number("--seconds", int.MaxValue);
var atLeast = Number("--at-least", 85);
var only = settings.GetValueOrDefault("--only", "");

var repository = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(repository.FullName, "Ledelsesdag.sln")))
{
    repository = repository.Parent!;
}
var clock = Stopwatch.StartNew();
var binaries = Path.Combine(repository.FullName, "tests", "Ledelsesdag.Content.Tests", "bin", "Debug", "net10.0");
// The tests find their own files from where they run, so they run within the checkout.
var copy = Path.Combine(AppContext.BaseDirectory, "mutated");
Directory.CreateDirectory(copy);
foreach (var assembly in Directory.EnumerateFiles(binaries, "*.dll"))
{
    File.Copy(assembly, Path.Combine(copy, Path.GetFileName(assembly)), overwrite: true);
}
var mutants = MutatedLibrary.Compile(Path.Combine(repository.FullName, "lib"), binaries, ["Loading", "Validation"], Path.Combine(copy, "Ledelsesdag.Content.dll"));
var coverage = Path.Combine(copy, "coverage.json");
if (await Start("--measure").WaitAsync() != 0)
{
    return 1;
}
var reached = JsonSerializer.Deserialize<Dictionary<int, List<string>>>(File.ReadAllText(coverage))!.Keys.ToHashSet();
Console.WriteLine($"{mutants.Count(mutant => reached.Contains(mutant.Id))} of them are reached by tests ({clock.Elapsed.TotalSeconds:0} s)");

// The same seed tries the same ones in the same order; how many there is time for depends on the machine.
var random = new Random(seed);
var left = new ConcurrentQueue<Mutant>(mutants.Where(mutant => mutant.File.Contains(only, StringComparison.Ordinal)).OrderBy(_ => random.Next()));
var fates = new ConcurrentDictionary<Mutant, Fate>();
await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(Try)));

var killed = fates.Values.Count(fate => fate == Fate.Killed);
var score = 100.0 * killed / fates.Count;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{killed} of {fates.Count} mutants killed, {score:0.0} % (seed {seed}, {clock.Elapsed.TotalSeconds:0} s)"));
return score >= atLeast ? 0 : 1;

int Number(string name, int otherwise) => settings.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

void Tell(Mutant mutant, Fate fate)
{
    fates[mutant] = fate;
    if (fate != Fate.Killed)
    {
        Console.WriteLine($"lib/{mutant.File}({mutant.Line}): {(fate == Fate.Unreached ? "unreached" : "survived")}: {mutant.Change}");
    }
    if (fates.Count % 100 == 0)
    {
        Console.WriteLine($"… {fates.Count} of {mutants.Count} tried ({clock.Elapsed.TotalSeconds:0} s)");
    }
}

Process Start(string what) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [what, copy, coverage])
{
    RedirectStandardInput = true,
    RedirectStandardOutput = true,
})!;

async Task Try()
{
    Process? worker = null;
    while (clock.Elapsed.TotalSeconds < seconds && left.TryDequeue(out var mutant))
    {
        if (!reached.Contains(mutant.Id))
        {
            Tell(mutant, Fate.Unreached);
            continue;
        }
        if (worker is null)
        {
            worker = Start("--work");
            await worker.StandardOutput.ReadLineAsync();
        }
        string? answer;
        try
        {
            await worker.StandardInput.WriteLineAsync(mutant.Id.ToString(CultureInfo.InvariantCulture));
            do
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                answer = await worker.StandardOutput.ReadLineAsync(patience.Token);
            }
            while (answer == "…");
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            // It never comes to its end, or took the process along: what a test would notice.
            answer = null;
        }
        Tell(mutant, answer == "survived" ? Fate.Survived : Fate.Killed);
        if (answer is null)
        {
            worker.Kill(entireProcessTree: true);
            worker.Dispose();
            worker = null;
        }
    }
    worker?.StandardInput.Close();
    worker?.Dispose();
}

internal static class Processes
{
    public static async Task<int> WaitAsync(this Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
