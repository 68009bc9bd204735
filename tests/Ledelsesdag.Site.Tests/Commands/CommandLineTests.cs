using Ledelsesdag.Content;
using Ledelsesdag.Site.Commands;

namespace Ledelsesdag.Site.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    private Task<int> Run(params string[] args) => CommandLine.RunAsync(args, new Terminal(_out, _error, ShowsProgress: false));

    [Theory]
    [InlineData("--help")]
    [InlineData("build", "--help")]
    [InlineData("preview", "--help")]
    [InlineData("check", "-h")]
    public async Task Help_explains_every_option(params string[] args)
    {
        Assert.Equal(ExitCode.Done, await Run(args));
        foreach (var option in (string[])["--input", "--output", "--base-url", "--base-path", "--strings", "--pdf", "--format"])
        {
            Assert.Contains(option, _out.ToString(), StringComparison.Ordinal);
        }
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Schema_writes_the_schemas_where_content_can_name_them_and_check_accepts_it()
    {
        using var content = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(RealSite.InputFolder, "*", SearchOption.AllDirectories))
        {
            content.Write(Path.GetRelativePath(RealSite.InputFolder, file), File.ReadAllText(file));
        }
        content.Write("network.json", File.ReadAllText(content.At("network.json")).Replace("{\n  \"title\"", "{\n  \"$schema\": \".schema/network.json\",\n  \"title\"", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Done, await Run("schema", "--input", content.Root));

        Assert.Equal(ContentSchema.OfContentFiles.Select(schema => schema.FileName),
            Directory.EnumerateFiles(content.At(".schema")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal(ContentSchema.OfContentFiles[0].Utf8.ToArray(), File.ReadAllBytes(content.At(".schema/" + ContentSchema.OfContentFiles[0].FileName)));
        Assert.Empty(NetworkLoader.Load(content.Root).Diagnostics);
        Assert.Contains(".schema/network.json", File.ReadAllText(content.At("network.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_writes_where_it_is_told_and_says_what_keeps_it_from_it()
    {
        Assert.Equal(ExitCode.Done, await Run("schema", _folder.At("mine")));
        Assert.True(File.Exists(_folder.At("mine/quotes.json")));

        Assert.Equal(ExitCode.Faulty, await Run("schema", _folder.Write("file", "")));
        Assert.Equal(ExitCode.Faulty, await Run("schema", "--input", _folder.At("nowhere")));
        Assert.Equal(ExitCode.Misused, await Run("schema", " "));
        Assert.Contains("there is no such folder", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("input", "network.json")]
    [InlineData("input/day-1", "quotes.json")]
    public async Task Schema_never_takes_the_place_of_content(string folder, string file)
    {
        StarterContent.CopyTo(_folder);
        var content = File.ReadAllText(_folder.At($"{folder}/{file}"));

        Assert.Equal(ExitCode.Faulty, await Run("schema", _folder.At(folder)));

        Assert.Contains("this is no schema", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(_folder.At($"{folder}/{file}")));
        Assert.Equal(ExitCode.Done, await Run("check", "--input", _folder.At("input")));
    }

    [Fact]
    public async Task Schemas_that_are_there_are_written_anew()
    {
        Assert.Equal(ExitCode.Done, await Run("schema", _folder.At("mine")));
        Assert.Equal(ExitCode.Done, await Run("schema", _folder.At("mine")));
    }

    [Fact]
    public async Task New_fills_an_empty_folder_that_is_there_already_and_stays_in_it()
    {
        var folder = Directory.CreateDirectory(_folder.At("here"));
        // What the folder alone has tells it from another in its place.
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, mode);
        }

        Assert.Equal(ExitCode.Done, await Run("new", folder.FullName));

        Assert.Equal(ExitCode.Done, await Run("check", "--input", Path.Combine(folder.FullName, "input")));
        Assert.Equal([folder.FullName], Directory.EnumerateFileSystemEntries(_folder.Root));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(mode, File.GetUnixFileMode(folder.FullName));
        }
    }

    [Fact]
    public async Task A_look_and_words_beside_the_content_count_wherever_the_tool_is_started()
    {
        StarterContent.CopyTo(_folder);
        _folder.Write("look/look.css", ":root { --paper: #nonsense; }\n");
        _folder.Write("strings/da.json", "{ \"nonsense\": {} }\n");

        Assert.Equal(ExitCode.Faulty, await Run("check", "--input", _folder.At("input")));

        Assert.Contains("look/look.css(1", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("strings/da.json(1", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_language_without_words_is_told_at_once()
    {
        StarterContent.CopyTo(_folder);
        StarterContent.Replace(_folder, "input/network.json", "{ \"tag\": \"en\"", "{ \"tag\": \"nb\", \"name\": \"Norsk\", \"translated\": 0 },\n    { \"tag\": \"sv\", \"name\": \"Svenska\", \"translated\": 0 },\n    { \"tag\": \"en\"");

        Assert.Equal(ExitCode.Faulty, await Run("check", "--input", _folder.At("input")));

        Assert.Contains("no words of the interface in 'nb'", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("no words of the interface in 'sv'", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Translations_of_a_language_tell_what_is_wrong_with_a_network_that_cannot_be_read()
    {
        StarterContent.CopyTo(_folder);
        _folder.Write("input/network.json", "{");

        Assert.Equal(ExitCode.Faulty, await Run("translations", "en", "--input", _folder.At("input")));

        Assert.Contains("network.json(1,", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("no language", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_verbs_and_the_exit_codes()
    {
        await Run("--help");
        foreach (var word in (string[])["new", "build", "preview", "check", "schema", "translations", "0 all went well", "1 the content", "2 the command line", "130 broken off"])
        {
            Assert.Contains(word, _out.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--nonsense")]
    [InlineData("--input")]
    [InlineData("--input", "")]
    [InlineData("--output", " ")]
    [InlineData("--base-url", "example.org")]
    [InlineData("--base-url", "ftp://example.org")]
    [InlineData("--base-url", "https://example.org/?q")]
    [InlineData("--base-url", "https://me@example.org/")]
    [InlineData("--base-url", "")]
    [InlineData("--base-path", "/a/../b/")]
    [InlineData("--base-path", "/a b/")]
    [InlineData("--base-path", "https://example.org/a/")]
    [InlineData("--base-path", "")]
    [InlineData("preview", "--port", "65536")]
    [InlineData("preview", "--port", "-1")]
    [InlineData("preview", "--port", "many")]
    [InlineData("build", "--port", "4000")]
    [InlineData("preview", "--pdf")]
    [InlineData("--pdf", "preview")]
    [InlineData("--strings", "")]
    [InlineData("new")]
    [InlineData("new", " ")]
    [InlineData("translations", "--mark", "checked")]
    [InlineData("translations", "--at", "day-1/day.json")]
    [InlineData("translations", "--mark", "draft", "--at", "day.json:0")]
    [InlineData("--format", "xml")]
    [InlineData("check", "--format", "JSON")]
    [InlineData("check", "--format", "1")]
    [InlineData("preview", "--format", "json")]
    [InlineData("translations", "--format", "json")]
    [InlineData("translations", "--pdf")]
    [InlineData("schema", "--pdf")]
    [InlineData("new", "somewhere", "--pdf")]
    [InlineData("translations", "Danish!")]
    public async Task A_command_line_that_makes_no_sense_is_refused_with_exit_code_2(params string[] args)
    {
        Assert.Equal(ExitCode.Misused, await Run(args));
        Assert.StartsWith("error: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("--help", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_out.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("build")]
    [InlineData("check")]
    public async Task Without_content_nothing_is_written_and_the_exit_code_is_1(params string[] verb)
    {
        var code = await Run([.. verb, "--input", _folder.At("nothing"), "--output", _folder.At("output")]);
        Assert.Equal(ExitCode.Faulty, code);
        Assert.Empty(_out.ToString());
        Assert.NotEmpty(_error.ToString());
        Assert.False(Directory.Exists(_folder.At("output")));
    }

    [Theory]
    [InlineData("build")]
    [InlineData("check")]
    public async Task A_content_folder_that_does_not_exist_is_told_in_a_sentence(string verb)
    {
        Assert.Equal(ExitCode.Faulty, await Run(verb, "--input", _folder.At("nowhere"), "--output", _folder.At("output")));
        Assert.Contains("nowhere: error: there is no such folder;", _error.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("output")));
    }

    [Fact]
    public async Task Translations_lists_what_is_missing_with_file_and_line_and_how_far_each_language_is()
    {
        Assert.Equal(ExitCode.Done, await Run("new", _folder.At("day")));
        var network = _folder.At("day/input/network.json");
        File.WriteAllText(network, File.ReadAllText(network).Replace("\"name\": \"English\" }", "\"name\": \"English\" }, { \"tag\": \"nb\", \"name\": \"Norsk\", \"translated\": 0 }", StringComparison.Ordinal));
        _out.GetStringBuilder().Clear();

        Assert.Equal(ExitCode.Done, await Run("translations", "nb", "--input", _folder.At("day/input")));

        var lines = _out.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"{_folder.At("day/input")}/day-1/coat-rack.json(7,16): not written in nb", lines[0].Replace('\\', '/'));
        Assert.Contains(lines, line => line.EndsWith("/pages/privacy.nb.md: not written in nb", StringComparison.Ordinal));
        Assert.Matches(@"^nb: 0 % \(0 of \d+ texts\)$", lines[^1]);
        Assert.DoesNotContain(lines, line => line.StartsWith("da: ", StringComparison.Ordinal));

        _out.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Done, await Run("translations", "--input", _folder.At("day/input")));
        Assert.Contains("da: 100 % (", _out.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Faulty, await Run("translations", "sv", "--input", _folder.At("day/input")));
        Assert.Contains("error: network.json has no language 'sv'; it has da, en, nb.", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Faulty, await Run("translations", "--input", _folder.At("nowhere")));
    }

    [Fact]
    public async Task Translations_are_marked_where_one_says_and_told_once_their_originals_have_changed()
    {
        Assert.Equal(ExitCode.Done, await Run("new", _folder.At("day")));
        var input = _folder.At("day/input");
        Assert.Equal(ExitCode.Done, await Run("translations", "--mark", "translated", "--input", input));
        Assert.Equal(ExitCode.Done, await Run("translations", "en", "--mark", "draft", "--at", $"{input}/pages/privacy.en.md(1,1)", "--input", input));
        // As seen from the content, without the language, on the line that the title stands on.
        Assert.Equal(ExitCode.Done, await Run("translations", "--mark", "reviewed", "--at", "day-1/day.json:5", "--input", input));
        File.AppendAllText(Path.Combine(input, "pages/about.da.md"), "\nOg lidt til.\n");
        _out.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Done, await Run("translations", "--mark", "translated", "--input", input));
        Assert.EndsWith($"3 texts left as they are: drafts, stale and reviewed ones are marked with --at{Environment.NewLine}", _out.ToString(), StringComparison.Ordinal);
        _out.GetStringBuilder().Clear();

        Assert.Equal(ExitCode.Done, await Run("translations", "--input", input));

        var lines = _out.ToString().Replace('\\', '/').Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"{input}/pages/about.en.md: stale in en: the original has changed since", lines[0]);
        Assert.Equal($"{input}/pages/privacy.en.md: a draft in en", lines[1]);
        Assert.Matches(@"^da: 100 % \((\d+) of \1 texts\)$", lines[2]);
        Assert.Matches(@"^en: 100 % \((\d+) of \1 texts\), 1 reviewed, 1 in draft, 1 stale$", lines[3]);
        Assert.Equal(4, lines.Length);
        Assert.Equal(ExitCode.Done, await Run("check", "--input", input));
    }

    [Theory]
    [InlineData("day-1/nothing.json")]
    [InlineData("day-1/day.json:1")]
    [InlineData("pages/about.da.md")]
    public async Task Where_no_translation_stands_nothing_is_marked(string place)
    {
        Assert.Equal(ExitCode.Done, await Run("new", _folder.At("day")));

        Assert.Equal(ExitCode.Faulty, await Run("translations", "en", "--mark", "reviewed", "--at", place, "pages/about.en.md", "--input", _folder.At("day/input")));

        Assert.Contains($"error: no translation into en stands at {place};", _error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("day/input/translations.json")));
    }

    [Fact]
    public async Task A_network_with_errors_is_not_marked_and_says_why()
    {
        Assert.Equal(ExitCode.Done, await Run("new", _folder.At("day")));
        File.Delete(_folder.At("day/input/pages/about.en.md"));

        Assert.Equal(ExitCode.Faulty, await Run("translations", "--mark", "reviewed", "--input", _folder.At("day/input")));

        Assert.Contains("error LD301: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("error: nothing was marked; mend the errors above first.", _error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("day/input/translations.json")));
    }

    [Fact]
    public async Task Marks_that_cannot_be_written_are_told()
    {
        Assert.Equal(ExitCode.Done, await Run("new", _folder.At("day")));
        Directory.CreateDirectory(_folder.At("day/input/translations.json/x"));

        Assert.Equal(ExitCode.Faulty, await Run("translations", "--mark", "reviewed", "--input", _folder.At("day/input")));

        Assert.NotEmpty(_error.ToString());
        Assert.Empty(Directory.EnumerateFiles(_folder.At("day/input"), ".translations*"));
    }

    [Fact]
    public void The_address_is_the_options_or_else_the_networks()
    {
        var network = Sample.Network();
        var none = new SiteOptions("input", "output", null, null);
        Assert.Equal("https://example.org/ledelsesdag/x/", none.AddressOf(network).Absolute("/x/"));
        Assert.Equal("https://example.org/x/", (none with { BasePath = "/" }).AddressOf(network).Absolute("/x/"));
        Assert.Equal("https://a.example/x/", (none with { BaseUrl = new("https://a.example") }).AddressOf(network).Absolute("/x/"));
        Assert.Equal("https://a.example/b/x/", (none with { BaseUrl = new("https://a.example/b") }).AddressOf(network).Absolute("/x/"));
        Assert.Equal("http://127.0.0.1:4000/ledelsesdag/x/", (none with { OwnOrigin = new("http://127.0.0.1:4000/") }).AddressOf(network).Absolute("/x/"));
    }
}
