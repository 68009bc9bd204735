namespace Ledelsesdag.Site.Pages;

/// <summary>Where the site will stand: the one place that turns a page's path into an address.</summary>
public sealed class SiteAddress
{
    /// <summary>Makes an address.</summary>
    /// <param name="baseUrl">Scheme and host; a path in it is ignored in favour of <paramref name="basePath"/>.</param>
    /// <param name="basePath">The folder the site stands in, <c>/</c> or <c>/so/</c>.</param>
    /// <exception cref="ArgumentException">The URL is not absolute or the path does not begin and end with a slash.</exception>
    public SiteAddress(Uri baseUrl, string basePath)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        ArgumentNullException.ThrowIfNull(basePath);
        if (!baseUrl.IsAbsoluteUri)
        {
            throw new ArgumentException("The base URL is not absolute.", nameof(baseUrl));
        }
        if (!basePath.StartsWith('/') || !basePath.EndsWith('/'))
        {
            throw new ArgumentException("The base path does not begin and end with a slash.", nameof(basePath));
        }
        Origin = baseUrl.GetLeftPart(UriPartial.Authority);
        BasePath = basePath;
    }

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Origin { get; }

    /// <summary>The folder the site stands in, with a slash at both ends.</summary>
    public string BasePath { get; }

    /// <summary>Whether every link is a whole address, as it must be where there is no site around the page.</summary>
    public bool LinksInFull { get; init; }

    /// <summary>What an <c>href</c> within the site holds.</summary>
    /// <param name="path">A path below the site's root, beginning with a slash; may end in a fragment.</param>
    public string Href(string path) => (LinksInFull ? Origin : "") + BasePath + path[1..];

    /// <summary>The same place for pages that will be read outside the site.</summary>
    public SiteAddress InFull() => new(new Uri(Origin), BasePath) { LinksInFull = true };

    /// <summary>The whole address, for canonical links, feeds and social cards.</summary>
    /// <param name="path">As for <see cref="Href"/>.</param>
    public string Absolute(string path) => Origin + BasePath + path[1..];
}
