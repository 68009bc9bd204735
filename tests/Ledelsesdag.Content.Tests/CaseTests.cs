namespace Ledelsesdag.Content.Tests;

/// <summary>
/// One folder under <c>Cases/</c> per diagnostic code: the files that differ from <c>Cases/base</c>, what files cannot say
/// in <c>setup.txt</c>, and in <c>expected.txt</c> every word an author reads.
/// </summary>
public sealed class CaseTests
{
    private const string Expected = "expected.txt";
    private const string Setup = "setup.txt";

    public static TheoryData<string> Codes => [.. CaseNames];

    private static IEnumerable<string> CaseNames =>
        [.. Directory.EnumerateDirectories(TestFolders.Cases).Select(Path.GetFileName).OfType<string>()
            .Where(name => name != "base").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_author_reads_what_was_found_what_was_expected_and_how_to_mend_it(string code)
    {
        var folder = Path.Combine(TestFolders.Cases, code);
        using var copy = new ContentCopy().Overlay(folder, Expected, Setup);
        if (File.Exists(Path.Combine(folder, Setup)))
        {
            foreach (var line in File.ReadAllLines(Path.Combine(folder, Setup)))
            {
                copy.SetUp(line);
            }
        }

        var found = copy.LoadToText();

        var expected = Path.Combine(folder, Expected);
        if (!File.Exists(expected) || File.ReadAllText(expected) != found)
        {
            // Beside the tests' binaries: read it as an author would, then copy it to the case.
            var received = Path.Combine(AppContext.BaseDirectory, "Received");
            Directory.CreateDirectory(received);
            File.WriteAllText(Path.Combine(received, $"{code}.txt"), found);
        }
        Assert.Equal(File.Exists(expected) ? File.ReadAllText(expected) : "", found);
        Assert.Contains($" {code}: ", found, StringComparison.Ordinal);
        var result = copy.Load();
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal(diagnostic.Location.Line > 0, result.LineAt(diagnostic.Location) is { } line && diagnostic.Location.Column <= line.Length + 1));
    }

    [Fact]
    public void Every_diagnostic_code_has_a_case_and_every_case_a_code() =>
        Assert.Equal(DiagnosticCode.All.Select(code => code.Id), CaseNames);

    [Fact]
    public void The_authors_guide_explains_every_code_in_the_words_of_the_catalogue()
    {
        var explained = File.ReadAllLines(Path.Combine(TestFolders.Repository, "input", "README.md")).Where(line => line.StartsWith("| LD", StringComparison.Ordinal));

        Assert.Equal(
            DiagnosticCode.All.Select(code => $"| {code.Id} | {code.Title}{(code.Severity == Severity.Warning ? " (a warning)" : "")} | {code.Remedy} |"),
            explained);
    }

    [Fact]
    public void Every_title_and_remedy_is_plain_words_that_any_form_can_show() =>
        Assert.All(DiagnosticCode.All, code =>
        {
            Assert.Matches("^[A-Z][^|`*_<>\\[\\]]*[^.]$", code.Title);
            Assert.Matches("^[A-Z][^|`*_[\\]]*\\.$", code.Remedy);
        });

    [Fact]
    public void No_number_is_given_twice_and_the_catalogue_is_in_order() =>
        Assert.Equal(DiagnosticCode.All.Select(code => code.Id).Distinct().Order(StringComparer.Ordinal), DiagnosticCode.All.Select(code => code.Id));

    [Fact]
    public void The_base_of_all_cases_has_no_fault()
    {
        using var copy = new ContentCopy();

        Assert.Equal("", copy.LoadToText());
    }

    [Fact]
    public void A_diagnostic_of_no_errors_severity_still_gives_a_network()
    {
        using var copy = new ContentCopy().Overlay(Path.Combine(TestFolders.Cases, "LD310"), Expected);
        var result = copy.Load();

        Assert.NotNull(result.Network);
        Assert.All(result.Diagnostics, d => Assert.Equal(Severity.Warning, d.Code.Severity));
    }
}
