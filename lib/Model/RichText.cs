using System.Collections.Immutable;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>
/// One paragraph at most of an author's text with inline Markdown: <c>*emphasis*</c>, <c>**strong**</c>,
/// <c>[words](https://…)</c>, <c>[words](topic:id)</c> and <c>[words](lang:en)</c> for a passage in another language.
/// Quotation marks are written straight (<c>"</c>, <c>'</c>); whoever renders the text sets those of its language.
/// </summary>
public sealed class RichText
{
    // Most texts have none, and what rules ask of those needs nothing to be made.
    private readonly bool _hasMarkup;
    private ShortText? _parsed;

    /// <summary>Makes a text from its Markdown; faults in it are kept, not thrown.</summary>
    public RichText(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        Markdown = markdown;
        _hasMarkup = ProseReader.HasMarkup(markdown);
    }

    /// <summary>The text as the author wrote it.</summary>
    public string Markdown { get; }

    /// <summary>The text's parts in reading order. Never contains raw HTML.</summary>
    public ImmutableArray<Inline> Inlines => Parsed.Inlines;

    /// <summary>The words alone, without markup.</summary>
    public string Plain => _hasMarkup ? Inline.PlainText(Inlines) : Markdown.Trim();

    /// <summary><see cref="Inlines"/> of a text that has more than words; empty for one that has words alone.</summary>
    internal ImmutableArray<Inline> Markup => _hasMarkup ? Inlines : [];

    /// <summary>What is wrong with the Markdown, in reading order; offsets count UTF-16 units of <see cref="Markdown"/>.</summary>
    internal ImmutableArray<ProseFault> Faults => _hasMarkup ? Parsed.Faults : [];

    /// <summary>Every reference in the text and where its link begins, in UTF-16 units of <see cref="Markdown"/>.</summary>
    internal ImmutableArray<(Reference Target, int Offset)> References => _hasMarkup ? Parsed.References : [];

    // Two threads may both parse it, and either's parts will do.
    private ShortText Parsed => _parsed ??= ProseReader.ReadInline(Markdown);

    /// <summary>The words alone, without markup.</summary>
    public override string ToString() => Plain;
}

/// <summary>What a short text was read as.</summary>
/// <param name="Inlines">See <see cref="RichText.Inlines"/>.</param>
/// <param name="Faults">See <see cref="RichText.Faults"/>.</param>
/// <param name="References">See <see cref="RichText.References"/>.</param>
internal sealed record ShortText(ImmutableArray<Inline> Inlines, ImmutableArray<ProseFault> Faults, ImmutableArray<(Reference Target, int Offset)> References);
