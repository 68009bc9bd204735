using System.Text.Json;
using Ledelsesdag.Site.Commands;

namespace Ledelsesdag.Site.Tests.Commands;

/// <summary>The forms of a report as somebody at a command line gets them.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public FormatTests()
    {
        StarterContent.CopyTo(_folder);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData("json", "diagnostics")]
    [InlineData("sarif", "runs")]
    public async Task What_programs_read_is_one_object_and_nothing_else(string format, string field)
    {
        Misspell();

        Assert.Equal(ExitCode.Faulty, await RunAsync("check", "--format", format));

        Assert.Empty(_error.ToString());
        Assert.Equal(1, JsonDocument.Parse(_out.ToString()).RootElement.GetProperty(field).GetArrayLength());
        Assert.Contains("LD203", _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workflow_of_GitHub_gets_an_annotation_only_if_it_asks()
    {
        Misspell();

        Assert.Equal(ExitCode.Faulty, await RunAsync("check", "--format", "github"));
        Assert.StartsWith($"::error file={Path.Combine(_folder.Root, "input/day-1/codex.json").Replace('\\', '/')},line=", _out.ToString(), StringComparison.Ordinal);
        Assert.Equal($"1 error, 0 warnings.{Environment.NewLine}", _error.ToString());

        _out.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Faulty, await RunAsync("check"));
        Assert.Empty(_out.ToString());
    }

    [Fact]
    public async Task A_terminal_shows_the_line_with_a_mark_under_the_place()
    {
        Misspell();

        await RunAsync(width: 80, "check");

        var lines = _error.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("codex.json(", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"principels\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(lines[1].IndexOf("\"principels\"", StringComparison.Ordinal), lines[2].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_of_the_folder_is_told_like_any_other()
    {
        _folder.Write("output/thesis.txt", "years of work");

        Assert.Equal(ExitCode.Faulty, await RunAsync("build", "--format", "json"));

        var report = JsonDocument.Parse(_out.ToString()).RootElement;
        Assert.False(report.GetProperty("done").GetBoolean());
        var fault = Assert.Single(report.GetProperty("diagnostics").EnumerateArray());
        Assert.EndsWith("/output", fault.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("the folder holds files, ", fault.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.False(fault.TryGetProperty("line", out _));
    }

    [Fact]
    public async Task A_site_that_was_written_is_told_with_its_folder_and_its_pages()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("build", "--format", "json"));

        var report = JsonDocument.Parse(_out.ToString()).RootElement;
        Assert.Equal(_folder.At("output"), report.GetProperty("output").GetString());
        Assert.True(report.GetProperty("pages").GetProperty("da").GetInt32() > 10);
        Assert.True(File.Exists(_folder.At("output/index.html")));
    }

    private void Misspell() => StarterContent.Replace(_folder, "input/day-1/codex.json", "\"principles\"", "\"principels\"");

    private Task<int> RunAsync(params string[] args) => RunAsync(width: null, args);

    private Task<int> RunAsync(int? width, params string[] args) => CommandLine.RunAsync(
        [.. args, "--input", _folder.At("input"), "--output", _folder.At("output")], new Terminal(_out, _error, ShowsProgress: false) { Width = width });
}
