using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for the slugs that pages get their addresses from: no two pages at one, none that a host or a system keeps.</summary>
internal static class AddressRules
{
    // Folders and files every site has, and the device names Windows reserves in every folder.
    private static readonly HashSet<string> Reserved =
    [
        "404", "assets", "data", "index", "search", "con", "prn", "aux", "nul",
        .. Enumerable.Range(0, 10).Select(n => $"com{n}"), .. Enumerable.Range(0, 10).Select(n => $"lpt{n}"),
    ];

    public static void Check(LoadedContent content)
    {
        var root = new Folder(content);
        foreach (var day in content.Days)
        {
            if (day.Day is { } file)
            {
                root.Take(file, file.Value.Slug, ["slug"]);
            }
            var mainPages = new Folder(content);
            var topics = new Folder(content);
            for (var i = 0; i < day.Topics?.Value.Topics.Length; i++)
            {
                var topic = day.Topics!.Value.Topics[i];
                (topic.MainPage ? mainPages : topics).Take(day.Topics, topic.Slug, ["topics", i, "slug"]);
            }
            var quotes = new Folder(content);
            for (var i = 0; i < day.Quotes?.Value.Quotes.Length; i++)
            {
                quotes.Take(day.Quotes!, day.Quotes!.Value.Quotes[i].Slug, ["quotes", i, "slug"]);
            }
        }
        for (var i = 0; i < content.Pages?.Value.Pages.Length; i++)
        {
            root.Take(content.Pages!, content.Pages!.Value.Pages[i].Slug, ["pages", i, "slug"]);
        }
    }

    /// <summary>The addresses taken in one folder of the site, language by language.</summary>
    private sealed class Folder(LoadedContent content)
    {
        private readonly HashSet<(Language, Slug)> _taken = [];

        public void Take(ILoadedFile file, LocalizedSlug slugs, ReadOnlySpan<PathSegment> path)
        {
            foreach (var (language, slug) in slugs.Versions)
            {
                if (Reserved.Contains(slug.Value) || content.Languages.Any(l => l.Tag == slug.Value))
                {
                    file.Report(DiagnosticCode.ReservedSlug, [.. path, language.Tag], $"the slug \"{slug}\"",
                        "one that neither the site nor an operating system keeps for itself", "choose another word");
                }
                else if (!_taken.Add((language, slug)))
                {
                    file.Report(DiagnosticCode.DuplicateSlug, [.. path, language.Tag], $"a second page at \"{slug}\" in {language}",
                        "an address of its own for each page", "choose another word for one of the two");
                }
            }
        }
    }
}
