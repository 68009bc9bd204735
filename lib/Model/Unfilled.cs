using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>
/// What stands in a draft until somebody knows better. It is valid, so that a draft can be loaded and shown, and loading warns of
/// each (LD313) until it is filled in.
/// </summary>
public static class Unfilled
{
    /// <summary>What a text begins with that is still to be written, such as <c>FILL IN: the day's name</c>.</summary>
    public static ImmutableArray<string> Markers { get; } = ["FILL IN: ", "UDFYLD: "];

    /// <summary>The date of a day whose date is not known yet: 1 January 1900.</summary>
    public static DateOnly Date { get; } = new(1900, 1, 1);

    /// <summary>The time zone of a day whose place is not known yet, the one that is of no place.</summary>
    public const string TimeZone = "Etc/UTC";

    /// <summary>The address of a site that has none yet.</summary>
    public static Uri Address { get; } = new("https://example.org/");

    internal static bool Begins(ReadOnlySpan<char> text)
    {
        foreach (var marker in Markers)
        {
            if (text.StartsWith(marker, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
