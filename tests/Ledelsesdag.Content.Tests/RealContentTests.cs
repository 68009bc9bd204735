namespace Ledelsesdag.Content.Tests;

/// <summary>The content that is published.</summary>
public sealed class RealContentTests
{
    [Fact]
    public void It_loads_without_an_error_or_a_warning()
    {
        var result = NetworkLoader.Load(Path.Combine(TestFolders.Repository, "input"));

        Assert.Empty(result.Diagnostics.Select(d => d.ToString()));
        Assert.NotNull(result.Network);
    }
}
