using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content.Validation;

/// <summary>Every rule there is, over everything that could be read.</summary>
internal static class ContentRules
{
    public static void Check(LoadedContent content, ContentWalker walker, DiagnosticBag diagnostics) =>
        diagnostics.FindInAnyOrder(inOrder => Check(content, walker, inOrder));

    // Where the order counts, the first rules' faults are told, the first days' before the others'.
    private static void Check(LoadedContent content, ContentWalker walker, bool inOrder)
    {
        TextRules.CheckNetwork(content, walker);
        ForEachDay(day => TextRules.Check(day, content.Languages, walker));
        UnfilledRules.Check(content);
        NetworkRules.Check(content);
        AddressRules.Check(content);
        var references = new ReferenceRules(content, walker);
        references.CheckNetwork();
        ProvenanceRules.CheckGlossary(content, walker);
        ForEachDay(day =>
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

        void ForEachDay(Action<LoadedDay> check) => AllProcessors.ForEach(content.Days, check, inOrder);
    }
}
