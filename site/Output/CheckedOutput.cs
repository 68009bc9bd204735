using System.Collections.Immutable;
using Ledelsesdag.Content.Loading;
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
    public void TakeAll(IEnumerable<OutputFile> files) => AllProcessors.ForEach(files, Take);

    /// <summary>What is wrong with the whole. To be asked once, after the last file.</summary>
    public ImmutableArray<SiteFault> Faults() => _check.Faults();
}
