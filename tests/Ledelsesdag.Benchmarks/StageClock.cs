using System.Diagnostics;
using Ledelsesdag.Site;

namespace Ledelsesdag.Benchmarks;

/// <summary>How long a build was at each of its stages, as it reports them itself.</summary>
internal sealed class StageClock : IProgress<BuildProgress>
{
    private readonly List<(string Stage, TimeSpan Time)> _stages = [];
    private string? _stage;
    private long _since;

    /// <summary>The stages in the order in which each first began.</summary>
    public IReadOnlyList<(string Stage, TimeSpan Time)> Stages => _stages;

    public void Report(BuildProgress value)
    {
        if (value.Stage != _stage)
        {
            End();
            (_stage, _since) = (value.Stage, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Ends the stage that was reported last.</summary>
    public void End()
    {
        if (_stage is not null)
        {
            _stages.Add((_stage, Stopwatch.GetElapsedTime(_since)));
            _stage = null;
        }
    }
}
