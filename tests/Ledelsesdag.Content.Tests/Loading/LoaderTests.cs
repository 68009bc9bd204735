using System.Text;
using System.Text.Json;
using CsCheck;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Tests.Loading;

/// <summary>Whatever the bytes are, loading ends, throws nothing, and gives either a network or a reason.</summary>
public sealed class LoaderTests
{
    [Fact]
    public void A_byte_order_mark_and_CRLF_change_nothing()
    {
        using var plain = new ContentCopy();
        using var windows = new ContentCopy();
        foreach (var path in ContentCopy.BaseFiles)
        {
            windows.Write(path, "\uFEFF" + File.ReadAllText(plain.At(path)).ReplaceLineEndings("\r\n"));
        }
        var (a, b) = (plain.Load(), windows.Load());

        Assert.Empty(b.Diagnostics);
        Assert.Equal(Words(a.Network!), Words(b.Network!));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData(".gitkeep")]
    [InlineData("day.json~")]
    [InlineData("~$noter.docx")]
    [InlineData("Thumbs.db")]
    [InlineData("Desktop.ini")]
    public void What_an_editor_or_a_desktop_leaves_behind_is_no_content(string name)
    {
        using var copy = new ContentCopy().Write($"autumn-day/{name}", "x");

        Assert.Equal("", copy.LoadToText());
    }

    [Fact, Trait("Kind", "chance")]
    public void Random_damage_never_throws_and_never_leaves_both_or_neither()
    {
        using var copy = new ContentCopy();
        var originals = ContentCopy.BaseFiles.ToDictionary(path => path, path => File.ReadAllBytes(copy.At(path)));
        var piece = Gen.OneOf(
            Gen.Byte.Array[1, 3],
            Pick.From("\"", "{", "}", "[", "]", ",", "null", "\\ud800", "\0", "-1", "1e9", "<b>", "](", "![](", "\u202e", "&#106;", "\r", "[x]: y\n", "true", "\"\"", "  - ", "\n\n", "æ", "A\u030a")
                .Select(Encoding.UTF8.GetBytes));
        var damage = Gen.Select(Pick.From([.. ContentCopy.BaseFiles]), Gen.Int[0, 3], Gen.Double[0, 1], Gen.Int[1, 12], piece);

        damage.Array[1, 3].Sample(hits =>
        {
            var files = new Dictionary<string, byte[]>();
            foreach (var (path, kind, at, length, bytes) in hits)
            {
                var before = files.GetValueOrDefault(path, originals[path]);
                var start = (int)(at * before.Length);
                var end = Math.Min(before.Length, start + length);
                files[path] = kind switch
                {
                    0 => [.. before[..start], .. bytes, .. before[Math.Min(before.Length, start + bytes.Length)..]],
                    1 => [.. before[..start], .. before[end..]],
                    2 => [.. before[..start], .. bytes, .. before[start..]],
                    _ => before[..start],
                };
            }
            foreach (var (path, bytes) in files)
            {
                copy.Write(path, bytes);
            }
            var result = copy.Load();
            foreach (var path in files.Keys)
            {
                copy.Write(path, originals[path]);
            }
            Assert.Equal(result.Network is null, result.Diagnostics.Any(d => d.Code.Severity == Severity.Error));
            Assert.All(result.Diagnostics, d => Assert.DoesNotContain(d.ToString(), char.IsControl));
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void What_is_written_by_the_JSON_contract_is_read_and_written_the_same_again()
    {
        foreach (var path in ContentCopy.BaseFiles.Where(path => path.EndsWith(".json", StringComparison.Ordinal)))
        {
            var type = ContentJsonContext.Default.GetTypeInfo(typeof(ContentJsonContext).Assembly.GetType(
                $"Ledelsesdag.Content.Loading.Files.{FileType(path)}", throwOnError: true)!)!;
            var first = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(TestFolders.Base, path)), type), type);

            Assert.Equal(first, JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(first, type), type));
        }
    }

    private static string FileType(string path) => Path.GetFileNameWithoutExtension(path) switch
    {
        "coat-rack" => "CoatRackFile",
        var name => char.ToUpperInvariant(name[0]) + name[1..] + "File",
    };

    /// <summary>Every word of a network's pages, to compare two networks by.</summary>
    private static List<string> Words(Network network) =>
        [.. network.Days.SelectMany(day => day.Topics).SelectMany(topic => topic.Body.Versions).Concat(network.Pages.SelectMany(page => page.Body.Versions))
            .Select(version => version.Value.Plain),
            .. network.Days.SelectMany(day => day.Topics).Select(topic => topic.Summary.For(Language.Of("da")).Value.Markdown)];
}
