namespace Ledelsesdag.Site.Pages;

/// <summary>Where the browser finds the styles, scripts and icons.</summary>
public interface IAssetUrls
{
    /// <summary>The address of an asset, base path included, ready for <c>href</c> or <c>src</c>.</summary>
    /// <param name="name">Its path below <c>site/assets</c> with <c>/</c>: <c>site.css</c>, <c>js/field.js</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    string Url(string name);

    /// <summary>
    /// What <c>integrity</c> holds for a style or script, so that a browser refuses another file in its place; null where the
    /// address is one of a disk, for what comes from there no browser can check and each would refuse.
    /// </summary>
    /// <param name="name">As for <see cref="Url"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    string? Integrity(string name);
}
