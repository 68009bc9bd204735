namespace Ledelsesdag.Benchmarks;

/// <summary>Our own generator: another version of .NET must not give another site.</summary>
internal sealed class SeededRandom(ulong state)
{
    public int Below(int limit)
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)limit);
    }
}
