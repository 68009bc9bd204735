using System.Text;
using CsCheck;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Tests.Fuzzing;

/// <summary>
/// Lines and columns of JSON of any shape, held against a count of its own: whoever writes the document notes at which of its
/// characters each value, name and letter begins, and lines are counted in that text, not in bytes.
/// </summary>
[Trait("Kind", "chance")]
public sealed class RandomPlaceTests
{
    private const int Documents = 4_000;

    // As written, and the UTF-16 units that it stands for.
    private static readonly Gen<Letter> Letters = Pick.From<Letter>(
        new("a", 1), new("æ", 1), new("€", 1), new("🍎", 2), new("A\u030A", 2), new("\\n", 1), new("\\\"", 1), new("\\\\", 1), new("\\/", 1), new("\\u00e6", 1), new("\\uD83C\\uDF4E", 2), new(" ", 1), new("{", 1), new("]", 1), new("\u2028", 1));

    private static readonly Gen<string> Space = Pick.From("", " ", "\n", "\r\n", "\t", "\r\n\r\n  ", " \n\t\n");

    private static readonly Gen<Node> Leaves = Gen.OneOf(
        Letters.Array[0, 6].Select(letters => new Node(null, letters, null, [])),
        Pick.From("0", "-2.5e3", "true", "false", "null").Select(word => new Node(word, null, null, [])));

    private static readonly Gen<Node> Trees = Gen.Recursive<Node>((depth, inner) => depth > 4
        ? Leaves
        : Gen.Frequency(
            (2, Leaves),
            (2, Gen.Select(inner.Array[0, 4], Space.Array[10]).Select((items, spaces) => new Node(null, null, items, spaces))),
            (3, Gen.Select(inner.Array[0, 4], Space.Array[10], Letters.Array[0, 3]).Select((items, spaces, letters) => new Node(null, null, items, spaces) { Names = letters }))));

    [Fact]
    public void Every_value_and_every_letter_of_any_JSON_has_the_line_and_column_that_counting_gives()
    {
        var iterations = Environment.GetEnvironmentVariable("CsCheck_Iter") is null ? Documents : Check.Iter;
        Gen.Select(Trees, Gen.Bool, Space).Sample((tree, hasMark, space) =>
        {
            var text = new StringBuilder(space);
            var places = new List<(PathSegment[] Path, int Offset, Letter[]? Letters)>();
            tree.Write(text, [], places);
            text.Append(space);
            var json = text.ToString();
            var diagnostics = new DiagnosticBag();
            var source = SourceFile.Decode("f", Encoding.UTF8.GetBytes(hasMark ? "\uFEFF" + json : json), diagnostics)!;
            var found = new JsonPlaces(source, diagnostics);
            foreach (var (path, offset, letters) in places)
            {
                Assert.Equal(Count(json, offset), found.Of(path));
                var (at, unit) = (offset + 1, 0);
                foreach (var letter in letters ?? [])
                {
                    Assert.Equal(Count(json, at), found.InText(path, unit));
                    at += letter.Written.Length;
                    unit += letter.Units;
                }
                if (letters is not null)
                {
                    // Behind the last letter, and further, stands the quotation mark.
                    Assert.Equal(Count(json, at), found.InText(path, unit));
                    Assert.Equal(Count(json, at), found.InText(path, unit + 7));
                }
                Assert.Equal(Count(json, offset), found.Below(path).Of([]));
            }
            Assert.Empty(diagnostics.Sorted());
        }, iter: iterations);
    }

    private static SourceLocation Count(string text, int offset)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < offset; i++)
        {
            (line, column) = text[i] == '\n' ? (line + 1, 1) : (line, column + 1);
        }
        return new("f", line, column);
    }

    private sealed record Letter(string Written, int Units);

    private sealed record Node(string? Word, Letter[]? Letters, Node[]? Items, string[] Spaces)
    {
        /// <summary>What the fields' names begin with; null for a list.</summary>
        public Letter[]? Names { get; init; }

        public void Write(StringBuilder text, PathSegment[] path, List<(PathSegment[], int, Letter[]?)> places)
        {
            places.Add((path, text.Length, Letters));
            if (Items is null)
            {
                text.Append(Word);
                if (Letters is not null)
                {
                    text.Append('"').AppendJoin("", Letters.Select(letter => letter.Written)).Append('"');
                }
                return;
            }
            text.Append(Names is null ? '[' : '{');
            for (var i = 0; i < Items.Length; i++)
            {
                text.Append(i == 0 ? "" : ",").Append(Spaces[i]);
                PathSegment step = i;
                if (Names is not null)
                {
                    var name = string.Concat(Names.Select(letter => letter.Written)) + i;
                    text.Append('"').Append(name).Append('"').Append(Spaces[i + 4]).Append(':').Append(Spaces[i + 5]);
                    step = System.Text.Json.JsonSerializer.Deserialize<string>($"\"{name}\"")!;
                }
                Items[i].Write(text, [.. path, step], places);
            }
            text.Append(Spaces[9]).Append(Names is null ? ']' : '}');
        }
    }
}
