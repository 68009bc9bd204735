using System.Text;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests;

/// <summary>Small things that many tests need.</summary>
internal static class Sample
{
    public static readonly Language Danish = Language.Of("da");
    public static readonly Language English = Language.Of("en");

    public static SiteAddress Root { get; } = new(new Uri("https://example.org"), "/");

    public static SiteAddress Folder { get; } = new(new Uri("https://example.org"), "/ledelsesdag/");

    public static OutputFile File(string path, string text = "") => new(path, Encoding.UTF8.GetBytes(text));

    public static string Text(this OutputFile file) => Encoding.UTF8.GetString(file.Content.Span);

    public static Network Network() => new()
    {
        Title = LocalizedText.Of((Danish, "Ledernes \"netværk\""), (English, "The leaders' network")),
        Description = LocalizedText.Of((Danish, "Om os."), (English, "About us.")),
        Languages = [new SiteLanguage { Tag = Danish, Name = "Dansk" }, new SiteLanguage { Tag = English, Name = "English" }],
        Address = new Uri("https://example.org/ledelsesdag"),
        Days = [],
        Glossary = [],
        Pages = [],
    };
}
