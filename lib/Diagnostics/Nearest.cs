namespace Ledelsesdag.Content;

/// <summary>Finds the name an author most likely meant.</summary>
internal static class Nearest
{
    /// <summary>"did you mean …?", or null when no name is near.</summary>
    public static string? Suggest(string written, IEnumerable<string> names) => InWords(Find(written, names));

    /// <summary>The question that offers <paramref name="name"/>; null for none.</summary>
    public static string? InWords(string? name) => name is null ? null : $"did you mean \"{name}\"?";

    // Each costs some thousand steps; nobody misspells one of so many.
    private const int MostNames = 1_000;

    /// <summary>The nearest name, or null when none is near: at most a third of the letters may differ. Of very many names, the first are looked at.</summary>
    public static string? Find(string written, IEnumerable<string> names)
    {
        var (best, distance) = (default(string), int.MaxValue);
        foreach (var name in names.Take(MostNames))
        {
            var d = Distance(written, name);
            if (d < distance || (d == distance && string.CompareOrdinal(name, best) < 0))
            {
                (best, distance) = (name, d);
            }
        }
        return best is not null && distance <= Math.Max(1, Math.Max(written.Length, best.Length) / 3) ? best : null;
    }

    /// <summary>Letters to add, drop or change, two swapped neighbours counting once (optimal string alignment), case aside.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > Slug.MaxLength * 2 || b.Length > Slug.MaxLength * 2)
        {
            return int.MaxValue;
        }
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }
        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }
        return d[a.Length, b.Length];
    }
}
