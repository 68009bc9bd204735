using System.Collections.Immutable;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>What several concepts ask of their lists.</summary>
internal static class ListRules
{
    public static void AtLeast(ILoadedFile file, int length, int least, params ReadOnlySpan<PathSegment> path)
    {
        if (length < least)
        {
            file.Report(DiagnosticCode.EmptyList, path, length == 0 ? "an empty list" : $"a list of {length}", $"at least {least}", "add what is missing");
        }
    }

    /// <summary>Reports every item whose name an earlier one of the same list has.</summary>
    public static void NoneTwice<T>(ILoadedFile file, ImmutableArray<T> items, Func<T, string> name, Func<int, PathSegment[]> path, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            if (!seen.Add(name(items[i])))
            {
                file.Report(DiagnosticCode.DuplicateId, path(i), $"a second {what} \"{name(items[i])}\"", "each name once", "give one of the two another name");
            }
        }
    }
}
