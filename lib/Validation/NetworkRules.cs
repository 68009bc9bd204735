using System.Text.RegularExpressions;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Loading.Files;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for <c>network.json</c>, the glossary and the network's own pages.</summary>
internal static partial class NetworkRules
{
    public static void Check(LoadedContent content)
    {
        if (content.Network is { } network)
        {
            ListRules.AtLeast(network, network.Value.Languages.Length, 1, "languages");
            ListRules.AtLeast(network, network.Value.Days.Length, 1, "days");
            if (network.Value.Languages.Length > ContentLimits.Languages)
            {
                network.Report(DiagnosticCode.MalformedValue, ["languages"], $"{network.Value.Languages.Length} languages", $"at most {ContentLimits.Languages}", "take some away");
            }
            ListRules.NoneTwice(network, network.Value.Languages, language => language.Tag.Tag, i => ["languages", i, "tag"], "language");
            ListRules.NoneTwice(network, network.Value.Days, day => day.Value, i => ["days", i], "day");
            if (network.Value.Address is { IsAbsoluteUri: true } address && (address.Query.Length > 0 || address.Fragment.Length > 0))
            {
                network.Report(DiagnosticCode.MalformedValue, ["address"], $"the address \"{Printable.Text(address.OriginalString)}\"",
                    "an address without ? and #", "keep only what stands before them");
            }
            CheckContact(network);
            CheckOrder(network, content);
        }
        if (content.Glossary is { } glossary)
        {
            ListRules.NoneTwice(glossary, glossary.Value.Terms, term => term.Id.Value, i => ["terms", i, "id"], "term");
        }
        if (content.Pages is { } pages)
        {
            ListRules.NoneTwice(pages, pages.Value.Pages, page => page.Id.Value, i => ["pages", i, "id"], "page");
        }
    }

    private static void CheckContact(ContentFile<NetworkFile> network)
    {
        var contact = network.Value.Contact;
        if (contact?.Email is { } email && !EmailAddress().IsMatch(email))
        {
            network.Report(DiagnosticCode.MalformedValue, ["contact", "email"], $"\"{Printable.Text(email)}\" as an e-mail address",
                "an address such as name@example.org", "correct it, or leave the field out");
        }
        if (contact?.Phone is { } phone && !PhoneNumber().IsMatch(phone))
        {
            network.Report(DiagnosticCode.MalformedValue, ["contact", "phone"], $"\"{Printable.Text(phone)}\" as a telephone number",
                "digits, spaces and hyphens, with a + before the country's, such as +45 12 34 56 78", "correct it, or leave the field out");
        }
    }

    // The front page leads to the last of them as the newest.
    private static void CheckOrder(ContentFile<NetworkFile> network, LoadedContent content)
    {
        var days = network.Value.Days;
        var dates = content.Days.DistinctBy(day => day.Id).ToDictionary(day => day.Id, day => day.Day?.Value.Date);
        for (var i = 1; i < days.Length; i++)
        {
            if (DateOf(days[i - 1]) is { } before && DateOf(days[i]) is { } date && date < before)
            {
                network.Report(DiagnosticCode.DaysOutOfOrder, ["days", i], $"the day of {date:yyyy-MM-dd} after that of {before:yyyy-MM-dd}", "the oldest day first", "change their places");
            }
        }

        DateOnly? DateOf(Id id) => dates.GetValueOrDefault(id);
    }

    [GeneratedRegex(@"^[^\s@<>""(),:;]+@[^\s@<>""(),:;]+\.[^\s@<>""(),:;.]+$")]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"^\+?[0-9](?:[ -]?[0-9])+$")]
    private static partial Regex PhoneNumber();
}
