using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>A language's quotation marks.</summary>
public sealed record QuotationMarks
{
    /// <summary>Before quoted words.</summary>
    public required string Open { get; init; }

    /// <summary>After quoted words.</summary>
    public required string Close { get; init; }

    /// <summary>Before words quoted within a quotation.</summary>
    public required string InnerOpen { get; init; }

    /// <summary>After words quoted within a quotation.</summary>
    public required string InnerClose { get; init; }

    /// <summary>The apostrophe.</summary>
    public required string Apostrophe { get; init; }
}

/// <summary>
/// Sets a text as a printer would: straight quotation marks become those of the language, by where they stand and how
/// deep; a straight single mark inside a word becomes the apostrophe; a hyphen with a space on both sides becomes a dash.
/// A passage in another language gets the marks of that language where they are known.
/// </summary>
public sealed class Typographer
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"'-");

    private readonly UiStringsCatalogue _catalogue;

    /// <summary>Makes a typographer that knows the marks of the languages in <paramref name="catalogue"/>.</summary>
    public Typographer(UiStringsCatalogue catalogue) => _catalogue = catalogue;

    /// <summary>Sets a text with its markup.</summary>
    /// <param name="inlines">The text.</param>
    /// <param name="language">The language it is in.</param>
    /// <param name="withinQuotation">Whether the page itself sets quotation marks around it.</param>
    public ImmutableArray<Inline> Set(ImmutableArray<Inline> inlines, Language language, bool withinQuotation = false) =>
        HasMarks(inlines) ? new Pass(this, MarksOf(language, null), withinQuotation ? 1 : 0, Inline.PlainText(inlines)).Set(inlines) : inlines;

    /// <summary>Sets a text and returns its words alone.</summary>
    public string Plain(RichText text, Language language, bool withinQuotation = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Inline.PlainText(Set(text.Inlines, language, withinQuotation));
    }

    /// <summary>The words of a text in the language a reader of <paramref name="language"/> gets.</summary>
    public string Plain(LocalizedText text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var version = text.For(language);
        return Plain(version.Value, version.Language);
    }

    /// <summary>As for a short text; blocks are separated by a line break, embedded items are left out.</summary>
    public string Plain(LocalizedProse prose, Language language)
    {
        ArgumentNullException.ThrowIfNull(prose);
        var version = prose.For(language);
        return string.Join('\n', version.Value.Texts().Select(text => Inline.PlainText(Set(text, version.Language))));
    }

    /// <summary>The marks of <paramref name="language"/>; where they are unknown, those of the text around it or of the first language known.</summary>
    public QuotationMarks MarksOf(Language language, QuotationMarks? around = null) =>
        _catalogue.TryGet(language)?.QuotationMarks ?? around ?? _catalogue[_catalogue.Languages.First()].QuotationMarks;

    // Most texts have nothing to set, and are then passed on as they are.
    private static bool HasMarks(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            var has = inline switch
            {
                TextRun run => HasMarks(run.Letters.Span),
                Emphasis emphasis => HasMarks(emphasis.Inlines),
                Strong strong => HasMarks(strong.Inlines),
                WebLink link => HasMarks(link.Inlines),
                ReferenceLink link => HasMarks(link.Inlines),
                ForeignPassage foreign => HasMarks(foreign.Inlines),
                _ => false,
            };
            if (has)
            {
                return true;
            }
        }
        return false;
    }

    // Beyond the ends of a run may stand anything: a hyphen there may have its spaces.
    private static bool HasMarks(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Marks); at >= 0; at = Next(text, at))
        {
            if (text[at] != '-' || ((at == 0 || text[at - 1] == ' ') && (at + 1 == text.Length || text[at + 1] == ' ')))
            {
                return true;
            }
        }
        return false;

        static int Next(ReadOnlySpan<char> text, int at) => text[(at + 1)..].IndexOfAny(Marks) is >= 0 and var further ? at + 1 + further : -1;
    }

    /// <summary>One text on its way through: what stood before, how deep we are, and what is still to come.</summary>
    private sealed class Pass(Typographer typographer, QuotationMarks marks, int depth, string whole)
    {
        private readonly Stack<bool> _open = new();
        private int _at;
        private char _before = ' ';

        public ImmutableArray<Inline> Set(ImmutableArray<Inline> inlines)
        {
            var set = ImmutableArray.CreateBuilder<Inline>(inlines.Length);
            foreach (var inline in inlines)
            {
                set.Add(inline switch
                {
                    TextRun run => new TextRun(Set(run.Letters.Span)),
                    LineBreak => Break(inline),
                    Emphasis emphasis => new Emphasis(Set(emphasis.Inlines)),
                    Strong strong => new Strong(Set(strong.Inlines)),
                    WebLink link => new WebLink(link.Address, Set(link.Inlines)),
                    ReferenceLink link => new ReferenceLink(link.Target, Set(link.Inlines)),
                    ForeignPassage foreign => new ForeignPassage(foreign.Language, SetForeign(foreign)),
                    _ => inline,
                });
            }
            return set.ToImmutable();
        }

        private ImmutableArray<Inline> SetForeign(ForeignPassage foreign)
        {
            var words = Inline.PlainText(foreign.Inlines);
            var inner = new Pass(typographer, typographer.MarksOf(foreign.Language, marks), depth + _open.Count(o => o), words);
            var set = inner.Set(foreign.Inlines);
            Passed(words);
            return set;
        }

        private Inline Break(Inline inline)
        {
            (_before, _at) = (' ', _at + 1);
            return inline;
        }

        private string Set(ReadOnlySpan<char> rest)
        {
            var set = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
            for (var at = rest.IndexOfAny(Marks); at >= 0; at = rest.IndexOfAny(Marks))
            {
                set.AppendFormatted(Passed(rest[..at]));
                var after = _at + 1 < whole.Length ? whole[_at + 1] : ' ';
                set.AppendLiteral(rest[at] switch
                {
                    '"' => Double(after),
                    '\'' => Single(after),
                    _ => _before is ' ' && after is ' ' && _at > 0 ? "–" : "-",
                });
                Passed(rest[at..(at + 1)]);
                rest = rest[(at + 1)..];
            }
            set.AppendFormatted(Passed(rest));
            return set.ToStringAndClear();
        }

        private ReadOnlySpan<char> Passed(ReadOnlySpan<char> words)
        {
            _at += words.Length;
            _before = words.IsEmpty ? _before : words[^1];
            return words;
        }

        private string Double(char after)
        {
            var opens = BeginsAWord(after);
            if (!opens && _open.Contains(true))
            {
                while (!_open.Pop())
                {
                }
            }
            var inner = (depth + _open.Count(o => o)) % 2 == 1;
            if (opens)
            {
                _open.Push(true);
            }
            return (opens, inner) switch
            {
                (true, false) => marks.Open,
                (true, true) => marks.InnerOpen,
                (false, false) => marks.Close,
                (false, true) => marks.InnerClose,
            };
        }

        private string Single(char after)
        {
            if (BeginsAWord(after) && whole.IndexOf('\'', _at + 1) > 0)
            {
                _open.Push(false);
                return marks.InnerOpen;
            }
            if (_open.TryPeek(out var isDouble) && !isDouble && !char.IsLetterOrDigit(after))
            {
                _open.Pop();
                return marks.InnerClose;
            }
            return marks.Apostrophe;
        }

        private bool BeginsAWord(char after) =>
            !char.IsWhiteSpace(after) && (char.IsWhiteSpace(_before) || _before is '(' or '[' or '-' or '–' or '—' or '/' or '"' or '\'');
    }
}
