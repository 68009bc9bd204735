using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content;

/// <summary>What somebody says of a translation. Written <c>draft</c>, <c>translated</c> or <c>reviewed</c>.</summary>
[JsonConverter(typeof(EnumJsonConverter<TranslationMark>))]
public enum TranslationMark
{
    /// <summary>It is unfinished.</summary>
    Draft,

    /// <summary>It says what the original says.</summary>
    Translated,

    /// <summary>Somebody else has read it against the original.</summary>
    Reviewed,
}

/// <summary>
/// The marks on a network's translations, <see cref="FileName"/>. A mark holds for one text in the language it is made from
/// and one in the language it is made in, by their words and not by their place: it follows a text that is moved, and when
/// the original is changed and the translation is not, the translation is known to be stale.
/// </summary>
public static class TranslationMarks
{
    /// <summary>The file beside <c>network.json</c> that holds the marks. It is for those who write, and is not published.</summary>
    public const string FileName = "translations.json";

    private const int MostWords = 48;

    // Letters stand as themselves: people read this file's differences.
    private static readonly ContentJsonContext Json = new(new JsonSerializerOptions(ContentJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <summary>Marks translations.</summary>
    /// <remarks>
    /// Marks that stand already stay, but for those on the same translations and on texts that exist no longer. One mark a
    /// line, sorted, so that the same marks are the same bytes and two authors' marks merge.
    /// </remarks>
    /// <param name="loaded">The network as it was loaded, for which <see cref="LoadResult.CanMarkTranslations"/> holds: in a network read in part, marks would seem to be of no use.</param>
    /// <param name="texts">Texts of <see cref="LoadResult.Translations"/>, by their language. What cannot be marked (a missing text, an original, a slug) is left out.</param>
    /// <param name="mark">What is said of them.</param>
    /// <returns>The new content of <see cref="FileName"/>, UTF-8 without a byte order mark.</returns>
    /// <exception cref="ArgumentException">The network was loaded with errors.</exception>
    public static byte[] Mark(LoadResult loaded, IEnumerable<(Language Language, TranslatedText Text)> texts, TranslationMark mark)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(texts);
        if (!loaded.CanMarkTranslations)
        {
            throw new ArgumentException("The network was loaded with errors.", nameof(loaded));
        }
        var present = loaded.Translations
            .SelectMany(coverage => coverage.Texts.Where(text => text.Pair is not null).Select(text => (coverage.Language, text.Pair!.Original, text.Pair.Translation)))
            .ToHashSet();
        var translations = present.Select(pair => (pair.Language, pair.Translation)).ToHashSet();
        var chosen = texts.Where(text => text.Text.Pair is not null)
            .Select(text => new MarkedTranslation
            {
                Language = text.Language,
                Original = text.Text.Pair!.Original,
                Translation = text.Text.Pair.Translation,
                State = mark,
                Words = Beginning(text.Text.Pair.To),
            })
            .DistinctBy(marked => marked.Key)
            .ToList();
        var renewed = chosen.Select(marked => (marked.Language, marked.Translation)).ToHashSet();
        var keys = chosen.Select(marked => marked.Key).ToHashSet();
        var kept = (loaded.Marks?.Marks ?? []).Where(marked => !keys.Contains(marked.Key)
            && (present.Contains(marked.Key) || (translations.Contains((marked.Language, marked.Translation)) && !renewed.Contains((marked.Language, marked.Translation)))));
        return Write(loaded.Marks, kept.DistinctBy(marked => marked.Key).Concat(chosen)
            .OrderBy(marked => marked.Language.Tag, StringComparer.Ordinal)
            .ThenBy(marked => marked.Original.ToString(), StringComparer.Ordinal)
            .ThenBy(marked => marked.Translation.ToString(), StringComparer.Ordinal));
    }

    /// <summary>How a text begins.</summary>
    internal static string Beginning(string text)
    {
        var line = text.AsSpan().TrimStart();
        line = line[..Math.Min(line.Length, line.IndexOf('\n') is var end && end < 0 ? line.Length : end)].TrimEnd();
        if (line.Length <= MostWords)
        {
            return line.ToString();
        }
        var length = char.IsLowSurrogate(line[MostWords]) ? MostWords - 1 : MostWords;
        return $"{line[..length].TrimEnd()}…";
    }

    private static byte[] Write(TranslationsFile? file, IEnumerable<MarkedTranslation> marks)
    {
        var text = new StringBuilder("{\n");
        Add("$schema", file?.Schema);
        Add("$comment", file?.Comment);
        text.Append("  \"marks\": [").AppendJoin(',', marks.Select(mark => $"\n    {JsonSerializer.Serialize(mark, Json.MarkedTranslation)}")).Append("\n  ]\n}\n");
        return Encoding.UTF8.GetBytes(text.ToString());

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                text.Append("  \"").Append(name).Append("\": ").Append(JsonSerializer.Serialize(value, Json.String)).Append(",\n");
            }
        }
    }
}
