using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>An organisational coat rack: the concepts an organisation hangs its work on, in order.</summary>
public sealed class CoatRack : IHasProvenance
{
    /// <summary>What <c>coat-rack:id</c> refers to.</summary>
    public required Id Id { get; init; }

    /// <summary>What the rack is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The pegs in order, at least one.</summary>
    public required ImmutableArray<Peg> Pegs { get; init; }

    /// <summary>Whose model it is.</summary>
    public required Citation Citation { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}

/// <summary>One peg of a coat rack.</summary>
public sealed class Peg
{
    /// <summary>Unique in its rack.</summary>
    public required Id Id { get; init; }

    /// <summary>What hangs on the peg, for example the mission.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it is, mostly the question that it answers; set in quotation marks by the page.</summary>
    public required LocalizedText Text { get; init; }
}
