using Ledelsesdag.Site.Output;

namespace Ledelsesdag.OutputWriter;

/// <summary>Writes sites that are there as a whole, as a build writes one that is made file by file.</summary>
public static class WholeSites
{
    extension(OutputFolder)
    {
        /// <summary>Replaces what stands in a folder with <paramref name="files"/>.</summary>
        /// <returns>Why it was not written; null when it was.</returns>
        public static SiteFault? Write(string folder, string input, IReadOnlyCollection<OutputFile> files, CancellationToken cancellation = default)
        {
            using var output = new OutputFolder(folder, input);
            return output.Write(files, cancellation);
        }
    }

    /// <summary>Takes all files, several at a time, and puts them in the place of what stood there.</summary>
    public static SiteFault? Write(this OutputFolder output, IReadOnlyCollection<OutputFile> files, CancellationToken cancellation = default)
    {
        foreach (var batch in files.Chunk(8))
        {
            cancellation.ThrowIfCancellationRequested();
            Task.WhenAll(batch.Select(file => Task.Run(() => output.Take(file), CancellationToken.None))).GetAwaiter().GetResult();
        }
        return output.Replace(cancellation);
    }
}
