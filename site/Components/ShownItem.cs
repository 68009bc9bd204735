using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;
using Microsoft.AspNetCore.Components;

namespace Ledelsesdag.Site.Components;

/// <summary>A component for an item that has its place on the first topic that shows it.</summary>
public abstract class ShownItem : PageComponent
{
    /// <summary>The item's id on this page; null where its permanent place is another page.</summary>
    protected string? FragmentOf(object item) => Map.PlaceOfShown(item, Language) switch
    {
        { } place when ReferenceEquals(place.Page, Scope.Page) => place.Fragment,
        { Page: TopicPage { Topic: var first } } place when ReferenceEquals(first, Within) => Scope.Here(place),
        _ => null,
    };

    /// <summary>The title that the item stands under; null for that of the topic it is shown in, or of the page.</summary>
    [CascadingParameter(Name = nameof(Heading))]
    public LocalizedText? Heading { get; set; }

    /// <summary>Whether an item's name says more than the title above it does.</summary>
    protected bool HasNameOfItsOwn(LocalizedText title) => Plain(title) != ((Heading ?? Within?.Title) is { } above ? Plain(above) : Scope.Page.Title);
}
