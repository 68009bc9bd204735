using System.Globalization;
using System.Text;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Benchmarks;

/// <summary>
/// How the search does when a site is large: generated passages with a vocabulary as Danish has it, few words often, many
/// seldom, and ever new compounds.
/// </summary>
internal static class SearchScale
{
    private const string Path = "search/da.json";

    // Milliseconds of a screen that shows sixty pictures a second.
    private const double Frame = 1_000.0 / 60;

    // Typed at a person's speed, they take two seconds each.
    private const int TypedQueries = 60;

    public static async Task RunAsync(int count, int seed, string? folder, TextWriter output)
    {
        var passages = Generate(count, seed);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var files = SearchIndexBuilder.Build(Path, "da", passages, SearchVocabulary.Empty);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{count} passages, {passages.Sum(p => (long)p.Text.Length)} characters: {files.Length} files, {files.Sum(f => (long)f.Content.Length)} bytes, built in {watch.ElapsedMilliseconds} ms"));

        if (folder is not null)
        {
            await SearchCorpus.WriteAsync(files, folder);
        }

        var script = SearchCorpus.Compressed(Encoding.UTF8.GetBytes(SearchScript.Join(SearchScript.PageModules.Select(SearchInBrowser.Module))))
            + SearchCorpus.Compressed(Encoding.UTF8.GetBytes(SearchInBrowser.Module("search-aside.js")))
            + SearchCorpus.Compressed(Encoding.UTF8.GetBytes(SearchScript.Join(SearchScript.WorkerModules.Select(SearchInBrowser.Module))));
        await using var search = await SearchInBrowser.StartAsync(files.Concat(SearchTyping.Files));
        var queries = Queries(passages, seed);
        var compressed = new Dictionary<string, int>(StringComparer.Ordinal);
        var bytes = new List<double>();
        var requests = new List<double>();
        var first = new List<double>();
        var again = new List<double>();
        var none = 0;
        foreach (var query in queries)
        {
            await search.ForgetAsync();
            var cold = await search.AskAsync(Path, query, 10);
            var asked = search.Asked.DistinctBy(f => f.Path).ToList();
            foreach (var file in asked.Where(f => !compressed.ContainsKey(f.Path)))
            {
                compressed[file.Path] = SearchCorpus.Compressed(file.Content.Span);
            }
            bytes.Add(script + asked.Sum(f => compressed[f.Path]));
            requests.Add(3 + asked.Count);
            first.Add(cold.Milliseconds);
            none += cold.Ids.Count == 0 ? 1 : 0;
        }
        await search.ForgetAsync();
        foreach (var query in queries)
        {
            await search.AskAsync(Path, query, 10);
        }
        foreach (var query in queries)
        {
            again.Add((await search.AskAsync(Path, query, 10)).Milliseconds);
        }
        var typing = new SearchTyping(search);
        var tasks = new List<SearchTyping.LongestTask>();
        foreach (var query in queries.Take(TypedQueries))
        {
            var (longest, longestAgain) = await typing.TypeAsync(query);
            tasks.AddRange([longest, longestAgain]);
        }
        await output.WriteLineAsync(FormattableString.Invariant($"{queries.Count} queries, {none} without a result; script {script} bytes, first file {compressed[Path]} bytes"));
        Line("bytes to first result", bytes, "F0");
        Line("requests", requests, "F0");
        Line("ms, files in memory", again, "F2");
        Line("ms, files to be loaded", first, "F2");
        Line("longest task, by the clock", [.. tasks.Select(t => t.Milliseconds)], "F2");
        Line("longest task, worked", [.. tasks.Select(t => t.Worked)], "F2");
        await output.WriteLineAsync($"longer than a frame        {tasks.Count(t => t.Milliseconds > Frame)} by the clock, {tasks.Count(t => t.Worked > Frame)} worked, of {tasks.Count} times typed");

        void Line(string name, List<double> values, string format)
        {
            values.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-26} median {values[values.Count / 2].ToString(format, CultureInfo.InvariantCulture)}  95 % {values[(int)(values.Count * 0.95)].ToString(format, CultureInfo.InvariantCulture)}  most {values[^1].ToString(format, CultureInfo.InvariantCulture)}"));
        }
    }

    private static List<SearchPassage> Generate(int count, int seed)
    {
        var random = new SeededRandom((ulong)seed);
        var words = new GeneratedWords(random, 4_000);
        var passages = new List<SearchPassage>(count);
        for (var i = 0; i < count; i++)
        {
            var id = i.ToString(CultureInfo.InvariantCulture);
            passages.Add(new(id, $"/side-{id}/", words.Sentence(3 + random.Below(5)), random.Below(3) == 0 ? "" : words.Sentence(2 + random.Below(4)),
                (PassageKind)random.Below(7), random.Below(5) == 0 ? words.Name() + " " + words.Name() : "",
                string.Join(". ", Enumerable.Range(0, 3 + random.Below(5)).Select(_ => words.Sentence(6 + random.Below(9)))) + "."));
        }
        return passages;
    }

    // What readers type: whole words, beginnings, ends of compounds, several words, errors.
    private static List<string> Queries(List<SearchPassage> passages, int seed)
    {
        var random = new SeededRandom((ulong)seed + 1);
        var queries = new List<string>();
        while (queries.Count < 200)
        {
            var words = SearchFolding.Words(passages[random.Below(passages.Count)].Text).Select(w => w.Written).Where(w => w.Length > 4).ToList();
            var word = words[random.Below(words.Count)];
            var other = words[random.Below(words.Count)];
            queries.Add((queries.Count % 5) switch
            {
                0 => word,
                1 => word[..4],
                2 => word[(word.Length / 2)..] is { Length: > 4 } end ? end : word,
                3 => word + " " + other,
                _ => word.Length > 5 ? word[..2] + word[3] + word[2] + word[4..] : word,
            });
        }
        return queries;
    }
}
