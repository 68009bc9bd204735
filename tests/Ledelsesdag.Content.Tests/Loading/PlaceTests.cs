using System.Text;
using CsCheck;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Tests.Loading;

/// <summary>Lines and columns, as an editor counts them.</summary>
public sealed class PlaceTests
{
    [Theory]
    [InlineData("x", 1, 1)]
    [InlineData("æx", 1, 2)]
    [InlineData("🍎x", 1, 3)]
    [InlineData("a\nx", 2, 1)]
    [InlineData("å\r\n\r\næ🍎x", 3, 4)]
    [InlineData("\uFEFFæx", 1, 2)]
    [InlineData("\uFEFFa\r\n x", 2, 2)]
    public void A_column_counts_what_editors_count(string text, int line, int column)
    {
        var file = Read(text);

        Assert.Equal(new("f", line, column), file.LocationOf(file.Bytes.IndexOf((byte)'x')));
        Assert.Equal(new("f", line, column), SourceFile.LocationOfChar("f", file.Text(), file.Text().IndexOf('x', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_place_past_the_end_is_the_end()
    {
        var file = Read("æ\nb");

        Assert.Equal(new("f", 2, 2), file.LocationOf(99));
        Assert.Equal(new("f", 2, 2), SourceFile.LocationOfChar("f", file.Text(), 99));
    }

    [Theory]
    [InlineData("æ\nb", 1, "æ")]
    [InlineData("æ\nb", 2, "b")]
    [InlineData("æ\nb", 3, "")]
    [InlineData("a\r\n\r\nb\r\n", 1, "a")]
    [InlineData("a\r\n\r\nb\r\n", 2, "")]
    [InlineData("a\r\n\r\nb\r\n", 3, "b")]
    [InlineData("\uFEFFæ", 1, "æ")]
    [InlineData("", 1, "")]
    public void A_line_is_without_its_break(string text, int number, string line)
    {
        var file = Read(text);

        Assert.Equal(line, file.Line(number));
        Assert.Equal(line, file.Line(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Line(0));
    }

    [Fact]
    public void Places_sort_by_file_then_line_then_column()
    {
        SourceLocation[] places = [new("b", 1, 1), new("a", 10, 1), new("a", 9, 2), SourceLocation.Whole("a"), new("a", 9, 1)];

        Assert.Equal(["a", "a(9,1)", "a(9,2)", "a(10,1)", "b(1,1)"], places.Order().Select(place => place.ToString()));
    }

    [Fact]
    public void Every_value_of_random_JSON_is_found_where_it_was_written() =>
        JsonGen.Sample(tree =>
        {
            var text = new StringBuilder("\n ");
            var expected = new List<(PathSegment[] Path, int Offset)>();
            tree.Write(text, [], expected);
            var file = Read(text.ToString());
            var root = JsonPlace.Parse(file, new DiagnosticBag())!;
            foreach (var (path, offset) in expected)
            {
                var bytes = Encoding.UTF8.GetByteCount(text.ToString(0, offset));
                Assert.Equal(bytes, root.Find(path).Start);
                Assert.Equal(file.LocationOf(bytes), SourceFile.LocationOfChar("f", text.ToString(), offset));
            }
        }, iter: 500);

    [Fact]
    public void A_path_that_leads_nowhere_leads_to_the_nearest_place_above()
    {
        var root = JsonPlace.Parse(Read("{\"a\": [1, {\"b\": 2}]}"), new DiagnosticBag())!;

        Assert.Equal(10, root.Find(["a", 1, "c"]).Start);
        Assert.Equal(6, root.Find(["a", 7]).Start);
        Assert.Equal(0, root.Find(["x", "y"]).Start);
    }

    private static SourceFile Read(string text) => SourceFile.Decode("f", Encoding.UTF8.GetBytes(text), new DiagnosticBag())!;

    private static readonly Gen<string> Words = Pick.From("a", "æble", "🍎", "\\u00e5", "a\\\"b", "");

    private static readonly Gen<Node> JsonGen = Gen.Recursive<Node>((depth, inner) => depth > 3
        ? Words.Select(words => new Node($"\"{words}\"", null, null))
        : Gen.Frequency(
            (2, Words.Select(words => new Node($"\"{words}\"", null, null))),
            (1, Pick.From("1", "-2.5e3", "true", "null").Select(word => new Node(word, null, null))),
            (2, inner.Array[0, 4].Select(items => new Node(null, null, items))),
            (3, inner.Array[0, 4].Select(items => new Node(null, [.. items.Select((_, i) => $"felt-å-{i}")], items)))));

    private sealed record Node(string? Leaf, string[]? Names, Node[]? Items)
    {
        public void Write(StringBuilder text, PathSegment[] path, List<(PathSegment[], int)> places)
        {
            places.Add((path, text.Length));
            if (Leaf is not null)
            {
                text.Append(Leaf);
                return;
            }
            text.Append(Names is null ? '[' : '{');
            for (var i = 0; i < Items!.Length; i++)
            {
                text.Append(i == 0 ? "\r\n" : " ,\n");
                if (Names is not null)
                {
                    text.Append('"').Append(Names[i]).Append("\" : ");
                }
                Items[i].Write(text, [.. path, Names is null ? i : Names[i]], places);
            }
            text.Append(Names is null ? ']' : '}');
        }
    }
}
