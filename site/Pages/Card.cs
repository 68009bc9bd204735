using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>
/// The words of the picture that stands for a page where its address is shared. Two pages with the same words share one
/// picture.
/// </summary>
public sealed record Card
{
    /// <summary>The pixels from left to right.</summary>
    public const int Width = 1200;

    /// <summary>The pixels from top to bottom.</summary>
    public const int Height = 630;

    /// <summary>The network's name; null where it is the title.</summary>
    public string? Network { get; init; }

    /// <summary>The day that the page is of, or what kind of page it is; null for none.</summary>
    public string? Eyebrow { get; init; }

    /// <summary>The page's title, or on a quote's page the quoted words without their quotation marks.</summary>
    public required string Title { get; init; }

    /// <summary>The quotation marks around the title; null where it is nobody's words.</summary>
    public QuotationMarks? Marks { get; init; }

    /// <summary>Whose words the title is; null where it is nobody's words.</summary>
    public string? Speaker { get; init; }

    /// <summary>The same words for those who do not see the picture.</summary>
    public string Alternative => string.Join(" – ", new[] { Marked, Speaker, Eyebrow, Network }.OfType<string>());

    /// <summary>The title in its quotation marks, if it has any.</summary>
    public string Marked => $"{Marks?.Open}{Title}{Marks?.Close}";

    /// <summary>The language of the words.</summary>
    public required Language Language { get; init; }

    /// <summary>The card of a page; null for a page that nobody shares.</summary>
    public static Card? Of(Page page, SiteMap map)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(map);
        if (!page.Indexed)
        {
            return null;
        }
        var words = map.WordsFor(page);
        var network = map.Typographer.Plain(map.Network.Title, page.Language);
        var card = new Card
        {
            Network = network,
            Eyebrow = page.Day is { } day ? $"{map.Typographer.Plain(day.Title, page.Language)} · {words.Dates.Of(day.Date)}" : null,
            Title = page.Title,
            Language = page.Language,
        };
        return page switch
        {
            HomePage => card with { Network = null },
            DayPage { Day: { } shown } => card with { Eyebrow = $"{words.Dates.Of(shown.Date)} · {map.Typographer.Plain(shown.Place, page.Language)}" },
            QuotePage quote => OfQuote(card, quote.Quote, words, map),
            _ => card,
        };
    }

    private static Card OfQuote(Card card, Quote quote, UiStrings words, SiteMap map)
    {
        var shown = quote.Text.For(card.Language);
        var speaker = map.Typographer.Plain(quote.Citation.Speaker, card.Language);
        return card with
        {
            Eyebrow = null,
            Title = map.Typographer.Plain(shown.Value, shown.Language, withinQuotation: true),
            Marks = map.Typographer.MarksOf(shown.Language, words.QuotationMarks),
            Speaker = shown.Language == quote.Original ? speaker : $"{speaker} · {words.Quotes.OurTranslation}",
        };
    }
}
