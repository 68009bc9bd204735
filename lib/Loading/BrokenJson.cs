using System.Text;
using System.Text.Json;

namespace Ledelsesdag.Content.Loading;

/// <summary>Why JSON breaks off at a place, in an author's words: the few mistakes that people make who are no programmers.</summary>
internal static class BrokenJson
{
    // Those of word processors, and the straight one that other programs allow.
    private const string OtherQuotationMarks = "“”„‟«»‘’‚'`´";

    private static readonly (string Found, string Expected, string Remedy) Anything =
        ("JSON that breaks off here", "a comma, a bracket, a quotation mark or a value in its place", "look at this place and the line before it");

    /// <summary>The byte that a reader refused; the length where the file ended too early.</summary>
    public static int OffsetOf(JsonException fault, ReadOnlySpan<byte> json)
    {
        // The framework counts lines from zero and columns in bytes.
        var offset = 0;
        for (var line = fault.LineNumber ?? 0; line > 0; line--)
        {
            offset += json[offset..].IndexOf((byte)'\n') + 1;
        }
        return Math.Min(offset + (int)(fault.BytePositionInLine ?? 0), json.Length);
    }

    /// <summary>What is wrong at the byte that a reader refused.</summary>
    /// <param name="json">The whole file.</param>
    /// <param name="offset">What <see cref="OffsetOf"/> gives.</param>
    public static (string Found, string Expected, string Remedy) Explain(ReadOnlySpan<byte> json, int offset)
    {
        var rest = json[offset..];
        var before = json[..offset].TrimEnd(" \t\r\n"u8);
        if (rest.Trim(" \t\r\n"u8).IsEmpty)
        {
            return ("a file that ends too early", "a } or ] for every { and [, and a \" for every \"", "close what is still open");
        }
        Rune.DecodeFromUtf8(rest, out var here, out _);
        if (here.Value is '\n' or '\r')
        {
            return ("a line break inside of a text", "each text on one line, in quotation marks", "write on without the break, however long the line gets, or close the text with a \"");
        }
        if (here.Value is '\t')
        {
            return ("a tab inside of a text", "a text of words and spaces", "write a space");
        }
        if (here.IsBmp && OtherQuotationMarks.Contains((char)here.Value, StringComparison.Ordinal))
        {
            return ($"the quotation mark {here}", "the straight one, \"", "write \" around names and texts; word processors make others of it");
        }
        if (here.Value is '/' or '#')
        {
            return ("a comment, or a word that is in no quotation marks", "content", "write what others should know into a field \"$comment\"");
        }
        if (here.Value is '}' or ']' && before is [.., (byte)','])
        {
            return ("a comma behind the last item", $"the {here} at once", "take the comma away");
        }
        if (here.Value is '}' or ']')
        {
            return ($"a {here} that closes nothing that is open", "one for every { or [ before it, in the order in which they were opened", "take it away, or correct the one that it should close");
        }
        if (here.Value is ',' && before is [.., (byte)','])
        {
            return ("two commas", "one", "take one of them away, or write what belongs between them");
        }
        if (Rune.IsLetter(here) && before is [.., (byte)'{' or (byte)'[' or (byte)',' or (byte)':'])
        {
            return ("a word in no quotation marks", "\" before and behind names and texts", "put it in quotation marks; only numbers, true and false have none");
        }
        if (before is not [.., (byte)'"' or (byte)'}' or (byte)']' or (>= (byte)'0' and <= (byte)'9') or (byte)'e' or (byte)'l'])
        {
            return Anything;
        }
        if (here.Value is '"' or '{' or '[' && before.Length < offset)
        {
            return ("two things with nothing between them", "a comma", "write a comma where the first of them ends");
        }
        return Rune.IsLetterOrDigit(here) && before is [.., (byte)'"']
            ? ("words behind the quotation mark that ends a text", "a comma, or the end of the list", "write \\\" for a quotation mark among the words, or a comma if the text ends here")
            : Anything;
    }
}
