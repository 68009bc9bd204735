namespace Ledelsesdag.Mutants;

/// <summary>One small change of the library.</summary>
/// <param name="Id">Its number, from 1.</param>
/// <param name="File">Below <c>lib</c>, with <c>/</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Change">What is written otherwise.</param>
internal sealed record Mutant(int Id, string File, int Line, string Change);

/// <summary>What became of a mutant.</summary>
internal enum Fate
{
    /// <summary>No test reaches it.</summary>
    Unreached,

    /// <summary>Every test that reaches it passes all the same.</summary>
    Survived,

    /// <summary>A test failed, never came to its end, or took the process along.</summary>
    Killed,
}
