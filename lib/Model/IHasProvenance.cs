using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>
/// A content item that says where it comes from: either slides of the day's deck or the editor's own hand, never neither.
/// </summary>
public interface IHasProvenance
{
    /// <summary>The slides it comes from, by number from 1, in rising order. Empty where the editor added it.</summary>
    ImmutableArray<int> Slides { get; }

    /// <summary>Whether the editor added it and the deck does not have it. Default false.</summary>
    bool AddedByEditor { get; }
}
