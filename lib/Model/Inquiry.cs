using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>What a day says of Appreciative Inquiry: its assumptions, and its path beside the path of problem solving.</summary>
public sealed class Inquiry
{
    /// <summary>What Appreciative Inquiry takes for granted; null when the day does not say.</summary>
    public Assumptions? Assumptions { get; init; }

    /// <summary>The paths set beside each other; null when the day shows none.</summary>
    public InquiryPaths? Paths { get; init; }
}

/// <summary>What Appreciative Inquiry takes for granted.</summary>
public sealed class Assumptions : IHasProvenance
{
    /// <summary>What <c>assumptions:id</c> refers to.</summary>
    public required Id Id { get; init; }

    /// <summary>What the list is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The assumptions in order, at least one.</summary>
    public required ImmutableArray<Assumption> Items { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}

/// <summary>One assumption.</summary>
public sealed class Assumption
{
    /// <summary>Unique in its list.</summary>
    public required Id Id { get; init; }

    /// <summary>The assumption.</summary>
    public required LocalizedText Text { get; init; }
}

/// <summary>Two or more ways of going about something, step by step, to be compared.</summary>
public sealed class InquiryPaths : IHasProvenance
{
    /// <summary>What <c>paths:id</c> refers to.</summary>
    public required Id Id { get; init; }

    /// <summary>What the comparison is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The paths, at least two, with equally many steps so that they can stand side by side.</summary>
    public required ImmutableArray<InquiryPath> Paths { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}

/// <summary>One way of going about something.</summary>
public sealed class InquiryPath
{
    /// <summary>Unique in its comparison.</summary>
    public required Id Id { get; init; }

    /// <summary>What the path is called.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it is meant for, for example physical or social systems.</summary>
    public required LocalizedText SuitedFor { get; init; }

    /// <summary>The steps in order, at least one.</summary>
    public required ImmutableArray<InquiryStep> Steps { get; init; }
}

/// <summary>One step on a path.</summary>
public sealed class InquiryStep
{
    /// <summary>Unique in its path.</summary>
    public required Id Id { get; init; }

    /// <summary>What is done.</summary>
    public required LocalizedText Text { get; init; }
}
