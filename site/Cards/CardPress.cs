using System.Collections.Frozen;
using System.Collections.Immutable;
using Ledelsesdag.Site.Output;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// Draws the cards of a site, several at a time. It keeps those of the last site, so that a preview draws only what an edit
/// has changed. Safe for any number of threads.
/// </summary>
public sealed class CardPress
{
    private readonly Func<Theme, CardRenderer> _makeRenderer;
    private volatile Impression _last = new(null, FrozenDictionary<Card, OutputFile>.Empty);

    /// <summary>Makes a press that has drawn nothing yet.</summary>
    public CardPress()
        : this(theme => new CardRenderer(theme))
    {
    }

    internal CardPress(Func<Theme, CardRenderer> makeRenderer) => _makeRenderer = makeRenderer;

    /// <summary>Draws cards. The same cards and colours give the same files, whatever was drawn before.</summary>
    /// <param name="cards">The cards; one that comes again is drawn once.</param>
    /// <param name="theme">Their colours.</param>
    /// <param name="cancellation">Looked at between two cards.</param>
    /// <returns>The file of each card; cards that look the same have the same file.</returns>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    /// <exception cref="PlatformNotSupportedException">The drawing library does not run on this machine.</exception>
    public IReadOnlyDictionary<Card, OutputFile> Draw(IEnumerable<Card> cards, Theme theme, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cards);
        ArgumentNullException.ThrowIfNull(theme);
        var wanted = cards.Distinct().ToImmutableArray();
        var kept = _last.Theme == theme ? _last.Files : FrozenDictionary<Card, OutputFile>.Empty;
        ImmutableArray<Card> missing = [.. wanted.Where(card => !kept.ContainsKey(card))];
        var drawn = new OutputFile[missing.Length];
        if (!missing.IsEmpty)
        {
            TryTheLibrary(theme);
            Parallel.For(0, missing.Length,
                new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
                () => _makeRenderer(theme),
                (i, _, renderer) =>
                {
                    drawn[i] = FileOf(renderer.Draw(missing[i]));
                    return renderer;
                },
                renderer => renderer.Dispose());
        }
        var files = missing.Zip(drawn, KeyValuePair.Create)
            .Concat(wanted.Where(kept.ContainsKey).Select(card => KeyValuePair.Create(card, kept[card])))
            .ToFrozenDictionary();
        _last = new(theme, files);
        return files;
    }

    private static OutputFile FileOf(byte[] png) => new($"{SiteAssets.Folder}/cards/{ContentHash.Of(png)}.png", png);

    private void TryTheLibrary(Theme theme)
    {
        try
        {
            _makeRenderer(theme).Dispose();
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            throw new PlatformNotSupportedException(
                $"the drawing library of the cards does not run on this machine ({(e.InnerException ?? e).Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}); build on Linux, macOS or Windows, on x64 or arm64", e);
        }
    }

    private sealed record Impression(Theme? Theme, FrozenDictionary<Card, OutputFile> Files);
}
