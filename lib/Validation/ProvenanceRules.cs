using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Every item says which slides it comes from, or that the editor added it.</summary>
internal static class ProvenanceRules
{
    /// <summary>No deck has more; a slip of the hand does.</summary>
    public const int MostSlides = 2000;

    /// <summary>A term of the glossary belongs to no day; its slides are held against no deck.</summary>
    public static void CheckGlossary(LoadedContent content, ContentWalker walker)
    {
        if (content.Glossary is { } glossary)
        {
            walker.Walk(glossary.Value, new Visitor(glossary, MostSlides));
        }
    }

    public static void Check(LoadedDay day, ContentWalker walker)
    {
        var last = day.Day?.Value.SlideCount ?? MostSlides;
        foreach (var file in day.Files())
        {
            walker.Walk(file.Document, new Visitor(file, last));
        }
        if (day.Day is { } dayFile)
        {
            CheckNumbers(dayFile, dayFile.Value.Slides.AsSpan(), last, "slides", static field => [field]);
        }
        for (var i = 0; i < day.Corrections?.Value.Corrections.Length; i++)
        {
            CheckNumbers(day.Corrections!, [day.Corrections!.Value.Corrections[i].Slide], last, i, static i => ["corrections", i, "slide"]);
        }
    }

    /// <summary>Every slide that an item of the day comes from.</summary>
    public static HashSet<int> SlidesOf(LoadedDay day, ContentWalker walker)
    {
        var slides = new SlideCollector();
        slides.Found.UnionWith(day.Day?.Value.Slides ?? []);
        foreach (var file in day.Files())
        {
            walker.Walk(file.Document, slides);
        }
        return slides.Found;
    }

    /// <param name="file">Where the numbers stand.</param>
    /// <param name="slides">The numbers.</param>
    /// <param name="last">The deck's last slide.</param>
    /// <param name="at">What <paramref name="path"/> is found from, so that of numbers that are right nothing is made.</param>
    /// <param name="path">The way to the numbers.</param>
    private static void CheckNumbers<T>(ILoadedFile file, ReadOnlySpan<int> slides, int last, T at, Func<T, PathSegment[]> path)
    {
        var before = 0;
        foreach (var slide in slides)
        {
            if (slide < 1 || slide > last)
            {
                file.Report(DiagnosticCode.NoSuchSlide, path(at), $"slide {slide}", $"a number from 1 to {last}", "correct the number, or slideCount in day.json");
            }
            else if (slide <= before)
            {
                file.Report(DiagnosticCode.NoSuchSlide, path(at), $"slide {slide} after slide {before}", "each number once, in rising order", "put the numbers in order");
            }
            before = slide;
        }
    }

    private sealed class SlideCollector : ContentVisitor
    {
        public HashSet<int> Found { get; } = [];

        public override void Item(IHasProvenance item, ContentPath path)
        {
            foreach (var slide in item.Slides)
            {
                Found.Add(slide);
            }
        }
    }

    private sealed class Visitor(ILoadedFile file, int last) : ContentVisitor
    {
        public override void Item(IHasProvenance item, ContentPath path)
        {
            if (item.Slides.IsEmpty && !item.AddedByEditor)
            {
                file.Report(DiagnosticCode.NoProvenance, path.Steps, "an item that comes from no slide", "\"slides\": [ … ] or \"addedByEditor\": true",
                    "give the numbers of the slides it comes from, or say that the editor added it");
            }
            else if (!item.Slides.IsEmpty && item.AddedByEditor)
            {
                file.Report(DiagnosticCode.NoProvenance, [.. path.Steps, "addedByEditor"], "an item of the editor's that also names slides", "one of the two",
                    "take away \"slides\" or \"addedByEditor\"");
            }
            CheckNumbers(file, item.Slides.AsSpan(), last, path, static path => [.. path.Steps, "slides"]);
        }
    }
}
