using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>Where loading and validation put what they find. Safe for several threads.</summary>
internal sealed class DiagnosticBag
{
    private readonly Lock _lock = new();
    private readonly HashSet<Diagnostic> _found = [];
    private readonly Dictionary<string, int> _foundIn = new(StringComparer.Ordinal);
    private readonly HashSet<string> _overfull = new(StringComparer.Ordinal);

    /// <summary>How many there are so far.</summary>
    public int Count => _found.Count;

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

    /// <summary>Everything found, by location, then code, then words; the order in which it was found leaves no trace.</summary>
    public ImmutableArray<Diagnostic> Sorted() =>
        [.. _found.Concat(_overfull.Select(Overfull)).OrderBy(d => d.Location).ThenBy(d => d.Code.Id, StringComparer.Ordinal).ThenBy(d => d.Message, StringComparer.Ordinal)];

    private static Diagnostic Overfull(string file) => new(DiagnosticCode.TooManyFaults, SourceLocation.Whole(file),
        $"more than {ContentLimits.FaultsOfAFile} faults", "a file without", $"mend the {ContentLimits.FaultsOfAFile} that are told, then look again");
}
