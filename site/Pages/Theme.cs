using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledelsesdag.Site.Pages;

/// <summary>An opaque colour.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>As styles write it: <c>#faf6ee</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");
}

/// <summary>
/// The colours that a network's identity has outside its style sheets: on the cards of shared pages, in the frame of a
/// browser's window, on a telephone's home screen. They are the tokens of the same names.
/// </summary>
public sealed partial record Theme
{
    /// <summary>The asset that the colours are read from.</summary>
    public const string Source = "css/tokens.css";

    /// <summary>Whether the tool's own mark, the ring, stands for the network: true unless it has a logo.</summary>
    public bool HasRing { get; init; } = true;

    /// <summary><c>--paper</c>.</summary>
    public required Colour Paper { get; init; }

    /// <summary><c>--paper</c> of the dark theme; that of the light one where there is no other.</summary>
    public required Colour PaperInTheDark { get; init; }

    /// <summary><c>--ink</c>.</summary>
    public required Colour Ink { get; init; }

    /// <summary><c>--ink-soft</c>.</summary>
    public required Colour InkSoft { get; init; }

    /// <summary><c>--brick</c>.</summary>
    public required Colour Brick { get; init; }

    /// <summary><c>--brick-bright</c>.</summary>
    public required Colour BrickBright { get; init; }

    /// <summary>
    /// Reads the colours from a style sheet: those of <c>:root</c>, and those of <c>:root</c> in the medium
    /// <c>(prefers-color-scheme: dark)</c>. As in a browser, the last of several declarations counts.
    /// </summary>
    /// <param name="css">The style sheet.</param>
    /// <returns>The colours, or null and what is wrong with which line.</returns>
    public static (Theme? Theme, ImmutableArray<(int Line, string Message)> Faults) Read(string css)
    {
        ArgumentNullException.ThrowIfNull(css);
        var faults = ImmutableArray.CreateBuilder<(int Line, string Message)>();
        var light = new Dictionary<string, (int Line, string Value)>(StringComparer.Ordinal);
        var dark = new Dictionary<string, (int Line, string Value)>(StringComparer.Ordinal);
        foreach (var (context, name, value, line) in Declarations(css))
        {
            switch (context)
            {
                case ":root":
                    light[name] = (line, value);
                    break;
                case "@media(prefers-color-scheme:dark):root":
                    dark[name] = (line, value);
                    break;
            }
        }
        var theme = new Theme
        {
            Paper = Of(light, "--paper"),
            PaperInTheDark = Of(dark.ContainsKey("--paper") ? dark : light, "--paper"),
            Ink = Of(light, "--ink"),
            InkSoft = Of(light, "--ink-soft"),
            Brick = Of(light, "--brick"),
            BrickBright = Of(light, "--brick-bright"),
        };
        return faults.Count == 0 ? (theme, []) : (null, [.. faults.Distinct()]);

        Colour Of(Dictionary<string, (int Line, string Value)> tokens, string name)
        {
            if (!tokens.TryGetValue(name, out var token))
            {
                faults.Add((0, $"':root' has no colour '{name}', which the cards of shared pages and the browser's frame take; add it"));
                return default;
            }
            if (Parse(token.Value) is { } colour)
            {
                return colour;
            }
            faults.Add((token.Line, $"the colour '{name}' is '{token.Value}'; the cards of shared pages and the browser's frame take it too, so write it as #rrggbb"));
            return default;
        }
    }

    private static Colour? Parse(string value)
    {
        if (!HexColour().IsMatch(value))
        {
            return null;
        }
        var digits = value.Length == 4 ? string.Concat(value[1..].Select(digit => $"{digit}{digit}")) : value[1..];
        var bytes = Convert.FromHexString(digits);
        return new(bytes[0], bytes[1], bytes[2]);
    }

    /// <summary>Every custom property with the selectors and media around it, without white space.</summary>
    private static IEnumerable<(string Context, string Name, string Value, int Line)> Declarations(string css)
    {
        // Comments become spaces, so that lines keep their numbers.
        var code = Comment().Replace(css, comment => Letter().Replace(comment.Value, " "));
        var context = new List<string>();
        var (start, line) = (0, 1);
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] is '{' or '}' or ';')
            {
                var piece = code[start..at].Trim();
                if (code[at] == '{')
                {
                    context.Add(WhiteSpace().Replace(piece, ""));
                }
                else
                {
                    if (piece.StartsWith("--", StringComparison.Ordinal) && piece.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                    {
                        yield return (string.Concat(context), piece[..colon].TrimEnd(), piece[(colon + 1)..].Trim(), line - piece.Count(c => c == '\n'));
                    }
                    if (code[at] == '}' && context.Count > 0)
                    {
                        context.RemoveAt(context.Count - 1);
                    }
                }
                start = at + 1;
            }
            else if (code[at] == '\n')
            {
                line++;
            }
        }
    }

    [GeneratedRegex("^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", RegexOptions.CultureInvariant)]
    private static partial Regex HexColour();

    [GeneratedRegex(@"/\*.*?(?:\*/|$)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex("[^\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
