using Ledelsesdag.Content;
using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;
using Ledelsesdag.Site.Printing;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Tests;

/// <summary>The repository's own content and the site made of it.</summary>
internal static class RealSite
{
    private static readonly Lazy<Network> Loaded = new(() =>
        NetworkLoader.Load(InputFolder) is { Network: { } network } ? network : throw new InvalidOperationException("The real content has errors; 'check' lists them."));

    public static Network Network => Loaded.Value;

    /// <summary>The folder <c>input</c> of the checkout that the tests were built in.</summary>
    public static string InputFolder => Path.Combine(Checkout, "input");

    public static string Checkout
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ledelsesdag.sln")))
            {
                folder = folder.Parent;
            }
            return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside a checkout.");
        }
    }

    public static UiStringsCatalogue Strings { get; } = UiStringsCatalogue.Load(UiStringsCatalogue.ShippedFolder);

    /// <summary>Draws the cards once for all tests.</summary>
    public static CardPress Cards { get; } = new();

    public static SiteMap Map(SiteAddress address) => SiteMap.Plan(Network, address, Strings);

    public static Task<SiteBuild> BuildAsync(SiteAddress address, PdfPress? press = null) =>
        SiteBuilder.BuildAsync(Network, address, SiteAssets.Load(SiteAssets.ShippedFolder, SearchScript.InsteadOfModules), Strings, Cards, press);
}
