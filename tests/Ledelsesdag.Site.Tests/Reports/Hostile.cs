using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Reports;

namespace Ledelsesdag.Site.Tests.Reports;

/// <summary>Findings as strangers and accidents make them, and reports of them.</summary>
internal static class Hostile
{
    /// <summary>Turns the direction of writing; written so, for in a source file it would do that to its reader.</summary>
    public const string RightToLeft = "\u202e";

    /// <summary>One of each kind, with names and words that try to be something else in every form.</summary>
    public static ImmutableArray<Finding> Findings { get; } =
    [
        Of("LD203", new("day-1/quotes.json", 12, 7), "a field \"citaton\"", "one of id, text", "did you mean \"citation\"?", "      \"citaton\": { \"æøå\": 1 },"),
        Of("LD310", SourceLocation.Whole("day-1/æ ø.json"), "the same sentence in da and another language", "a translation", "translate it"),
        Of("LD105", SourceLocation.Whole("day-1/a:b,c%25#?&\n::error::planted\u001b[31m\"<x>.json"), $"a file {RightToLeft}nosj", "a content file", "take it away\r\n::error::planted"),
        new(Severity.Warning, SourceLocation.Whole("output"), "no PDFs: there is no browser"),
        Finding.Of(new SiteFault("output/en/index.html", 31, "the address '/nowhere/' leads to no page or file")),
        Finding.Of(new SiteFault("/somewhere/out put", 0, "this is a file; choose another")),
    ];

    public static Finding Of(string code, SourceLocation place, string found, string expected, string remedy, string? line = null) =>
        Finding.Of(new Diagnostic(DiagnosticCode.All.Single(known => known.Id == code), place, found, expected, remedy), "input", line);

    /// <summary>What a report of them says on the standard output and beside it.</summary>
    public static (string Out, string Error) Report(ReportFormat format, ImmutableArray<Finding> findings, int? width = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var pages = ImmutableArray.Create((Sample.Danish, 3), (Sample.English, 2));
        new RunReport(findings, pages, "output", TimeSpan.FromSeconds(1.23)).Write(format, new Terminal(output, error, ShowsProgress: false) { Width = width });
        return (output.ToString(), error.ToString());
    }
}
