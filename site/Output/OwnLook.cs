using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Output;

/// <summary>
/// Looks over a network's own style, logo and icons, of which a browser says nothing when it cannot use them. Faults stand at
/// the names that the files have in the network's folder.
/// </summary>
internal static partial class OwnLook
{
    /// <summary>What needs which contrast with the page, and why.</summary>
    private static readonly (string Token, double Least, string Why)[] Contrasts =
    [
        ("--ink", 7, "words need it to be read by everyone"),
        ("--ink-soft", 7, "words need it to be read by everyone"),
        ("--brick", 7, "links need it to be read by everyone"),
        ("--brick-bright", 3, "lines that mean something need it to be seen by everyone"),
    ];

    /// <summary>Everything that is wrong with the own files among <paramref name="assets"/>.</summary>
    /// <param name="assets">The tool's files, with the network's.</param>
    /// <param name="own">The names of the network's own among them.</param>
    public static IEnumerable<SiteFault> Check(SiteAssets assets, IReadOnlyCollection<string> own)
    {
        foreach (var name in own.Order(StringComparer.Ordinal))
        {
            var file = name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];
            var faults = Path.GetExtension(name) switch
            {
                ".css" => CheckStyle(file, assets),
                ".svg" => CheckSvg(file, assets.Bytes(name)),
                ".png" => CheckPng(file, assets.Bytes(name).Span),
                _ => [],
            };
            foreach (var fault in faults.OrderBy(fault => (fault.Line, fault.Column)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<SiteFault> CheckStyle(string file, SiteAssets assets)
    {
        var css = assets.Text(SiteAssets.OwnStyle);
        // A tool without its colours is told elsewhere.
        var tools = assets.Has(Theme.Source) ? assets.Text(Theme.Source) : "";
        return [.. Brackets(file, css), .. Addresses(file, css), .. Names(file, css, tools), .. TooPale(file, css, tools)];
    }

    /// <summary>A bracket that nothing closes takes the rules behind it away, and one too many the rule it stands in.</summary>
    private static IEnumerable<SiteFault> Brackets(string file, string css)
    {
        var code = StyleText.WithoutWords(css);
        if (code.IndexOf("/*", StringComparison.Ordinal) is >= 0 and var comment)
        {
            yield return new(file, LineAt(code, comment), "a comment that nothing closes; expected */ behind it; write it, for all that follows is part of the comment");
        }
        var open = new Stack<int>();
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] == '{')
            {
                open.Push(at);
            }
            else if (code[at] == '}' && !open.TryPop(out _))
            {
                yield return new(file, LineAt(code, at), "a } too many; expected one for each {; take it away");
            }
        }
        if (open.TryPeek(out _))
        {
            yield return new(file, LineAt(code, open.Last()), "a { that nothing closes, here or in what stands in it; expected a } for each {; write the } that is missing");
        }
    }

    /// <summary>A style has no neighbours that it could name, and no page takes anything from another site.</summary>
    private static IEnumerable<SiteFault> Addresses(string file, string css)
    {
        var code = StyleText.WithoutComments(css);
        return Address().Matches(code).Select(match => (Address: match.Groups["address"].Value.Trim(), match.Index))
            .Where(found => !found.Address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && !found.Address.StartsWith('#'))
            .Select(found => new SiteFault(file, LineAt(code, found.Index),
                $"the address '{Printable.Text(found.Address)}'; expected no address, for the site takes nothing from elsewhere and knows no other file of yours; take it away, or put a picture into it as data:"));
    }

    /// <summary>A custom property that the tool does not know, that nothing uses, and whose name is near one of the tool's.</summary>
    private static IEnumerable<SiteFault> Names(string file, string css, string tools)
    {
        var tokens = StyleText.Declarations(tools).Select(declaration => declaration.Name).ToHashSet(StringComparer.Ordinal);
        var code = StyleText.WithoutComments(css);
        return StyleText.Declarations(css)
            .Where(declaration => !tokens.Contains(declaration.Name) && !Regex.IsMatch(code, $@"var\(\s*{Regex.Escape(declaration.Name)}\s*[,)]"))
            .Select(declaration => (declaration, Meant: Nearest.Find(declaration.Name, tokens)))
            .Where(found => found.Meant is not null)
            .Select(found => new SiteFault(file, found.declaration.Line,
                $"a name '{Printable.Text(found.declaration.Name)}' that nothing uses; expected a name of the tool's; did you mean '{found.Meant}'?")
            { Severity = Severity.Warning });
    }

    private static IEnumerable<SiteFault> TooPale(string file, string css, string tools)
    {
        var lines = tools.TrimEnd('\n').Count(c => c == '\n') + 1;
        var declarations = StyleText.Declarations(tools.TrimEnd('\n') + "\n" + css).ToList();
        // One colour may be too pale in several themes: it is told once where the page is light and once where it is dark.
        var told = new HashSet<(int Line, bool Light)>();
        foreach (var theme in Theme.Media)
        {
            var colours = Theme.In(theme, declarations);
            foreach (var (token, least, why) in Contrasts)
            {
                if (colours.TryGetValue("--paper", out var paper) && colours.TryGetValue(token, out var colour) && Math.Max(paper.Line, colour.Line) > lines
                    && Colour.Parse(paper.Value) is { } ground && Colour.Parse(colour.Value) is { } ink && ink.ContrastWith(ground) is var contrast && contrast < least
                    && told.Add((Math.Max(paper.Line, colour.Line), Luminous(ground))))
                {
                    // Cut, not rounded: 6.96 is no 7.0.
                    var figure = (Math.Floor(contrast * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);
                    yield return new(file, Math.Max(paper.Line, colour.Line) - lines,
                        $"a contrast of {figure}:1 between '{token}', {ink}, and '--paper', {ground}, {theme.InWords}; expected at least {least}:1, for {why}; write {(Luminous(ground) ? "a darker" : "a lighter")} colour{theme.Remedy}")
                    { Severity = Severity.Warning };
                }
            }
        }

        static bool Luminous(Colour ground) => ground.ContrastWith(new(0, 0, 0)) > ground.ContrastWith(new(255, 255, 255));
    }

    private static IEnumerable<SiteFault> CheckSvg(string file, ReadOnlyMemory<byte> content)
    {
        const string remedy = "save the drawing as SVG, not as another format under that name";
        SiteFault? fault = null;
        try
        {
            // What a drawing program writes may name its document type; nothing is fetched for it.
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray()), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            reader.MoveToContent();
            if ((reader.LocalName, reader.NamespaceURI) != ("svg", "http://www.w3.org/2000/svg"))
            {
                var place = (IXmlLineInfo)reader;
                fault = new(file, place.LineNumber, $"{(reader.LocalName.Length == 0 ? "a file without an element" : $"an element <{Printable.Text(reader.Name)}>")}; expected <svg xmlns=\"http://www.w3.org/2000/svg\">; {remedy}") { Column = place.LinePosition };
            }
            while (reader.Read())
            {
            }
        }
        catch (XmlException e)
        {
            fault ??= new(file, e.LineNumber, $"a file that is no SVG, or breaks off here; expected <svg xmlns=\"http://www.w3.org/2000/svg\"> … </svg>; {remedy}") { Column = e.LinePosition };
        }
        return fault is null ? [] : [fault];
    }

    private static IEnumerable<SiteFault> CheckPng(string file, ReadOnlySpan<byte> content) => content is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
        ? []
        : [new(file, 0, "a file that is no PNG; expected a PNG; save the picture as PNG, not as another format under that name")];

    private static int LineAt(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    [GeneratedRegex("""(?:\burl\(\s*|@import\s+)(?:"(?<address>[^"\n]*)"|'(?<address>[^'\n]*)'|(?<address>(?!url\()[^"')\s;]+))""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
