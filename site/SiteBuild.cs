using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site;

/// <summary>A finished site, not yet published anywhere.</summary>
public sealed class SiteBuild
{
    /// <summary>Every file of the site, sorted by path; none where an output got them as they were made.</summary>
    public required ImmutableArray<OutputFile> Files { get; init; }

    /// <summary>How many pages there are in each language, in the network's order.</summary>
    public required ImmutableArray<(Language Language, int Pages)> Pages { get; init; }

    /// <summary>What is wrong with it; a site with faults is not published.</summary>
    public required ImmutableArray<SiteFault> Faults { get; init; }

    /// <summary>What it is without and can do without, as clauses without a full stop.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>How far a build has come.</summary>
/// <param name="Stage">What is being done, as it reads before a number: "Rendering pages".</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is to do; 0 where nobody counts.</param>
public readonly record struct BuildProgress(string Stage, int Done = 0, int Total = 0);
