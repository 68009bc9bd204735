using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Every id names one thing: of its kind in its day, or within the item that holds it.</summary>
internal static class IdRules
{
    public static void Check(LoadedDay day)
    {
        if (day.Programme is { } programme)
        {
            ListRules.NoneTwice(programme, programme.Value.Sessions, s => s.Id.Value, i => ["sessions", i, "id"], "session");
        }
        if (day.Topics is { } topics)
        {
            ListRules.NoneTwice(topics, topics.Value.Topics, t => t.Id.Value, i => ["topics", i, "id"], "topic");
        }
        if (day.Quotes is { } quotes)
        {
            ListRules.NoneTwice(quotes, quotes.Value.Quotes, q => q.Id.Value, i => ["quotes", i, "id"], "quote");
        }
        if (day.Sources is { } sources)
        {
            ListRules.NoneTwice(sources, sources.Value.Sources, s => s.Id.Value, i => ["sources", i, "id"], "source");
        }
        if (day.Codices is { } codices)
        {
            ListRules.NoneTwice(codices, codices.Value.Codices, c => c.Id.Value, i => ["codices", i, "id"], "codex");
            for (var c = 0; c < codices.Value.Codices.Length; c++)
            {
                var at = c;
                ListRules.NoneTwice(codices, codices.Value.Codices[c].Principles, p => p.Id.Value, i => ["codices", at, "principles", i, "id"], "principle");
            }
        }
        if (day.CoatRacks is { } racks)
        {
            ListRules.NoneTwice(racks, racks.Value.CoatRacks, r => r.Id.Value, i => ["coatRacks", i, "id"], "coat rack");
            for (var r = 0; r < racks.Value.CoatRacks.Length; r++)
            {
                var at = r;
                ListRules.NoneTwice(racks, racks.Value.CoatRacks[r].Pegs, p => p.Id.Value, i => ["coatRacks", at, "pegs", i, "id"], "peg");
            }
        }
        if (day.Resources is { } resources)
        {
            ListRules.NoneTwice(resources, resources.Value.Resources, m => m.Id.Value, i => ["resources", i, "id"], "matrix of resources");
            for (var m = 0; m < resources.Value.Resources.Length; m++)
            {
                var at = m;
                ListRules.NoneTwice(resources, resources.Value.Resources[m].Kinds, k => k.Id.Value, i => ["resources", at, "kinds", i, "id"], "kind");
                ListRules.NoneTwice(resources, resources.Value.Resources[m].Degrees, d => d.Id.Value, i => ["resources", at, "degrees", i, "id"], "degree");
            }
        }
        if (day.Inquiry is { } inquiry)
        {
            ListRules.NoneTwice(inquiry, inquiry.Value.Assumptions?.Items ?? [], a => a.Id.Value, i => ["assumptions", "items", i, "id"], "assumption");
            ListRules.NoneTwice(inquiry, inquiry.Value.Paths?.Paths ?? [], p => p.Id.Value, i => ["paths", "paths", i, "id"], "path");
        }
        if (day.Tables is { } tables)
        {
            ListRules.NoneTwice(tables, tables.Value.Tables, t => t.Id.Value, i => ["tables", i, "id"], "table");
            for (var t = 0; t < tables.Value.Tables.Length; t++)
            {
                var at = t;
                ListRules.NoneTwice(tables, tables.Value.Tables[t].Columns, c => c.Id.Value, i => ["tables", at, "columns", i, "id"], "column");
                ListRules.NoneTwice(tables, tables.Value.Tables[t].Rows, r => r.Id.Value, i => ["tables", at, "rows", i, "id"], "row");
            }
        }
    }
}
