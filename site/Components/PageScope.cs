using System.Net;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;
using Microsoft.AspNetCore.Components;

namespace Ledelsesdag.Site.Components;

/// <summary>What every component of a page may ask: which page it is on, the site around it, and the words of its language.</summary>
/// <param name="Page">The page being rendered.</param>
/// <param name="Map">The site.</param>
/// <param name="Assets">Where styles, scripts and icons are.</param>
/// <param name="Look">Its colours and cards.</param>
/// <param name="Print">What is being printed of it; null on the site, where the reader chooses.</param>
public sealed record PageScope(Page Page, SiteMap Map, IAssetUrls Assets, Look Look, PrintKind? Print = null)
{
    /// <summary>Whether the page is a file by itself, with no site around it.</summary>
    public bool Alone { get; init; }

    /// <summary>The words of the page's language.</summary>
    public UiStrings Words { get; } = Map.WordsFor(Page);

    /// <summary>The quotation marks of the page's language.</summary>
    public QuotationMarks Marks => Words.QuotationMarks;

    /// <summary>The element that brings a style.</summary>
    /// <param name="name">The style among the assets.</param>
    public MarkupString Style(string name) => new($"<link rel=\"stylesheet\" href=\"{Asset(name)}>");

    /// <summary>The element that brings a script. Not as a module: browsers refuse those on a page opened from a disk.</summary>
    /// <param name="name">The script among the assets.</param>
    public MarkupString Script(string name) => new($"<script defer src=\"{Asset(name)}></script>");

    /// <summary>What an <c>href</c> to <paramref name="page"/> holds.</summary>
    public string Href(Page page) => Map.Address.Href(page.Path);

    /// <summary>What an <c>href</c> to <paramref name="place"/> holds; where the page has the same, it leads there.</summary>
    public string Href(Place place) => Here(place) is { } fragment ? "#" + fragment : Map.Address.Href(place.Path);

    /// <summary>The id on this page of what has its place on another; null where it does not stand here.</summary>
    public string? Here(Place place) => (Page as HandoutPage)?.Here.GetValueOrDefault(place.Path);

    /// <summary>The <c>lang</c> of a passage in <paramref name="language"/>; null where the page already is in it.</summary>
    public string? LangIfForeign(Language language) => language == Page.Language ? null : language.Tag;

    /// <summary>The <c>dir</c> of a passage in <paramref name="language"/>; null where it runs as the page does.</summary>
    public string? DirIfForeign(Language language) =>
        Direction.Of(language) == Direction.Of(Page.Language) ? null : Direction.Of(language) ?? "ltr";

    /// <summary>An asset's address and the digest that a browser holds what it gets against, from the quotation mark after <c>href=</c>.</summary>
    private string Asset(string name)
    {
        var url = WebUtility.HtmlEncode(Assets.Url(name));
        return Assets.Integrity(name) is { } integrity ? $"{url}\" integrity=\"{integrity}\"" : $"{url}\"";
    }
}

/// <summary>A component that knows the page it is on.</summary>
public abstract partial class PageComponent
{
    /// <summary>The page and what surrounds it; given by <see cref="PageDocument"/>.</summary>
    [CascadingParameter]
    public required PageScope Scope { get; set; }

    /// <summary>The topic whose text this is, where the page holds the texts of several; null elsewhere.</summary>
    [CascadingParameter]
    public Topic? Within { get; set; }

    /// <summary>The words of the page's language.</summary>
    protected UiStrings Words => Scope.Words;

    /// <summary>The site.</summary>
    protected SiteMap Map => Scope.Map;

    /// <summary>The language of the page.</summary>
    protected Language Language => Scope.Page.Language;

    /// <summary>A text's words alone, set for the page's reader.</summary>
    protected string Plain(LocalizedText text) => Map.Typographer.Plain(text, Language);

    /// <summary>Whether a publisher's name is its web address, so that the address alone says both.</summary>
    protected bool IsNamedAfter(LocalizedText name, Uri? address) =>
        address is not null && Plain(name).Replace("www.", "", StringComparison.Ordinal) == address.Host.Replace("www.", "", StringComparison.Ordinal);
}
