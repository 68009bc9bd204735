using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for the day as a whole: nothing of the deck gets lost.</summary>
internal static class DayRules
{
    public static void Check(LoadedDay day, ContentWalker walker)
    {
        if (day.Topics is { } topics)
        {
            ListRules.AtLeast(topics, topics.Value.Topics.Length, 1, "topics");
        }
        if (day.Day is not { } file)
        {
            return;
        }
        ListRules.AtLeast(file, file.Value.Hosts.Length, 1, "hosts");
        if (!IsTimeZone(file.Value.TimeZone))
        {
            file.Report(DiagnosticCode.MalformedValue, ["timeZone"], $"\"{Printable.Text(file.Value.TimeZone)}\"",
                "an IANA time zone such as Europe/Copenhagen", "write the area and the city of the zone");
        }
        if (file.Value.SlideCount is < 1 or > ProvenanceRules.MostSlides)
        {
            file.Report(DiagnosticCode.MalformedValue, ["slideCount"], $"{file.Value.SlideCount} slides", $"1 to {ProvenanceRules.MostSlides}", "count the deck's slides");
        }
        else if (day.IsComplete)
        {
            var home = ProvenanceRules.SlidesOf(day, walker);
            var homeless = Enumerable.Range(1, file.Value.SlideCount).Where(slide => !home.Contains(slide)).ToList();
            if (homeless.Count > 0)
            {
                file.Report(DiagnosticCode.SlideWithoutHome, ["slideCount"],
                    $"no item that comes from slide {string.Join(", ", homeless.Take(12))}{(homeless.Count > 12 ? $" and {homeless.Count - 12} more" : "")}",
                    "every slide of the deck in at least one item's \"slides\"", "add the slide's content, or its number where the content is, or correct slideCount");
            }
        }
    }

    // A rule of form only: which zones exist differs between machines, and the machine has no say here.
    private static bool IsTimeZone(string zone) =>
        zone.Split('/') is { Length: 2 or 3 } parts
        && parts.All(part => part.Length > 0 && char.IsAsciiLetterUpper(part[0]) && part.All(c => char.IsAsciiLetter(c) || c is '_' or '-'));
}
