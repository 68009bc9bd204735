using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Tests.Output;

public sealed class HostFilesTests
{
    private static readonly OutputFile[] Files =
    [
        Sample.File("index.html"), Sample.File("404.html"), Sample.File("program/index.html"), Sample.File("en/index.html"),
        Sample.File("en/404.html"), Sample.File("assets/site.3f2a9c01de.css"), Sample.File("_redirects"),
        Sample.File("program/dag.ics"),
    ];

    [Fact]
    public void Every_answer_carries_every_security_header()
    {
        var everything = Rules()["/*"];
        Assert.Equal(SecurityHeaders.All.Select(h => $"{h.Name}: {h.Value}"), everything);
    }

    [Fact]
    public void The_policy_allows_nothing_inline_and_nobody_else()
    {
        Assert.StartsWith("default-src 'none';", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public void Hashed_files_are_kept_for_ever_and_pages_asked_for_anew()
    {
        var rules = Rules();
        Assert.Equal(["Cache-Control: public, max-age=31536000, immutable"], rules["/assets/*"]);
        foreach (var page in (string[])["/", "/index.html", "/404.html", "/program/*", "/en/*"])
        {
            Assert.Equal(["Cache-Control: public, max-age=0, must-revalidate"], rules[page]);
        }
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
        var rules = Rules();
        foreach (var path in Files.Where(f => f.Path[0] != '_').Select(f => "/" + f.Path).Append("/").Append("/en/"))
        {
            var names = rules
                .Where(rule => rule.Key == path || (rule.Key.EndsWith('*') && path.StartsWith(rule.Key[..^1], StringComparison.Ordinal)))
                .SelectMany(rule => rule.Value.Select(header => header.Split(':')[0]))
                .ToList();
            Assert.Equal(names.Distinct(), names);
            Assert.Contains("Cache-Control", names);
        }
    }

    [Fact]
    public void A_wrong_address_is_answered_in_the_language_of_its_folder()
    {
        Assert.Equal("/en/* /en/404.html 404\n", HostFiles.Redirects(Files)!.Text());
        Assert.Null(HostFiles.Redirects([Sample.File("404.html")]));
    }

    [Fact]
    public void Robots_are_shown_the_map_where_it_stands() =>
        Assert.Contains("Sitemap: https://example.org/ledelsesdag/sitemap.xml\n", HostFiles.Robots(Sample.Folder).Text(), StringComparison.Ordinal);

    private static Dictionary<string, List<string>> Rules()
    {
        var rules = new Dictionary<string, List<string>>();
        List<string> current = [];
        foreach (var line in HostFiles.Headers(Files, []).Text().TrimEnd('\n').Split('\n'))
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
