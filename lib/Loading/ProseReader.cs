using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownBlock = Markdig.Syntax.Block;
using MarkdownInline = Markdig.Syntax.Inlines.Inline;
using MarkdownListBlock = Markdig.Syntax.ListBlock;

namespace Ledelsesdag.Content.Loading;

/// <summary>
/// Turns Markdown into <see cref="Prose"/>. Markdig parses plain CommonMark, no extension; this reader keeps the few
/// constructs a day needs and makes a fault of every other, so that nothing an author wrote is dropped in silence.
/// </summary>
internal sealed class ProseReader
{
    // HTML is parsed so that it can be refused with its place; nothing here ever renders it.
    private static readonly MarkdownPipeline Documents = Pipeline(inlineOnly: false);
    private static readonly MarkdownPipeline ShortTexts = Pipeline(inlineOnly: true);

    // Without one of these a short text is its own words and Markdig need not be asked: a ! means something before a [ only, a > behind a <.
    private static readonly SearchValues<char> Markup = SearchValues.Create("*_[]<&\\`~\r\n");

    private static readonly TextRun Space = new(" ");

    private static readonly SearchValues<char> Brackets = SearchValues.Create("[(<");
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_[");

    // One for each thread, whose lists are long enough once it has read a text or two.
    [ThreadStatic]
    private static ProseReader? _idle;

    private readonly List<ProseFault> _faults = [];
    private readonly List<(Reference, int)> _references = [];
    private readonly List<Reference> _shown = [];

    // What is read of an inner part stands behind what was read of the part around it, as on a stack.
    private readonly List<Block> _blocks = [];
    private readonly List<Inline> _inlines = [];
    private readonly StringBuilder _words = new();

    // Each anchor there is, and the number of the last heading that wanted it.
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);
    private string _markdown = "";
    private MarkdownPipeline _pipeline = Documents;
    private bool _sectionOpen;

    // How many containers of words are open: emphasis, links and the paragraph they are in.
    private int _depth;

    private ProseReader()
    {
    }

    /// <summary>Reads a whole text. Line breaks must be LF.</summary>
    public static Prose Read(string markdown)
    {
        var reader = Take(markdown, Documents);
        var blocks = reader.Parse() is { } document ? reader.Blocks(document) : [];
        var prose = new Prose(markdown, blocks, [.. reader._faults], [.. reader._references], [.. reader._shown]);
        reader.PutBack();
        return prose;
    }

    /// <summary>Whether a short text can be anything but its own words.</summary>
    public static bool HasMarkup(string markdown) => markdown.AsSpan().ContainsAny(Markup);

    /// <summary>Reads a short text: one paragraph, in which <c>1.</c> or <c>#</c> at the beginning is just text.</summary>
    public static ShortText ReadInline(string markdown)
    {
        if (!HasMarkup(markdown))
        {
            var words = markdown.Trim();
            return new(words.Length == 0 ? [] : [new TextRun(words)], [], []);
        }
        if (markdown.Length > ContentLimits.TextLength)
        {
            // Too long is a fault of its own, and hostile Markdown of that length is never read to its end.
            return new([], [], []);
        }
        var reader = Take(markdown, ShortTexts);
        var blocks = reader.Parse() is { } document ? reader.Blocks(document) : [];
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is Embed)
            {
                reader.Refuse(blocks[i].Span.Start, "an item shown inside a short text", "words", "show the item in a topic's Markdown file and refer to it here");
            }
            else if (i > 0)
            {
                reader.Refuse(blocks[i].Span.Start, "a second paragraph in a short text", "one paragraph", "join the two, or move the text to a Markdown file");
            }
        }
        var text = new ShortText(blocks is [Paragraph paragraph] ? paragraph.Inlines : [], [.. reader._faults], [.. reader._references]);
        reader.PutBack();
        return text;
    }

    private static ProseReader Take(string markdown, MarkdownPipeline pipeline)
    {
        var reader = _idle ?? new();
        _idle = null;
        (reader._markdown, reader._pipeline) = (markdown, pipeline);
        return reader;
    }

    private void PutBack()
    {
        // The lists that a text of any length made are not kept.
        if (_markdown.Length <= ContentLimits.TextLength)
        {
            _faults.Clear();
            _references.Clear();
            _shown.Clear();
            _anchors.Clear();
            (_markdown, _sectionOpen) = ("", false);
            _idle = this;
        }
    }

    /// <summary>
    /// Has what reads texts compiled. That takes longer than reading all texts of a day, and can be done while another processor
    /// reads the first data.
    /// </summary>
    public static void Prepare() => Read("## *A* [b](topic:c)\n\n- d\n");

    private static MarkdownPipeline Pipeline(bool inlineOnly)
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        if (inlineOnly)
        {
            builder.BlockParsers.Clear();
            builder.BlockParsers.Add(new ParagraphBlockParser { ParseSetextHeadings = false });
        }
        return builder.Build();
    }

    private MarkdownDocument? Parse()
    {
        if (UnclosedTooDeep(_markdown) is { } place)
        {
            RefuseDepth(place);
            return null;
        }
        if (TooManyMarks(_markdown, lists: _pipeline == Documents) is { } last)
        {
            _faults.Add(new(DiagnosticCode.TooDeepMarkdown, last, $"more than {ContentLimits.MarkdownMarks} of * _ [ in one paragraph", "fewer",
                "divide the paragraph by blank lines; to show a * itself, write \\*"));
            return null;
        }
        try
        {
            return Markdown.Parse(_markdown, _pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's one way of saying that its nesting limit was passed; it does not say where.
            RefuseDepth(0);
            return null;
        }
    }

    /// <summary>
    /// Where a paragraph has more brackets open than nesting may be deep; null when none has. For each bracket that is
    /// never closed Markdig searches the rest of the paragraph, so that a few thousand of them keep it busy for minutes.
    /// </summary>
    private static int? UnclosedTooDeep(string markdown)
    {
        // A text that has fewer brackets in all has no such paragraph.
        if (markdown.AsSpan().CountAny(Brackets) <= ContentLimits.MarkdownDepth)
        {
            return null;
        }
        // Each kind for itself: a ) closes no [. What a <! or <? opens no > need close.
        var (square, round, angle, special, lineIsBlank) = (0, 0, 0, 0, true);
        for (var i = 0; i < markdown.Length; i++)
        {
            switch (markdown[i])
            {
                case '\n':
                    (square, round, angle, special) = lineIsBlank ? (0, 0, 0, 0) : (square, round, angle, special);
                    lineIsBlank = true;
                    continue;
                case ' ' or '\t':
                    continue;
                case '[':
                    square++;
                    break;
                case '(':
                    round++;
                    break;
                case '<' when i + 1 < markdown.Length && markdown[i + 1] is '!' or '?':
                    special++;
                    break;
                case '<':
                    angle++;
                    break;
                case ']':
                    square = Math.Max(0, square - 1);
                    break;
                case ')':
                    round = Math.Max(0, round - 1);
                    break;
                case '>':
                    angle = Math.Max(0, angle - 1);
                    break;
            }
            lineIsBlank = false;
            if (square + round + angle + special > ContentLimits.MarkdownDepth)
            {
                return i;
            }
        }
        return null;
    }

    /// <summary>
    /// Where a paragraph has too many marks of emphasis and links; null when none has. Markdig compares each with those
    /// before it, so that ten thousand in a paragraph take a second, and published data may hold thousands of such paragraphs.
    /// </summary>
    private static int? TooManyMarks(string markdown, bool lists)
    {
        if (markdown.AsSpan().CountAny(Marks) <= ContentLimits.MarkdownMarks)
        {
            return null;
        }
        var (marks, lineIsBlank, lineStart) = (0, true, 0);
        for (var i = 0; i < markdown.Length; i++)
        {
            switch (markdown[i])
            {
                case '\n':
                    marks = lineIsBlank ? 0 : marks;
                    (lineIsBlank, lineStart) = (true, i + 1);
                    continue;
                case ' ' or '\t':
                    continue;
                case '-' when lists && lineIsBlank && IsMargin(markdown.AsSpan(lineStart, i - lineStart)) && i + 1 < markdown.Length && markdown[i + 1] == ' ':
                    // A list's next item is a paragraph of its own.
                    marks = 0;
                    break;
                case '\\':
                    i++;
                    break;
                case '*' or '_' or '[':
                    marks++;
                    break;
            }
            lineIsBlank = false;
            if (marks > ContentLimits.MarkdownMarks)
            {
                return i;
            }
        }
        return null;
    }

    // What is indented further goes on with the paragraph before it, whatever it begins with.
    private static bool IsMargin(ReadOnlySpan<char> indentation) => indentation.Length < 4 && !indentation.Contains('\t');

    private ImmutableArray<Block> Blocks(ContainerBlock container)
    {
        var first = _blocks.Count;
        foreach (var block in container)
        {
            if (Read(block) is { } read)
            {
                _blocks.Add(read);
            }
        }
        return TakeFrom(_blocks, first);
    }

    private ImmutableArray<ListItem> Items(MarkdownListBlock list)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>(list.Count);
        foreach (var item in list)
        {
            items.Add(new(Blocks((ListItemBlock)item)));
        }
        return items.MoveToImmutable();
    }

    private Block? Read(MarkdownBlock block)
    {
        var span = new TextSpan(block.Span.Start, block.Span.Length);
        switch (block)
        {
            case ParagraphBlock { Inline: { } inline }:
                if (inline.FirstChild is LinkInline { IsImage: true } image && image == inline.LastChild)
                {
                    return ReadEmbed(image, span);
                }
                foreach (var (offset, found, expected, remedy) in MarkdownLookAlikes.In(_markdown, span, blocks: _pipeline == Documents))
                {
                    Refuse(offset, found, expected, remedy);
                }
                var inlines = Inlines(inline);
                return inlines.IsEmpty ? null : new Paragraph(inlines, span);
            case HeadingBlock { Level: 2 or 3, Inline: { } inline } heading:
                var words = Inlines(inline);
                if (Inline.AreBlank(words))
                {
                    Refuse(span.Start, "a heading without words", "words after the ##", "write the heading, or take the ## away");
                    return null;
                }
                if (heading.Level == 3 && !_sectionOpen)
                {
                    Refuse(span.Start, "a heading of level 3 (###) with none of level 2 before it", "level 2 (##) first", "take one # away");
                }
                _sectionOpen = true;
                return new Heading(heading.Level, UniqueAnchor(Inline.PlainText(words)), words, span);
            case HeadingBlock heading:
                Refuse(span.Start, $"a heading of level {heading.Level}", "level 2 (##) or 3 (###)", "the page's title is its only level 1; begin with ##");
                return null;
            case MarkdownListBlock list:
                return new ListBlock(list.IsOrdered, Items(list), span);
            case LinkReferenceDefinitionGroup definitions:
                foreach (var definition in definitions)
                {
                    Refuse(definition.Span.Start, "the address of a link apart from its words", "the two together, [words](https://…)",
                        "write the address where the words are; to show a [ itself, write \\[");
                }
                return null;
            case HtmlBlock:
                RefuseHtml(span.Start);
                return null;
            case QuoteBlock:
                Refuse(span.Start, "a block quotation", "an embedded quote", "put the words in quotes.json, where they get a speaker, and show them with ![](quote:id)");
                return null;
            case CodeBlock:
                Refuse(span.Start, "a block of code", "prose", "take away the indentation or the fence");
                return null;
            case ThematicBreakBlock:
                Refuse(span.Start, "a rule across the page", "prose", "begin a new part with a heading");
                return null;
            default:
                Refuse(span.Start, "a kind of block the site does not show", "paragraphs, headings and lists", "write it as one of these");
                return null;
        }
    }

    private Embed? ReadEmbed(LinkInline image, TextSpan span)
    {
        if (!Reference.TryParse(image.Url, out var target))
        {
            if (LooksLikePicture(image.Url))
            {
                Refuse(span.Start, "a picture", "an item of the content, ![](kind:id)", "pages show no pictures of yours; say in words what it shows");
                return null;
            }
            RefuseReference(span.Start, image.Url);
            return null;
        }
        if (!target.CanBeEmbedded)
        {
            _faults.Add(new(DiagnosticCode.NotEmbeddable, span.Start, $"\"{target}\" cannot be shown inside a text",
                "a quote, questions, table, codex, assumptions, paths, coat-rack, resources or source", $"link to it instead: [words]({target})"));
            return null;
        }
        if (image.FirstChild is not null || image.Title is { Length: > 0 })
        {
            Refuse(span.Start, "words beside an item to be shown", $"![]({target})", "take the words away; the item brings its own");
            return null;
        }
        _references.Add((target, span.Start));
        _shown.Add(target);
        return new(target, span);
    }

    private ImmutableArray<Inline> Inlines(ContainerInline container)
    {
        // The paragraph itself is none of the levels. Markdig's own limit counts blocks alone.
        if (_depth > ContentLimits.MarkdownDepth)
        {
            RefuseDepth(container.Span.Start);
            return [];
        }
        _depth++;
        var (first, run) = (_inlines.Count, new Run(_words));
        foreach (var inline in container)
        {
            if (inline is LiteralInline literal)
            {
                AddWords(literal.Content, inline, ref run);
            }
            else if (Read(inline) is var read && read is TextRun { Text: var words })
            {
                AddWords(new(words), inline, ref run);
            }
            else if (read is not null)
            {
                EndRun(ref run);
                _inlines.Add(read);
            }
        }
        EndRun(ref run);
        _depth--;
        return TakeFrom(_inlines, first);
    }

    private void AddWords(StringSlice next, MarkdownInline from, ref Run run)
    {
        var words = next.AsSpan();
        // Who writes \]\( wants the two characters.
        if (words.Contains("](", StringComparison.Ordinal)
            || (words is ['(', ..] && run.Ends(']') && from is not LiteralInline { IsFirstCharacterEscaped: true }))
        {
            Refuse(from.Span.Start, "the beginnings of a link", "[words](address)", "take the spaces out of the address, and close it with )");
        }
        if (words.Contains("**", StringComparison.Ordinal))
        {
            Refuse(from.Span.Start, "a ** that has no other", "**words**", "put one right before the first word and one right behind the last; to show a star itself, write \\*");
        }
        run.Add(next);
    }

    private void EndRun(ref Run run)
    {
        if (run.Take() is { IsEmpty: false } letters)
        {
            _inlines.Add(new TextRun(letters));
        }
    }

    /// <summary>
    /// Words that belong together: Markdig cuts them at every mark that might mean something. Mostly they lie side by side in the text,
    /// of which the run is then a part; only where a mark between them fell away do they need a string of their own.
    /// </summary>
    /// <param name="joined">What is put together so, behind what is put together for the parts around this one.</param>
    private struct Run(StringBuilder joined)
    {
        private readonly int _first = joined.Length;
        private StringSlice _part = StringSlice.Empty;

        public readonly bool Ends(char letter) =>
            _part.Length > 0 ? _part.Text[_part.End] == letter : joined.Length > _first && joined[^1] == letter;

        public void Add(StringSlice next)
        {
            if (_part.Length == 0 && joined.Length == _first)
            {
                _part = next;
            }
            else if (_part.Length > 0 && ReferenceEquals(_part.Text, next.Text) && _part.End + 1 == next.Start)
            {
                _part.End = next.End;
            }
            else
            {
                joined.Append(_part.AsSpan()).Append(next.AsSpan());
                _part = StringSlice.Empty;
            }
        }

        /// <summary>The words so far; the run is empty then.</summary>
        public ReadOnlyMemory<char> Take()
        {
            var words = _part.Length > 0 ? _part.Text.AsMemory(_part.Start, _part.Length) : joined.ToString(_first, joined.Length - _first).AsMemory();
            joined.Length = _first;
            _part = StringSlice.Empty;
            return words;
        }
    }

    private static ImmutableArray<T> TakeFrom<T>(List<T> list, int first)
    {
        ImmutableArray<T> taken = [.. CollectionsMarshal.AsSpan(list)[first..]];
        list.RemoveRange(first, list.Count - first);
        return taken;
    }

    private Inline? Read(MarkdownInline inline)
    {
        switch (inline)
        {
            case LineBreakInline { IsHard: true }:
                return new LineBreak();
            case LineBreakInline:
                return Space;
            case HtmlEntityInline entity:
                return new TextRun(entity.Transcoded.ToString());
            case EmphasisInline { DelimiterCount: 1 } emphasis:
                return new Emphasis(Inlines(emphasis));
            case EmphasisInline strong:
                return new Strong(Inlines(strong));
            case LinkInline { IsImage: true }:
                Refuse(inline.Span.Start, "a picture or an item in the middle of a paragraph", "![](kind:id) on a line of its own", "put a blank line before and after it");
                return null;
            case LinkInline link:
                if (link.Title is { Length: > 0 })
                {
                    Refuse(inline.Span.Start, "a link with a title, which few readers ever see", "[words](address)", "move the title into the text");
                    return null;
                }
                var words = Inlines(link);
                if (Inline.AreBlank(words))
                {
                    Refuse(inline.Span.Start, "a link without words", "[words](address)", "write between [ and ] what the link leads to");
                    return null;
                }
                return Link(link.Url, inline.Span.Start, words);
            case AutolinkInline auto:
                return Link(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, inline.Span.Start, [new TextRun(auto.Url)]);
            case HtmlInline:
                RefuseHtml(inline.Span.Start);
                return null;
            case CodeInline:
                Refuse(inline.Span.Start, "words set as code", "plain words", "take away the backquotes");
                return null;
            case ContainerInline container:
                // What a delimiter opened and nothing closed: its words are just words.
                var inner = Inlines(container);
                return inner is [var only] ? only : inner.IsEmpty ? null : new TextRun(Inline.PlainText(inner));
            default:
                Refuse(inline.Span.Start, "Markdown that the site does not show", "words, emphasis and links", "write it as one of these");
                return null;
        }
    }

    private Inline? Link(string? address, int offset, ImmutableArray<Inline> words)
    {
        if (address is ['l', 'a', 'n', 'g', ':', .. var tag])
        {
            if (Language.TryParse(tag, out var language))
            {
                return new ForeignPassage(language, words);
            }
            _faults.Add(new(DiagnosticCode.MalformedValue, offset, $"\"{Printable.Text(tag)}\" as the language of a passage",
                "a tag such as en or nb", "write [words](lang:en)"));
            return null;
        }
        if (Reference.TryParse(address, out var target))
        {
            _references.Add((target, offset));
            return new ReferenceLink(target, words);
        }
        if (WebAddress.IsAllowed(address, out var uri))
        {
            return new WebLink(uri, words);
        }
        if (LooksLikeReference(address))
        {
            RefuseReference(offset, address);
        }
        else
        {
            _faults.Add(new(DiagnosticCode.ForbiddenLink, offset, $"a link to \"{Printable.Text(address)}\"",
                "https://…, mailto:… or kind:id", "write the whole address with https, or name a content item"));
        }
        return null;
    }

    // A file's name or a whole address. What has a colon alone was to be an item, of a kind that is misspelt.
    private static bool LooksLikePicture(string? address) => address is null || !address.Contains(':', StringComparison.Ordinal) || address.Contains("//", StringComparison.Ordinal);

    private static bool LooksLikeReference(string? address) =>
        address is not null && address.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && Reference.KindNames.Contains(address[..colon]);

    private string UniqueAnchor(string heading)
    {
        var stem = Anchor.From(heading);
        // Goes on where the last heading of these words ended: ten thousand of them would else be compared with each other.
        var n = _anchors.GetValueOrDefault(stem, 1);
        var anchor = stem;
        while (!_anchors.TryAdd(anchor, 1))
        {
            n++;
            anchor = $"{stem}-{n}";
        }
        _anchors[stem] = n;
        return anchor;
    }

    private void RefuseDepth(int offset) =>
        _faults.Add(new(DiagnosticCode.TooDeepMarkdown, offset, "Markdown nested too deeply", $"at most {ContentLimits.MarkdownDepth} levels",
            "take lists and emphasis out of each other, and close every bracket"));

    private void Refuse(int offset, string found, string expected, string remedy) =>
        _faults.Add(new(DiagnosticCode.UnsupportedMarkdown, offset, found, expected, remedy));

    private void RefuseHtml(int offset) =>
        _faults.Add(new(DiagnosticCode.RawHtml, offset, "HTML", "Markdown",
            "write it without tags; to show a < itself, write \\<"));

    private void RefuseReference(int offset, string? address) =>
        _faults.Add(new(DiagnosticCode.MalformedValue, offset, $"\"{Printable.Text(address)}\" as a reference",
            "kind:id", $"the kinds are {string.Join(", ", Reference.KindNames.ToArray())}; an id is {Id.Grammar}"));
}
