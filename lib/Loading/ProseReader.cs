namespace Ledelsesdag.Content.Loading;

internal static class ProseReader
{
    public static Prose Read(string markdown) => new([], []);

    public static Prose ReadInline(string markdown) => new([new Paragraph([new TextRun(markdown)], default)], []);
}
