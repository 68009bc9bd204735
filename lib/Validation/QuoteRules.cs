using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for quotes.</summary>
internal static class QuoteRules
{
    private const int EarliestYear = -800;
    private const int LatestYear = 2100;

    public static void Check(LoadedDay day)
    {
        for (var i = 0; i < day.Quotes?.Value.Quotes.Length; i++)
        {
            var quote = day.Quotes!.Value.Quotes[i];
            if (!quote.Text.TryGet(quote.Original, out _))
            {
                day.Quotes.Report(DiagnosticCode.OriginalMissing, ["quotes", i, "original"], $"\"{quote.Original}\" as the original language, and no text in it",
                    "one of the languages under \"text\"", "add the original words, or correct the language");
            }
            CheckYear(day.Quotes, quote.Citation.Year, ["quotes", i, "citation", "year"]);
        }
        for (var i = 0; i < day.Sources?.Value.Sources.Length; i++)
        {
            CheckYear(day.Sources!, day.Sources!.Value.Sources[i].Year, ["sources", i, "year"]);
        }
    }

    private static void CheckYear(ILoadedFile file, int? year, ReadOnlySpan<PathSegment> path)
    {
        if (year is < EarliestYear or > LatestYear)
        {
            file.Report(DiagnosticCode.MalformedValue, path, $"the year {year}", $"a year from {EarliestYear} to {LatestYear}", "correct the year, or leave it out when it is not known");
        }
    }
}
