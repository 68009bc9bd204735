namespace Ledelsesdag.Site.Output;

/// <summary>One file of the finished site.</summary>
/// <param name="Path">Where it goes below the output folder, with <c>/</c> and without one in front: <c>en/index.html</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record OutputFile(string Path, ReadOnlyMemory<byte> Content);
