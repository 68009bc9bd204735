using System.Collections.Immutable;
using System.Text.Json;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Benchmarks;

/// <summary>
/// Runs the shared cases with the shipped module in a real browser: folding, what is found in a whole and in a sharded
/// index, and queries that mean harm.
/// </summary>
internal static class SearchCheck
{
    /// <summary>The files that <see cref="RunAsync"/> asks.</summary>
    public static IReadOnlyList<OutputFile> Index(string folder)
    {
        var cases = SearchCorpus.Read<JsonElement>(Path.Combine(folder, "search-cases.json"));
        var passages = cases.GetProperty("passages").EnumerateArray().Select(Passage).ToList();
        var vocabulary = new SearchVocabulary([.. cases.GetProperty("vocabulary").EnumerateArray().Select(group => ImmutableArray.CreateRange(group.EnumerateArray().Select(word => word.GetString()!)))]);
        var language = cases.GetProperty("language").GetString()!;
        return
        [
            .. new[] { ("whole", SearchIndexBuilder.WholeUpTo), ("sharded", 0) }
                .SelectMany(kind => SearchIndexBuilder.Build($"{kind.Item1}/index.json", language, passages, vocabulary, kind.Item2)),
        ];
    }

    /// <summary>Every check with its name, and what is wrong, if anything.</summary>
    public static async Task<IReadOnlyList<(string Name, string? Fault)>> RunAsync(SearchInBrowser search, string folder, double mostMilliseconds)
    {
        var cases = SearchCorpus.Read<JsonElement>(Path.Combine(folder, "search-cases.json"));
        var folding = SearchCorpus.Read<JsonElement>(Path.Combine(folder, "folding.json"));
        var checks = new List<(string, string?)>();
        foreach (var vector in folding.EnumerateArray())
        {
            var text = vector.GetProperty("text").GetString()!;
            var words = await search.EvaluateAsync("text => words(text).map(w => [w.key, w.from, w.to])", text);
            checks.Add(($"folding of '{text}'", JsonElement.DeepEquals(words, vector.GetProperty("words")) ? null : words.GetRawText()));
        }
        foreach (var kind in new[] { "whole", "sharded" })
        {
            foreach (var item in cases.GetProperty("cases").EnumerateArray())
            {
                var kinds = item.TryGetProperty("kinds", out var some) ? some.EnumerateArray().Select(k => k.GetString()).ToArray() : null;
                var answer = await search.EvaluateAsync("q => full(q)", new object?[] { $"/{kind}/index.json", item.GetProperty("q").GetString()!, kinds });
                checks.Add(($"{kind}, {item.GetProperty("why").GetString()} ('{item.GetProperty("q").GetString()}')", Fault(item, answer)));
            }
            foreach (var item in cases.GetProperty("hostile").EnumerateArray())
            {
                // Built in the page: a lone surrogate does not survive the way there.
                var answer = await search.EvaluateAsync(
                    "([url, item]) => hostile(url, JSON.parse(item))", new object[] { $"/{kind}/index.json", item.GetRawText() });
                var ms = answer.GetProperty("ms").GetDouble();
                checks.Add(($"{kind}, hostile {item.GetRawText()}",
                    answer.TryGetProperty("error", out var error) ? error.GetString() : ms > mostMilliseconds ? FormattableString.Invariant($"{ms} ms") : null));
            }
        }
        return checks;
    }

    private static string? Fault(JsonElement expected, JsonElement answer)
    {
        var ids = answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("id").GetString()!).ToList();
        var got = "found " + (ids.Count == 0 ? "nothing" : string.Join(' ', ids));
        if (expected.TryGetProperty("nothing", out _) && ids.Count > 0)
        {
            return got;
        }
        if (expected.TryGetProperty("first", out var first) && ids.FirstOrDefault() != first.GetString())
        {
            return $"expected {first} first, {got}";
        }
        if (expected.TryGetProperty("finds", out var finds) && finds.EnumerateArray().Any(id => !ids.Contains(id.GetString()!)))
        {
            return $"expected {finds}, {got}";
        }
        if (expected.TryGetProperty("not", out var not) && not.EnumerateArray().Any(id => ids.Contains(id.GetString()!)))
        {
            return $"expected none of {not}, {got}";
        }
        if (expected.TryGetProperty("before", out var before) && before[1].GetString() is { } later && ids.Contains(later)
            && ids.IndexOf(before[0].GetString()!) is var at && (at < 0 || at > ids.IndexOf(later)))
        {
            return $"expected {before[0]} before {before[1]}, {got}";
        }
        var suggestions = answer.GetProperty("suggestions").EnumerateArray().Select(s => s.GetString()).ToList();
        if (expected.TryGetProperty("suggests", out var suggests) && !suggestions.Contains(suggests.GetString()))
        {
            return $"expected the suggestion {suggests}, got {string.Join(' ', suggestions)}";
        }
        if (expected.TryGetProperty("marks", out var marks))
        {
            var marked = answer.GetProperty("marked").EnumerateArray().Select(m => m.GetString()).ToList();
            return marks.EnumerateArray().All(m => marked.Contains(m.GetString())) ? null : $"marked {string.Join('|', marked)}";
        }
        return null;
    }

    private static SearchPassage Passage(JsonElement passage)
    {
        var id = passage.GetProperty("id").GetString()!;
        return new(id, $"/{id}/", Text("title"), Text("heading"), Enum.Parse<PassageKind>(Text("kind")), Text("speaker"), Text("text"));

        string Text(string name) => passage.TryGetProperty(name, out var value) ? value.GetString()! : "";
    }
}
