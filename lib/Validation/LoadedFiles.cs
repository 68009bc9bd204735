using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>All files of a folder or a day in one row.</summary>
internal static class LoadedFiles
{
    public static IEnumerable<ILoadedFile> Files(this LoadedContent content) =>
        content.NetworkFiles().Concat(content.Days.SelectMany(Files));

    public static IEnumerable<ILoadedFile> NetworkFiles(this LoadedContent content) =>
        Present(content.Network, content.Glossary, content.Pages);

    public static IEnumerable<ILoadedFile> Files(this LoadedDay day) =>
        Present(day.Day, day.Programme, day.Topics, day.Quotes, day.Questions, day.Codices, day.Inquiry, day.Tables,
            day.CoatRacks, day.Resources, day.Sources, day.Corrections);

    private static IEnumerable<ILoadedFile> Present(params ILoadedFile?[] files) => files.OfType<ILoadedFile>();
}
