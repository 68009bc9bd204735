namespace Ledelsesdag.Site.Import;

/// <summary>The few words a draft needs that no deck gives, so plain that nobody takes them for content.</summary>
internal sealed record DraftWords(string FillIn, string NetworkTitle, string NetworkDescription, string DayTitle, string Summary, string Place,
    string Host, string Session, string TopicSummary, string TopicBody, string Slide, string Picture, string LanguageName)
{
    private static readonly DraftWords Danish = new("UDFYLD", "netværkets navn", "hvad netværket er, i en sætning", "dagens navn", "hvad dagen handlede om, i en sætning", "hvor dagen blev holdt",
        "hvem der holdt dagen", "programmet", "hvad emnet handler om, i en sætning", "sliden har kun en overskrift", "Slide", "Billede", "Dansk");

    private static readonly DraftWords English = new("FILL IN", "the network's name", "what the network is, in a sentence", "the day's name", "what the day was about, in a sentence", "where the day was held",
        "who held the day", "the programme", "what the topic is about, in a sentence", "the slide has a heading only", "Slide", "Picture", "English");

    /// <summary>What every text begins with that is still to be written, one of <see cref="Content.Unfilled.Markers"/>: loading warns of each.</summary>
    public string Marker => FillIn + ": ";

    /// <summary>The words in Danish, else in English.</summary>
    public static DraftWords Of(string language) => language == "da" ? Danish : English with { LanguageName = language == "en" ? "English" : language };
}
