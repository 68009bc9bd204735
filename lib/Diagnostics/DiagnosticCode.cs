using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>
/// One kind of mistake an author can make. This is the only catalogue; a code's number is never given to another mistake.
/// LD1 is about files, LD2 about the form of data, LD3 about texts, LD4 about names and references, LD5 about the day.
/// </summary>
public sealed class DiagnosticCode
{
    private DiagnosticCode(string id, Severity severity, string title) => (Id, Severity, Title) = (id, severity, title);

    /// <summary>The code as printed, <c>LD101</c>.</summary>
    public string Id { get; }

    /// <summary>Whether it stops the run.</summary>
    public Severity Severity { get; }

    /// <summary>The mistake in a few words.</summary>
    public string Title { get; }

    /// <summary>The code as printed.</summary>
    public override string ToString() => Id;

    /// <summary>Every code, by number.</summary>
    public static ImmutableArray<DiagnosticCode> All => [.. Catalogue];

    // Filled by the fields below as they are initialised, so that no code can be left out of it.
    private static readonly List<DiagnosticCode> Catalogue = [];

    private static DiagnosticCode Error(string id, string title) => Enlist(new(id, Severity.Error, title));

    private static DiagnosticCode Warning(string id, string title) => Enlist(new(id, Severity.Warning, title));

    private static DiagnosticCode Enlist(DiagnosticCode code)
    {
        Catalogue.Add(code);
        return code;
    }

    internal static readonly DiagnosticCode MissingFile = Error("LD101", "A file or folder is missing");
    internal static readonly DiagnosticCode NotUtf8 = Error("LD102", "A file is not UTF-8");
    internal static readonly DiagnosticCode FileTooLarge = Error("LD103", "A file is too large");
    internal static readonly DiagnosticCode UnreadableFile = Error("LD104", "A file cannot be read");
    internal static readonly DiagnosticCode UnexpectedFile = Error("LD105", "A file or folder that nothing refers to");
    internal static readonly DiagnosticCode NotAPlainFile = Error("LD106", "A link or device instead of a file");
    internal static readonly DiagnosticCode NoAnswer = Error("LD107", "An address that does not give the data");
    internal static readonly DiagnosticCode TooManyFaults = Error("LD108", "More faults in a file than are told");

    internal static readonly DiagnosticCode BrokenJson = Error("LD201", "The file is not JSON");
    internal static readonly DiagnosticCode DuplicateField = Error("LD202", "A field stands twice");
    internal static readonly DiagnosticCode UnknownField = Error("LD203", "A field that does not exist");
    internal static readonly DiagnosticCode MissingField = Error("LD204", "A field is missing");
    internal static readonly DiagnosticCode WrongType = Error("LD205", "A value of the wrong kind");
    internal static readonly DiagnosticCode MalformedValue = Error("LD206", "A value that breaks its rule");
    internal static readonly DiagnosticCode OtherVersion = Error("LD207", "Published data of another version");

    internal static readonly DiagnosticCode MissingTranslation = Error("LD301", "A translation is missing");
    internal static readonly DiagnosticCode UnknownLanguage = Error("LD302", "A language the network does not have");
    internal static readonly DiagnosticCode BlankText = Error("LD303", "An empty text");
    internal static readonly DiagnosticCode TextTooLong = Error("LD304", "A text is too long");
    internal static readonly DiagnosticCode ForbiddenCharacter = Error("LD305", "A character that must not stand in a text");
    internal static readonly DiagnosticCode TypographicQuotationMark = Error("LD306", "A typographic quotation mark");
    internal static readonly DiagnosticCode RawHtml = Error("LD307", "HTML in a text");
    internal static readonly DiagnosticCode ForbiddenLink = Error("LD308", "A link that may not be followed");
    internal static readonly DiagnosticCode UnsupportedMarkdown = Error("LD309", "Markdown that the site does not show");
    internal static readonly DiagnosticCode Untranslated = Warning("LD310", "A text that seems not to be translated");
    internal static readonly DiagnosticCode TooDeepMarkdown = Error("LD311", "Markdown nested too deeply");
    internal static readonly DiagnosticCode TooLittleTranslated = Error("LD312", "Too little is translated");

    internal static readonly DiagnosticCode DuplicateId = Error("LD401", "An id stands twice");
    internal static readonly DiagnosticCode UnknownReference = Error("LD402", "A reference to nothing");
    internal static readonly DiagnosticCode DuplicateSlug = Error("LD403", "Two pages at one address");
    internal static readonly DiagnosticCode ReservedSlug = Error("LD404", "An address the site or a system keeps for itself");
    internal static readonly DiagnosticCode NotEmbeddable = Error("LD405", "An item that cannot be shown inside a text");
    internal static readonly DiagnosticCode NotShownOnce = Error("LD406", "Questions that are not shown in exactly one topic");
    internal static readonly DiagnosticCode DifferentItems = Error("LD407", "Languages that show different items");

    internal static readonly DiagnosticCode EndNotAfterStart = Error("LD501", "An end that is not later than its start");
    internal static readonly DiagnosticCode SessionsOverlap = Error("LD502", "Sessions that overlap or stand out of order");
    internal static readonly DiagnosticCode NoProvenance = Error("LD503", "An item that does not say where it comes from");
    internal static readonly DiagnosticCode NoSuchSlide = Error("LD504", "A slide number the deck does not have, or out of order");
    internal static readonly DiagnosticCode SlideWithoutHome = Error("LD505", "Slides that no item comes from");
    internal static readonly DiagnosticCode UnevenTable = Error("LD506", "Rows or paths of unequal length");
    internal static readonly DiagnosticCode EmptyList = Error("LD507", "A list that is too short");
    internal static readonly DiagnosticCode OriginalMissing = Error("LD508", "A quote without its original words");
}
