using System.IO.Compression;
using System.Text.Json;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Benchmarks;

/// <summary>A corpus of documents with one index per language, built as the site's are.</summary>
internal static class SearchCorpus
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string IndexPath(string language) => $"search/{language}.json";

    public static T Read<T>(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new JsonException($"{path} holds nothing.");
    }

    public static IReadOnlyList<OutputFile> Index(string path) =>
    [
        .. Read<List<Document>>(path).GroupBy(d => d.Lang, StringComparer.Ordinal).SelectMany(language => SearchIndexBuilder.Build(
            IndexPath(language.Key),
            language.Key,
            [.. language.Select(d => new SearchPassage(d.Id, d.Id, d.Title, "", PassageKind.Page, "", d.Body))],
            SearchVocabulary.Empty)),
    ];

    public static IEnumerable<string> Languages(string path) => Read<List<Document>>(path).Select(d => d.Lang).Distinct(StringComparer.Ordinal);

    public static async Task WriteAsync(IEnumerable<OutputFile> files, string folder)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Content.ToArray());
        }
    }

    /// <summary>Bytes after Brotli at the level a static host stores.</summary>
    public static int Compressed(ReadOnlySpan<byte> bytes)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, buffer, out var written, quality: 11, window: 22) ? written : bytes.Length;
    }

    /// <summary>A document of the corpus.</summary>
    public sealed record Document(string Id, string Title, string Body, string Lang);

    /// <summary>A query whose answer somebody has judged.</summary>
    public sealed record JudgedQuery(string Id, string Q, string Lang, string Category, Dictionary<string, int> Relevant);
}
