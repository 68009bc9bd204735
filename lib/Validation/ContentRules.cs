using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Every rule there is, over everything that could be read. The order does not matter; the faults are sorted later.</summary>
internal static class ContentRules
{
    public static void Check(LoadedContent content)
    {
        TextRules.Check(content);
        UnfilledRules.Check(content);
        NetworkRules.Check(content);
        AddressRules.Check(content);
        ReferenceRules.Check(content);
        ProvenanceRules.CheckGlossary(content);
        foreach (var day in content.Days)
        {
            IdRules.Check(day);
            DayRules.Check(day);
            ProgrammeRules.Check(day);
            ProvenanceRules.Check(day);
            QuoteRules.Check(day);
            QuestionRules.Check(day);
            TableRules.Check(day);
        }
    }
}
