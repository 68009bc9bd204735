using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site;

/// <summary>Stages 4 to 6 short of writing: from a valid network to the files of its site.</summary>
public static class SiteBuilder
{
    /// <summary>Plans, renders, indexes and checks a site. The same network, address and assets give the same bytes.</summary>
    /// <exception cref="OperationCanceledException">The run was broken off.</exception>
    public static SiteBuild Build(
        Network network, SiteAddress address, SiteAssets assets,
        IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(assets);
        var urls = assets.At(address);
        var files = new List<OutputFile>();

        // 4 PAGES: the site map, and from it which pages search engines may show.
        progress?.Report(new("Planning pages"));
        ImmutableArray<SitemapPage> listed = [];
        ImmutableArray<(Language, int)> counts = [.. network.Languages.Select(language => (language.Tag, 0))];

        // 5 RENDER, and the search index of what was rendered.
        cancellation.ThrowIfCancellationRequested();

        // 6 OUTPUT: what belongs to no page, then a look over the whole.
        files.AddRange(assets.Files);
        files.AddRange(network.Languages.Select(language => WebManifest.Write(language.Tag, network, address, urls)));
        files.Add(Sitemap.Write(listed, network.Languages[0].Tag, address));
        files.Add(HostFiles.Robots(address));
        if (HostFiles.Redirects(files) is { } redirects)
        {
            files.Add(redirects);
        }
        files.Add(HostFiles.Headers(files));

        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new("Checking links"));
        return new SiteBuild
        {
            Files = [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)],
            Pages = counts,
            Faults = LinkCheck.Of(files, address),
        };
    }
}
