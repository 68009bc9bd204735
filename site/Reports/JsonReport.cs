using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Ledelsesdag.Site.Reports;

/// <summary>One JSON object. <c>site/README.md</c> explains its fields, whose meaning changes only with <c>version</c>.</summary>
internal static class JsonReport
{
    private const int Version = 1;

    /// <summary>How both forms of JSON are written: for people too, and without what is not known.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(Readable()),
    };

    public static string Write(RunReport report) => JsonSerializer.Serialize(
        new
        {
            version = Version,
            done = report.IsDone,
            output = report.IsDone ? report.Output : null,
            pages = report.IsDone ? report.Pages.ToDictionary(p => p.Language.Tag, p => p.Pages) : null,
            errors = report.Errors,
            warnings = report.Warnings,
            diagnostics = report.Findings.Select(finding => new
            {
                severity = finding.Word,
                code = finding.Diagnostic?.Code.Id,
                title = finding.Diagnostic?.Code.Title,
                file = finding.Location.File,
                line = Known(finding.Location.Line),
                column = Known(finding.Location.Column),
                message = finding.Message,
                found = finding.Diagnostic?.Found,
                expected = finding.Diagnostic?.Expected,
                remedy = finding.Diagnostic?.Remedy,
            }),
        },
        Options);

    /// <summary>A line or column; null for the whole.</summary>
    public static int? Known(int place) => place == 0 ? null : place;

    // Letters of every language as themselves, but nothing that turns the direction of writing or is not seen.
    private static TextEncoderSettings Readable()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidRange(UnicodeRange.Create('\u200b', '\u200f'));
        settings.ForbidRange(UnicodeRange.Create('\u2028', '\u202e'));
        settings.ForbidRange(UnicodeRange.Create('\u2060', '\u206f'));
        settings.ForbidCharacters('\u061c', '\ufeff');
        return settings;
    }
}
