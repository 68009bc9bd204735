namespace Ledelsesdag.Site.Pages;

/// <summary>Where the browser finds the styles, scripts and icons.</summary>
public interface IAssetUrls
{
    /// <summary>The address of an asset, base path included, ready for <c>href</c> or <c>src</c>.</summary>
    /// <param name="name">Its path below <c>site/assets</c> with <c>/</c>: <c>site.css</c>, <c>js/field.js</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such asset.</exception>
    string Url(string name);
}
