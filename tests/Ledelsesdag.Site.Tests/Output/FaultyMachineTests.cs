using System.Runtime.Versioning;
using Ledelsesdag.OutputWriter;
using Ledelsesdag.Site.Commands;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Tests.Output;

/// <summary>Disks fill up, folders may not be written, two people build at once: an error says so, and the old site stands.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FaultyMachineTests : IDisposable
{
    private const string Writer = "Ledelsesdag.OutputWriter.dll";
    private const string Tool = "ledelsesdag.dll";
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute;
    private const UnixFileMode Usual = ReadOnly | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.At("site/output");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_disk_is_told_and_the_old_site_stands()
    {
        using var disk = Restricted.TryMountSmallDisk(_folder.At("site"), "600k");
        WriteOld();
        StarterContent.CopyTo(_folder);

        // Where no disk may be mounted, no file may be larger than 8 kB: to a program that is the same.
        var (code, _, error) = await ChildProcess.RunAsync(Tool, Build, disk is null ? Restricted.ToFilesOf(16) : []);

        AssertNotWritten(code, error);
    }

    [Fact]
    public async Task A_file_that_the_system_does_not_let_grow_is_told_and_the_old_site_stands()
    {
        WriteOld();

        var (code, _, error) = await ChildProcess.RunAsync(Writer, ["exchange", Output, "2", "1"], Restricted.ToFilesOf(16));

        AssertNotWritten(code, error);
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_told_and_the_old_site_stands()
    {
        WriteOld();
        StarterContent.CopyTo(_folder);
        File.SetUnixFileMode(_folder.At("site"), ReadOnly);
        try
        {
            var (code, _, error) = await ChildProcess.RunAsync(Tool, Build, Restricted.ByPermissions);

            AssertNotWritten(code, error);
        }
        finally
        {
            File.SetUnixFileMode(_folder.At("site"), Usual);
        }
    }

    [Fact]
    public void An_output_that_somebody_has_made_read_only_is_left_alone()
    {
        WriteOld();
        File.SetUnixFileMode(Output, ReadOnly);
        try
        {
            Assert.Contains("the folder is read-only", OutputFolder.Write(Output, _folder.At("input"), NumberedSite.Files(2))!.Message, StringComparison.Ordinal);
            AssertOldSite();
        }
        finally
        {
            File.SetUnixFileMode(Output, Usual);
        }
    }

    [Theory]
    [InlineData("input/network.json", "input/network.json: error LD104: ")]
    [InlineData("input/day-1/topics", "input/day-1/topics: error LD104: ")]
    [InlineData("look/look.css", "look: error: the styles, scripts and icons cannot be read (Access to the path ")]
    [InlineData("strings/en.json", "strings: error: the words of the interface cannot be read (Access to the path ")]
    public async Task What_may_not_be_read_is_told_and_the_old_site_stands(string path, string message)
    {
        WriteOld();
        StarterContent.CopyTo(_folder);
        _folder.Write("look/look.css", "");
        _folder.Write("strings/en.json", "{}");
        File.SetUnixFileMode(_folder.At(path), UnixFileMode.None);
        try
        {
            var (code, _, error) = await ChildProcess.RunAsync(Tool, Build, Restricted.ByPermissions);

            Assert.Equal(ExitCode.Faulty, code);
            Assert.Contains(message, error, StringComparison.Ordinal);
            AssertOldSite();
        }
        finally
        {
            File.SetUnixFileMode(_folder.At(path), Usual);
        }
    }

    [Theory]
    [InlineData("input/glossary.json", "input/glossary.json: error LD106: a link, folder or device; ")]
    [InlineData("input/day-1/topics/promises.da.md", "/promises.da.md: error LD106: a link, folder or device; ")]
    [InlineData("look/look.css", "look: error: the styles, scripts and icons cannot be read (look.css: a link, pipe or device; put the file itself here)")]
    [InlineData("strings/en.json", "strings: error: the words of the interface cannot be read (en.json: a link, pipe or device; put the file itself here)")]
    public async Task A_pipe_in_a_files_place_is_told_and_nobody_waits_for_it(string path, string message)
    {
        StarterContent.CopyTo(_folder);
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.At(path))!);
        File.Delete(_folder.At(path));
        using (var made = System.Diagnostics.Process.Start("mkfifo", [_folder.At(path)]))
        {
            await made.WaitForExitAsync();
        }

        var site = await Task.Run(PrepareAsync).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Null(site.Build);
        Assert.Contains(site.Messages, told => told.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("look/look.css")]
    [InlineData("strings/en.json")]
    [InlineData("look/loop")]
    public async Task A_link_among_a_networks_own_files_is_told_and_not_followed(string path)
    {
        StarterContent.CopyTo(_folder);
        var secret = _folder.Write("secret", ":root { --brick: #123456; }");
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.At(path))!);
        if (path.EndsWith("loop", StringComparison.Ordinal))
        {
            Directory.CreateSymbolicLink(_folder.At(path), "..");
        }
        else
        {
            File.CreateSymbolicLink(_folder.At(path), secret);
        }

        var site = await PrepareAsync();

        Assert.Null(site.Build);
        Assert.Contains($"({Path.GetFileName(path)}: a link, pipe or device; put the file itself here)", Assert.Single(site.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_vanish_and_change_during_a_build_are_told_or_make_no_difference()
    {
        StarterContent.CopyTo(_folder);
        _folder.Write("look/look.css", ":root { --brick: #185034; }");
        var files = Directory.GetFiles(_folder.At("input"), "*", SearchOption.AllDirectories).Append(_folder.At("look/look.css")).Order(StringComparer.Ordinal).ToArray();
        var whole = files.ToDictionary(file => file, File.ReadAllText);
        using var stop = new CancellationTokenSource();
        var random = new Random(20140225);
        var spoiling = Task.Factory.StartNew(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var file = files[random.Next(files.Length)];
                File.Delete(file);
                File.WriteAllText(file, whole[file][..random.Next(whole[file].Length)]);
                Directory.Move(_folder.At("look"), _folder.At("elsewhere"));
                Directory.Move(_folder.At("elsewhere"), _folder.At("look"));
                File.WriteAllText(file, whole[file]);
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        for (var build = 0; build < 12; build++)
        {
            var site = await PrepareAsync();
            Assert.Equal(site.Build is null, site.Findings.Any(finding => finding.Severity == Content.Severity.Error));
        }
        await stop.CancelAsync();
        await spoiling;

        Assert.NotNull((await PrepareAsync()).Build);
    }

    [Fact]
    public async Task Of_several_programs_that_build_at_once_one_writes_and_the_others_are_told_to_wait()
    {
        var input = _folder.At("input");
        Directory.CreateDirectory(_folder.At("site"));
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => ChildProcess.RunAsync(Writer, ["exchange", Output, $"{(n * 100) + 1}", "30"])));

        Assert.Contains(runs, run => run.Code == ExitCode.Done);
        Assert.All(runs.Where(run => run.Code != ExitCode.Done), run => Assert.Contains("another build is writing this folder; wait until it has ended", run.Error, StringComparison.Ordinal));
        Assert.All(runs, run => Assert.InRange(run.Code, ExitCode.Done, ExitCode.Faulty));
        NumberedSite.ReadWhole(Output);
        Assert.Equal([Output], Directory.EnumerateFileSystemEntries(_folder.At("site")));
    }

    [Fact]
    public async Task Odd_names_among_the_content_are_told_on_one_line_each()
    {
        StarterContent.CopyTo(_folder);
        foreach (var name in (string[])["two\nlines.json", "a#b%20.json", "\u001b[31mred.json", "txt.\u202enosj", "quotes.json.bak", "quotes.json~", ".DS_Store"])
        {
            _folder.Write($"input/day-1/{name}", "{}");
        }

        var site = await PrepareAsync();

        Assert.Null(site.Build);
        Assert.Equal(
            [@"\u001b[31mred.json", "a#b%20.json", "quotes.json.bak", @"two\u000alines.json", @"txt.\u202enosj"],
            site.Messages.Select(told => told[(told.IndexOf("day-1/", StringComparison.Ordinal) + "day-1/".Length)..told.IndexOf(": error LD105: ", StringComparison.Ordinal)]).OrderBy(name => name.Contains("txt", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_is_not_for_the_site_is_refused_with_exit_code_1_and_keeps_what_it_holds()
    {
        StarterContent.CopyTo(_folder);
        var precious = _folder.Write("site/output/thesis.txt", "years of work");

        var (code, output, error) = await ChildProcess.RunAsync(Tool, Build);

        Assert.Equal(ExitCode.Faulty, code);
        Assert.Equal("", output);
        Assert.Contains("/site/output: error: the folder holds files, and no '.ledelsesdag' says that this tool wrote them; ", error, StringComparison.Ordinal);
        Assert.EndsWith($"1 error, 0 warnings; '{Output}' is as it was.{Environment.NewLine}", error, StringComparison.Ordinal);
        Assert.Equal("years of work", File.ReadAllText(precious));
        Assert.Equal([Output], Directory.EnumerateFileSystemEntries(_folder.At("site")));
    }

    private string[] Build => ["build", "--input", _folder.At("input"), "--output", Output, .. Own("look"), .. Own("strings")];

    private string[] Own(string kind) => Directory.Exists(_folder.At(kind)) ? [$"--{kind}", _folder.At(kind)] : [];

    private Task<PreparedSite> PrepareAsync() => PreparedSite.OfAsync(
        new(_folder.At("input"), Output, null, null)
        {
            Look = Directory.Exists(_folder.At("look")) ? _folder.At("look") : null,
            Strings = Directory.Exists(_folder.At("strings")) ? _folder.At("strings") : null,
        },
        ToolFolders.Shipped, RealSite.Cards);

    private void WriteOld() => Assert.Null(OutputFolder.Write(Output, _folder.At("input"), NumberedSite.Files(1)));

    private void AssertNotWritten(int code, string error)
    {
        Assert.True(code == ExitCode.Faulty, $"Exit code {code}: {error}");
        Assert.Contains("output: error: the site could not be written (", error, StringComparison.Ordinal);
        Assert.Contains("); what stood there before still stands", error, StringComparison.Ordinal);
        AssertOldSite();
    }

    private void AssertOldSite()
    {
        Assert.Equal(1, NumberedSite.ReadWhole(Output));
        Assert.Equal([Output], Directory.EnumerateFileSystemEntries(_folder.At("site")));
    }
}
