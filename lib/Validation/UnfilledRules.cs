using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Validation;

/// <summary>Warns of what a draft still has to be told.</summary>
internal static class UnfilledRules
{
    public static void Check(LoadedContent content)
    {
        foreach (var file in content.Files())
        {
            ContentWalker.Walk(file.Document, new Visitor(file));
        }
        foreach (var text in content.Texts())
        {
            foreach (var block in Block.Descend(text.Prose.Blocks))
            {
                if (Inline.PlainText(block.OwnInlines) is var words && Unfilled.Begins(words))
                {
                    text.Report(DiagnosticCode.StillToBeFilledIn, block.Span.Start, Printable.Text(words), Expected, Remedy);
                }
            }
        }
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

    private const string Expected = "what it stands for";
    private const string Remedy = "fill it in";

    private sealed class Visitor(ILoadedFile file) : ContentVisitor
    {
        public override void Text(LocalizedText text, ReadOnlySpan<PathSegment> path)
        {
            foreach (var (language, version) in text.Versions)
            {
                CheckText(version.Plain, [.. path, language.Tag]);
            }
        }

        public override void PlainText(string text, ReadOnlySpan<PathSegment> path) => CheckText(text, path);

        private void CheckText(string text, ReadOnlySpan<PathSegment> path)
        {
            if (Unfilled.Begins(text))
            {
                file.Report(DiagnosticCode.StillToBeFilledIn, path, $"\"{Printable.Text(text)}\"", Expected, Remedy);
            }
        }
    }
}
