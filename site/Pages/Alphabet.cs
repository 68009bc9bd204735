using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledelsesdag.Site.Pages;

/// <summary>A language's alphabetical order, from its own table rather than from the machine's culture data.</summary>
[JsonConverter(typeof(AlphabetJsonConverter))]
public sealed class Alphabet : IComparer<string>
{
    private readonly ImmutableArray<(string Spelling, int Rank)> _spellings;

    /// <summary>Makes an alphabet.</summary>
    /// <param name="letters">The letters in order; each entry lists its spellings separated by spaces: <c>å aa</c>.</param>
    public Alphabet(ImmutableArray<string> letters)
    {
        Letters = letters;
        // Longer spellings first, so that aa is found before a.
        _spellings = [.. letters
            .SelectMany((entry, rank) => entry.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => (s, rank)))
            .OrderByDescending(s => s.s.Length)];
    }

    /// <summary>The entries as written.</summary>
    public ImmutableArray<string> Letters { get; }

    /// <summary>
    /// Compares letter by letter without regard to case; spaces and signs count less than letters, unknown letters more.
    /// Texts that differ in nothing else are ordered by their code points, so that the order is always the same.
    /// </summary>
    public int Compare(string? x, string? y)
    {
        var (left, right) = (Ranks(x ?? ""), Ranks(y ?? ""));
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (left[i] != right[i])
            {
                return left[i].CompareTo(right[i]);
            }
        }
        return left.Count != right.Count ? left.Count.CompareTo(right.Count) : string.CompareOrdinal(x, y);
    }

    private List<int> Ranks(string text)
    {
        var lower = text.ToLowerInvariant();
        var ranks = new List<int>(lower.Length);
        for (var at = 0; at < lower.Length;)
        {
            var (spelling, rank) = _spellings.FirstOrDefault(s => string.CompareOrdinal(lower, at, s.Spelling, 0, s.Spelling.Length) == 0);
            if (spelling is not null)
            {
                ranks.Add(rank);
                at += spelling.Length;
                continue;
            }
            ranks.Add(char.IsLetter(lower[at]) ? 1000 + lower[at] : lower[at] - char.MaxValue - 1);
            at++;
        }
        return ranks;
    }
}

/// <summary>Reads and writes an <see cref="Alphabet"/> as a list of strings.</summary>
internal sealed class AlphabetJsonConverter : JsonConverter<Alphabet>
{
    public override Alphabet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An alphabet is a list of strings.");
        }
        var letters = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            letters.Add(reader.TokenType == JsonTokenType.String
                ? reader.GetString()!
                : throw new JsonException("An alphabet is a list of strings."));
        }
        return new Alphabet(letters.ToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, Alphabet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var letter in value.Letters)
        {
            writer.WriteStringValue(letter);
        }
        writer.WriteEndArray();
    }
}
