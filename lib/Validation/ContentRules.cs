using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Every rule there is, over everything that could be read.</summary>
/// <remarks>
/// Of a file that has more faults than are told, the first rules' are told. So each file's rules run one after the other, and only
/// days, which share no file, are checked by all processors.
/// </remarks>
internal static class ContentRules
{
    public static void Check(LoadedContent content, ContentWalker walker)
    {
        TextRules.CheckNetwork(content, walker);
        AllProcessors.ForEach(content.Days, day => TextRules.Check(day, content.Languages, walker));
        UnfilledRules.Check(content);
        NetworkRules.Check(content);
        AddressRules.Check(content);
        var references = new ReferenceRules(content, walker);
        references.CheckNetwork();
        ProvenanceRules.CheckGlossary(content, walker);
        AllProcessors.ForEach(content.Days, day =>
        {
            references.Check(day);
            IdRules.Check(day);
            DayRules.Check(day, walker);
            ProgrammeRules.Check(day);
            ProvenanceRules.Check(day, walker);
            QuoteRules.Check(day);
            QuestionRules.Check(day);
            TableRules.Check(day);
        });
    }
}
