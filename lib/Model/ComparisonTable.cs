using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>Things compared by the same aspects: a column for each thing, a row for each aspect.</summary>
public sealed class ComparisonTable : IHasProvenance
{
    /// <summary>What <c>table:id</c> refers to.</summary>
    public required Id Id { get; init; }

    /// <summary>The table's caption.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The things compared, from left to right, at least two.</summary>
    public required ImmutableArray<TableColumn> Columns { get; init; }

    /// <summary>The aspects, from top to bottom, at least one.</summary>
    public required ImmutableArray<TableRow> Rows { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }
}

/// <summary>One of the things compared.</summary>
public sealed class TableColumn
{
    /// <summary>Unique in its table.</summary>
    public required Id Id { get; init; }

    /// <summary>The column's heading.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>A word more beside the heading; null when there is none.</summary>
    public LocalizedText? Note { get; init; }
}

/// <summary>One aspect of the comparison.</summary>
public sealed class TableRow
{
    /// <summary>Unique in its table.</summary>
    public required Id Id { get; init; }

    /// <summary>The row's heading.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>A cell for each column, in the columns' order.</summary>
    public required ImmutableArray<TableCell> Cells { get; init; }
}

/// <summary>What one thing is in one respect.</summary>
public sealed class TableCell
{
    /// <summary>The answer in a word or two.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>What it means more closely; null when there is nothing to add.</summary>
    public LocalizedText? Note { get; init; }
}
