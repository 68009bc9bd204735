using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>
/// One kind of mistake an author can make. This is the only catalogue; a code's number is never given to another mistake.
/// LD1 is about files, LD2 about the form of data, LD3 about texts, LD4 about names and references, LD5 about the day.
/// </summary>
public sealed class DiagnosticCode
{
    private DiagnosticCode(string id, Severity severity, string title, string remedy) => (Id, Severity, Title, Remedy) = (id, severity, title, remedy);

    /// <summary>The code as printed, <c>LD101</c>.</summary>
    public string Id { get; }

    /// <summary>Whether it stops the run.</summary>
    public Severity Severity { get; }

    /// <summary>The mistake in a few words.</summary>
    public string Title { get; }

    /// <summary>How mistakes of this kind are mended, as a sentence; a diagnostic's own remedy knows the case.</summary>
    public string Remedy { get; }

    /// <summary>The code as printed.</summary>
    public override string ToString() => Id;

    /// <summary>Every code, by number.</summary>
    public static ImmutableArray<DiagnosticCode> All => [.. Catalogue];

    // Filled by the fields below as they are initialised, so that no code can be left out of it.
    private static readonly List<DiagnosticCode> Catalogue = [];

    private static DiagnosticCode Error(string id, string title, string remedy) => Enlist(new(id, Severity.Error, title, remedy));

    private static DiagnosticCode Warning(string id, string title, string remedy) => Enlist(new(id, Severity.Warning, title, remedy));

    private static DiagnosticCode Enlist(DiagnosticCode code)
    {
        Catalogue.Add(code);
        return code;
    }

    internal static readonly DiagnosticCode MissingFile = Error("LD101", "A file or folder is missing",
        "Write the file, or take away what names it.");
    internal static readonly DiagnosticCode NotUtf8 = Error("LD102", "A file is not UTF-8",
        "Save the file as UTF-8, which editors offer when saving.");
    internal static readonly DiagnosticCode FileTooLarge = Error("LD103", "A file is too large",
        "Divide the file's content, or take something away: a JSON file may have 10 MB, a Markdown file 200 kB.");
    internal static readonly DiagnosticCode UnreadableFile = Error("LD104", "A file cannot be read",
        "Check the file's permissions, and that no other program holds it.");
    internal static readonly DiagnosticCode UnexpectedFile = Error("LD105", "A file or folder that nothing refers to",
        "Correct its name, refer to it, or take it away.");
    internal static readonly DiagnosticCode NotAPlainFile = Error("LD106", "A link or device instead of a file",
        "Put the file itself in its place; links are not followed.");
    internal static readonly DiagnosticCode NoAnswer = Error("LD107", "An address that does not give the data",
        "Check the address: a site publishes its data at /data/v1/network.json below its own.");
    internal static readonly DiagnosticCode TooManyFaults = Error("LD108", "More faults in a file than are reported",
        "Mend those that are reported, then look again.");

    internal static readonly DiagnosticCode BrokenJson = Error("LD201", "The file is not JSON",
        "Look at the place reported and at the line before it: a comma, a bracket or a quotation mark is missing or too many.");
    internal static readonly DiagnosticCode DuplicateField = Error("LD202", "A field appears twice",
        "Take one of the two away.");
    internal static readonly DiagnosticCode UnknownField = Error("LD203", "A field that does not exist",
        "Correct its name to one of those the message lists, or take it away.");
    internal static readonly DiagnosticCode MissingField = Error("LD204", "A field is missing",
        "Add the field.");
    internal static readonly DiagnosticCode WrongType = Error("LD205", "A value of the wrong kind",
        "Write the value in the form the message names, or leave the whole field out where it may be missing.");
    internal static readonly DiagnosticCode MalformedValue = Error("LD206", "A value that breaks its rule",
        "Write the value as the message says.");
    internal static readonly DiagnosticCode OtherVersion = Error("LD207", "Published data of another version",
        "Read it with a library that knows that version, or read the address of this one.");

    internal static readonly DiagnosticCode MissingTranslation = Error("LD301", "A translation is missing",
        "Write the text, beside the others or in the file the message names.");
    internal static readonly DiagnosticCode UnknownLanguage = Error("LD302", "A language the network does not have",
        "Correct the language's tag, take the text away, or add the language to network.json.");
    internal static readonly DiagnosticCode BlankText = Error("LD303", "An empty text",
        "Write the text, or leave the field out where it may be missing.");
    internal static readonly DiagnosticCode TextTooLong = Error("LD304", "A text is too long",
        "Shorten the text, or move it to a topic's Markdown file: in JSON it may have 20,000 characters.");
    internal static readonly DiagnosticCode ForbiddenCharacter = Error("LD305", "A character that must not stand in a text",
        "Take the character away; it is invisible, or changes how the text around it is shown.");
    internal static readonly DiagnosticCode TypographicQuotationMark = Error("LD306", "A typographic quotation mark",
        "Write a straight one, in JSON with a backslash before it; each language's own marks are set when the page is made.");
    internal static readonly DiagnosticCode RawHtml = Error("LD307", "HTML in a text",
        "Write it as Markdown, without tags; before a < that is to be shown goes a backslash.");
    internal static readonly DiagnosticCode ForbiddenLink = Error("LD308", "A link that may not be followed",
        "Write the whole address with https or mailto, or name an item by its kind and id.");
    internal static readonly DiagnosticCode UnsupportedMarkdown = Error("LD309", "Markdown that the site does not show",
        "Write it with headings of level 2 and 3, lists, emphasis and links alone, and a short text as one paragraph.");
    internal static readonly DiagnosticCode Untranslated = Warning("LD310", "A text that seems not to be translated",
        "Translate it; where two are the same, one of them.");
    internal static readonly DiagnosticCode TooDeepMarkdown = Error("LD311", "Markdown nested too deeply",
        "Take lists and emphasis out of each other, and close every bracket.");
    internal static readonly DiagnosticCode TooLittleTranslated = Error("LD312", "Too little is translated",
        "Write more of the texts that 'ledelsesdag translations' lists, or ask for less in network.json.");
    internal static readonly DiagnosticCode StillToBeFilledIn = Warning("LD313", "Something that is still to be filled in",
        "Write what the draft could not know.");

    internal static readonly DiagnosticCode DuplicateId = Error("LD401", "An id appears twice",
        "Give one of the two another name.");
    internal static readonly DiagnosticCode UnknownReference = Error("LD402", "A reference to nothing",
        "Correct the id to that of an item that exists, or write the item.");
    internal static readonly DiagnosticCode DuplicateSlug = Error("LD403", "Two pages at one address",
        "Choose another slug for one of the two.");
    internal static readonly DiagnosticCode ReservedSlug = Error("LD404", "An address the site or a system keeps for itself",
        "Choose another word.");
    internal static readonly DiagnosticCode NotEmbeddable = Error("LD405", "An item that cannot be shown inside a text",
        "Link to it instead.");
    internal static readonly DiagnosticCode NotShownOnce = Error("LD406", "Questions that are not shown in exactly one topic",
        "Show the set in the text of exactly one topic.");
    internal static readonly DiagnosticCode DifferentItems = Error("LD407", "Languages that show different items",
        "Show the item in every language's text, or in none.");

    internal static readonly DiagnosticCode EndNotAfterStart = Error("LD501", "An end that is not later than its start",
        "Correct one of the two times; a session ends on the day it begins.");
    internal static readonly DiagnosticCode SessionsOverlap = Error("LD502", "Sessions that overlap or stand out of order",
        "Correct the times, or move the session to its place in the list.");
    internal static readonly DiagnosticCode NoProvenance = Error("LD503", "An item that does not say where it comes from",
        "Give the numbers of its slides, or say that the editor added it, and not both.");
    internal static readonly DiagnosticCode NoSuchSlide = Error("LD504", "A slide number the deck does not have, or out of order",
        "Correct the number, or slideCount in day.json; numbers stand in rising order.");
    internal static readonly DiagnosticCode SlideWithoutHome = Error("LD505", "Slides that no item comes from",
        "Add the slide's content, or its number where the content is, or correct slideCount.");
    internal static readonly DiagnosticCode UnevenTable = Error("LD506", "Rows or paths of unequal length",
        "Give every row a cell for each column, and every path as many steps as the first.");
    internal static readonly DiagnosticCode EmptyList = Error("LD507", "A list that is too short",
        "Add what is missing.");
    internal static readonly DiagnosticCode OriginalMissing = Error("LD508", "A quote without its original words",
        "Add the original words, or correct the language.");
    internal static readonly DiagnosticCode DaysOutOfOrder = Error("LD509", "Days out of order",
        "Change the days' places in network.json: the oldest stands first.");
}
