using System.Collections.Immutable;
using System.Text.Json;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Reports;
using Snapshooter;
using Snapshooter.Xunit;

namespace Ledelsesdag.Site.Tests.Reports;

public sealed class ReportTests
{
    [Theory]
    [InlineData(ReportFormat.Text)]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.GitHub)]
    [InlineData(ReportFormat.Sarif)]
    public void Every_form_tells_all_of_it_as_reviewed(ReportFormat format)
    {
        var (output, error) = Hostile.Report(format, Hostile.Findings);

        // The catalogue in front of the results changes with the catalogue; that it is whole is another test's.
        output = format == ReportFormat.Sarif ? WithoutRules(output) : output;
        Snapshot.Match($"standard output:\n{output}\nstandard error:\n{error}", new SnapshotFullName($"{format}.txt", Path.Combine(RealSite.Checkout, "tests/Ledelsesdag.Site.Tests/Reports")));
    }

    [Theory]
    [InlineData(ReportFormat.Text)]
    [InlineData(ReportFormat.GitHub)]
    public void A_line_is_one_finding_whatever_stands_in_it(ReportFormat format)
    {
        var (output, error) = Hostile.Report(format, Hostile.Findings);

        var lines = (output + error).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Hostile.Findings.Length + 1, lines.Length);
        Assert.DoesNotContain(lines, line => line.StartsWith("::error::", StringComparison.Ordinal));
        Assert.DoesNotContain(Hostile.RightToLeft, output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportFormat.Text)]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.GitHub)]
    [InlineData(ReportFormat.Sarif)]
    public void Nothing_in_it_is_obeyed_by_a_terminal_or_turns_its_words_around(ReportFormat format)
    {
        foreach (var control in Enumerable.Range(0, 0x20).Append(0x7f).Append(0x85).Append(0x9b).Append(0x61c).Append(0x200f).Append(0x2028).Append(0x202a).Append(0x202e).Append(0x2066).Append(0x2069).Append(0xfeff))
        {
            var text = $"a{(char)control}b";
            var (output, error) = Hostile.Report(format, [Hostile.Of("LD105", new(text, 1, 2), text, text, text, line: control is '\n' or '\t' ? null : text)], width: 80);

            Assert.DoesNotContain((output + error).ReplaceLineEndings("").Replace("\n", "", StringComparison.Ordinal), c => c == control);
        }
    }

    [Fact]
    public void A_workflow_is_given_one_command_and_the_very_name_of_the_file()
    {
        var (output, _) = Hostile.Report(ReportFormat.GitHub, [Hostile.Findings[2]]);

        var command = output.Split('\n')[0];
        var properties = command["::error ".Length..command.LastIndexOf("::", StringComparison.Ordinal)].Split(',').ToDictionary(property => property.Split('=')[0], property => property.Split('=', 2)[1]);
        Assert.Equal(["file", "title"], properties.Keys);
        Assert.Equal(Hostile.Findings[2].Location.File.Replace("\u001b", @"\u001b", StringComparison.Ordinal), Uri.UnescapeDataString(properties["file"]));
        Assert.StartsWith("LD105: ", Uri.UnescapeDataString(properties["title"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_object_on_the_standard_output_with_everything_as_it_was()
    {
        var (output, error) = Hostile.Report(ReportFormat.Json, Hostile.Findings);

        Assert.Empty(error);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal((1, false, 4, 2), (report.GetProperty("version").GetInt32(), report.GetProperty("done").GetBoolean(), report.GetProperty("errors").GetInt32(), report.GetProperty("warnings").GetInt32()));
        Assert.Equal(Hostile.Findings.Select(finding => (finding.Location.File, finding.Message, finding.Diagnostic?.Found)),
            report.GetProperty("diagnostics").EnumerateArray().Select(found => (found.GetProperty("file").GetString()!, found.GetProperty("message").GetString()!, found.TryGetProperty("found", out var part) ? part.GetString() : null)));
    }

    [Fact]
    public void A_site_that_was_made_is_told_with_its_pages()
    {
        var warnings = Hostile.Findings.Where(finding => finding.Severity == Severity.Warning).ToImmutableArray();

        Assert.EndsWith("\n5 pages (3 da, 2 en), 2 warnings, 1.2 s → output\n", "\n" + Hostile.Report(ReportFormat.Text, warnings).Out, StringComparison.Ordinal);
        Assert.EndsWith("\n5 pages (3 da, 2 en), 2 warnings, 1.2 s → output\n", Hostile.Report(ReportFormat.GitHub, warnings).Out, StringComparison.Ordinal);
        var report = JsonDocument.Parse(Hostile.Report(ReportFormat.Json, warnings).Out).RootElement;
        Assert.True(report.GetProperty("done").GetBoolean());
        Assert.Equal("output", report.GetProperty("output").GetString());
        Assert.Equal("""{"da":3,"en":2}""", JsonSerializer.Serialize(report.GetProperty("pages")));
    }

    /// <summary>What the standard requires of a log, a run, a rule and a result, in its sections 3.13 to 3.30 and 3.49.</summary>
    [Fact]
    public void Sarif_has_what_the_standard_requires_and_the_whole_catalogue()
    {
        var (output, error) = Hostile.Report(ReportFormat.Sarif, Hostile.Findings);

        Assert.Empty(error);
        var log = JsonDocument.Parse(output).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("ledelsesdag", driver.GetProperty("name").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+", driver.GetProperty("version").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(DiagnosticCode.All.Select(code => (code.Id, code.Title, code.Remedy, code.Severity == Severity.Error ? "error" : "warning")), rules[..^1].Select(rule => (
            rule.GetProperty("id").GetString()!, rule.GetProperty("shortDescription").GetProperty("text").GetString()!,
            rule.GetProperty("help").GetProperty("text").GetString()!, rule.GetProperty("defaultConfiguration").GetProperty("level").GetString()!)));
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(Hostile.Findings.Length, results.Count);
        Assert.All(results, result =>
        {
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["error", "warning"]);
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.True(Uri.IsWellFormedUriString(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute));
            if (place.TryGetProperty("region", out var region))
            {
                Assert.True(region.GetProperty("startLine").GetInt32() >= 1);
                Assert.True(!region.TryGetProperty("startColumn", out var column) || column.GetInt32() >= 1);
            }
        });
    }

    [Theory]
    [InlineData("input/æ ø.json", "input/%C3%A6%20%C3%B8.json")]
    [InlineData("../a:b#c?d%20.json", "../a%3Ab%23c%3Fd%2520.json")]
    [InlineData("a:b", "a%3Ab")]
    [InlineData("/sites/out put", "file:///sites/out%20put")]
    public void Sarif_names_a_file_by_its_address(string file, string expected)
    {
        var log = JsonDocument.Parse(Hostile.Report(ReportFormat.Sarif, [Finding.Of(new SiteFault(file, 0, "x"))]).Out).RootElement;

        Assert.Equal(expected, log.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    private static string WithoutRules(string sarif)
    {
        var start = sarif.IndexOf("\"rules\": [", StringComparison.Ordinal);
        var end = sarif.IndexOf("\n          ]", start, StringComparison.Ordinal);
        return $"{sarif[..start]}\"rules\": […{sarif[end..]}";
    }
}
