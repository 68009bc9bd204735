using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Tests.Output;

public sealed class HostFilesTests
{
    private static readonly OutputFile[] Files =
    [
        Sample.File("index.html"), Sample.File("404.html"), Sample.File("program/index.html"), Sample.File("en/index.html"),
        Sample.File("en/404.html"), Sample.File("assets/site.3f2a9c01de.css"), Sample.File("_redirects"),
        Sample.File("search/index.html"), Sample.File("search/da.json"), Sample.File("search/da.near.3f2a9c01de.json"), Sample.File("search/da.77b0e4c2a9/w0.json"),
        Sample.File("program/dag.ics"), Sample.File("data/v1/network.json"),
    ];

    [Fact]
    public void Every_answer_carries_every_security_header()
    {
        foreach (var path in Served)
        {
            var headers = HeadersOf(path);
            foreach (var (name, value) in SecurityHeaders.All.Where(h => h.Name != SecurityHeaders.ResourcePolicy || !path.StartsWith("/data/", StringComparison.Ordinal)))
            {
                Assert.Contains($"{name}: {value}", headers);
            }
        }
    }

    [Fact]
    public void Data_may_be_read_by_the_pages_of_other_sites_and_nothing_else_may()
    {
        string[] open = ["Access-Control-Allow-Origin: *", "Content-Type: application/json", "Cross-Origin-Resource-Policy: cross-origin"];

        Assert.Equal(open, HeadersOf("/data/v1/network.json").Intersect(open).Order(StringComparer.Ordinal));
        Assert.All(Served.Where(path => !path.StartsWith("/data/", StringComparison.Ordinal)), path => Assert.Empty(HeadersOf(path).Intersect(open)));
    }

    [Fact]
    public void The_policy_allows_nothing_inline_and_nobody_else()
    {
        Assert.StartsWith("default-src 'none';", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Contains("; require-trusted-types-for 'script'", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public void Hashed_files_are_kept_for_ever_and_pages_asked_for_anew()
    {
        var rules = Rules();
        Assert.Contains("Cache-Control: public, max-age=31536000, immutable", rules["/assets/*"]);
        Assert.Contains("Cache-Control: public, max-age=31536000, immutable", rules["/search/da.near.3f2a9c01de.json"]);
        Assert.Contains("Cache-Control: public, max-age=31536000, immutable", rules["/search/da.77b0e4c2a9/*"]);
        foreach (var page in (string[])["/", "/index.html", "/404.html", "/program/*", "/en/*", "/data/*", "/search/", "/search/index.html", "/search/da.json"])
        {
            Assert.Contains("Cache-Control: public, max-age=0, must-revalidate", rules[page]);
        }
    }

    /// <summary>On the real site, where the hash is counted again: of a file, or of all files of a folder under the names they have there. A card
    /// is named after its words, which its own tests hold.</summary>
    [Fact]
    public async Task Browsers_keep_for_ever_exactly_the_files_whose_address_holds_a_hash_of_what_they_are_made_of()
    {
        var files = (await RealSite.BuildAsync(Sample.Root)).Files;
        var rules = Rules(files.Single(f => f.Path == "_headers").Text());

        var kept = files.Where(f => f.Path[0] != '_' && HeadersOf("/" + f.Path, rules).Contains("Cache-Control: public, max-age=31536000, immutable"));

        var hashed = files.Where(f => f.IsNamedAfterItsContent || f.Path.Split('/', '.').Intersect([ContentHash.Of(f.Content.Span), HashOfPart(f)]).Any())
            .Concat(files.GroupBy(f => f.Path.Split('/') is ["assets", var folder, _, ..] ? folder : "", StringComparer.Ordinal)
                .Where(room => room.Key.Contains('.') && room.Key.EndsWith("." + HashOfRoom(room.Key, room), StringComparison.Ordinal)).SelectMany(room => room));
        Assert.Equal(hashed.Select(f => f.Path).Order(StringComparer.Ordinal), kept.Select(f => f.Path).Order(StringComparer.Ordinal));
        foreach (var name in (string[])["/site.css", "/field.js", "/favicon.svg", ".png", ".json"])
        {
            Assert.Contains(kept, f => f.Path.EndsWith(name, StringComparison.Ordinal));
        }

        static string HashOfRoom(string folder, IEnumerable<OutputFile> room) =>
            ContentHash.Of(room.Select(f => f with { Path = folder[..folder.LastIndexOf('.')] + f.Path[$"assets/{folder}".Length..] }));

        // The search hashes its parts with their lengths before them.
        static string HashOfPart(OutputFile file) =>
            ContentHash.Of([.. BitConverter.GetBytes(file.Content.Length), .. file.Content.Span]);
    }

    [Fact]
    public void A_calendar_is_said_to_be_one()
    {
        Assert.Equal(["Content-Type: text/calendar; charset=utf-8"], Rules()["/program/dag.ics"]);
        Assert.Equal("/program/dag.ics", Rules().Last().Key);
    }

    [Fact]
    public void No_address_gets_one_header_from_two_rules()
    {
        foreach (var path in Served)
        {
            var names = HeadersOf(path).Select(header => header.Split(':')[0]).ToList();
            Assert.Equal(names.Distinct(), names);
            Assert.Contains("Cache-Control", names);
        }
    }

    [Fact]
    public void A_wrong_address_is_answered_in_the_language_of_its_folder()
    {
        Assert.Equal("/en/* /en/404.html 404\n", HostFiles.Redirects(Paths)!.Text());
        Assert.Null(HostFiles.Redirects(["404.html"]));
    }

    [Fact]
    public void Robots_are_shown_the_map_where_it_stands() =>
        Assert.Contains("Sitemap: https://example.org/ledelsesdag/sitemap.xml\n", HostFiles.Robots(Sample.Folder).Text(), StringComparison.Ordinal);

    private static IEnumerable<string> Paths => Files.Select(f => f.Path);

    private static IEnumerable<string> Served => Files.Where(f => f.Path[0] != '_').Select(f => "/" + f.Path).Append("/").Append("/en/").Append("/search/");

    private static List<string> HeadersOf(string path) => HeadersOf(path, Rules());

    private static List<string> HeadersOf(string path, Dictionary<string, List<string>> rules) =>
        [.. rules.Where(rule => rule.Key == path || (rule.Key.EndsWith('*') && path.StartsWith(rule.Key[..^1], StringComparison.Ordinal))).SelectMany(rule => rule.Value)];

    private static Dictionary<string, List<string>> Rules() => Rules(HostFiles.Headers(Paths, []).Text());

    private static Dictionary<string, List<string>> Rules(string headers)
    {
        var rules = new Dictionary<string, List<string>>();
        List<string> current = [];
        foreach (var line in headers.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith('/'))
            {
                rules.Add(line, current = []);
            }
            else
            {
                Assert.Matches("^  [A-Za-z-]+: .+$", line);
                current.Add(line.Trim());
            }
        }
        return rules;
    }
}
