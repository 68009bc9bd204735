using System.Buffers;

namespace Ledelsesdag.Site.Output;

/// <summary>
/// Goes through the start tags of an HTML text and their attributes, without building a tree and without copying.
/// Enough for our own well-formed pages; comments, declarations and the insides of scripts, styles, titles and text areas
/// are passed over as a browser would.
/// </summary>
internal ref struct HtmlScanner(ReadOnlySpan<char> html)
{
    private static readonly SearchValues<char> TagNameEnd = SearchValues.Create(" \t\n\r\f/>");
    private static readonly SearchValues<char> AttributeNameEnd = SearchValues.Create(" \t\n\r\f/>=");
    private static readonly SearchValues<char> BareValueEnd = SearchValues.Create(" \t\n\r\f>");

    private readonly ReadOnlySpan<char> _html = html;
    private int _at;
    private bool _inTag;

    /// <summary>The current tag's name as written.</summary>
    public ReadOnlySpan<char> Tag { get; private set; }

    /// <summary>The current attribute's name as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The current attribute's value, character references not yet resolved; empty when it has none.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Where the current attribute begins.</summary>
    public int Position { get; private set; }

    /// <summary>Goes to the next start tag; false at the end of the text.</summary>
    public bool NextTag()
    {
        while (_inTag)
        {
            NextAttribute();
        }
        while (_at < _html.Length && _html[_at..].IndexOf('<') is var less and >= 0)
        {
            _at += less;
            var rest = _html[_at..];
            if (rest.StartsWith("<!--"))
            {
                SkipPast("-->", 4);
            }
            else if (rest.Length > 1 && rest[1] is '!' or '?' or '/')
            {
                SkipPast(">", 2);
            }
            else if (rest.Length > 1 && char.IsAsciiLetter(rest[1]))
            {
                var end = rest.IndexOfAny(TagNameEnd);
                Tag = end < 0 ? rest[1..] : rest[1..end];
                _at += 1 + Tag.Length;
                _inTag = true;
                return true;
            }
            else
            {
                _at++;
            }
        }
        return false;
    }

    /// <summary>Goes to the current tag's next attribute; false when it has no more.</summary>
    public bool NextAttribute()
    {
        while (_at < _html.Length && (IsSpace(_html[_at]) || _html[_at] == '/'))
        {
            _at++;
        }
        if (_at >= _html.Length || _html[_at] == '>')
        {
            _at++;
            _inTag = false;
            SkipRawText();
            return false;
        }

        Position = _at;
        // A lone equals sign begins a name, as in a browser; that also keeps the scanner moving.
        var length = _html[(_at + 1)..].IndexOfAny(AttributeNameEnd);
        Name = length < 0 ? _html[_at..] : _html.Slice(_at, length + 1);
        _at += Name.Length;
        Value = default;
        var after = _at;
        while (after < _html.Length && IsSpace(_html[after]))
        {
            after++;
        }
        if (after >= _html.Length || _html[after] != '=')
        {
            return true;
        }
        _at = after + 1;
        while (_at < _html.Length && IsSpace(_html[_at]))
        {
            _at++;
        }
        if (_at < _html.Length && _html[_at] is '"' or '\'')
        {
            var close = _html[(_at + 1)..].IndexOf(_html[_at]);
            Value = close < 0 ? _html[(_at + 1)..] : _html.Slice(_at + 1, close);
            _at += Value.Length + 2;
        }
        else
        {
            var end = _html[_at..].IndexOfAny(BareValueEnd);
            Value = end < 0 ? _html[_at..] : _html.Slice(_at, end);
            _at += Value.Length;
        }
        return true;
    }

    private void SkipRawText()
    {
        foreach (var raw in (ReadOnlySpan<string>)["script", "style", "textarea", "title"])
        {
            if (Tag.Equals(raw, StringComparison.OrdinalIgnoreCase) && _at < _html.Length)
            {
                var end = _html[_at..].IndexOf($"</{raw}", StringComparison.OrdinalIgnoreCase);
                _at = end < 0 ? _html.Length : _at + end;
            }
        }
    }

    private void SkipPast(string end, int from)
    {
        var start = Math.Min(_at + from, _html.Length);
        var found = _html[start..].IndexOf(end, StringComparison.Ordinal);
        _at = found < 0 ? _html.Length : start + found + end.Length;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
