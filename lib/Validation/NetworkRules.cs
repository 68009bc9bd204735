using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Rules for <c>network.json</c>, the glossary and the network's own pages.</summary>
internal static class NetworkRules
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
}
