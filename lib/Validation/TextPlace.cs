using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Where a text stands.</summary>
/// <param name="text">The path of the field.</param>
/// <param name="version">The version of a localized field that is meant; null for a field that has one text.</param>
internal readonly struct TextPlace(ContentPath text, Language? version = null)
{
    public PathSegment[] Path => version is { } language ? text.To(language) : text.Steps;
}
