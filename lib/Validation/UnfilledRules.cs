using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Warns of what a draft still has to be told.</summary>
internal static class UnfilledRules
{
    public static void Check(LoadedContent content)
    {
        foreach (var day in content.Days)
        {
            if (day.Day is { Value: var value } file)
            {
                if (value.Date == Unfilled.Date)
                {
                    file.Report(DiagnosticCode.StillToBeFilledIn, ["date"], $"the date {value.Date:yyyy-MM-dd}", Expected, Remedy);
                }
                if (value.TimeZone == Unfilled.TimeZone)
                {
                    file.Report(DiagnosticCode.StillToBeFilledIn, ["timeZone"], $"the time zone {value.TimeZone}, which is of no place", Expected, Remedy);
                }
            }
        }
        if (content.Network is { } network && network.Value.Address == Unfilled.Address)
        {
            network.Report(DiagnosticCode.StillToBeFilledIn, ["address"], $"the address {network.Value.Address}", Expected, Remedy);
        }
    }

    /// <summary>A text of a data file; <see cref="TextRules"/> comes by every one.</summary>
    public static void CheckText(ILoadedFile file, string text, TextPlace place)
    {
        if (Unfilled.Begins(text))
        {
            file.Report(DiagnosticCode.StillToBeFilledIn, place.Path, $"\"{Printable.Text(text)}\"", Expected, Remedy);
        }
    }

    /// <summary>A block of a Markdown text; see <see cref="CheckText"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="block">The block.</param>
    /// <param name="words">Its words, without markup.</param>
    public static void CheckBlock(ProseFile text, Block block, ReadOnlySpan<char> words)
    {
        if (Unfilled.Begins(words))
        {
            text.Report(DiagnosticCode.StillToBeFilledIn, block.Span.Start, Printable.Text(words.ToString()), Expected, Remedy);
        }
    }

    private const string Expected = "what it stands for";
    private const string Remedy = "fill it in";
}
