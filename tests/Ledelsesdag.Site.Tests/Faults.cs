namespace Ledelsesdag.Site.Tests;

/// <summary>What is wrong, all of it at once.</summary>
internal static class Faults
{
    /// <summary>Fails with every fault on a line of its own; xunit alone would show the first few words.</summary>
    public static void None(IEnumerable<string> faults)
    {
        var list = faults.ToList();
        if (list.Count > 0)
        {
            Assert.Fail($"{list.Count} found:\n{string.Join('\n', list)}");
        }
    }
}
