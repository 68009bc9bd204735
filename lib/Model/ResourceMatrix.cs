using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>What an organisation or a community can draw on, by kind and by degree: every kind can occur in every degree.</summary>
public sealed class ResourceMatrix : IHasProvenance
{
    /// <summary>What <c>resources:id</c> refers to.</summary>
    public required Id Id { get; init; }

    /// <summary>What the matrix is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The kinds of resource from top to bottom, for example social and material; at least two.</summary>
    public required ImmutableArray<ResourceClass> Kinds { get; init; }

    /// <summary>The degrees from left to right, the one nearest at hand first, for example primary and potential; at least two.</summary>
    public required ImmutableArray<ResourceClass> Degrees { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}

/// <summary>A kind or a degree of resource.</summary>
public sealed class ResourceClass
{
    /// <summary>Unique among the kinds or among the degrees of its matrix.</summary>
    public required Id Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Title { get; init; }
}
