using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ledelsesdag.Benchmarks;

/// <summary>
/// Content of any size in two languages, in the proportions of the real day: 22 topics, 8 quotes, 13 sets of questions and
/// 9 sources a day, and as many days as the pages need. A topic has about 2.9 kB of Markdown. The same seed gives the same bytes.
/// </summary>
internal sealed class SiteCorpus
{
    /// <summary>The fewest pages there can be: a day with one topic.</summary>
    public const int Fewest = 2 * (NetworkPages + FixedPagesOfADay + QuotesOfADay + 1);

    // In each language.
    private const int NetworkPages = 5;
    private const int FixedPagesOfADay = 12;
    private const int QuotesOfADay = 8;
    private const int TopicsOfADay = 22;
    private const int QuestionSetsOfADay = 13;
    private const int SourcesOfADay = 9;
    private const int Sessions = 7;
    private const int Terms = 22;
    private const int Slides = 30;

    private static readonly string[] Tags = ["da", "en"];
    private static readonly int[] OpeningSlides = [1, 2];
    private static readonly string[] EnglishSmallWords = ["and", "in", "that", "is", "it", "a", "to", "on", "as", "with", "for", "of", "the", "they", "we", "not", "there", "can", "has", "an"];
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _folder;
    private readonly SeededRandom _random;
    private readonly GeneratedWords[] _words;

    private SiteCorpus(string folder, int seed)
    {
        _folder = folder;
        _random = new SeededRandom((ulong)seed);
        _words = [new GeneratedWords(_random, 4_000), new GeneratedWords(_random, 4_000, EnglishSmallWords)];
    }

    /// <summary>Writes the content of a site of that many pages, of both languages together; one fewer where the number is odd.</summary>
    public static void Write(string folder, int pages, int seed = 1) => new SiteCorpus(folder, seed).Write(pages / 2);

    /// <summary>The texts of a corpus, by language.</summary>
    public static ILookup<string, string> Texts(string folder) => Directory
        .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "topics")
        .Order(StringComparer.Ordinal)
        .ToLookup(path => Path.GetFileNameWithoutExtension(path).Split('.')[^1], File.ReadAllText);

    private void Write(int pages)
    {
        const int Usual = FixedPagesOfADay + QuotesOfADay + TopicsOfADay;
        var ofDays = pages - NetworkPages;
        var days = Math.Max(1, ofDays / Usual);
        var topics = ofDays - (days * (FixedPagesOfADay + QuotesOfADay));
        for (var day = 1; day <= days; day++)
        {
            // What does not come out even goes to the first days.
            WriteDay(day, (topics / days) + (day <= topics % days ? 1 : 0));
        }
        WriteJson("network.json", new
        {
            title = Both("Netværk", "Network"),
            description = Text(14),
            languages = new[] { new { tag = "da", name = "Dansk" }, new { tag = "en", name = "English" } },
            address = "https://network.example/",
            days = Enumerable.Range(1, days).Select(day => Name("day", day)),
        });
        WriteJson("pages.json", new { pages = new[] { new { id = "about", slug = Both("om", "about"), title = Both("Om siden", "About this site"), summary = Text(12) } } });
        WriteText("pages/about", Body([]));
        WriteJson("glossary.json", new
        {
            terms = Enumerable.Range(1, Terms).Select(n => new { id = Name("term", n), term = Text(1), explanation = Text(24), addedByEditor = true }).ToList(),
        });
    }

    private void WriteDay(int day, int topics)
    {
        var folder = Name("day", day);
        WriteJson($"{folder}/day.json", new
        {
            slug = Both(Name("dag", day), Name("day", day)),
            title = Both($"Lederdag {day}", $"Leaders' Day {day}"),
            summary = Text(20),
            date = new DateOnly(2014, 2, 25).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            timeZone = "Europe/Copenhagen",
            place = Text(2),
            hosts = new[] { new { name = Person(), organisation = _words[0].Name() } },
            slideCount = Slides,
            slides = OpeningSlides,
        });
        WriteJson($"{folder}/programme.json", new
        {
            sessions = Enumerable.Range(1, Sessions).Select(n => new
            {
                id = Name("session", n),
                time = new { start = $"{8 + n:00}:00", end = $"{9 + n:00}:00" },
                title = Text(5),
                points = new[] { Text(6), Text(9) },
                slides = OpeningSlides,
            }).ToList(),
        });
        WriteJson($"{folder}/topics.json", new
        {
            topics = Enumerable.Range(1, topics).Select(n => new
            {
                id = Name("topic", n),
                slug = Both(Name("emne", n), Name("topic", n)),
                title = Text(4),
                summary = Text(16),
                session = Name("session", 1 + ((n - 1) * Sessions / topics)),
                slides = n < topics ? [2 + n] : Enumerable.Range(2 + n, Math.Max(1, Slides - 1 - n)).ToArray(),
            }).ToList(),
        });
        WriteJson($"{folder}/quotes.json", new
        {
            quotes = Enumerable.Range(1, QuotesOfADay).Select(n => new
            {
                id = Name("quote", n),
                slug = Both(Name("citat", n), Name("quote", n)),
                text = Text(24),
                original = Tags[n % 2],
                citation = new { speaker = Same(Person()), year = 1990 + n, source = Name("source", n) },
                slides = new[] { 2 + n },
            }).ToList(),
        });
        WriteJson($"{folder}/questions.json", new
        {
            questionSets = Enumerable.Range(1, QuestionSetsOfADay).Select(set => new
            {
                id = Name("questions", set),
                title = Text(3),
                questions = Enumerable.Range(1, 1 + (set % 4)).Select(n => new { id = Name($"question-{set}", n), text = Text(10, "?") }).ToList(),
                slides = new[] { 2 + set },
            }).ToList(),
        });
        WriteJson($"{folder}/sources.json", new
        {
            sources = Enumerable.Range(1, SourcesOfADay).Select(n => new { id = Name("source", n), name = Same(Person()), use = Text(12), slides = new[] { 2 + n } }).ToList(),
        });
        for (var n = 1; n <= topics; n++)
        {
            string[] shown = [.. n <= QuotesOfADay ? [$"![](quote:{Name("quote", n)})"] : Array.Empty<string>(), .. n <= QuestionSetsOfADay ? [$"![](questions:{Name("questions", n)})"] : Array.Empty<string>()];
            WriteText($"{folder}/topics/{Name("topic", n)}", Body(shown));
        }
    }

    /// <summary>About 2.9 kB in each language: three headings, paragraphs with emphasis and links, a list, and what is shown in between.</summary>
    private string[] Body(string[] shown) => [.. _words.Select(words =>
    {
        var text = new StringBuilder();
        for (var part = 0; part < 3; part++)
        {
            text.Append("## ").Append(words.Sentence(4)).Append("\n\n");
            for (var paragraph = 0; paragraph < 2; paragraph++)
            {
                for (var sentence = 0; sentence < 4; sentence++)
                {
                    text.Append(words.Sentence(7)).Append(". ");
                }
                text.Append(CultureInfo.InvariantCulture, $"*{words.Sentence(3)}* \"{words.Sentence(2)}\" [{words.Sentence(2)}](term:{Name("term", 1 + _random.Below(Terms))}).\n\n");
            }
        }
        for (var point = 0; point < 4; point++)
        {
            text.Append("- ").Append(words.Sentence(5)).Append('\n');
        }
        return string.Join("\n\n", shown.Prepend(text.ToString().TrimEnd())) + "\n";
    })];

    private Dictionary<string, string> Text(int words, string end = "") =>
        Tags.Zip(_words, (tag, language) => (tag, language.Sentence(words) + end)).ToDictionary(text => text.tag, text => text.Item2);

    private string Person() => $"{_words[0].Name()} {_words[0].Name()}";

    private static Dictionary<string, string> Both(string danish, string english) => new() { ["da"] = danish, ["en"] = english };

    private static Dictionary<string, string> Same(string text) => Both(text, text);

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    private void WriteJson(string name, object value) => Write(name, JsonSerializer.Serialize(value, Json) + "\n");

    private void WriteText(string name, string[] texts)
    {
        foreach (var (tag, text) in Tags.Zip(texts))
        {
            Write($"{name}.{tag}.md", text);
        }
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
