using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Where a text stands. Its path is put together when something is said of the text: of most there is nothing to say.</summary>
/// <param name="text">The path of the field.</param>
/// <param name="version">The version of a localized field that is meant; null for a field that has one text.</param>
internal readonly struct TextPlace(PathSegment[] text, Language? version = null)
{
    public PathSegment[] Path => version is { } language ? [.. text, language.Tag] : text;
}
