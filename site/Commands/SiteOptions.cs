using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Commands;

/// <summary>What every verb is told.</summary>
/// <param name="Input">The content folder.</param>
/// <param name="Output">The output folder.</param>
/// <param name="BaseUrl">Where the site will stand; null for what the content says.</param>
/// <param name="BasePath">The folder of the host the site stands in, with a slash at both ends; null for that of the URL.</param>
public sealed record SiteOptions(string Input, string Output, Uri? BaseUrl, string? BasePath)
{
    /// <summary>Scheme, host and port when no base URL is given; null for the network's own. A preview sets it to its own.</summary>
    public Uri? OwnOrigin { get; init; }

    /// <summary>The folder of the network's own words of the interface; null for <c>strings</c> beside the content folder, where there is such a folder.</summary>
    public string? Strings { get; init; }

    /// <summary>Where the network's own words of the interface are looked for.</summary>
    public string StringsFolder => Strings ?? BesideInput(DefaultStrings);

    /// <summary>Where a network keeps its own words of the interface when nobody says otherwise.</summary>
    public const string DefaultStrings = "strings";

    /// <summary>The folder of the network's own style, logo and icons; null for <c>look</c> beside the content folder, where there is such a folder.</summary>
    public string? Look { get; init; }

    /// <summary>Where the network's own style, logo and icons are looked for.</summary>
    public string LookFolder => Look ?? BesideInput(DefaultLook);

    /// <summary>Where a network keeps its own style, logo and icons when nobody says otherwise.</summary>
    public const string DefaultLook = "look";

    /// <summary>Whether PDFs are made of the pages that are for printing.</summary>
    public bool Pdf { get; init; }

    /// <summary>The address of the site: that of the options, else the network's own.</summary>
    public SiteAddress AddressOf(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new SiteAddress(BaseUrl ?? OwnOrigin ?? network.Address, BasePath ?? FolderOf(BaseUrl ?? network.Address));
    }

    private string BesideInput(string name)
    {
        var input = Path.TrimEndingDirectorySeparator(Input);
        return Path.Combine(Path.GetDirectoryName(Path.GetFileName(input) is "." or ".." ? Path.GetFullPath(input) : input) ?? "", name);
    }

    private static string FolderOf(Uri url) => url.AbsolutePath.EndsWith('/') ? url.AbsolutePath : url.AbsolutePath + "/";
}
