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
            CheckNumbers(dayFile, dayFile.Value.Slides.AsSpan(), last, [], "slides");
        }
        for (var i = 0; i < day.Corrections?.Value.Corrections.Length; i++)
        {
            CheckNumbers(day.Corrections!, [day.Corrections!.Value.Corrections[i].Slide], last, ["corrections", i], "slide");
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

    /// <summary>Whether <see cref="CheckNumbers"/> would find nothing.</summary>
    private static bool AreInOrder(ReadOnlySpan<int> slides, int last)
    {
        var before = 0;
        foreach (var slide in slides)
        {
            if (slide <= before || slide > last)
            {
                return false;
            }
            before = slide;
        }
        return true;
    }

    private static void CheckNumbers(ILoadedFile file, ReadOnlySpan<int> slides, int last, ReadOnlySpan<PathSegment> item, string field)
    {
        var before = 0;
        foreach (var slide in slides)
        {
            if (slide < 1 || slide > last)
            {
                file.Report(DiagnosticCode.NoSuchSlide, [.. item, field], $"slide {slide}", $"a number from 1 to {last}", "correct the number, or slideCount in day.json");
            }
            else if (slide <= before)
            {
                file.Report(DiagnosticCode.NoSuchSlide, [.. item, field], $"slide {slide} after slide {before}", "each number once, in rising order", "put the numbers in order");
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
            if (!AreInOrder(item.Slides.AsSpan(), last))
            {
                CheckNumbers(file, item.Slides.AsSpan(), last, path.Steps, "slides");
            }
        }
    }
}
