namespace Ledelsesdag.Site.Pages;

/// <summary>Hands out the ids of one page so that none is given twice.</summary>
internal sealed class Fragments
{
    /// <summary>The ids that the frame around every page uses itself.</summary>
    private static readonly string[] OfTheFrame = ["main", "q", "search-status", "search-results"];

    private readonly HashSet<string> _taken = new(OfTheFrame, StringComparer.Ordinal);

    /// <summary>Takes <paramref name="wanted"/>, or the first of <c>wanted-2</c>, <c>wanted-3</c>, … that is free.</summary>
    public string Take(string wanted)
    {
        var id = wanted;
        for (var n = 2; !_taken.Add(id); n++)
        {
            id = $"{wanted}-{Numbers.Text(n)}";
        }
        return id;
    }
}
