using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>Finds content by reference.</summary>
internal static class ContentItems
{
    public static object? Find(Network network, Reference reference, Day? day)
    {
        var id = reference.Id;
        return reference.Kind switch
        {
            ReferenceKind.Term => network.Glossary.FirstOrDefault(t => t.Id == id),
            ReferenceKind.Page => network.Pages.FirstOrDefault(p => p.Id == id),
            _ => Days(network, day).Select(d => FindIn(d, reference)).FirstOrDefault(item => item is not null),
        };
    }

    /// <summary>Everything that says where it comes from, in the order of the day, with the name an overview gives it.</summary>
    public static IEnumerable<(IHasProvenance Item, LocalizedText Title)> WithProvenance(Day day)
    {
        foreach (var session in day.Programme.Sessions)
        {
            yield return (session, session.Title);
        }
        foreach (var topic in day.Topics)
        {
            yield return (topic, topic.Title);
        }
        foreach (var quote in day.Quotes)
        {
            yield return (quote, quote.Citation.Speaker);
        }
        foreach (var set in day.QuestionSets)
        {
            yield return (set, set.Title);
        }
        foreach (var codex in day.Codices)
        {
            yield return (codex, codex.Title);
        }
        if (day.Inquiry?.Assumptions is { } assumptions)
        {
            yield return (assumptions, assumptions.Title);
        }
        if (day.Inquiry?.Paths is { } paths)
        {
            yield return (paths, paths.Title);
        }
        foreach (var table in day.Tables)
        {
            yield return (table, table.Title);
        }
        foreach (var rack in day.CoatRacks)
        {
            yield return (rack, rack.Title);
        }
        foreach (var matrix in day.Resources)
        {
            yield return (matrix, matrix.Title);
        }
        foreach (var source in day.Sources)
        {
            yield return (source, source.Name);
        }
    }

    private static IEnumerable<Day> Days(Network network, Day? first) =>
        first is null ? network.Days : network.Days.Where(d => d != first).Prepend(first);

    private static object? FindIn(Day day, Reference reference)
    {
        var id = reference.Id;
        return reference.Kind switch
        {
            ReferenceKind.Topic => day.Topics.FirstOrDefault(t => t.Id == id),
            ReferenceKind.Quote => day.Quotes.FirstOrDefault(q => q.Id == id),
            ReferenceKind.Questions => day.QuestionSets.FirstOrDefault(s => s.Id == id),
            ReferenceKind.Session => day.Programme.Sessions.FirstOrDefault(s => s.Id == id),
            ReferenceKind.Table => day.Tables.FirstOrDefault(t => t.Id == id),
            ReferenceKind.Codex => day.Codices.FirstOrDefault(c => c.Id == id),
            ReferenceKind.Assumptions => day.Inquiry?.Assumptions is { } a && a.Id == id ? a : null,
            ReferenceKind.Paths => day.Inquiry?.Paths is { } p && p.Id == id ? p : null,
            ReferenceKind.CoatRack => day.CoatRacks.FirstOrDefault(r => r.Id == id),
            ReferenceKind.Resources => day.Resources.FirstOrDefault(r => r.Id == id),
            ReferenceKind.Source => day.Sources.FirstOrDefault(s => s.Id == id),
            _ => null,
        };
    }
}
