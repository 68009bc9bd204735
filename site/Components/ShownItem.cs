using Ledelsesdag.Content;
using Microsoft.AspNetCore.Components;

namespace Ledelsesdag.Site.Components;

/// <summary>A component for an item that has its place on the first topic that shows it.</summary>
public abstract class ShownItem : PageComponent
{
    /// <summary>The item's id on this page; null where its permanent place is another page.</summary>
    protected string? FragmentOf(object item) =>
        Map.PlaceOfShown(item, Language) is { } place && ReferenceEquals(place.Page, Scope.Page) ? place.Fragment : null;

    /// <summary>The title that the item stands under; null for the page's own.</summary>
    [CascadingParameter(Name = nameof(Heading))]
    public LocalizedText? Heading { get; set; }

    /// <summary>Whether an item's name says more than the title above it does.</summary>
    protected bool HasNameOfItsOwn(LocalizedText title) => Plain(title) != (Heading is null ? Scope.Page.Title : Plain(Heading));
}
