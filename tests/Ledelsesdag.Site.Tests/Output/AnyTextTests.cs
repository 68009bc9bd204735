using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;
using Ledelsesdag.Site.Tests.Calendar;

namespace Ledelsesdag.Site.Tests.Output;

/// <summary>
/// Whatever an author writes stays text: in every page, in the file for offline use, and in everything that programs read.
/// <c>CsCheck_Iter=200 dotnet test tests/Ledelsesdag.Site.Tests --filter AnyTextTests</c> looks longer than CI does.
/// </summary>
public sealed partial class AnyTextTests
{
    // What ends or begins something in HTML, JSON, XML, calendars and templates.
    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "</script>", "</title>", "</textarea>", "</style>", "</template>", "</svg>", "<!--", "-->", "<!DOCTYPE", "<?xml", "<plaintext>", "<img/src=x/onerror=alert(1)>",
        "\"", "'", "\" onclick=\"alert(1)", "' x='", "&", "&amp;", "&lt;b&gt;", "&#60;", ">", "<", "]]>", "<![CDATA[", "{{x}}", "${x}", "{", "}", "@Model", "@(1+1)", "%3Cscript%3E", "javascript:alert(1)",
        ";", ",", ":", "\\", "\\n", "\\,", "*x*", "__x__", "[x](javascript:x)", "![](quote:x)", "`x`", "~~~", "|", "END:VEVENT", "=1+1", "#", "😀", "👩‍👩‍👧", "שלום", "مرحبا", "ﬁ", "Å", "ß", "\u00AD", "\u00A0", "\u0301", "\u200D",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 5].Select(pieces => string.Join(' ', pieces));

    // Every row of a table holds all columns, so so many texts of hostile words are enough for any content.
    private static readonly Gen<string[]> Rows = Words.Array[AnyContent.Starter.Count];

    private static readonly SiteAssets Assets = SiteAssets.Load(SiteAssets.ShippedFolder, SearchScript.InsteadOfModules);

    private static readonly HtmlParser Strict = new(new HtmlParserOptions { IsStrictMode = true });

    [Fact]
    public void What_is_no_text_is_what_has_a_form_of_its_own()
    {
        Assert.Equal(
            "address date days email end id kind language original session slug source start tag timeZone",
            string.Join(' ', AnyContent.Starter.NamesOfOthers.Order(StringComparer.Ordinal)));
        Assert.True(AnyContent.Starter.Count > 200);
    }

    [Fact]
    public void Every_text_shows_as_it_was_written_and_changes_nothing_around_it() => Rows.Sample(rows => CheckAsync(rows).GetAwaiter().GetResult(), iter: 2, threads: 1);

    private static async Task CheckAsync(string[] rows)
    {
        var hostile = await BuildAsync((number, name) => $"{name} {Core(name)} {rows[number]} {name}");
        // The same lengths and gaps with nothing in them that could be more than a letter.
        var harmless = await BuildAsync((number, name) => Harmless($"{name} {Core(name)} {rows[number]} {name}"));
        Assert.Equal(harmless.Keys, hostile.Keys);

        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, file) in hostile)
        {
            var (text, plain) = (file.Text(), harmless[path].Text());
            switch (Path.GetExtension(path))
            {
                case ".html":
                    // A parser that is strict throws at the first thing that is not well formed.
                    using (var page = Strict.ParseDocument(text))
                    using (var expected = Strict.ParseDocument(plain))
                    {
                        Assert.Equal(Skeleton(expected), Skeleton(page));
                        var (expectedStrings, strings) = (Strings(expected), Strings(page));
                        foreach (var name in NamesIn(expectedStrings))
                        {
                            Assert.True(strings.Contains(Core(name), StringComparison.Ordinal), $"{path}: {name} is not shown as it was written, but: {string.Join("\n", Around().Matches(strings).Select(match => match.Value).Where(words => words.Contains(name, StringComparison.Ordinal)))}");
                            shown.Add(name);
                        }
                        CheckScripts(page);
                    }
                    break;
                case ".json" or ".webmanifest":
                    using (var document = JsonDocument.Parse(file.Content))
                    {
                        Assert.NotEqual(JsonValueKind.Null, document.RootElement.ValueKind);
                    }
                    break;
                case ".xml":
                    Assert.Equal(XDocument.Parse(plain).ToString(), XDocument.Parse(text).ToString());
                    break;
                case ".ics":
                    var events = StrictCalendarReader.Read(file.Content.Span);
                    Assert.Equal(StrictCalendarReader.Read(harmless[path].Content.Span).Select(e => (e.Uid, e.Start, e.End)), events.Select(e => (e.Uid, e.Start, e.End)));
                    Assert.Equal(LibraryCalendarReader.Read(file.Content.Span), events);
                    Assert.All(events, e => Assert.Contains(Core(NamesIn(e.Summary).First()), e.Summary, StringComparison.Ordinal));
                    break;
                default:
                    Assert.Equal(Hash().Replace(plain, "HASH"), Hash().Replace(text, "HASH"));
                    break;
            }
        }
        Assert.Equal(AnyContent.Starter.Names.Except(AnyContent.Starter.NamesOfComments), shown.Order(StringComparer.Ordinal));
        var searched = string.Concat(hostile.Where(f => f.Key.StartsWith("search/", StringComparison.Ordinal)).Select(f => JsonStrings(f.Value.Text())));
        Assert.All(NamesIn(string.Concat(harmless.Where(f => f.Key.StartsWith("search/", StringComparison.Ordinal)).Select(f => JsonStrings(f.Value.Text())))), name => Assert.Contains(Core(name), searched, StringComparison.Ordinal));
    }

    private static async Task<SortedDictionary<string, OutputFile>> BuildAsync(Func<int, string, string> words)
    {
        var loaded = AnyContent.Starter.Load(words);
        Faults.None(loaded.Diagnostics.Where(d => d.Code.Severity == Severity.Error).Select(d => d.ToString()));
        var build = await SiteBuilder.BuildAsync(loaded.Network!, Sample.Root, Assets, RealSite.Strings, RealSite.Cards);
        Faults.None(build.Faults.Select(fault => fault.ToString()));

        // What is published as data is read and written again as it was.
        var data = build.Files.Single(f => f.Path == "data/v1/network.json").Content.ToArray();
        var read = await NetworkLoader.LoadAsync(new MemoryStream(data));
        using var written = new MemoryStream();
        await NetworkWriter.WriteAsync(read.Network!, written);
        Assert.Equal(data, written.ToArray());
        // Cards are pictures, and what is in a file may stand as a hash in its name.
        return new(build.Files.Where(f => !f.Path.StartsWith("assets/cards/", StringComparison.Ordinal)).ToDictionary(f => Hash().Replace(f.Path, "HASH")), StringComparer.Ordinal);
    }

    // No sign in it is set otherwise by the typographer or means anything in Markdown.
    private static string Core(string name) => $"<b{name}>&{name}&amp;</title></script>]]>{{{{{name}}}}}";

    private static string Harmless(string text) => Sign().Replace(text, "x");

    private static IEnumerable<string> NamesIn(string text) => Name().Matches(text).Select(match => match.Value).Distinct();

    private static string JsonStrings(string json)
    {
        using var document = JsonDocument.Parse(json);
        return string.Join('\n', Values(document.RootElement));

        static IEnumerable<string> Values(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Values(property.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Values),
            JsonValueKind.String => [element.GetString()!],
            _ => [],
        };
    }

    /// <summary>The elements of a page and the names of their attributes, in order; but for the places where a long word may break.</summary>
    private static IEnumerable<string> Skeleton(IHtmlDocument page) =>
        page.All.Where(e => e.LocalName != "wbr").Select(e => $"{e.ParentElement?.LocalName}>{e.LocalName} {string.Join(' ', e.Attributes.Select(a => a.Name).Order(StringComparer.Ordinal))}");

    /// <summary>All that a page says in texts, in the values of attributes and in its data.</summary>
    private static string Strings(IHtmlDocument page) => string.Join('\n',
    [
        .. page.All.SelectMany(e => e.Attributes.Select(a => a.Value)),
        .. page.Descendants<IText>().Where(text => text.ParentElement is not IHtmlScriptElement).Select(text => text.Data),
        .. page.QuerySelectorAll("script[type='application/ld+json']").Select(data => JsonStrings(data.TextContent)),
    ]);

    /// <summary>A script in the file for offline use is the one that its policy names.</summary>
    private static void CheckScripts(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script:not([src])"))
        {
            if (script.GetAttribute("type") != "application/ld+json")
            {
                var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
                Assert.Contains($"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.TextContent)))}'", policy, StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex(@"[^a-zA-Z0-9 ]")]
    private static partial Regex Sign();

    [GeneratedRegex(".{0,40}q.{0,40}")]
    private static partial Regex Around();

    [GeneratedRegex(@"(?<=\.)[0-9a-f]{10}(?=[./])")]
    private static partial Regex Hash();

    [GeneratedRegex(@"q\d{4}z")]
    private static partial Regex Name();
}
