using System.Diagnostics.CodeAnalysis;

namespace Ledelsesdag.Content;

/// <summary>What kind of content item a reference names. The names in content files are those of <see cref="Reference.KindNames"/>.</summary>
public enum ReferenceKind
{
    /// <summary>A topic: <c>topic:id</c>.</summary>
    Topic,

    /// <summary>A quote: <c>quote:id</c>.</summary>
    Quote,

    /// <summary>A set of questions: <c>questions:id</c>.</summary>
    Questions,

    /// <summary>A session of the programme: <c>session:id</c>.</summary>
    Session,

    /// <summary>A comparison table: <c>table:id</c>.</summary>
    Table,

    /// <summary>A codex: <c>codex:id</c>.</summary>
    Codex,

    /// <summary>The assumptions of Appreciative Inquiry: <c>assumptions:id</c>.</summary>
    Assumptions,

    /// <summary>Two paths side by side: <c>paths:id</c>.</summary>
    Paths,

    /// <summary>A coat rack: <c>coat-rack:id</c>.</summary>
    CoatRack,

    /// <summary>Resources by kind and degree: <c>resources:id</c>.</summary>
    Resources,

    /// <summary>A source: <c>source:id</c>.</summary>
    Source,

    /// <summary>A glossary term of the network: <c>term:id</c>.</summary>
    Term,

    /// <summary>A page of the network: <c>page:id</c>.</summary>
    Page,
}

/// <summary>A content item named by kind and id, as in <c>quote:binderup</c>. Ids are looked up in the same day, then in the network.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Which one.</param>
public readonly record struct Reference(ReferenceKind Kind, Id Id)
{
    /// <summary>How each kind is written, in the order of <see cref="ReferenceKind"/>.</summary>
    public static ReadOnlySpan<string> KindNames => Names;

    private static readonly string[] Names =
        ["topic", "quote", "questions", "session", "table", "codex", "assumptions", "paths", "coat-rack", "resources", "source", "term", "page"];

    /// <summary>Whether an item of this kind can be shown inside a text, rather than only be linked to.</summary>
    public bool CanBeEmbedded => Kind is ReferenceKind.Quote or ReferenceKind.Questions or ReferenceKind.Table
        or ReferenceKind.Codex or ReferenceKind.Assumptions or ReferenceKind.Paths or ReferenceKind.CoatRack
        or ReferenceKind.Resources or ReferenceKind.Source;

    /// <summary>Reads <c>kind:id</c>; false when the kind is unknown or the id breaks the grammar.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Reference reference)
    {
        reference = default;
        if (text?.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
        {
            return false;
        }
        var kind = Array.IndexOf(Names, text[..colon]);
        if (kind < 0 || !Id.TryParse(text[(colon + 1)..], out var id))
        {
            return false;
        }
        reference = new((ReferenceKind)kind, id);
        return true;
    }

    /// <summary>The reference as written, <c>kind:id</c>.</summary>
    public override string ToString() => $"{Names[(int)Kind]}:{Id}";
}
