using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Import;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Tests.Import;

/// <summary>Whatever a deck says, its draft loads without an error, every slide has a home, and no word of it is lost.</summary>
public sealed partial class AnyDeckTests
{
    // What recognition looks for and what Markdown means something by, in any order.
    private static readonly string[] Pieces =
    [
        "ord", "Ord", "ÆØÅ", " ", " ", " ", "\n", "\"", "”", "„", "– ", "- ", "(", ")", "[", "]", "](", "*", "_", "`", "#", "# ", "1. ", "2. ", "1) ", "+ ", "> ", "<b>", "&amp;", "\\", "!", "!["
        , "?", ".", ":", "10.00-11.00 ", "11:00–12:00 ", "kl. 9.30 til 10.15 ", "25.00-26.00", "9.30 ", "kl. 10 ", "11.45 ", "Frokost", "Pause", "Program", "Ane Andersen", "javascript:", "quote:x", "\u200B", "\uF0E0", "\uD83D\uDE00", "\t", "~~~", "===", "---", "{", "}", "|",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(pieces => string.Concat(pieces));

    private static readonly Gen<DeckParagraph> Paragraphs =
        Gen.Select(Texts, Gen.Int[0, 3], Gen.Enum<Numbering>(), (text, level, numbering) => new DeckParagraph(text, level, numbering));

    private static readonly Gen<DeckTable> Tables =
        Gen.Select(Gen.Bool, Gen.Int[1, 4], Gen.Int[1, 4], Gen.Bool).SelectMany((heading, width, height, merged) =>
            Paragraphs.Array[0, 2].Array[width].Array[height].Select(rows => new DeckTable(heading,
                [.. rows.Select(row => new DeckRow([.. row.Select(cell => new DeckCell(merged && cell.Length == 2, [.. cell]))]))])));

    private static readonly Gen<DeckShape> Shapes =
        Gen.Select(Gen.Enum<DeckShapeKind>(), Paragraphs.Array[0, 5], Tables, Texts, Gen.Bool, (kind, paragraphs, table, alt, hasAlt) => new DeckShape
        {
            Id = 7,
            Name = "Shape",
            Kind = kind,
            Place = default,
            Paragraphs = kind is DeckShapeKind.Table or DeckShapeKind.Picture or DeckShapeKind.Group or DeckShapeKind.Line ? [] : [.. paragraphs],
            Table = kind == DeckShapeKind.Table ? table : null,
            AltText = hasAlt && !string.IsNullOrWhiteSpace(alt) ? alt : null,
        });

    private static readonly Gen<Site.Import.Deck> Decks =
        Shapes.Array[0, 5].Array[1, 5].Select(slides => new Site.Import.Deck("deck.pptx", "da",
            [.. slides.Select((shapes, index) => new DeckSlide(index + 1, false, false, [.. shapes]))]));

    [Fact]
    public void Every_draft_loads_and_holds_every_word() => Decks.Sample(deck =>
    {
        using var folder = new TemporaryFolder();
        var draft = DeckRecognition.Recognise(deck, "da");
        var (files, placeholders) = DraftWriter.Files(draft);
        var report = ImportReport.Write(draft, placeholders);
        Assert.Null(FreshFolder.Write(folder.At("draft"), files, CancellationToken.None));
        Faults.None(NetworkLoader.Load(folder.At("draft")).Diagnostics.Where(d => d.Code.Severity == Severity.Error).Select(d => d.ToString()));

        var everything = files.Select(file => Encoding.UTF8.GetString(file.Content.Span)).Append(report).SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        foreach (var shape in deck.Slides.SelectMany(slide => slide.Shapes))
        {
            Assert.Contains(draft.Outcomes, outcome => ReferenceEquals(outcome.Shape, shape));
            foreach (var word in shape.Texts().SelectMany(Words).Except(["kl", "til"]))
            {
                Assert.True(everything.Contains(word), $"'{word}' of {string.Join(" / ", shape.Texts())} ({shape.Kind})");
            }
        }
    }, iter: 300, threads: 1);

    /// <summary>Letters alone: marks are set anew, and a programme's times, with their <em>kl.</em> and <em>til</em>, are written another way.</summary>
    private static IEnumerable<string> Words(string text) => AWord().Matches(Invisible().Replace(text, "")).Select(match => match.Value);

    // Taken out of the draft, and written as numbers in the report.
    [GeneratedRegex(@"[\u200B\uF0E0]|\(U\+(200B|F0E0)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex AWord();
}
