using System.Diagnostics;
using System.Text;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Tests.Loading;

namespace Ledelsesdag.Content.Tests.Hostile;

/// <summary>Files that are no files, that are not what they seem, that may not be read, and that change meanwhile.</summary>
public sealed class FileTests
{
    [Theory]
    [InlineData("autumn-day/codex.json")]
    [InlineData("network.json")]
    [InlineData("autumn-day/topics/soil.da.md")]
    [InlineData("stray.json")]
    public async Task A_named_pipe_is_refused_and_nobody_waits_for_a_writer(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // Pipes have no place in a folder there.
            Assert.False(File.Exists(@"\\.\pipe\ledelsesdag"));
            return;
        }
        using var copy = new ContentCopy();
        File.Delete(copy.At(path));
        await Process.Start("mkfifo", copy.At(path)).WaitForExitAsync();

        var loaded = await Task.Run(copy.Load).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Null(loaded.Network);
        Assert.Contains(loaded.Diagnostics, d => d.Location.File == path && d.Code.Id == (path == "stray.json" ? "LD105" : "LD106"));
    }

    [Fact]
    public void A_device_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.False(File.Exists("/dev/zero"));
            return;
        }
        var diagnostics = new DiagnosticBag();

        Assert.Null(new ContentFolder("/dev", diagnostics).Read("zero", ContentLimits.JsonFileBytes));
        Assert.Equal("zero: error LD106: a link, folder or device; expected a plain file; put the file itself here", Assert.Single(diagnostics.Sorted()).ToString());
    }

    [Theory]
    [InlineData("autumn-day/codex.json", "LD201")]
    [InlineData("autumn-day/topics/soil.da.md", "LD303")]
    public void An_empty_file_is_a_file(string path, string code)
    {
        using var copy = new ContentCopy().Write(path, "");

        Assert.Equal([$"{path} {code}"], Faults(copy).Where(fault => fault.StartsWith(path, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("autumn-day/codex.json", "codex.json")]
    [InlineData("autumn-day/codex.json", "../autumn-day/codex.json")]
    [InlineData("autumn-day/codex.json", "/etc/passwd")]
    [InlineData("autumn-day/codex.json", "../network.json")]
    [InlineData("autumn-day/codex.json", "nowhere")]
    [InlineData("network.json", "network.json")]
    [InlineData("autumn-day/topics/soil.da.md", "tools.da.md")]
    public void A_link_is_not_followed_be_it_a_loop_or_lead_out_or_nowhere(string path, string target)
    {
        using var copy = new ContentCopy();
        copy.SetUp($"link {path} to {target}");

        Assert.Contains($"{path} LD106", Faults(copy));
    }

    [Fact]
    public void Folders_that_lead_into_each_other_are_told_and_not_followed()
    {
        using var copy = new ContentCopy();
        Directory.CreateSymbolicLink(copy.At("pages/day"), "../autumn-day");
        Directory.CreateSymbolicLink(copy.At("autumn-day/pages"), "../pages");
        Directory.CreateSymbolicLink(copy.At("autumn-day/self"), "self");

        Assert.Equal(["autumn-day/pages LD106", "autumn-day/self LD106", "pages/day LD106"], Faults(copy));
    }

    [Fact]
    public void A_folder_of_texts_that_is_a_link_is_not_followed()
    {
        using var copy = new ContentCopy();
        copy.SetUp("move autumn-day/topics to .elsewhere");
        Directory.CreateSymbolicLink(copy.At("autumn-day/topics"), "../.elsewhere");

        Assert.Contains("autumn-day/topics LD106", Faults(copy));
        Assert.Null(copy.Load().Network);
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_refused()
    {
        using var copy = new ContentCopy();
        copy.SetUp("folder autumn-day/quotes.json");

        Assert.Contains("autumn-day/quotes.json LD106", Faults(copy));
    }

    [Theory]
    [InlineData("quotes.json.bak")]
    [InlineData("quotes (copy).json")]
    [InlineData("Quotes.json")]
    [InlineData("#quotes.json#")]
    [InlineData("a%2fb.json")]
    [InlineData("a\nb.json")]
    [InlineData("a\u001b[31m.json")]
    [InlineData("\u202enosj.setouq")]
    public void A_name_that_nothing_asks_for_is_told_in_letters_that_do_nothing_to_a_terminal(string name)
    {
        using var copy = new ContentCopy().Write($"autumn-day/{name}", "{}");

        var fault = Assert.Single(copy.Load().Diagnostics);

        Assert.Equal("LD105", fault.Code.Id);
        Assert.Equal($"autumn-day/{Printable.Text(name)}", fault.Location.File);
        Assert.DoesNotContain(fault.ToString(), c => char.IsControl(c) || c == '\u202e');
    }

    [Fact]
    public void A_text_in_a_language_that_the_network_lacks_is_told_as_that()
    {
        using var copy = new ContentCopy().Write("autumn-day/topics/soil.nb.md", "Jord\n").Write("autumn-day/topics/water.nb.md", "Vann\n");

        var faults = copy.Load().Diagnostics;

        var text = Assert.Single(faults, fault => fault.Location.File == "autumn-day/topics/soil.nb.md");
        Assert.Contains("a text in nb, which is no language of the network", text.Message, StringComparison.Ordinal);
        Assert.Contains("\"languages\" in network.json", text.Message, StringComparison.Ordinal);
        // Nobody refers to the other in any language.
        Assert.DoesNotContain("a text in nb", Assert.Single(faults, fault => fault.Location.File == "autumn-day/topics/water.nb.md").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData(".quotes.json.swp")]
    [InlineData("quotes.json~")]
    [InlineData("README.md")]
    public void What_systems_and_editors_leave_behind_is_left_alone(string name)
    {
        using var copy = new ContentCopy().Write($"autumn-day/{name}", "\0").Write(name, "\0");

        Assert.Empty(Faults(copy));
    }

    [Fact]
    public void A_picture_has_no_place_in_the_content_whatever_it_holds()
    {
        // There is no way to show one: its signature, its size and what stands in it are nobody's business here.
        using var copy = new ContentCopy()
            .Write("autumn-day/picture.png", "<html><script>alert(1)</script></html>")
            .Write("autumn-day/topics/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
            .Replace("autumn-day/topics/soil.da.md", "- Ler\n", "![](../picture.png)\n\n![](/etc/passwd)\n\n![](\\\\host\\share\\x.png)\n\n![](https://haver.example/x.png)\n\n- Ler\n");

        Assert.Equal(["autumn-day/picture.png LD105", .. Enumerable.Repeat("autumn-day/topics/soil.da.md LD309", 4), "autumn-day/topics/drawing.svg LD105"],
            Faults(copy).OrderBy(fault => fault.Contains("drawing", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("network.json")]
    [InlineData("autumn-day/quotes.json")]
    [InlineData("autumn-day/topics/soil.da.md")]
    public void A_file_that_may_not_be_read_is_told(string path)
    {
        using var copy = new ContentCopy();

        Assert.Contains($"{path} LD104", FaultsWhenClosed(copy, path));
    }

    [Theory]
    [InlineData("", ". LD104")]
    [InlineData("autumn-day", "autumn-day LD104")]
    [InlineData("autumn-day/topics", "autumn-day/topics LD104")]
    [InlineData("pages", "pages LD104")]
    public void A_folder_that_may_not_be_read_is_told_and_no_file_in_it_is_said_to_be_missing(string path, string fault)
    {
        using var copy = new ContentCopy();

        var faults = FaultsWhenClosed(copy, path);

        Assert.Contains(fault, faults);
        Assert.DoesNotContain(faults, other => other.EndsWith("LD101", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_whose_names_may_be_listed_and_nothing_more_is_told()
    {
        using var copy = new ContentCopy();

        Assert.Equal(["autumn-day LD104"], FaultsWhenClosed(copy, "autumn-day", UnixFileMode.UserRead));
    }

    [Fact]
    public void A_file_that_another_program_holds_is_told()
    {
        using var copy = new ContentCopy();
        copy.SetUp("lock autumn-day/quotes.json");

        Assert.Equal(["autumn-day/quotes.json LD104"], Faults(copy));
    }

    [Fact, Trait("Kind", "long")]
    public async Task Files_that_change_and_vanish_while_they_are_read_never_throw_and_never_leave_both_a_network_and_an_error()
    {
        using var copy = new ContentCopy();
        string[] changing = ["autumn-day/quotes.json", "autumn-day/topics/soil.da.md", "network.json"];
        var whole = changing.ToDictionary(path => path, path => File.ReadAllBytes(copy.At(path)));
        using var done = new CancellationTokenSource();
        var author = Task.Run(() =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                var path = changing[i % changing.Length];
                switch (i / changing.Length % 4)
                {
                    case 0:
                        File.Delete(copy.At(path));
                        break;
                    case 1:
                        copy.Write(path, whole[path]);
                        break;
                    case 2:
                        copy.Write(path, whole[path][..(whole[path].Length / 2)]);
                        break;
                    default:
                        copy.Write(path, [.. whole[path], .. whole[path]]);
                        break;
                }
            }
        });
        try
        {
            for (var i = 0; i < 150; i++)
            {
                var loaded = copy.Load();
                Assert.Equal(loaded.Network is null, loaded.Diagnostics.Any(d => d.Code.Severity == Severity.Error));
            }
        }
        finally
        {
            // Else the author would write on into a folder that is being taken away, and that would be all that is told.
            await done.CancelAsync();
            await author;
        }
        foreach (var path in changing)
        {
            copy.Write(path, whole[path]);
        }
        Assert.Empty(Faults(copy));
    }

    [Theory]
    [InlineData("utf-16", "LD102")]
    [InlineData("utf-16BE", "LD102")]
    [InlineData("utf-32", "LD102")]
    [InlineData("iso-8859-1", "LD102")]
    public void Another_encoding_is_refused(string encoding, string code)
    {
        using var copy = new ContentCopy();
        var text = File.ReadAllText(copy.At("autumn-day/day.json"));
        copy.Write("autumn-day/day.json", Encoding.GetEncoding(encoding).GetBytes(text));

        var fault = Assert.Single(copy.Load().Diagnostics);
        Assert.Equal(("autumn-day/day.json", code, "save the file as UTF-8"), (fault.Location.File, fault.Code.Id, fault.Remedy));
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0x80 }, 0)] // NUL, written too long
    [InlineData(new byte[] { (byte)'a', 0xED, 0xA0, 0x80 }, 1)] // half of a surrogate pair
    [InlineData(new byte[] { (byte)'a', (byte)'b', 0xF4, 0x90, 0x80, 0x80 }, 2)] // beyond the last character
    [InlineData(new byte[] { 0xC3, 0xA6, 0xE2, 0x82 }, 2)] // cut short
    public void Bytes_that_are_no_UTF8_are_told_by_their_offset(byte[] bytes, int offset)
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(SourceFile.Decode("f", bytes, diagnostics));
        Assert.Equal($"a byte that is not UTF-8, at offset {offset}", Assert.Single(diagnostics.Sorted()).Found);
    }

    [Theory, Trait("Kind", "long")]
    [InlineData(49_000_000, "LD304")]
    [InlineData(50_000_001, "LD103")]
    public void A_text_of_fifty_megabytes_is_refused(int length, string code)
    {
        var json = Published.Base();
        var text = json.IndexOf("\"da\": \"", StringComparison.Ordinal) + "\"da\": \"".Length;

        var loaded = Published.Read(json.Insert(text, new string('a', length)));

        Assert.Null(loaded.Network);
        Assert.Contains(loaded.Diagnostics, d => d.Code.Id == code);
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_refused_unread()
    {
        using var copy = new ContentCopy();
        using (var file = File.OpenWrite(copy.At("autumn-day/codex.json")))
        {
            file.SetLength(50_000_000);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("autumn-day/codex.json LD103", Faults(copy));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    private static IEnumerable<string> Faults(ContentCopy copy) => copy.Load().Diagnostics.Select(d => $"{d.Location.File} {d.Code}");

    private static List<string> FaultsWhenClosed(ContentCopy copy, string path, UnixFileMode mode = UnixFileMode.None)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("These permissions are those of Unix.");
        }
        var before = File.GetUnixFileMode(copy.At(path));
        File.SetUnixFileMode(copy.At(path), mode);
        try
        {
            return OrdinaryUser.Run(() => Faults(copy).ToList());
        }
        finally
        {
            File.SetUnixFileMode(copy.At(path), before);
        }
    }
}
