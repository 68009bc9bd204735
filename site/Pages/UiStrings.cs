namespace Ledelsesdag.Site.Pages;

/// <summary>
/// Every word of the interface in one language, read from <c>strings/tag.json</c>. Each property is required, so a
/// language that misses a word does not load. Words in braces are filled in by the page: <c>{n}</c>, <c>{day}</c>.
/// </summary>
public sealed record UiStrings
{
    /// <summary>The language with its country, as Open Graph wants it: <c>da_DK</c>.</summary>
    public required string Locale { get; init; }

    /// <summary>The letters in the language's own order; each entry holds what counts as that letter, first the letter itself.</summary>
    public required Alphabet Alphabet { get; init; }

    /// <summary>The language's quotation marks and apostrophe.</summary>
    public required QuotationMarks QuotationMarks { get; init; }

    /// <summary>How dates, times and durations are written.</summary>
    public required DateWords Dates { get; init; }

    /// <summary>The addresses of the pages that every day or network has. A slug is a promise: changing one breaks links.</summary>
    public required SlugsWords Slugs { get; init; }

    /// <summary>What stands around every page.</summary>
    public required FrameWords Frame { get; init; }

    /// <summary>The front page.</summary>
    public required HomeWords Home { get; init; }

    /// <summary>A day's own page.</summary>
    public required DayWords Day { get; init; }

    /// <summary>The programme.</summary>
    public required ProgrammeWords Programme { get; init; }

    /// <summary>Topics and their overview.</summary>
    public required TopicsWords Topics { get; init; }

    /// <summary>Quotes and their overview.</summary>
    public required QuotesWords Quotes { get; init; }

    /// <summary>The page of questions.</summary>
    public required QuestionsWords Questions { get; init; }

    /// <summary>The page to answer the questions on.</summary>
    public required WorksheetWords Worksheet { get; init; }

    /// <summary>The glossary.</summary>
    public required GlossaryWords Glossary { get; init; }

    /// <summary>Sources, corrections and additions.</summary>
    public required SourcesWords Sources { get; init; }

    /// <summary>The page of QR codes.</summary>
    public required RoomWords Room { get; init; }

    /// <summary>The whole day on one page.</summary>
    public required HandoutWords Handout { get; init; }

    /// <summary>The day as a file by itself.</summary>
    public required OfflineWords Offline { get; init; }

    /// <summary>Posters and cards to print.</summary>
    public required PostersWords Posters { get; init; }

    /// <summary>The day as slides.</summary>
    public required SlidesWords Slides { get; init; }

    /// <summary>The page for facilitators.</summary>
    public required FacilitatorWords Facilitator { get; init; }

    /// <summary>The search page and form.</summary>
    public required SearchWords Search { get; init; }

    /// <summary>The page for addresses that lead nowhere.</summary>
    public required NotFoundWords NotFound { get; init; }
}

/// <summary>The addresses of the pages that every day or network has. A slug is a promise: changing one breaks links.</summary>
public sealed record SlugsWords
{
    public required PageSlug Programme { get; init; }

    public required PageSlug Topics { get; init; }

    public required PageSlug Quotes { get; init; }

    public required PageSlug Questions { get; init; }

    public required PageSlug Worksheet { get; init; }

    public required PageSlug Sources { get; init; }

    public required PageSlug Room { get; init; }

    public required PageSlug Handout { get; init; }

    public required PageSlug Posters { get; init; }

    public required PageSlug Slides { get; init; }

    public required PageSlug Facilitator { get; init; }

    public required PageSlug Glossary { get; init; }

    public required PageSlug Search { get; init; }
}

/// <summary>What stands around every page.</summary>
public sealed record FrameWords
{
    public required string SkipToContent { get; init; }

    public required string Menu { get; init; }

    public required string MainNavigation { get; init; }

    public required string LanguageNavigation { get; init; }

    public required string Breadcrumbs { get; init; }

    public required string OnThisPage { get; init; }

    public required string Home { get; init; }

    public required string FooterNavigation { get; init; }

    public required string Contact { get; init; }

    public required string AccessibilityStatement { get; init; }

    public required string Rights { get; init; }

    public required string OurTranslation { get; init; }

    public required string NotTranslated { get; init; }

    public required string EditorsAddition { get; init; }

    public required string TitleByEditor { get; init; }
}

/// <summary>The front page.</summary>
public sealed record HomeWords
{
    public required string Start { get; init; }

    public required string Overview { get; init; }

    public required string TheDay { get; init; }
}

/// <summary>A day's own page.</summary>
public sealed record DayWords
{
    public required string About { get; init; }

    public required string Date { get; init; }

    public required string Place { get; init; }

    public required string Hosts { get; init; }

    public required Pattern HostFrom { get; init; }

    public required string MainTopics { get; init; }

    public required string More { get; init; }

    public required Pattern Timeline { get; init; }

    public required Pattern TimelinePlace { get; init; }
}

/// <summary>The programme.</summary>
public sealed record ProgrammeWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required Plural Sessions { get; init; }

    public required string TopicsInSession { get; init; }

    public required Plural Questions { get; init; }

    public required string DayToCalendar { get; init; }

    public required string SessionToCalendar { get; init; }
}

/// <summary>Topics and their overview.</summary>
public sealed record TopicsWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required Pattern Lead { get; init; }

    public required Plural Count { get; init; }

    public required string Map { get; init; }

    public required string SlideIndex { get; init; }

    public required string SlideIndexLead { get; init; }

    public required Pattern Position { get; init; }

    public required Plural Reading { get; init; }

    public required Pattern SlideOf { get; init; }

    public required Pattern Slides { get; init; }

    public required Pattern Slide { get; init; }

    public required string Related { get; init; }

    public required string RelatedQuotes { get; init; }

    public required string RelatedQuestions { get; init; }

    public required string Previous { get; init; }

    public required string Next { get; init; }

    public required string DayOrder { get; init; }
}

/// <summary>Quotes and their overview.</summary>
public sealed record QuotesWords
{
    public required string Source { get; init; }

    public required string Copy { get; init; }

    public required string Copied { get; init; }

    public required string NotCopied { get; init; }

    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required string Lead { get; init; }

    public required Pattern QuoteTitle { get; init; }

    public required Pattern QuoteDescription { get; init; }

    public required string Original { get; init; }

    public required string OurTranslation { get; init; }

    public required string Permalink { get; init; }

    public required string Address { get; init; }

    public required string UsedIn { get; init; }

    public required Pattern QuotedIn { get; init; }

    public required string Facts { get; init; }
}

/// <summary>The page of questions.</summary>
public sealed record QuestionsWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required string Lead { get; init; }

    public required string Label { get; init; }

    public required string UsedIn { get; init; }
}

/// <summary>The glossary.</summary>
public sealed record GlossaryWords
{
    public required string AllByEditor { get; init; }

    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required string Lead { get; init; }

    public required string AlsoCalled { get; init; }
}

/// <summary>Sources, corrections and additions.</summary>
public sealed record SourcesWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required string Sources { get; init; }

    public required string Corrections { get; init; }

    public required string CorrectionsLead { get; init; }

    public required string CorrectionsCaption { get; init; }

    public required string CorrectionSlide { get; init; }

    public required string CorrectionSource { get; init; }

    public required string CorrectionCorrected { get; init; }

    public required string CorrectionReason { get; init; }

    public required string NoCorrections { get; init; }

    public required string Additions { get; init; }

    public required string AdditionsLead { get; init; }

    public required Pattern AdditionTitle { get; init; }

    public required Pattern AdditionTerm { get; init; }

    public required string NoAdditions { get; init; }
}

/// <summary>The page to answer the questions on. All but the first few are said by its script.</summary>
public sealed record WorksheetWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required string Lead { get; init; }

    /// <summary>On the page of questions, the way to the worksheet: a sentence.</summary>
    public required string Link { get; init; }

    /// <summary>Under a set of questions, the way to where they are answered.</summary>
    public required string Answer { get; init; }

    public required string Privacy { get; init; }

    /// <summary>Above questions that belong to no session.</summary>
    public required string OtherQuestions { get; init; }

    public required string YourNotes { get; init; }

    public required string Save { get; init; }

    public required string DeleteAll { get; init; }

    public required string DeleteQuestion { get; init; }

    public required string Text { get; init; }

    public required string Copy { get; init; }

    public required string Read { get; init; }

    public required string Print { get; init; }

    public required string PrintBlank { get; init; }

    public required string NotSaved { get; init; }

    public required string Saved { get; init; }

    public required string Deleted { get; init; }

    public required string Full { get; init; }

    public required string Blocked { get; init; }

    public required Pattern Damaged { get; init; }

    public required Plural Taken { get; init; }

    public required string BadFile { get; init; }

    public required string OtherDay { get; init; }

    public required string Removed { get; init; }

    public required string RemovedLabel { get; init; }

    /// <summary>Above what another tab or a copy has for a question that is already answered otherwise.</summary>
    public required string Apart { get; init; }

    /// <summary>Above the reader's own first step.</summary>
    public required string Reminder { get; init; }

    /// <summary>What the reader writes there; in a calendar, the reminder's name.</summary>
    public required string FirstStep { get; init; }

    public required string ReminderLead { get; init; }

    public required string InTwoWeeks { get; init; }

    public required string InThreeMonths { get; init; }

    public required string StepMissing { get; init; }

    /// <summary>What is said of a reminder that was made; <c>{date}</c> is its day, put in by the script.</summary>
    public required Pattern Reminded { get; init; }
}

/// <summary>The page of QR codes.</summary>
public sealed record RoomWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required string Lead { get; init; }

    /// <summary>What a code is, for those who do not see it.</summary>
    public required Pattern Code { get; init; }
}

/// <summary>The whole day on one page.</summary>
public sealed record HandoutWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    /// <summary>How to print it.</summary>
    public required string Hint { get; init; }

    public required string Contents { get; init; }

    public required string Time { get; init; }

    public required string Session { get; init; }

    /// <summary>A link to a PDF, with what it holds and its size in kilobytes.</summary>
    public required Pattern Pdf { get; init; }

    /// <summary>Above quotes and questions that no topic shows.</summary>
    public required string More { get; init; }
}

/// <summary>The day as a file by itself, and the way to it.</summary>
public sealed record OfflineWords
{
    public required string Link { get; init; }

    /// <summary>How large the file is and what is in it, in brackets behind the link; <c>{size}</c> in kilobytes.</summary>
    public required Pattern Size { get; init; }

    /// <summary>In the file, the way back to the site.</summary>
    public required string OnTheWeb { get; init; }
}

/// <summary>Posters and cards to print.</summary>
public sealed record PostersWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required string Lead { get; init; }

    /// <summary>The question above the kinds.</summary>
    public required string Choose { get; init; }

    /// <summary>How to print what was chosen.</summary>
    public required string Hint { get; init; }

    /// <summary>Prints a poster without its dark ground.</summary>
    public required string Light { get; init; }

    public required string Codex { get; init; }

    public required string Cards { get; init; }

    public required PosterKindsWords Kinds { get; init; }
}

/// <summary>What posters and cards can be printed on.</summary>
public sealed record PosterKindsWords
{
    public required PosterKindWords CodexA4 { get; init; }

    public required PosterKindWords CodexA3 { get; init; }

    public required PosterKindWords CardsA4 { get; init; }

    public required PosterKindWords CardsA6 { get; init; }

    /// <summary>The words of a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is no poster and no card.</exception>
    public PosterKindWords this[PrintKind kind] => kind switch
    {
        PrintKind.CodexA4 => CodexA4,
        PrintKind.CodexA3 => CodexA3,
        PrintKind.CardsA4 => CardsA4,
        PrintKind.CardsA6 => CardsA6,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is no poster and no card."),
    };
}

/// <summary>One way to print posters or cards.</summary>
public sealed record PosterKindWords
{
    public required string Name { get; init; }

    /// <summary>What the PDF is called after the day.</summary>
    public required PageSlug File { get; init; }
}

/// <summary>The day as slides. Most of the words belong to what a script does with them.</summary>
public sealed record SlidesWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required string Lead { get; init; }

    public required string Start { get; init; }

    public required string Print { get; init; }

    public required string Show { get; init; }

    public required string Next { get; init; }

    public required string Previous { get; init; }

    public required string Overview { get; init; }

    public required string Speaker { get; init; }

    public required string FullScreen { get; init; }

    public required string Keys { get; init; }

    public required string Leave { get; init; }

    public required string Close { get; init; }

    public required string Notes { get; init; }

    public required string Clock { get; init; }

    public required string Elapsed { get; init; }

    public required string Reset { get; init; }

    public required Pattern Deck { get; init; }

    public required string ReadMore { get; init; }

    public required string End { get; init; }

    public required string Space { get; init; }

    public required string FirstAndLast { get; init; }

    public required string ByNumber { get; init; }

    public required string OverviewKey { get; init; }
}

/// <summary>The page for facilitators.</summary>
public sealed record FacilitatorWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required string Lead { get; init; }

    public required string Times { get; init; }

    public required string Time { get; init; }

    public required string Length { get; init; }

    public required string Session { get; init; }

    public required string Asked { get; init; }

    public required string Slides { get; init; }
}

/// <summary>The search page and form.</summary>
public sealed record SearchWords
{
    public required string Title { get; init; }

    public required Pattern Description { get; init; }

    public required string Label { get; init; }

    public required string SiteSearch { get; init; }

    public required string Button { get; init; }

    public required string Hint { get; init; }

    public required string KeyOff { get; init; }

    public required string KeyOn { get; init; }

    public required string Loading { get; init; }

    public required Pattern NoResults { get; init; }

    public required Pattern ResultsOne { get; init; }

    public required Pattern ResultsMany { get; init; }

    public required string Failed { get; init; }

    public required string WithoutScript { get; init; }

    public required string Overviews { get; init; }

    /// <summary>On the button under the results that leads to further ones.</summary>
    public required string More { get; init; }

    public required string Closest { get; init; }

    /// <summary>How to walk through the results under the header's field; heard, not seen.</summary>
    public required string Arrows { get; init; }

    public required Pattern AllResults { get; init; }

    public required string AllTopics { get; init; }

    public required Pattern OtherLanguage { get; init; }

    public required string Kinds { get; init; }

    public required string KindAll { get; init; }

    public required string KindPage { get; init; }

    public required string KindTopic { get; init; }

    public required string KindQuote { get; init; }

    public required string KindQuestion { get; init; }

    public required string KindCodex { get; init; }

    public required string KindSession { get; init; }

    public required string KindTerm { get; init; }
}

/// <summary>The page for addresses that lead nowhere.</summary>
public sealed record NotFoundWords
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Lead { get; init; }

    public required string TryThese { get; init; }
}
