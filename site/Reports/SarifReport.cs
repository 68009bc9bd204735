using System.Reflection;
using System.Text.Json;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Reports;

/// <summary>SARIF 2.1.0: what was found, and the catalogue of what can be.</summary>
internal static class SarifReport
{
    // What is wrong with a finished site has no code of the content's.
    private const string OfTheSite = "site";

    public static string Write(RunReport report)
    {
        var rules = DiagnosticCode.All
            .Select(code => Rule(code.Id, code.Title, code.Remedy, code.Severity))
            .Append(Rule(OfTheSite, "The finished site or a folder of the site's", "Do what the message says.", Severity.Error))
            .ToList();
        var document = new Dictionary<string, object>
        {
            // An anonymous type can have no member of that name.
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new { driver = new { name = "ledelsesdag", version = Version(), rules } },
                    columnKind = "utf16CodeUnits",
                    results = report.Findings.Select(Result),
                },
            },
        };
        return JsonSerializer.Serialize(document, JsonReport.Options);
    }

    private static object Rule(string id, string title, string remedy, Severity severity) => new
    {
        id,
        shortDescription = new { text = title },
        help = new { text = remedy },
        defaultConfiguration = new { level = severity == Severity.Error ? "error" : "warning" },
    };

    private static object Result(Finding finding)
    {
        var place = finding.Location;
        return new
        {
            ruleId = finding.Diagnostic?.Code.Id ?? OfTheSite,
            ruleIndex = finding.Diagnostic is { Code: var code } ? DiagnosticCode.All.IndexOf(code) : DiagnosticCode.All.Length,
            level = finding.Word,
            message = new { text = finding.Message },
            locations = new[]
            {
                new
                {
                    physicalLocation = new
                    {
                        artifactLocation = new { uri = Address(place.File) },
                        region = place.Line == 0 ? null : new { startLine = place.Line, startColumn = JsonReport.Known(place.Column) },
                    },
                },
            },
        };
    }

    /// <summary>A path as the address of a file, or of one relative to where the tool was started.</summary>
    private static string Address(string path)
    {
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return !Path.IsPathRooted(path) ? escaped
            : path.StartsWith('/') ? $"file://{escaped}"
            : $"file:///{escaped.Replace("%3A", ":", StringComparison.Ordinal)}";
    }

    private static string Version() =>
        typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
