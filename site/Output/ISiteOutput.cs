namespace Ledelsesdag.Site.Output;

/// <summary>
/// Where the files of a site go, each as soon as it is made, so that a large site need not be held. Whether the whole is
/// sound shows only after the last: until then nothing of it may be published.
/// </summary>
public interface ISiteOutput
{
    /// <summary>Takes a file. Called by several threads at a time, in no particular order, once for each path.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ArgumentException">Its path is not one below a folder.</exception>
    void Take(OutputFile file);
}
