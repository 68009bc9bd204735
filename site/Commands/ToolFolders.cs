using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Commands;

/// <summary>Where the tool's own files are.</summary>
/// <param name="Assets">The folder of styles, scripts and icons.</param>
/// <param name="Strings">The folder of the interface's words.</param>
public sealed record ToolFolders(string Assets, string Strings)
{
    /// <summary>Beside the built tool.</summary>
    public static ToolFolders Shipped { get; } = new(SiteAssets.ShippedFolder, UiStringsCatalogue.ShippedFolder);
}
