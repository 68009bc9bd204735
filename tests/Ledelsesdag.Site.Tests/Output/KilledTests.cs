using System.Diagnostics;
using System.Globalization;
using Ledelsesdag.OutputWriter;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Output;
using Xunit.Abstractions;

namespace Ledelsesdag.Site.Tests.Output;

/// <summary>
/// Whoever looks at the output sees the old site or the new one, however and whenever a build dies.
/// <c>LEDELSESDAG_KILLS=1000 dotnet test tests/Ledelsesdag.Site.Tests --filter KilledTests</c> kills as often as it says.
/// </summary>
public sealed class KilledTests(ITestOutputHelper log) : IDisposable
{
    private const string Writer = "Ledelsesdag.OutputWriter.dll";
    private const string Tool = "ledelsesdag.dll";

    // Most die in a small program that does nothing but write; a run of the whole tool takes twenty times as long.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("LEDELSESDAG_KILLS") ?? "40", CultureInfo.InvariantCulture);
    private static readonly int KillsOfTheTool = Math.Max(4, Kills / 20);

    // Chance may have none of the first few meet the writing, and then there are more.
    private const int MostKills = 1000;
    private const string WhileWriting = "half-written beside";

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(20140225);

    private string Output => _folder.At("output");

    private string Beside(string role) => _folder.At($".output.ledelsesdag-{role}");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_the_old_or_the_new_site_stands_whole()
    {
        Assert.True(OneStep || OperatingSystem.IsWindows(), "Linux and macOS exchange two folders in one step.");

        var states = await KillWritersAsync("exchange", Kills);

        Assert.True(!OneStep || !states.ContainsKey("absent"), "There was an instant without a site.");
    }

    [Fact]
    public async Task Where_folders_cannot_be_exchanged_the_next_build_brings_the_old_site_back()
    {
        await KillWritersAsync("rename", Kills / 4);
    }

    [Fact]
    public async Task Whoever_looks_without_pause_always_finds_a_site()
    {
        Assert.Null(OutputFolder.Write(Output, _folder.At("input"), NumberedSite.Files(0)));
        var front = Path.Combine(Output, "index.html");
        using var written = new CancellationTokenSource();
        var looking = Task.Factory.StartNew(() =>
        {
            var (looks, missing) = (0, 0);
            for (; !written.IsCancellationRequested; looks++)
            {
                missing += File.Exists(front) ? 0 : 1;
            }
            return (looks, missing);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        for (var number = 1; number <= 60; number++)
        {
            Assert.Null(OutputFolder.Write(Output, _folder.At("input"), NumberedSite.Files(number)));
        }
        await written.CancelAsync();

        var (looks, missing) = await looking;
        Assert.True(looks > 1000, "Nobody looked.");
        Assert.True(!OneStep || missing == 0, $"{missing} of {looks} looks found no site.");
    }

    [Fact]
    public async Task A_killed_run_of_the_tool_leaves_the_old_or_the_new_site()
    {
        StarterContent.CopyTo(_folder);
        var sites = new List<OutputFile[]>();
        var time = TimeSpan.Zero;
        foreach (var title in (string[])["One", "Another"])
        {
            Entitle(title);
            var start = Stopwatch.GetTimestamp();
            var (code, _, error) = await ChildProcess.RunAsync(Tool, Build(_folder.At($"{title}/output")));
            Assert.True(code == ExitCode.Done, error);
            time = Stopwatch.GetElapsedTime(start);
            sites.Add(Read(_folder.At($"{title}/output")));
        }
        Assert.Null(OutputFolder.Write(Output, _folder.At("input"), sites[1]));
        var met = 0;

        for (var kill = 0; kill < KillsOfTheTool || (met == 0 && kill < MostKills); kill++)
        {
            Entitle(kill % 2 == 0 ? "One" : "Another");
            using (var run = ChildProcess.Start(Tool, Build(Output)))
            {
                // By turns at any time of the run, and at the one that matters.
                var wait = kill % 2 == 0 ? time * _random.NextDouble() : TimeSpan.FromMilliseconds(12 * _random.NextDouble());
                SpinWait.SpinUntil(() => kill % 2 == 0 || Directory.Exists(Beside("new")) || run.HasExited);
                Wait(wait);
                run.Kill();
                await run.WaitForExitAsync();
            }
            met += Directory.Exists(Beside("new")) ? 1 : 0;

            var stands = Read(Output);
            Assert.True(sites.Exists(site => IsSame(site, stands)), $"After kill {kill} the output is neither site.");
            // As the next build does, without its two seconds of rendering.
            Assert.Null(OutputFolder.Write(Output, _folder.At("input"), sites[kill % 2 == 0 ? 0 : 1]));
            AssertNothingBeside("input", "One", "Another");
        }
        log.WriteLine($"At least {KillsOfTheTool} runs of the tool killed, {met} of them while writing");
        Assert.True(met > 0, "No kill met a build that was writing.");
    }

    /// <summary>Kills writers and looks after each at what stands; then the next build must find its way.</summary>
    /// <returns>How often it was found how.</returns>
    private async Task<Dictionary<string, int>> KillWritersAsync(string way, int kills)
    {
        var states = new Dictionary<string, int>();
        var number = 1;
        Assert.Null(OutputFolder.Write(Output, _folder.At("input"), NumberedSite.Files(number)));
        for (var kill = 0; kill < kills || (!states.ContainsKey(WhileWriting) && kill < MostKills); kill++)
        {
            int last;
            using (var writer = ChildProcess.Start(Writer, [way, Output, $"{number + 1}", "1000000"]))
            {
                Assert.Equal($"writing {number + 1}", await writer.StandardOutput.ReadLineAsync());
                last = number;
                if (kill % 4 > 0)
                {
                    // The first site takes a program that has just begun so long that no kill would meet any other.
                    Assert.Equal($"written {++last}", await writer.StandardOutput.ReadLineAsync());
                }
                Wait(TimeSpan.FromMilliseconds(20 * _random.NextDouble()));
                writer.Kill();
                // All that it had said when it died; a line may be half.
                var said = (await writer.StandardOutput.ReadToEndAsync()).Split('\n')[..^1];
                Assert.Equal("", await writer.StandardError.ReadToEndAsync());
                await writer.WaitForExitAsync();
                last = said.Where(line => line.StartsWith("written ", StringComparison.Ordinal)).Select(line => int.Parse(line.AsSpan("written ".Length), CultureInfo.InvariantCulture)).LastOrDefault(last);
            }

            var state = Directory.Exists(Output) ? "whole" : "absent";
            // Only between two renames, and then the old site is whole in its hiding place.
            var stands = NumberedSite.ReadWhole(state == "absent" ? Beside("old") : Output);
            Assert.InRange(stands, last, last + 1);
            if (state == "whole" && Directory.Exists(Beside("new")))
            {
                state = stands == last ? WhileWriting : "replaced, the old one beside";
            }
            states[state] = states.GetValueOrDefault(state) + 1;

            number = last + 2;
            Assert.Null(OutputFolder.Write(Output, _folder.At("input"), NumberedSite.Files(number)));
            Assert.Equal(number, NumberedSite.ReadWhole(Output));
            AssertNothingBeside();
        }
        log.WriteLine($"{states.Values.Sum()} writers killed ({way}): {string.Join(", ", states.OrderBy(state => state.Key).Select(state => $"{state.Value} {state.Key}"))}");
        Assert.True(states.ContainsKey(WhileWriting), "No kill met a build that was writing.");
        return states;
    }

    private bool OneStep
    {
        get
        {
            Directory.CreateDirectory(_folder.At("one/a"));
            Directory.CreateDirectory(_folder.At("other/b"));
            var done = FolderExchange.TryExchange(_folder.At("one"), _folder.At("other"));
            Assert.Equal(done, Directory.Exists(_folder.At("one/b")) && Directory.Exists(_folder.At("other/a")));
            Directory.Delete(_folder.At("one"), recursive: true);
            Directory.Delete(_folder.At("other"), recursive: true);
            return done;
        }
    }

    private void AssertNothingBeside(params string[] expected) =>
        Assert.Equal([.. expected.Append("output").Order(StringComparer.Ordinal)], Directory.EnumerateFileSystemEntries(_folder.Root).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));

    private void Entitle(string title)
    {
        var network = _folder.At("input/network.json");
        File.WriteAllText(network, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(network), "(?<=\"title\": {[^}]*\"en\": \")[^\"]*", title));
    }

    private string[] Build(string output) => ["--input", _folder.At("input"), "--output", output, "--base-url", "https://example.org"];

    private static OutputFile[] Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => new OutputFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))
            .Where(file => file.Path != OutputFolder.Marker).OrderBy(file => file.Path, StringComparer.Ordinal)];

    private static bool IsSame(OutputFile[] one, OutputFile[] other) =>
        one.Select(file => file.Path).SequenceEqual(other.Select(file => file.Path)) && one.Zip(other).All(pair => pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span));

    /// <summary>Waits to a part of a millisecond; a timer of the system would meet the same few moments again and again.</summary>
    private static void Wait(TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            Thread.SpinWait(20);
        }
    }
}
