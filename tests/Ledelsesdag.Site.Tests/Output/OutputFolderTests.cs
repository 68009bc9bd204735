using System.Text;
using Ledelsesdag.OutputWriter;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Tests.Output;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Site => _folder.At("output");

    private string Hidden(string role) => _folder.At($".output.ledelsesdag-{role}");

    public void Dispose() => _folder.Dispose();

    private SiteFault? Write(params OutputFile[] files) => OutputFolder.Write(Site, _folder.At("input"), files);

    private static string[] FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_site_is_written_with_its_folders_and_nothing_is_left_beside_it()
    {
        Assert.Null(Write(Sample.File("index.html", "æøå\n"), Sample.File("en/index.html", "b")));

        Assert.Equal([".ledelsesdag", "en/index.html", "index.html"], FilesIn(Site));
        Assert.Equal("æøå\n"u8.ToArray(), File.ReadAllBytes(Path.Combine(Site, "index.html")));
        Assert.Equal([Site], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void The_marker_lists_what_was_written_in_order()
    {
        Write(Sample.File("z.html"), Sample.File("a/b.html"));

        var lines = File.ReadAllLines(Path.Combine(Site, OutputFolder.Marker));
        Assert.Equal([".ledelsesdag", "a/b.html", "z.html"], lines[1..]);
    }

    [Fact]
    public void A_file_that_somebody_puts_there_during_a_build_is_kept_and_the_build_refused()
    {
        Write(Sample.File("index.html", "1"));
        using var output = new OutputFolder(Site, _folder.At("input"));
        output.Take(Sample.File("index.html", "2"));
        File.WriteAllText(Path.Combine(Site, "mine.txt"), "mine");

        Assert.Contains("'mine.txt'", output.Replace()!.Message, StringComparison.Ordinal);

        Assert.Equal("mine", File.ReadAllText(Path.Combine(Site, "mine.txt")));
        Assert.Equal("1", File.ReadAllText(Path.Combine(Site, "index.html")));
    }

    [Fact]
    public void Who_may_look_into_the_folder_stays_as_it_was()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        Write(Sample.File("index.html", "1"));
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
        File.SetUnixFileMode(Site, Mode);

        Assert.Null(Write(Sample.File("index.html", "2")));

        Assert.Equal(Mode, File.GetUnixFileMode(Site));
    }

    [Fact]
    public void Missing_parent_folders_are_made()
    {
        Assert.Null(OutputFolder.Write(_folder.At("far/away/site"), _folder.At("input"), [Sample.File("index.html")]));
        Assert.True(File.Exists(_folder.At("far/away/site/index.html")));
    }

    [Fact]
    public void What_an_earlier_build_wrote_and_this_one_does_not_is_gone()
    {
        Write(Sample.File("index.html", "1"), Sample.File("old/page.html", "1"));
        Write(Sample.File("index.html", "2"));

        Assert.Equal([".ledelsesdag", "index.html"], FilesIn(Site));
        Assert.False(Directory.Exists(Path.Combine(Site, "old")));
    }

    [Fact]
    public void An_unchanged_file_keeps_its_time_and_a_changed_one_does_not()
    {
        var longAgo = new DateTime(2014, 2, 25, 9, 0, 0, DateTimeKind.Utc);
        Write(Sample.File("same.html", "same"), Sample.File("other.html", "one"));
        File.SetLastWriteTimeUtc(Path.Combine(Site, "same.html"), longAgo);
        File.SetLastWriteTimeUtc(Path.Combine(Site, "other.html"), longAgo);

        Write(Sample.File("same.html", "same"), Sample.File("other.html", "two"));

        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(Path.Combine(Site, "same.html")));
        Assert.NotEqual(longAgo, File.GetLastWriteTimeUtc(Path.Combine(Site, "other.html")));
    }

    [Fact]
    public void A_file_named_after_its_content_is_taken_over_from_the_old_site_with_its_time_and_made_where_that_has_none()
    {
        var made = 0;
        OutputFile[] files =
        [
            Sample.File("index.html"),
            OutputFile.NamedAfterItsContent("assets/a.png", () => Made("a"u8)),
            OutputFile.NamedAfterItsContent("assets/b.png", () => Made("b"u8)),
            OutputFile.NamedAfterItsContent("assets/c.png", () => Made("c"u8)),
        ];
        Assert.Null(Write(files[..^1]));
        Assert.Equal(2, made);
        var longAgo = new DateTime(2014, 2, 25, 10, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Path.Combine(Site, "assets/a.png"), longAgo);
        // A system that breaks down may leave a file without its bytes.
        File.WriteAllBytes(Path.Combine(Site, "assets/b.png"), []);

        Assert.Null(Write(files));
        Assert.Equal(4, made);
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(Path.Combine(Site, "assets/a.png")));
        Assert.Equal(["a", "b", "c"], files[1..].Select(file => File.ReadAllText(Path.Combine(Site, file.Path))));

        ReadOnlyMemory<byte> Made(ReadOnlySpan<byte> content)
        {
            Interlocked.Increment(ref made);
            return content.ToArray();
        }
    }

    [Fact]
    public void A_file_whose_very_last_letter_differs_is_written()
    {
        var text = new string('a', 200_000);
        Write(Sample.File("index.html", text + "b"));

        Assert.Null(Write(Sample.File("index.html", text + "c")));

        Assert.Equal(text + "c", File.ReadAllText(Path.Combine(Site, "index.html")));
    }

    [Fact]
    public void A_file_that_is_written_in_pieces_keeps_its_time_when_all_of_them_are_the_same_and_is_written_when_one_is_not()
    {
        var longAgo = new DateTime(2014, 2, 25, 9, 0, 0, DateTimeKind.Utc);
        Assert.Null(Write(InPieces("same.json", "last"), InPieces("other.json", "last"), InPieces("longer.json", "last")));
        foreach (var name in FilesIn(Site))
        {
            File.SetLastWriteTimeUtc(Path.Combine(Site, name), longAgo);
        }

        Assert.Null(Write(InPieces("same.json", "last"), InPieces("other.json", "lost"), InPieces("longer.json", "lasting"), InPieces("new.json", "last")));

        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(Path.Combine(Site, "same.json")));
        Assert.NotEqual(longAgo, File.GetLastWriteTimeUtc(Path.Combine(Site, "other.json")));
        Assert.Equal(
            new (string, string)[] { ("longer.json", "lasting"), ("new.json", "last"), ("other.json", "lost"), ("same.json", "last") },
            FilesIn(Site)[1..].Select(name => (name, File.ReadAllText(Path.Combine(Site, name)).TrimStart('a'))));

        static OutputFile InPieces(string path, string last) => OutputFile.WrittenInPieces(path, stream =>
        {
            for (var piece = 0; piece < 100; piece++)
            {
                stream.Write(Encoding.UTF8.GetBytes(new string('a', 2_000)));
            }
            stream.Write(Encoding.UTF8.GetBytes(last));
        });
    }

    [Fact]
    public void A_site_that_is_not_put_in_its_place_leaves_the_old_one_and_nothing_beside()
    {
        Write(Sample.File("index.html", "old"));

        using (var output = new OutputFolder(Site, _folder.At("input")))
        {
            output.Take(Sample.File("index.html", "new"));
            Assert.True(Directory.Exists(_folder.At(".output.ledelsesdag-new")));
        }

        Assert.Equal("old", File.ReadAllText(Path.Combine(Site, "index.html")));
        Assert.Equal([Site], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_told_at_the_end_and_once()
    {
        _folder.Write("output/thesis.txt", "years of work");
        using var output = new OutputFolder(Site, _folder.At("input"));

        output.Take(Sample.File("index.html"));
        output.Take(Sample.File("about.html"));

        Assert.Contains("no '.ledelsesdag'", output.Replace()!.Message, StringComparison.Ordinal);
        Assert.Equal([Site], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_folder_with_files_and_no_marker_is_left_alone()
    {
        var precious = _folder.Write("output/thesis.txt", "years of work");

        Assert.Contains("no '.ledelsesdag'", Write(Sample.File("index.html"))!.Message, StringComparison.Ordinal);
        Assert.Equal("years of work", File.ReadAllText(precious));
        Assert.Equal(["thesis.txt"], FilesIn(Site));
    }

    [Fact]
    public void A_file_that_somebody_added_to_the_site_stops_the_build_and_is_named()
    {
        Write(Sample.File("index.html", "old"));
        _folder.Write("output/mine/notes.txt", "keep");

        Assert.Contains("'mine/notes.txt'", Write(Sample.File("index.html", "new"))!.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(Path.Combine(Site, "index.html")));
        Assert.True(File.Exists(_folder.At("output/mine/notes.txt")));
    }

    [Fact]
    public void A_marker_that_is_not_ours_does_not_count()
    {
        _folder.Write("output/.ledelsesdag", "index.html\n");
        _folder.Write("output/index.html", "mine");

        Assert.NotNull(Write(Sample.File("index.html", "new")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Site, "index.html")));
    }

    [Fact]
    public void An_empty_folder_and_what_desktops_leave_in_folders_are_no_hindrance()
    {
        _folder.Write("output/.DS_Store", "");
        Directory.CreateDirectory(_folder.At("output/empty"));

        Assert.Null(Write(Sample.File("index.html")));
        Assert.Equal([".ledelsesdag", "index.html"], FilesIn(Site));
    }

    [Theory]
    [InlineData("input/site")]
    [InlineData("input")]
    [InlineData(".")]
    [InlineData("input/../input/deep/site")]
    public void Output_and_input_may_not_lie_in_one_another(string output)
    {
        var content = _folder.Write("input/network.json", "{}");

        var fault = OutputFolder.Write(_folder.At(output), _folder.At("input"), [Sample.File("index.html")]);

        Assert.Contains("in one another", fault!.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(content));
    }

    [Fact]
    public void Input_reached_through_a_link_is_recognised()
    {
        _folder.Write("input/network.json", "{}");
        Directory.CreateSymbolicLink(_folder.At("door"), _folder.At("input"));

        Assert.Contains("in one another",
            OutputFolder.Write(_folder.At("door/site"), _folder.At("input"), [Sample.File("index.html")])!.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("input/site")));
    }

    [Fact]
    public void An_output_that_is_a_link_is_refused_even_where_it_leads_nowhere()
    {
        Directory.CreateDirectory(_folder.At("real"));
        Directory.CreateSymbolicLink(Site, _folder.At("real"));
        Assert.Contains("symbolic link", Write(Sample.File("index.html"))!.Message, StringComparison.Ordinal);

        Directory.Delete(_folder.At("real"));
        Assert.Contains("symbolic link", Write(Sample.File("index.html"))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_the_home_folder_a_repository_and_a_file_are_refused()
    {
        _folder.Write("repository/.git/HEAD", "");
        _folder.Write("file", "");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        Assert.Contains("root of the disk", Refusal(Path.GetPathRoot(_folder.Root)!), StringComparison.Ordinal);
        Assert.Contains("home folder", Refusal(home), StringComparison.Ordinal);
        Assert.Contains("home folder", Refusal(home + "/."), StringComparison.Ordinal);
        Assert.Contains("repository", Refusal(_folder.At("repository")), StringComparison.Ordinal);
        Assert.Contains("a file", Refusal(_folder.At("file")), StringComparison.Ordinal);

        string Refusal(string output) => OutputFolder.Write(output, _folder.At("input"), [Sample.File("index.html")])!.Message;
    }

    [Fact]
    public void A_write_that_fails_half_way_leaves_the_old_site()
    {
        Write(Sample.File("index.html", "old"));

        // A file where a folder must stand: the second write fails on any system and for any user.
        var fault = Write(Sample.File("a", "file"), Sample.File("a/b.html", "page"));

        Assert.Contains("what stood there before still stands", fault!.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(Path.Combine(Site, "index.html")));
        Assert.Equal([Site], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_build_that_is_broken_off_leaves_the_old_site()
    {
        Write(Sample.File("index.html", "old"));
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => OutputFolder.Write(Site, _folder.At("input"), [Sample.File("index.html", "new")], stop.Token));

        Assert.Equal("old", File.ReadAllText(Path.Combine(Site, "index.html")));
        Assert.Equal([Site], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_run_killed_while_writing_is_tidied_up()
    {
        Write(Sample.File("index.html", "old"));
        _folder.Write(".output.ledelsesdag-new/.ledelsesdag", "# half");
        _folder.Write(".output.ledelsesdag-new/index.html", "ha");

        Assert.Null(Write(Sample.File("index.html", "new")));
        Assert.Equal("new", File.ReadAllText(Path.Combine(Site, "index.html")));
        Assert.Equal([Site], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_run_killed_between_the_two_renames_gets_its_old_site_back_even_if_the_next_build_fails()
    {
        Write(Sample.File("index.html", "old"));
        Directory.Move(Site, Hidden("old"));

        Assert.NotNull(Write(Sample.File("a", "file"), Sample.File("a/b.html", "page")));
        Assert.Equal("old", File.ReadAllText(Path.Combine(Site, "index.html")));
    }

    [Fact]
    public void A_run_killed_while_clearing_the_old_site_away_is_tidied_up()
    {
        Write(Sample.File("index.html", "new"));
        _folder.Write(".output.ledelsesdag-old/.ledelsesdag", "# rest");
        _folder.Write(".output.ledelsesdag-old/en/rest.html", "rest");

        Assert.Null(Write(Sample.File("index.html", "newer")));
        Assert.Equal([Site], Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_hidden_folder_that_is_not_ours_is_left_alone()
    {
        var precious = _folder.Write(".output.ledelsesdag-new/thesis.txt", "years of work");

        Assert.Contains("in the way", Write(Sample.File("index.html"))!.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(precious));
    }

    [Fact]
    public void While_one_build_writes_another_is_told_to_wait()
    {
        using (new FileStream(Hidden("lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("another build", Write(Sample.File("index.html"))!.Message, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Site));
        }
        Assert.Null(Write(Sample.File("index.html")));
    }

    [Fact]
    public async Task Builds_at_the_same_time_never_mix()
    {
        var sites = Enumerable.Range(0, 8)
            .Select(n => Enumerable.Range(0, 50).Select(page => Sample.File($"{page}.html", $"site {n}")).ToArray())
            .ToArray();

        // Again and again, for a build may end between another's two looks at its lock.
        for (var round = 0; round < 25; round++)
        {
            var faults = await Task.WhenAll(sites.Select(site => Task.Run(() => Write(site))));

            Assert.Contains(faults, fault => fault is null);
            Assert.All(faults.OfType<SiteFault>(), fault => Assert.Contains("another build", fault.Message, StringComparison.Ordinal));
        }
        Assert.Single(Directory.EnumerateFiles(Site, "*.html").Select(File.ReadAllText).Distinct());
        Assert.Equal(51, FilesIn(Site).Length);
    }

    [Theory]
    [InlineData("../escape.html")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b.html")]
    [InlineData("a\\b.html")]
    [InlineData("./a.html")]
    [InlineData("")]
    [InlineData(".ledelsesdag")]
    public void A_path_that_is_not_below_the_folder_is_a_programmers_mistake(string path)
    {
        Assert.Throws<ArgumentException>(() => Write(Sample.File(path)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }
}
