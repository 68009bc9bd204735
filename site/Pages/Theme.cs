using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledelsesdag.Site.Pages;

/// <summary>An opaque colour.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly partial record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads <c>#rgb</c> or <c>#rrggbb</c>; null for every other form of a colour.</summary>
    public static Colour? Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!Hex().IsMatch(value))
        {
            return null;
        }
        var digits = value.Length == 4 ? string.Concat(value[1..].Select(digit => $"{digit}{digit}")) : value[1..];
        var bytes = Convert.FromHexString(digits);
        return new(bytes[0], bytes[1], bytes[2]);
    }

    /// <summary>The contrast of two colours as WCAG reckons it, from 1 to 21, the same in both directions.</summary>
    public double ContrastWith(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + .05) / (Math.Min(one, two) + .05);
    }

    private double Luminance => (.2126 * Linear(Red)) + (.7152 * Linear(Green)) + (.0722 * Linear(Blue));

    private static double Linear(byte channel) => channel / 255.0 is var value && value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);

    /// <summary>As styles write it: <c>#faf6ee</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    [GeneratedRegex("^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();
}

/// <summary>The colours of a reader's choice: of light or dark, and of more contrast.</summary>
/// <param name="Contexts">Where its colours are declared, without white space; as in a browser, the last declaration in any of them counts.</param>
/// <param name="InWords">The theme, as it reads after what is found in it.</param>
/// <param name="Remedy">Where to write another colour, as it reads after that; empty for the first place one thinks of.</param>
internal sealed record ThemeMedium(ImmutableArray<string> Contexts, string InWords, string Remedy);

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

    private const string Light = ":root";
    private const string Dark = "@media(prefers-color-scheme:dark):root";
    private const string Contrast = "@media(prefers-contrast:more):root";
    private const string DarkContrast = "@media(prefers-contrast:more)and(prefers-color-scheme:dark):root";
    private const string OtherDarkContrast = "@media(prefers-color-scheme:dark)and(prefers-contrast:more):root";

    /// <summary>Every theme that a reader may choose.</summary>
    internal static ImmutableArray<ThemeMedium> Media { get; } =
    [
        new([Light], "in the light theme", ""),
        new([Light, Dark], "in the dark theme", " in @media (prefers-color-scheme: dark)"),
        new([Light, Contrast], "where more contrast is asked for", " in @media (prefers-contrast: more)"),
        new([Light, Dark, Contrast, DarkContrast, OtherDarkContrast], "in the dark where more contrast is asked for", " in @media (prefers-contrast: more) and (prefers-color-scheme: dark)"),
    ];

    /// <summary>The custom properties as they are in a theme, with the line each was written on.</summary>
    internal static Dictionary<string, (int Line, string Value)> In(ThemeMedium medium, IEnumerable<StyleDeclaration> declarations)
    {
        var values = new Dictionary<string, (int Line, string Value)>(StringComparer.Ordinal);
        foreach (var declaration in declarations.Where(declaration => medium.Contexts.Contains(declaration.Context)))
        {
            values[declaration.Name] = (declaration.Line, declaration.Value);
        }
        return values;
    }

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
        var declarations = StyleText.Declarations(css).ToList();
        var (light, dark) = (In(Media[0], declarations), In(Media[1], declarations));
        var theme = new Theme
        {
            Paper = Of(light, "--paper"),
            PaperInTheDark = Of(dark, "--paper"),
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
            if (Colour.Parse(token.Value) is { } colour)
            {
                return colour;
            }
            faults.Add((token.Line, $"the colour '{name}' is '{token.Value}'; the cards of shared pages and the browser's frame take it too, so write it as #rrggbb"));
            return default;
        }
    }
}
