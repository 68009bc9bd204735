using System.Collections.Concurrent;
using System.Globalization;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// The cards of a site as files. A card is named after its words and colours and drawn when its bytes are asked for: a check
/// draws none, a preview those that somebody looks at, a build those that the old site does not have. Safe for any number of threads.
/// </summary>
public sealed class CardPress
{
    private readonly Func<Theme, CardRenderer> _makeRenderer;
    private volatile Easels? _easels;

    /// <summary>Makes a press.</summary>
    public CardPress()
        : this(theme => new CardRenderer(theme))
    {
    }

    internal CardPress(Func<Theme, CardRenderer> makeRenderer) => _makeRenderer = makeRenderer;

    /// <summary>Names cards, and sees to it that they can be drawn. The same cards and colours give the same files.</summary>
    /// <param name="cards">The cards; one that comes again has the same file.</param>
    /// <param name="theme">Their colours.</param>
    /// <returns>The file of each card.</returns>
    /// <exception cref="PlatformNotSupportedException">The drawing library does not run on this machine.</exception>
    public IReadOnlyDictionary<Card, OutputFile> Prepare(IEnumerable<Card> cards, Theme theme)
    {
        ArgumentNullException.ThrowIfNull(cards);
        ArgumentNullException.ThrowIfNull(theme);
        var easels = EaselsFor(theme);
        return cards.Distinct().ToDictionary(card => card, card => OutputFile.NamedAfterItsContent(PathOf(card, theme), () => easels.Draw(card)));
    }

    /// <summary>Loads what draws cards of these colours, so that <see cref="Prepare"/> need not wait for it, and tells what it cannot.</summary>
    /// <param name="theme">Their colours.</param>
    public void MakeReady(Theme theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        try
        {
            EaselsFor(theme);
        }
        catch (PlatformNotSupportedException)
        {
            // Whoever prepares cards is told.
        }
    }

    private Easels EaselsFor(Theme theme)
    {
        if (_easels is { } kept && kept.Theme == theme)
        {
            return kept;
        }
        try
        {
            return _easels = new Easels(theme, _makeRenderer);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            throw new PlatformNotSupportedException(
                $"the drawing library of the cards does not run on this machine ({(e.InnerException ?? e).Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}); build on Linux, macOS or Windows, on x64 or arm64", e);
        }
    }

    // Whatever a card's pixels depend on. The language too: it decides how the typeface sets some letters.
    private static string PathOf(Card card, Theme theme) => $"{SiteAssets.Folder}/cards/{ContentHash.OfTexts(
        CardRenderer.Edition.ToString(CultureInfo.InvariantCulture),
        theme.Paper.ToString(), theme.Ink.ToString(), theme.InkSoft.ToString(), theme.Brick.ToString(), theme.BrickBright.ToString(), theme.HasRing ? "ring" : null,
        card.Language.Tag, card.Network, card.Eyebrow, card.Title, card.Marks?.Open, card.Marks?.Close, card.Speaker)}.png";

    /// <summary>Renderers of one theme, as many as have ever drawn at a time: making one reads the typeface.</summary>
    private sealed class Easels
    {
        private readonly Func<Theme, CardRenderer> _make;
        private readonly ConcurrentBag<CardRenderer> _free;

        // The first is made at once, to know that there can be any.
        public Easels(Theme theme, Func<Theme, CardRenderer> make) => (Theme, _make, _free) = (theme, make, [make(theme)]);

        public Theme Theme { get; }

        public byte[] Draw(Card card)
        {
            var renderer = _free.TryTake(out var free) ? free : _make(Theme);
            var png = renderer.Draw(card);
            _free.Add(renderer);
            return png;
        }
    }
}
