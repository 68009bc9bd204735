using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>Principles that a group of people promise each other to work by.</summary>
public sealed class Codex : IHasProvenance
{
    /// <summary>What <c>codex:id</c> refers to.</summary>
    public required Id Id { get; init; }

    /// <summary>The codex's name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The principles in order, at least one.</summary>
    public required ImmutableArray<Principle> Principles { get; init; }

    /// <summary>Whose codex it is.</summary>
    public required Citation Citation { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}

/// <summary>One principle of a codex.</summary>
public sealed class Principle
{
    /// <summary>Unique in its codex.</summary>
    public required Id Id { get; init; }

    /// <summary>The principle, in the second person where the source has it so.</summary>
    public required LocalizedText Text { get; init; }
}
