namespace Ledelsesdag.Site.Import;

/// <summary>The few words a draft needs that no deck gives, so plain that nobody takes them for content.</summary>
internal sealed record DraftWords(string FillIn, string NetworkTitle, string NetworkDescription, string DayTitle, string Summary, string Place,
    string Host, string Session, string TopicSummary, string TopicBody, string Slide, string Picture, string LanguageName)
{
    /// <summary>The words in Danish, else in English.</summary>
    public static DraftWords Of(string language) => language == "da"
        ? new("UDFYLD", "netværkets navn", "hvad netværket er, i en sætning", "dagens navn", "hvad dagen handlede om, i en sætning", "hvor dagen blev holdt",
            "hvem der holdt dagen", "programmet", "hvad emnet handler om, i en sætning", "diaset har kun en overskrift", "Dias", "Billede", "Dansk")
        : new("FILL IN", "the network's name", "what the network is, in a sentence", "the day's name", "what the day was about, in a sentence", "where the day was held",
            "who held the day", "the programme", "what the topic is about, in a sentence", "the slide has a heading only", "Slide", "Picture", language == "en" ? "English" : language);
}
