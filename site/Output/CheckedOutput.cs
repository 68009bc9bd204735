using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Output;

/// <summary>Passes files on, and looks each over on its way for what only the whole site can tell.</summary>
internal sealed class CheckedOutput(ISiteOutput next, SiteAddress address) : ISiteOutput
{
    private readonly LinkCheck _check = new(address);

    /// <summary>The paths of the files taken so far, in no particular order.</summary>
    public IEnumerable<string> Paths => _check.Paths;

    /// <inheritdoc/>
    public void Take(OutputFile file)
    {
        _check.Read(file);
        next.Take(file);
    }

    /// <summary>Takes files, several at a time: some are only now made.</summary>
    public void TakeAll(IEnumerable<OutputFile> files)
    {
        try
        {
            Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, Take);
        }
        catch (AggregateException e)
        {
            // One reason is enough to say.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    /// <summary>What is wrong with the whole. To be asked once, after the last file.</summary>
    public ImmutableArray<SiteFault> Faults() => _check.Faults();
}
