using System.Collections.Immutable;

namespace Ledelsesdag.Site.Pages;

/// <summary>Slide numbers in writing.</summary>
public static class Slides
{
    /// <summary>Which slides of how many: <c>Slide 6 of 26</c>, <c>Slides 3, 5–7 of 26</c>.</summary>
    /// <param name="slides">The numbers in rising order, at least one.</param>
    /// <param name="count">How many the deck has.</param>
    /// <param name="words">The words of the interface.</param>
    public static string OutOf(ImmutableArray<int> slides, int count, TopicsWords words) => (slides is [var only]
        ? words.SlideOf.With("slide", only)
        : words.Slides.With("slides", Ranges(slides))).With("count", count).Text;

    /// <summary>Numbers with neighbours drawn together: <c>3, 5–7</c>.</summary>
    /// <param name="slides">The numbers in rising order.</param>
    public static string Ranges(ImmutableArray<int> slides)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var slide in slides)
        {
            if (ranges is [.., var last] && last.Last == slide - 1)
            {
                ranges[^1] = (last.First, slide);
            }
            else
            {
                ranges.Add((slide, slide));
            }
        }
        return string.Join(", ", ranges.Select(r => r.First == r.Last
            ? Numbers.Text(r.First)
            : $"{Numbers.Text(r.First)}–{Numbers.Text(r.Last)}"));
    }
}
