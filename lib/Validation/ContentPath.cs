using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Where a value stands in its file. To ask for the steps costs what a walk through the file does, the first time.</summary>
/// <param name="parts">What a walk through the file meets.</param>
/// <param name="index">Which of it.</param>
internal readonly struct ContentPath(ContentParts parts, int index)
{
    /// <summary>The steps from the file to the value.</summary>
    public PathSegment[] Steps => parts.Paths[index];

    /// <summary>The steps to one version of the value.</summary>
    public PathSegment[] To(Language version) => [.. Steps, version.Tag];
}
