using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledelsesdag.Site.Import;

/// <summary>What tells a line of a programme, a quote or a numbered step from other words, in Danish and English.</summary>
internal static partial class Patterns
{
    [GeneratedRegex(@"^(?:kl\.?\s*)?(?<h1>[0-9]{1,2})[.:](?<m1>[0-9]{2})\s*(?:-|–|—|til|to)\s*(?:kl\.?\s*)?(?<h2>[0-9]{1,2})[.:](?<m2>[0-9]{2})(?![0-9])(?:\s*[:–—-])?\s*(?<rest>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex TimedLine();

    // Not the day of a date, 10.12.2014, and not the amount of something, 10.50kr.
    [GeneratedRegex(@"^(?:(?:kl\.?\s*)?(?<h1>[0-9]{1,2})[.:](?<m1>[0-9]{2})|kl\.?\s*(?<h1>[0-9]{1,2}))(?=$|\s|[:–—-](?:\s|$))\s*(?:[:–—-](?=\s|$))?\s*(?<rest>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex StartedLine();

    [GeneratedRegex(@"^""(?<words>.+)""(?<stop>\.?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex QuotedLine();

    [GeneratedRegex(@"^(?<quoted>"".+""\.?)\s*(?:[-–—―]\s*(?<who>[^""]+)|\((?<who>[^()""]+)\))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex AttributedLine();

    [GeneratedRegex(@"^[-–—―]\s*(?<who>[^""]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AttributionLine();

    [GeneratedRegex(@"^(?<number>[0-9]{1,2})[.)]\s+(?<rest>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex NumberedLine();

    [GeneratedRegex(@"\b(?:program|programme|dagsorden|agenda|tidsplan|schedule)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProgrammeTitle();

    [GeneratedRegex(@"^(?:(?:fælles|let|sen|en|a|shared|light|late)\s+)?(?:frokost(?:pause)?|middag|aftensmad|morgenmad|lunch|dinner|breakfast)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meal();

    [GeneratedRegex(@"^(?:(?:kort|lille|en|a|short)\s+)?(?:[a-zæøå]*pause|[a-zæøå]*kaffe|break|coffee|tea)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pause();

    /// <summary>One or two times at the beginning of a line, and the words after them.</summary>
    public static (TimeOnly Start, TimeOnly? End, string Words)? Timed(string text)
    {
        if (TimedLine().Match(text) is { Success: true } match)
        {
            return Time(match, "h1", "m1") is { } start && Time(match, "h2", "m2") is { } end && end > start ? (start, end, match.Groups["rest"].Value.Trim()) : null;
        }
        return StartedLine().Match(text) is { Success: true } started && Time(started, "h1", "m1") is { } time ? (time, null, started.Groups["rest"].Value.Trim()) : null;
    }

    /// <summary>Whether a time is one that programmes begin something at; other figures with a point between them seldom are.</summary>
    public static bool IsOfAProgramme(TimeOnly time) => time.Hour >= 6 && time.Minute % 5 == 0;

    /// <summary>The words of a paragraph that stands in quotation marks from its beginning to its end.</summary>
    public static string? Quoted(string text)
    {
        if (QuotedLine().Match(text) is not { Success: true } match)
        {
            return null;
        }
        var words = match.Groups["words"].Value;
        // "One" and "another" begin and end with a mark, too: the first mark within must open something.
        var inner = words.IndexOf('"', StringComparison.Ordinal);
        if ((inner >= 0 && (inner + 1 == words.Length || (inner > 0 && !char.IsWhiteSpace(words[inner - 1]) && words[inner - 1] != '('))) || words.Count(c => c == '"') % 2 == 1
            || ContentText.OneLine(words).Count(c => c == ' ') < 2)
        {
            return null;
        }
        return words.Trim() + (char.IsLetterOrDigit(words.TrimEnd()[^1]) ? match.Groups["stop"].Value : "");
    }

    /// <summary>Whose words something is, from a line that begins with a dash.</summary>
    public static string? Attribution(string text) =>
        AttributionLine().Match(text) is { Success: true } match && IsName(match.Groups["who"].Value) ? match.Groups["who"].Value.Trim() : null;

    /// <summary>A quote and whose it is, both in one paragraph.</summary>
    public static (string Words, string Who)? Attributed(string text) =>
        AttributedLine().Match(text) is { Success: true } match && IsName(match.Groups["who"].Value) && Quoted(match.Groups["quoted"].Value) is { } words
            ? (words, match.Groups["who"].Value.Trim())
            : null;

    /// <summary>A number typed at the beginning of a line.</summary>
    public static (int Number, string Words)? Numbered(string text) =>
        NumberedLine().Match(text) is { Success: true } match ? (int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match.Groups["rest"].Value) : null;

    public static bool IsQuestion(string text) => text.EndsWith('?');

    public static bool IsProgrammeTitle(string? title) => title is not null && ProgrammeTitle().IsMatch(title);

    public static string SessionKind(string title) => Meal().IsMatch(title) ? "meal" : Pause().IsMatch(title) ? "break" : "work";

    private static bool IsName(string who) => who.Length <= 200 && who.Any(char.IsUpper);

    private static TimeOnly? Time(Match match, string hour, string minute)
    {
        var (h, m) = (int.Parse(match.Groups[hour].Value, CultureInfo.InvariantCulture), match.Groups[minute] is { Success: true } written ? int.Parse(written.Value, CultureInfo.InvariantCulture) : 0);
        return h < 24 && m < 60 ? new TimeOnly(h, m) : null;
    }
}
