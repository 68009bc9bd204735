namespace Ledelsesdag.Site.Tests;

/// <summary>The invented network that <c>new</c> writes, for tests that need content they may change.</summary>
internal static class StarterContent
{
    /// <summary>Copies it to <c>input/</c> of a folder.</summary>
    public static void CopyTo(TemporaryFolder folder)
    {
        var starter = Path.Combine(RealSite.Checkout, "site/Starter/input");
        foreach (var file in Directory.GetFiles(starter, "*", SearchOption.AllDirectories))
        {
            folder.Write(Path.Combine("input", Path.GetRelativePath(starter, file)), File.ReadAllText(file));
        }
    }

    /// <summary>Replaces words that stand in a file.</summary>
    public static void Replace(TemporaryFolder folder, string path, string old, string @new)
    {
        var text = File.ReadAllText(folder.At(path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        folder.Write(path, text.Replace(old, @new, StringComparison.Ordinal));
    }
}
