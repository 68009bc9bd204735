using System.Collections.Immutable;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>
/// A Markdown text as typed parts. Only what is named here exists: there is no raw HTML, no image, no code and no
/// unattributed block quotation, because an author who writes one is told so instead.
/// </summary>
public sealed class Prose
{
    internal Prose(string markdown, ImmutableArray<Block> blocks, ImmutableArray<ProseFault> faults, ImmutableArray<(Reference Target, int Offset)> references, ImmutableArray<Reference> shown)
    {
        Markdown = markdown;
        Blocks = blocks;
        Faults = faults;
        References = references;
        Shown = shown;
    }

    /// <summary>The text as the author wrote it; the line breaks of what was loaded are LF.</summary>
    public string Markdown { get; }

    /// <summary>The blocks in reading order.</summary>
    public ImmutableArray<Block> Blocks { get; }

    internal ImmutableArray<ProseFault> Faults { get; }

    /// <summary>Reads Markdown; what is wrong with it is found by loading, which knows where the text stands.</summary>
    public static Prose Parse(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return ProseReader.Read(markdown);
    }

    /// <summary>Every reference in the text, links and embeds alike, in reading order, and where it begins.</summary>
    internal ImmutableArray<(Reference Target, int Offset)> References { get; }

    /// <summary>Those of the embedded items.</summary>
    internal ImmutableArray<Reference> Shown { get; }

    /// <summary>Every embedded item in reading order.</summary>
    public IEnumerable<Reference> Embeds() => Shown;

    /// <summary>The text of each block that has one, in reading order; embedded items are left out.</summary>
    public IEnumerable<ImmutableArray<Inline>> Texts() => Block.Descend(Blocks).Select(block => block.OwnInlines).Where(inlines => !inlines.IsDefaultOrEmpty);

    /// <summary>The words alone; blocks are separated by a line break, embedded items are left out.</summary>
    public string Plain => string.Join('\n', Texts().Select(Inline.PlainText).Where(words => words.Length > 0));
}

/// <summary>One block of a prose text.</summary>
public abstract record Block
{
    private protected Block(TextSpan span) => Span = span;

    /// <summary>Where the block stands in its Markdown.</summary>
    internal TextSpan Span { get; }

    internal virtual ImmutableArray<Inline> OwnInlines => [];

    internal static IEnumerable<Block> Descend(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            yield return block;
            if (block is ListBlock list)
            {
                foreach (var inner in list.Items.SelectMany(item => Descend(item.Blocks)))
                {
                    yield return inner;
                }
            }
        }
    }
}

/// <summary>A paragraph.</summary>
public sealed record Paragraph : Block
{
    internal Paragraph(ImmutableArray<Inline> inlines, TextSpan span)
        : base(span) => Inlines = inlines;

    /// <summary>The paragraph's parts in reading order.</summary>
    public ImmutableArray<Inline> Inlines { get; }

    internal override ImmutableArray<Inline> OwnInlines => Inlines;
}

/// <summary>A heading within a text. The page's own title is level 1 and is never part of the text.</summary>
public sealed record Heading : Block
{
    internal Heading(int level, string anchor, ImmutableArray<Inline> inlines, TextSpan span)
        : base(span) => (Level, Anchor, Inlines) = (level, anchor, inlines);

    /// <summary>2 or 3.</summary>
    public int Level { get; }

    /// <summary>The fragment that leads here; unique within its text.</summary>
    public string Anchor { get; }

    /// <summary>The heading's parts in reading order.</summary>
    public ImmutableArray<Inline> Inlines { get; }

    internal override ImmutableArray<Inline> OwnInlines => Inlines;
}

/// <summary>A list of points.</summary>
public sealed record ListBlock : Block
{
    internal ListBlock(bool ordered, ImmutableArray<ListItem> items, TextSpan span)
        : base(span) => (Ordered, Items) = (ordered, items);

    /// <summary>Whether the points are numbered, from 1.</summary>
    public bool Ordered { get; }

    /// <summary>The points in order.</summary>
    public ImmutableArray<ListItem> Items { get; }
}

/// <summary>One point of a list.</summary>
/// <param name="Blocks">What the point says: paragraphs and inner lists.</param>
public sealed record ListItem(ImmutableArray<Block> Blocks);

/// <summary>A place where a content item is shown, written <c>![](quote:id)</c> on a line of its own.</summary>
public sealed record Embed : Block
{
    internal Embed(Reference target, TextSpan span)
        : base(span) => Target = target;

    /// <summary>The item shown.</summary>
    public Reference Target { get; }
}

/// <summary>A run of text within a paragraph, heading or short text.</summary>
public abstract record Inline
{
    private protected Inline()
    {
    }

    internal virtual ImmutableArray<Inline> Children => [];

    internal static IEnumerable<Inline> Descend(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            yield return inline;
            foreach (var inner in Descend(inline.Children))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The words of <paramref name="inlines"/> without markup; a line break counts as a space.</summary>
    public static string PlainText(ImmutableArray<Inline> inlines)
    {
        if (inlines is [TextRun only])
        {
            return only.Text;
        }
        return string.Create(LengthOf(inlines), inlines, static (words, inlines) => Write(inlines, words));
    }

    /// <summary>As <see cref="PlainText(ImmutableArray{Inline})"/>, written into a buffer where they do not lie side by side; it is made longer where need be.</summary>
    internal static ReadOnlySpan<char> PlainText(ImmutableArray<Inline> inlines, ref char[] buffer)
    {
        if (inlines is [TextRun only])
        {
            return only.Letters.Span;
        }
        var length = LengthOf(inlines);
        if (length > buffer.Length)
        {
            buffer = new char[2 * length];
        }
        Write(inlines, buffer);
        return buffer.AsSpan(0, length);
    }

    /// <summary>Whether there is nothing in them that can be seen.</summary>
    internal static bool AreBlank(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            if (!inline.OwnWords.IsWhiteSpace() || !AreBlank(inline.Children))
            {
                return false;
            }
        }
        return true;
    }

    private static int LengthOf(ImmutableArray<Inline> inlines)
    {
        var length = 0;
        foreach (var inline in inlines)
        {
            length += inline.OwnWords.Length + LengthOf(inline.Children);
        }
        return length;
    }

    private static Span<char> Write(ImmutableArray<Inline> inlines, Span<char> words)
    {
        foreach (var inline in inlines)
        {
            inline.OwnWords.CopyTo(words);
            words = Write(inline.Children, words[inline.OwnWords.Length..]);
        }
        return words;
    }

    private ReadOnlySpan<char> OwnWords => this switch
    {
        TextRun run => run.Letters.Span,
        LineBreak => " ",
        _ => "",
    };
}

/// <summary>Words.</summary>
public sealed record TextRun : Inline
{
    /// <summary>Makes a run of words.</summary>
    /// <param name="text">The words, not escaped.</param>
    public TextRun(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Letters = text.AsMemory();
    }

    internal TextRun(ReadOnlyMemory<char> letters) => Letters = letters;

    /// <summary>The words, not escaped, as they lie in the text around them: no string is made.</summary>
    public ReadOnlyMemory<char> Letters { get; }

    /// <summary>The words, not escaped. A string is made of them each time they are asked for, unless they were one.</summary>
    public string Text => Letters.ToString();

    /// <summary>Whether <paramref name="other"/> has the same words.</summary>
    public bool Equals(TextRun? other) => other is not null && Letters.Span.SequenceEqual(other.Letters.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Letters.Span);
}

/// <summary>A line break the author asked for.</summary>
public sealed record LineBreak : Inline;

/// <summary>Emphasised words, <c>*so*</c>.</summary>
/// <param name="Inlines">What is emphasised.</param>
public sealed record Emphasis(ImmutableArray<Inline> Inlines) : Inline
{
    internal override ImmutableArray<Inline> Children => Inlines;
}

/// <summary>Important words, <c>**so**</c>.</summary>
/// <param name="Inlines">What is important.</param>
public sealed record Strong(ImmutableArray<Inline> Inlines) : Inline
{
    internal override ImmutableArray<Inline> Children => Inlines;
}

/// <summary>A passage in another language than the text around it, <c>[so](lang:en)</c>.</summary>
/// <param name="Language">The passage's language.</param>
/// <param name="Inlines">The passage.</param>
public sealed record ForeignPassage(Language Language, ImmutableArray<Inline> Inlines) : Inline
{
    internal override ImmutableArray<Inline> Children => Inlines;
}

/// <summary>A link out of the site, <c>[so](https://…)</c>. The scheme is always https or mailto.</summary>
/// <param name="Address">Where it leads.</param>
/// <param name="Inlines">The words that are the link.</param>
public sealed record WebLink(Uri Address, ImmutableArray<Inline> Inlines) : Inline
{
    internal override ImmutableArray<Inline> Children => Inlines;
}

/// <summary>A link to a content item by its id, <c>[so](term:id)</c>.</summary>
/// <param name="Target">Where it leads.</param>
/// <param name="Inlines">The words that are the link.</param>
public sealed record ReferenceLink(Reference Target, ImmutableArray<Inline> Inlines) : Inline
{
    internal override ImmutableArray<Inline> Children => Inlines;
}
