using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>Where loading and validation put what they find. Safe for several threads.</summary>
internal sealed class DiagnosticBag
{
    private readonly Lock _lock = new();
    private readonly HashSet<Diagnostic> _found = [];
    private readonly Dictionary<string, Func<int, string>> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _foundIn = new(StringComparer.Ordinal);
    private readonly HashSet<string> _overfull = new(StringComparer.Ordinal);

    /// <summary>How many there are in a file so far.</summary>
    public int CountIn(string file)
    {
        lock (_lock)
        {
            return _foundIn.GetValueOrDefault(file);
        }
    }

    /// <summary>
    /// Whether another fault of the file would be kept. Ask before finding out where a fault stands and what was meant: that
    /// takes longer than finding the fault, and a file can hold millions. Ask only of a fault, for the answer no is told.
    /// </summary>
    public bool HasRoom(string file)
    {
        lock (_lock)
        {
            if (_foundIn.GetValueOrDefault(file) < ContentLimits.FaultsOfAFile)
            {
                return true;
            }
            _overfull.Add(file);
            return false;
        }
    }

    public void Add(DiagnosticCode code, SourceLocation location, string found, string expected, string remedy)
    {
        lock (_lock)
        {
            if (HasRoom(location.File) && _found.Add(new(code, location, found, expected, remedy)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_foundIn, location.File, out _)++;
            }
        }
    }

    /// <summary>
    /// Has faults found in any order. Of a file with more than are kept it would be chance which are; then they are forgotten and found
    /// once more, in order.
    /// </summary>
    /// <param name="find">Told whether the order counts.</param>
    public void FindInAnyOrder(Action<bool> find)
    {
        Diagnostic[] found = [.. _found];
        KeyValuePair<string, int>[] foundIn = [.. _foundIn];
        string[] overfull = [.. _overfull];
        find(false);
        if (_overfull.Count == overfull.Length)
        {
            return;
        }
        _found.Clear();
        _found.UnionWith(found);
        _foundIn.Clear();
        foreach (var (file, count) in foundIn)
        {
            _foundIn.Add(file, count);
        }
        _overfull.Clear();
        _overfull.UnionWith(overfull);
        find(true);
    }

    /// <summary>Lets the lines of a file be read once more beside what is found in it.</summary>
    /// <param name="file">The file as locations have it.</param>
    /// <param name="line">Gives a line by its number, from 1.</param>
    public void Quote(string file, Func<int, string> line)
    {
        lock (_lock)
        {
            _lines[file] = line;
        }
    }

    /// <summary>The lines of the files in which something was found. The others are let go, and with them all that was read.</summary>
    public ImmutableDictionary<string, Func<int, string>> TakeQuoted()
    {
        lock (_lock)
        {
            var quoted = _found.Select(d => d.Location.File).Distinct().Where(_lines.ContainsKey).ToImmutableDictionary(file => file, file => _lines[file], StringComparer.Ordinal);
            _lines.Clear();
            return quoted;
        }
    }

    /// <summary>Everything found, by location, then code, then words; the order in which it was found leaves no trace.</summary>
    public ImmutableArray<Diagnostic> Sorted() =>
        [.. _found.Concat(_overfull.Select(Overfull)).OrderBy(d => d.Location).ThenBy(d => d.Code.Id, StringComparer.Ordinal).ThenBy(d => d.Message, StringComparer.Ordinal)];

    private static Diagnostic Overfull(string file) => new(DiagnosticCode.TooManyFaults, SourceLocation.Whole(file),
        $"more than {ContentLimits.FaultsOfAFile} faults", "a file without", $"mend the {ContentLimits.FaultsOfAFile} that are told, then look again");
}
