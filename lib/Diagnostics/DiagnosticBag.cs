using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>Where loading and validation put what they find. Safe for several threads.</summary>
internal sealed class DiagnosticBag
{
    private readonly Lock _lock = new();
    private readonly HashSet<Diagnostic> _found = [];

    /// <summary>How many there are so far.</summary>
    public int Count => _found.Count;

    public void Add(DiagnosticCode code, SourceLocation location, string found, string expected, string remedy)
    {
        lock (_lock)
        {
            _found.Add(new(code, location, found, expected, remedy));
        }
    }

    /// <summary>Everything found, by location, then code, then words; the order in which it was found leaves no trace.</summary>
    public ImmutableArray<Diagnostic> Sorted() =>
        [.. _found.OrderBy(d => d.Location).ThenBy(d => d.Code.Id, StringComparer.Ordinal).ThenBy(d => d.Message, StringComparer.Ordinal)];
}
