using Ledelsesdag.Site.Cards;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Cards;

public sealed class CardSheetTests
{
    private const int Pairs = Card.Width / 2;

    [Theory]
    // More than is laid at a time, and less.
    [InlineData(40)]
    [InlineData(3)]
    public void A_stamp_is_laid_where_it_belongs_and_cut_off_at_the_edges(int width)
    {
        const int Height = 5;
        var stamp = new CardStamp(width, [.. Enumerable.Repeat((byte)0x12, width * Height)]);
        foreach (var (left, top) in (ReadOnlySpan<(int, int)>)[(10, 20), (-2, -2), (Pairs - 2, Card.Height - 2), (-width, 0), (Pairs, 0), (0, -Height), (0, Card.Height), (-9000, 9000)])
        {
            var sheet = new CardSheet();
            sheet.Lay(stamp, left, top);
            Assert.All(Enumerable.Range(0, Card.Height), row => Assert.Equal(0, RowOf(sheet, row)[0]));
            for (var row = 0; row < Card.Height; row++)
            {
                for (var pair = 0; pair < Pairs; pair++)
                {
                    var within = pair >= left && pair < left + width && row >= top && row < top + Height;
                    Assert.True(RowOf(sheet, row)[1 + pair] == (within ? 0x12 : 0), $"{left}, {top}: {pair}, {row}");
                }
            }
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(3)]
    public void Of_two_pixels_the_one_that_stands_out_more_stays(int width)
    {
        var sheet = new CardSheet();
        sheet.Lay(new CardStamp(width, [.. Enumerable.Repeat((byte)0x52, width)]), 0, 0);
        sheet.Lay(new CardStamp(width, [.. Enumerable.Repeat((byte)0x3F, width)]), 0, 0);
        Assert.All(RowOf(sheet, 0).Slice(1, width).ToArray(), pair => Assert.Equal(0x5F, pair));
    }

    private static ReadOnlySpan<byte> RowOf(CardSheet sheet, int row) => sheet.Rows.Slice(row * (1 + Pairs), 1 + Pairs);
}
