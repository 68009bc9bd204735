using System.Collections.Immutable;

namespace Ledelsesdag.Site.Import;

/// <summary>
/// The order in which people read what lies on a slide. The slide is cut along its widest empty stripe, again and again,
/// so that columns are read one after the other and rows of boxes row by row. Where nothing can be cut, from top to bottom.
/// </summary>
internal static class ReadingOrder
{
    // Boxes are drawn larger than their words and by hand; neighbours that overlap by this share still count as apart.
    private const double Slack = 0.08;

    public static ImmutableArray<T> Of<T>(IEnumerable<T> items, Func<T, Box> place) =>
        [.. Cut([.. items.Select((item, index) => new Placed<T>(item, place(item), index))]).Select(placed => placed.Item)];

    private static IEnumerable<Placed<T>> Cut<T>(List<Placed<T>> items)
    {
        if (items.Count < 2)
        {
            return items;
        }
        var rows = WidestGap(items, box => box.Top, box => box.Height);
        var columns = WidestGap(items, box => box.Left, box => box.Width);
        if (rows is null && columns is null)
        {
            return items.OrderBy(i => i.Box.Top).ThenBy(i => i.Box.Left).ThenBy(i => i.Index);
        }
        var (before, after) = columns is null || (rows is not null && rows.Value.Width >= columns.Value.Width)
            ? (rows!.Value.Before, rows.Value.After)
            : (columns.Value.Before, columns.Value.After);
        return Cut(before).Concat(Cut(after));
    }

    private static (List<Placed<T>> Before, List<Placed<T>> After, double Width)? WidestGap<T>(List<Placed<T>> items, Func<Box, double> start, Func<Box, double> length)
    {
        var sorted = items.OrderBy(i => start(i.Box)).ThenBy(i => i.Index).ToList();
        (int At, double Width)? widest = null;
        var reached = double.NegativeInfinity;
        for (var i = 0; i + 1 < sorted.Count; i++)
        {
            reached = Math.Max(reached, start(sorted[i].Box) + (length(sorted[i].Box) * (1 - Slack)));
            var next = start(sorted[i + 1].Box) + (length(sorted[i + 1].Box) * Slack);
            if (next > reached && (widest is null || next - reached > widest.Value.Width))
            {
                widest = (i + 1, next - reached);
            }
        }
        return widest is { } gap ? (sorted[..gap.At], sorted[gap.At..], gap.Width) : null;
    }

    private sealed record Placed<T>(T Item, Box Box, int Index);
}
