using System.Globalization;
using System.Text;

namespace Ledelsesdag.Site.Reports;

/// <summary>An author's line with a mark under the place that is meant, for a terminal.</summary>
internal static class Excerpt
{
    private const string Tab = "    ";
    private const char Cut = '…';

    // However narrow a terminal says it is, some words must be seen.
    private const int Least = 20;

    /// <summary>Draws it, in two lines without a break at the end.</summary>
    /// <param name="line">The line, in which anything may stand, of any length.</param>
    /// <param name="number">Its number.</param>
    /// <param name="column">The place in UTF-16 units from 1; past the end is the end.</param>
    /// <param name="width">How many columns the terminal has. A longer line is cut around the place.</param>
    public static string Of(string line, int number, int column, int width)
    {
        var place = Math.Clamp(column - 1, 0, line.Length);
        if (place > 0 && place < line.Length && char.IsLowSurrogate(line[place]) && char.IsHighSurrogate(line[place - 1]))
        {
            place--;
        }
        var gutter = string.Create(CultureInfo.InvariantCulture, $"{number,5} | ");
        // One column stays free: many terminals break the line at the last.
        var room = Math.Max(Least, width - gutter.Length - 1);
        var before = Before(line.AsSpan(0, place), room * 2 / 3);
        var after = After(line.AsSpan(place), room - before.Width);
        return $"{gutter}{before.Text}{after}\n{new string(' ', gutter.Length - 2)}| {new string(' ', before.Width)}^";
    }

    private static (string Text, int Width) Before(ReadOnlySpan<char> text, int room)
    {
        var shown = new Stack<string>();
        var width = 0;
        while (!text.IsEmpty)
        {
            Rune.DecodeLastFromUtf16(text, out var rune, out var length);
            var (cell, cells) = Cell(rune);
            // Marks take no column; but no letter carries a hundred.
            if (width + cells + 1 > room || shown.Count > 2 * room)
            {
                shown.Push($"{Cut}");
                width++;
                break;
            }
            shown.Push(cell);
            width += cells;
            text = text[..^length];
        }
        return (string.Concat(shown), width);
    }

    private static string After(ReadOnlySpan<char> text, int room)
    {
        var shown = new StringBuilder();
        var width = 0;
        var count = 0;
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf16(text, out var rune, out var length);
            var (cell, cells) = Cell(rune);
            if (width + cells + 1 > room || count++ > 2 * room)
            {
                return shown.Append(Cut).ToString();
            }
            shown.Append(cell);
            width += cells;
            text = text[length..];
        }
        return shown.ToString();
    }

    private static (string Text, int Width) Cell(Rune rune)
    {
        if (rune.Value == '\t')
        {
            return (Tab, Tab.Length);
        }
        var text = Visible.Text(rune);
        return (text, text.Length > rune.Utf16SequenceLength ? text.Length : Visible.Width(rune));
    }
}
