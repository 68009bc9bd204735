namespace Ledelsesdag.Site.Output;

/// <summary>Keeps nothing: for a check, which asks only whether all would be well.</summary>
internal sealed class NoOutput : ISiteOutput
{
    /// <inheritdoc/>
    public void Take(OutputFile file)
    {
    }
}
