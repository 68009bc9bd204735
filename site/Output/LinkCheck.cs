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
    private readonly SiteAddress _address;
    private readonly string _root;
    private readonly ConcurrentBag<Reading> _readings = [];
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _ids = new(StringComparer.Ordinal);
    private readonly TextPool _texts = new();
    private readonly Dictionary<string, string?> _verdicts = new(StringComparer.Ordinal);
    private readonly List<SiteFault> _faults = [];

    // A menu's broken link stands on every page; it is reported once, with the number of places.
    private readonly Dictionary<string, (SiteFault First, int Others)> _linkFaults = new(StringComparer.Ordinal);

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
        var readings = _readings.OrderBy(reading => reading.Path, StringComparer.Ordinal).ToList();
        ComparePaths(readings.Select(reading => reading.Path));
        foreach (var (path, ids, _, faults) in readings)
        {
            _faults.AddRange(faults);
            if (ids is not null)
            {
                _ids[path] = ids;
            }
        }
        foreach (var (path, _, links, _) in readings)
        {
            foreach (var link in links)
            {
                Follow(path, link);
            }
        }
        _faults.AddRange(_linkFaults.Values.Select(f => f.Others == 0
            ? f.First
            : f.First with { Message = $"{f.First.Message} (and so in {f.Others} more {(f.Others == 1 ? "place" : "places")})" }));
        return
        [
            .. _faults.OrderBy(f => f.Where, StringComparer.Ordinal).ThenBy(f => f.Line)
                .ThenBy(f => f.Message, StringComparer.Ordinal)
        ];
    }

    private void ComparePaths(IEnumerable<string> paths)
    {
        var bySpelling = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            if (!_files.Add(path))
            {
                _faults.Add(new(path, 0, "two pages or files claim this address; give one of them another slug"));
            }
            else if (!bySpelling.TryAdd(path, path))
            {
                _faults.Add(new(path, 0,
                    $"this differs from '{bySpelling[path]}' in capitals only, and many systems take the two for one; give one of them another name"));
            }
        }
        foreach (var file in _files)
        {
            for (var slash = file.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = file.IndexOf('/', slash + 1))
            {
                if (_files.Contains(file[..slash]))
                {
                    _faults.Add(new(file, 0, $"'{file[..slash]}' is a file and cannot be a folder too; give one of them another name"));
                }
            }
        }
    }

    /// <summary>An address or id as written, character references resolved, and the line it stands on.</summary>
    private readonly record struct Link(string Target, int Line);

    /// <summary>What a file says by itself, before anybody knows the others.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Ids">The ids on it, sorted; null where it can have none.</param>
    /// <param name="Links">The addresses on it.</param>
    /// <param name="Faults">What is wrong with it, whatever the others say.</param>
    private readonly record struct Reading(string Path, string[]? Ids, Link[] Links, SiteFault[] Faults);

    // Several files are read at a time: nothing here may touch what the check has found so far.
    private Reading ReadingOf(OutputFile file) => Path.GetExtension(file.Path) switch
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
                var value = scanner.Value.Contains('&') ? WebUtility.HtmlDecode(scanner.Value.ToString()) : _texts.Of(scanner.Value);
                var line = lines.At(scanner.Position);
                switch (kind)
                {
                    case AttributeKind.Id when !ids.Add(value):
                        faults.Add(new(path, line, $"the id '{value}' stands twice on this page; each must be unique"));
                        break;
                    case AttributeKind.IdReferences:
                        references.AddRange(value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(id => new Link(id, line)));
                        break;
                    case AttributeKind.Address:
                        links.Add(new(value.Trim(), line));
                        break;
                    case AttributeKind.AddressList:
                        links.AddRange(value.Split(',').Select(candidate => candidate.Trim().Split(' ')[0])
                            .Where(target => target.Length > 0).Select(target => new Link(target, line)));
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
        return new(path, sorted, [.. links], [.. faults]);
    }

    private static Reading ReadCode(OutputFile file, Regex address)
    {
        var code = Encoding.UTF8.GetString(file.Content.Span);
        var lines = new LineCounter(code);
        var links = new List<Link>();
        foreach (Match match in address.Matches(code))
        {
            links.Add(new(match.Groups["address"].Value, lines.At(match.Groups["address"].Index)));
        }
        return new(file.Path, null, [.. links], []);
    }

    private static ReadOnlySpan<char> InLowerCase(ReadOnlySpan<char> name) =>
        name.ContainsAnyInRange('A', 'Z') ? name.ToString().ToLowerInvariant() : name;

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

    private void Follow(string page, Link link)
    {
        // Most links are the menu's, the same on every page: judged once. What another page could write and mean something
        // else by is judged each time.
        if (!link.Target.StartsWith('/') && !link.Target.StartsWith(_root, StringComparison.Ordinal))
        {
            Note(page, link, Judge(page, link.Target));
            return;
        }
        if (!_verdicts.TryGetValue(link.Target, out var verdict))
        {
            _verdicts.Add(link.Target, verdict = Judge(page, link.Target));
        }
        Note(page, link, verdict);
    }

    private void Note(string page, Link link, string? verdict)
    {
        if (verdict is null)
        {
            return;
        }
        _linkFaults[verdict] = _linkFaults.TryGetValue(verdict, out var known)
            ? (known.First, known.Others + 1)
            : (new SiteFault(page, link.Line, verdict), 0);
    }

    /// <summary>What is wrong with an address on a page; null when nothing is.</summary>
    private string? Judge(string page, string target)
    {
        if (target.StartsWith('#'))
        {
            return Fragment(page, target, target);
        }
        if (target.StartsWith("//", StringComparison.Ordinal))
        {
            return $"the address '{target}' leaves the protocol open; write https:// in front";
        }
        if (!Uri.TryCreate(new Uri(_root + PageAddress(page)), target, out var whole))
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
        if (_files.Contains(file))
        {
            return Fragment(file, whole.Fragment, target);
        }
        return _files.Contains(file + "/index.html")
            ? $"the address '{target}' needs a slash at its end"
            : $"the address '{target}' leads to no page or file";
    }

    private string? Fragment(string file, string fragment, string target)
    {
        var text = fragment.IndexOf(":~:", StringComparison.Ordinal) is var directive and >= 0 ? fragment[..directive] : fragment;
        if (text.Length <= 1 || text == "#top" || !_ids.TryGetValue(file, out var ids))
        {
            return null;
        }
        var id = Uri.UnescapeDataString(text[1..]);
        return Array.BinarySearch(ids, id, StringComparer.Ordinal) >= 0 ? null : $"the address '{target}' leads to '{file}', which has no id '{id}'";
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
