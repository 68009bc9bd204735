using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for what stands side by side: tables, paths, and the lists that must not be empty.</summary>
internal static class TableRules
{
    public static void Check(LoadedDay day)
    {
        for (var t = 0; t < day.Tables?.Value.Tables.Length; t++)
        {
            var (file, table) = (day.Tables!, day.Tables!.Value.Tables[t]);
            ListRules.AtLeast(file, table.Columns.Length, 2, "tables", t, "columns");
            ListRules.AtLeast(file, table.Rows.Length, 1, "tables", t, "rows");
            for (var r = 0; r < table.Rows.Length; r++)
            {
                if (table.Rows[r].Cells.Length != table.Columns.Length)
                {
                    file.Report(DiagnosticCode.UnevenTable, ["tables", t, "rows", r, "cells"], Count(table.Rows[r].Cells.Length, "cell"),
                        $"{table.Columns.Length}, one for each column", "add or take away cells");
                }
            }
        }
        if (day.Inquiry is { } inquiry)
        {
            CheckInquiry(inquiry);
        }
        for (var i = 0; i < day.Codices?.Value.Codices.Length; i++)
        {
            ListRules.AtLeast(day.Codices!, day.Codices!.Value.Codices[i].Principles.Length, 1, "codices", i, "principles");
        }
        for (var i = 0; i < day.CoatRacks?.Value.CoatRacks.Length; i++)
        {
            ListRules.AtLeast(day.CoatRacks!, day.CoatRacks!.Value.CoatRacks[i].Pegs.Length, 1, "coatRacks", i, "pegs");
        }
        for (var i = 0; i < day.Resources?.Value.Resources.Length; i++)
        {
            var (file, matrix) = (day.Resources!, day.Resources!.Value.Resources[i]);
            ListRules.AtLeast(file, matrix.Kinds.Length, 2, "resources", i, "kinds");
            ListRules.AtLeast(file, matrix.Degrees.Length, 2, "resources", i, "degrees");
        }
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static void CheckInquiry(ContentFile<Loading.Files.InquiryFile> file)
    {
        if (file.Value.Assumptions is { } assumptions)
        {
            ListRules.AtLeast(file, assumptions.Items.Length, 1, "assumptions", "items");
        }
        if (file.Value.Paths is not { } paths)
        {
            return;
        }
        ListRules.AtLeast(file, paths.Paths.Length, 2, "paths", "paths");
        for (var p = 0; p < paths.Paths.Length; p++)
        {
            var at = p;
            ListRules.AtLeast(file, paths.Paths[p].Steps.Length, 1, "paths", "paths", p, "steps");
            ListRules.NoneTwice(file, paths.Paths[p].Steps, step => step.Id.Value, i => ["paths", "paths", at, "steps", i, "id"], "step");
            if (paths.Paths[p].Steps.Length != paths.Paths[0].Steps.Length)
            {
                file.Report(DiagnosticCode.UnevenTable, ["paths", "paths", p, "steps"], Count(paths.Paths[p].Steps.Length, "step"),
                    $"{paths.Paths[0].Steps.Length}, as many as the first path has", "add or take away steps");
            }
        }
    }
}
