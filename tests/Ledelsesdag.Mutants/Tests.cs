using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ledelsesdag.Mutants;

/// <summary>The library's tests, run in this process again and again.</summary>
internal sealed class Tests : IDisposable
{
    private readonly XunitTestFramework _framework = new(new Silence());
    private readonly Assembly _tests;
    private readonly FieldInfo _active;
    private readonly FieldInfo _reached;

    /// <param name="folder">Holds the tests, and the mutated library in the place of the real one.</param>
    public Tests(string folder)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        _tests = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folder, "Ledelsesdag.Content.Tests.dll"));
        var mutants = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folder, "Ledelsesdag.Content.dll")).GetType("MutantSwitch")!;
        _active = mutants.GetField("Active")!;
        _reached = mutants.GetField("Reached")!;
    }

    /// <summary>Every test but those of chance, which would kill a mutant today and not tomorrow, and those that take long and hold the same again.</summary>
    public List<ITestCase> Find()
    {
        var found = new Sink();
        using var discoverer = _framework.GetDiscoverer(new ReflectionAssemblyInfo(_tests));
        discoverer.Find(includeSourceInformation: false, found, new Options());
        found.Done.Wait();
        return [.. found.Cases.Where(test => !test.Traits.TryGetValue("Kind", out var kinds) || !kinds.Contains("chance") && !kinds.Contains("long"))];
    }

    /// <summary>Runs one test; the mutants that it reached, and whether it passed.</summary>
    public (List<int> Reached, bool Passed, TimeSpan Time) Measure(ITestCase test)
    {
        var reached = (bool[])_reached.GetValue(null)!;
        Array.Clear(reached);
        var clock = Stopwatch.StartNew();
        var passed = FirstFailure([test], 0) is null;
        return ([.. Enumerable.Range(0, reached.Length).Where(id => reached[id])], passed, clock.Elapsed);
    }

    /// <summary>A test that fails with the mutant in place; null when all pass.</summary>
    public string? FirstFailure(IEnumerable<ITestCase> tests, int mutant)
    {
        _active.SetValue(null, mutant);
        var sink = new Sink();
        using var executor = _framework.GetExecutor(_tests.GetName());
        executor.RunTests(tests, sink, new Options());
        sink.Done.Wait();
        return sink.Failure;
    }

    public void Dispose() => _framework.Dispose();

    private sealed class Silence : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => true;
    }

    private sealed class Sink : IMessageSink
    {
        public ConcurrentQueue<ITestCase> Cases { get; } = [];

        public ManualResetEventSlim Done { get; } = new();

        public string? Failure { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage found:
                    Cases.Enqueue(found.TestCase);
                    break;
                case ITestFailed failed:
                    Failure = failed.TestCase.UniqueID;
                    break;
                case IErrorMessage error:
                    Failure = error.TestCases.FirstOrDefault()?.UniqueID ?? "";
                    break;
                case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                    Done.Set();
                    break;
            }
            // The first failure is enough.
            return Failure is null;
        }
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new()
        {
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
            ["xunit.discovery.PreEnumerateTheories"] = true,
        };

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
