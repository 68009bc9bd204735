using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Output;

/// <summary>
/// Looks over a finished site: every internal address leads to a file and every fragment to an id, no id stands twice on a
/// page, no two files claim one path. Addresses elsewhere are not visited.
/// </summary>
public sealed partial class LinkCheck
{
    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly SiteAddress _address;
    private readonly string _root;
    private readonly ConcurrentBag<Reading> _readings = [];
    private readonly Mentions _addresses = new();
    private readonly TextPool _texts = new();
    private readonly Dictionary<string, Reading> _files = new(StringComparer.Ordinal);
    private readonly List<SiteFault> _faults = [];

    /// <summary>Begins to look over a site.</summary>
    /// <param name="address">Where it will stand.</param>
    public LinkCheck(SiteAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _address = address;
        _root = address.Origin + address.BasePath;
    }

    /// <summary>The paths of the files read so far, in no particular order.</summary>
    public IEnumerable<string> Paths => _readings.Select(reading => reading.Path);

    /// <summary>Checks the files as they would stand at <paramref name="address"/>.</summary>
    /// <returns>The faults, sorted by file and line; empty when all is well.</returns>
    public static ImmutableArray<SiteFault> Of(IReadOnlyCollection<OutputFile> files, SiteAddress address)
    {
        ArgumentNullException.ThrowIfNull(files);
        var check = new LinkCheck(address);
        foreach (var file in files)
        {
            check.Read(file);
        }
        return check.Faults();
    }

    /// <summary>Reads a file, and keeps what it leads to and what can be led to in it. Safe for several threads at a time.</summary>
    /// <param name="file">The file, which need not be kept.</param>
    public void Read(OutputFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _readings.Add(ReadingOf(file));
    }

    /// <summary>What is wrong, now that every file has been read. To be asked once.</summary>
    /// <returns>The faults, sorted by file and line; empty when all is well.</returns>
    public ImmutableArray<SiteFault> Faults()
    {
        // They came from several threads, in any order.
        Reading[] readings = [.. _readings];
        Array.Sort(readings, (one, other) => string.CompareOrdinal(one.Path, other.Path));
        ComparePaths(readings);
        var verdicts = new Mentions();
        foreach (var reading in readings)
        {
            _faults.AddRange(reading.Faults);
            foreach (var link in reading.Links)
            {
                if (Judge(reading.Path, link.Target) is { } verdict)
                {
                    verdicts.Add(verdict, reading.Path, link.Line);
                }
            }
        }
        _faults.AddRange(verdicts.All.Select(verdict => Fault(verdict.Text, verdict)));
        var site = new Uri(_root);
        foreach (var address in _addresses.All)
        {
            if (Judge(site, address.Text) is { } verdict)
            {
                _faults.Add(Fault(verdict, address));
            }
        }
        return
        [
            .. _faults.OrderBy(f => f.Where, StringComparer.Ordinal).ThenBy(f => f.Line)
                .ThenBy(f => f.Message, StringComparer.Ordinal)
        ];
    }

    // A menu's broken link stands on every page; it is reported once, with the number of places.
    private static SiteFault Fault(string verdict, Mention where) => new(where.Path, where.Line, where.Times switch
    {
        1 => verdict,
        2 => $"{verdict} (and so in 1 more place)",
        var times => $"{verdict} (and so in {times - 1} more places)",
    });

    private void ComparePaths(Reading[] readings)
    {
        var spellings = new HashSet<string>(readings.Length, StringComparer.OrdinalIgnoreCase);
        _files.EnsureCapacity(readings.Length);
        foreach (var reading in readings)
        {
            var path = reading.Path;
            if (!_files.TryAdd(path, reading))
            {
                _faults.Add(new(path, 0, "two pages or files claim this address; give one of them another slug"));
            }
            else if (!spellings.Add(path) && spellings.TryGetValue(path, out var other))
            {
                _faults.Add(new(path, 0,
                    $"this differs from '{other}' in capitals only, and many systems take the two for one; give one of them another name"));
            }
        }
        var files = _files.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var file in _files.Keys)
        {
            for (var slash = file.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = file.IndexOf('/', slash + 1))
            {
                if (files.ContainsKey(file.AsSpan(0, slash)))
                {
                    _faults.Add(new(file, 0, $"'{file[..slash]}' is a file and cannot be a folder too; give one of them another name"));
                }
            }
        }
    }

    /// <summary>An address or id as written, character references resolved, and the line it stands on.</summary>
    private sealed record Link(string Target, int Line);

    /// <summary>What a file says by itself, before anybody knows the others.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Ids">The ids on it, sorted; null where it can have none.</param>
    /// <param name="Links">Those addresses on it that another file could write and mean something else by.</param>
    /// <param name="Faults">What is wrong with it, whatever the others say.</param>
    private sealed record Reading(string Path, string[]? Ids, Link[] Links, SiteFault[] Faults);

    // Several files are read at a time: nothing here may touch what only the last step knows.
    private Reading ReadingOf(OutputFile file) => Path.GetExtension(file.Path.AsSpan()) switch
    {
        ".html" or ".svg" => ReadMarkup(file),
        ".css" => ReadCode(file, StyleAddress()),
        ".js" => ReadCode(file, ImportAddress()),
        _ => new(file.Path, null, [], []),
    };

    private Reading ReadMarkup(OutputFile file)
    {
        var content = file.Content.Span;
        var buffer = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(content.Length));
        try
        {
            return ReadMarkup(file.Path, buffer.AsSpan(0, Encoding.UTF8.GetChars(content, buffer)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private Reading ReadMarkup(string path, ReadOnlySpan<char> html)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var references = new List<Link>();
        var links = new List<Link>();
        var faults = new List<SiteFault>();
        var lines = new LineCounter(html);
        var scanner = new HtmlScanner(html);
        while (scanner.NextTag())
        {
            while (scanner.NextAttribute())
            {
                var kind = KindOf(scanner.Tag, InLowerCase(scanner.Name), scanner.Value);
                if (kind == AttributeKind.Other)
                {
                    continue;
                }
                var value = scanner.Value.Contains('&') ? WebUtility.HtmlDecode(scanner.Value.ToString()) : scanner.Value;
                var line = lines.At(scanner.Position);
                switch (kind)
                {
                    case AttributeKind.Id when _texts.Of(value) is var id && !ids.Add(id):
                        faults.Add(new(path, line, $"the id '{id}' stands twice on this page; each must be unique"));
                        break;
                    case AttributeKind.IdReferences:
                        foreach (var id in value.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                        {
                            references.Add(new(id, line));
                        }
                        break;
                    case AttributeKind.Address:
                        Note(value.Trim(), path, line, links);
                        break;
                    case AttributeKind.AddressList:
                        foreach (var candidate in value.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                        {
                            Note(candidate.Split(' ')[0], path, line, links);
                        }
                        break;
                }
            }
        }
        foreach (var missing in references.Where(reference => !ids.Contains(reference.Target)))
        {
            faults.Add(new(path, missing.Line, $"an attribute refers to the id '{missing.Target}', which is not on this page"));
        }
        // Kept until the last file: in arrays, which take what they hold and no more.
        string[] sorted = [.. ids];
        Array.Sort(sorted, StringComparer.Ordinal);
        links.RemoveAll(link => link.Target.StartsWith('#') && LeadsTo(link.Target, sorted));
        return new(path, sorted, [.. links], [.. faults]);
    }

    private Reading ReadCode(OutputFile file, Regex address)
    {
        var code = Encoding.UTF8.GetString(file.Content.Span);
        var lines = new LineCounter(code);
        var links = new List<Link>();
        foreach (Match match in address.Matches(code))
        {
            Note(match.Groups["address"].ValueSpan, file.Path, lines.At(match.Groups["address"].Index), links);
        }
        return new(file.Path, null, [.. links], []);
    }

    // Most addresses begin at the root and lead to the same place from every page; the others are judged on each.
    private void Note(ReadOnlySpan<char> address, string path, int line, List<Link> links)
    {
        if (address.StartsWith('/') || address.StartsWith("https://") || address.StartsWith(_root))
        {
            _addresses.Add(address, path, line);
        }
        else
        {
            links.Add(new(_texts.Of(address), line));
        }
    }

    private static ReadOnlySpan<char> InLowerCase(ReadOnlySpan<char> name) =>
        name.ContainsAny(Capitals) ? name.ToString().ToLowerInvariant() : name;

    private enum AttributeKind
    {
        Other,
        Id,
        IdReferences,
        Address,
        AddressList,
    }

    private AttributeKind KindOf(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, ReadOnlySpan<char> value) => name switch
    {
        "id" => AttributeKind.Id,
        "href" or "xlink:href" or "src" or "action" or "formaction" or "poster" => AttributeKind.Address,
        "srcset" or "imagesrcset" => AttributeKind.AddressList,
        "data" when tag is "object" => AttributeKind.Address,
        // Social cards carry whole addresses; only ours are ours to check.
        "content" when tag is "meta" && value.StartsWith(_root) => AttributeKind.Address,
        "for" or "list" or "headers" or "aria-labelledby" or "aria-describedby" or "aria-controls" or "aria-owns"
            or "aria-details" or "aria-activedescendant" or "popovertarget" => AttributeKind.IdReferences,
        // Where a script is told to fetch something from.
        _ when name.StartsWith("data-") && (name.EndsWith("src") || name.EndsWith("href") || name.EndsWith("url")) => AttributeKind.Address,
        _ => AttributeKind.Other,
    };

    /// <summary>What is wrong with an address on a page; null when nothing is.</summary>
    private string? Judge(string page, string target) =>
        target.StartsWith('#') ? Fragment(page, target, target) : Judge(new Uri(_root + PageAddress(page)), target);

    /// <summary>What is wrong with an address that is no fragment alone, seen from where it stands; null when nothing is.</summary>
    private string? Judge(Uri from, string target)
    {
        if (target.StartsWith("//", StringComparison.Ordinal))
        {
            return $"the address '{target}' leaves the protocol open; write https:// in front";
        }
        if (!Uri.TryCreate(from, target, out var whole))
        {
            return $"'{target}' is not an address";
        }
        if (whole.Scheme is not ("http" or "https" or "mailto" or "tel"))
        {
            return $"the address '{target}' is of a kind ('{whole.Scheme}:') that has no place on this site";
        }
        if (whole.Scheme is not ("http" or "https") || whole.GetLeftPart(UriPartial.Authority) != _address.Origin)
        {
            return null;
        }
        if (!whole.AbsolutePath.StartsWith(_address.BasePath, StringComparison.Ordinal))
        {
            // Written in full it is another site of the same host; written short it forgot where this one stands.
            return target.Contains("://", StringComparison.Ordinal)
                ? null
                : $"the address '{target}' leads out of the site, which stands at '{_address.BasePath}'";
        }
        var path = Uri.UnescapeDataString(whole.AbsolutePath[_address.BasePath.Length..]);
        var file = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        if (_files.ContainsKey(file))
        {
            return Fragment(file, whole.Fragment, target);
        }
        return _files.ContainsKey(file + "/index.html")
            ? $"the address '{target}' needs a slash at its end"
            : $"the address '{target}' leads to no page or file";
    }

    private string? Fragment(string file, string fragment, string target) =>
        _files[file].Ids is not { } ids || LeadsTo(fragment, ids) ? null : $"the address '{target}' leads to '{file}', which has no id '{IdIn(fragment)}'";

    private static bool LeadsTo(string fragment, string[] ids) =>
        IdIn(fragment) is var id && (id is "" or "top" || Array.BinarySearch(ids, id, StringComparer.Ordinal) >= 0);

    // Without what a browser is to look for in the text.
    private static string IdIn(string fragment)
    {
        var directive = fragment.IndexOf(":~:", StringComparison.Ordinal);
        return fragment.Length == 0 ? "" : Uri.UnescapeDataString(directive < 0 ? fragment.AsSpan(1) : fragment.AsSpan(1..directive));
    }

    private static string PageAddress(string path) =>
        path == "index.html" || path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;

    [GeneratedRegex("""(?:url\(\s*|@import\s+(?!url\())["']?(?<address>(?!data:)[^"')\s;]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex StyleAddress();

    [GeneratedRegex("""(?:^|[\s;}])(?:import|export)\b[^"';()]*\(?\s*["'](?<address>\.{0,2}/[^"']+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex ImportAddress();

    /// <summary>Turns positions, asked for in rising order, into lines.</summary>
    private ref struct LineCounter(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _position;
        private int _line = 1;

        public int At(int position)
        {
            _line += _text[_position..position].Count('\n');
            _position = position;
            return _line;
        }
    }

    /// <summary>Each text once: pages hold the same addresses and ids again and again. Safe for any number of threads.</summary>
    private sealed class TextPool
    {
        private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

        public string Of(ReadOnlySpan<char> text)
        {
            if (_texts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known))
            {
                return known;
            }
            var added = text.ToString();
            return _texts.GetOrAdd(added, added);
        }
    }
}
