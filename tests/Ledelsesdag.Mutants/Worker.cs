using System.Globalization;
using System.Text.Json;

namespace Ledelsesdag.Mutants;

/// <summary>
/// A process that tries mutants one after the other: for each number on its standard input a line on its standard output. It
/// is the parent that watches the clock, for a mutant can make a loop without an end, or take the process along.
/// </summary>
internal static class Worker
{
    public static int Run(string folder, string coverage)
    {
        using var tests = new Tests(folder);
        var cases = tests.Find().ToDictionary(test => test.UniqueID);
        var covering = JsonSerializer.Deserialize<Dictionary<int, List<string>>>(File.ReadAllText(coverage))!;
        // What noticed many mutants will notice this one soonest; after that, the quickest tests first.
        var noticed = new Dictionary<string, int>();
        Console.Out.WriteLine("ready");
        while (Console.In.ReadLine() is { } line)
        {
            var mutant = int.Parse(line, CultureInfo.InvariantCulture);
            var killer = covering[mutant].Where(cases.ContainsKey).OrderByDescending(test => noticed.GetValueOrDefault(test)).Chunk(20)
                .Select(chunk =>
                {
                    // A sign of life: the parent waits for the next tests, not for all of them.
                    Console.Out.WriteLine("…");
                    return tests.FirstFailure(chunk.Select(test => cases[test]), mutant);
                }).FirstOrDefault(failure => failure is not null);
            if (killer is not null)
            {
                noticed[killer] = noticed.GetValueOrDefault(killer) + 1;
            }
            Console.Out.WriteLine(killer is null ? "survived" : "killed");
        }
        return 0;
    }

    /// <summary>Which tests reach each mutant, the quickest first. A test that fails without a mutant stops everything.</summary>
    public static int Measure(string folder, string coverage)
    {
        using var tests = new Tests(folder);
        var covering = new Dictionary<int, List<(string Test, TimeSpan Time)>>();
        foreach (var test in tests.Find())
        {
            var (reached, passed, time) = tests.Measure(test);
            if (!passed)
            {
                Console.Error.WriteLine($"{test.DisplayName} fails without any mutant.");
                return 1;
            }
            foreach (var mutant in reached)
            {
                (covering.TryGetValue(mutant, out var found) ? found : covering[mutant] = []).Add((test.UniqueID, time));
            }
        }
        File.WriteAllText(coverage, JsonSerializer.Serialize(covering.ToDictionary(mutant => mutant.Key, mutant => mutant.Value.OrderBy(test => test.Time).Select(test => test.Test).ToList())));
        return 0;
    }
}
