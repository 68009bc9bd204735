using System.Collections.Immutable;
using Ledelsesdag.Content.Loading;

namespace Ledelsesdag.Content;

/// <summary>How much of a network's content is written in one of its languages, and how far each text has come.</summary>
/// <param name="Language">The language.</param>
/// <param name="Texts">Every text there is, short ones, slugs and Markdown files, sorted by where it stands.</param>
public sealed record TranslationCoverage(Language Language, ImmutableArray<TranslatedText> Texts)
{
    /// <summary>How many of a hundred texts are written in the language, rounded down; 100 where there is no text.</summary>
    public int Percent => Share(Texts.Length - Count(TranslationState.Missing), Texts.Length);

    /// <summary>How many of a hundred texts are neither missing, a draft nor stale, rounded down; 100 where there is no text.</summary>
    public int PercentUpToDate => Share(Texts.Count(text => text.IsUpToDate), Texts.Length);

    /// <summary>How many texts are in that state.</summary>
    public int Count(TranslationState state) => Texts.Count(text => text.State == state);

    internal static int Share(int count, int all) => all == 0 ? 100 : (int)(100L * count / all);
}

/// <summary>One text in one language.</summary>
/// <param name="Location">
/// Where it stands; where it is missing, its other versions, or the Markdown file that should hold it, by name.
/// </param>
/// <param name="State">How far it has come.</param>
public sealed record TranslatedText(SourceLocation Location, TranslationState State)
{
    /// <summary>Whether a reader gets what the original says today: neither missing, a draft nor stale.</summary>
    public bool IsUpToDate => IsUpToDateIn(State);

    /// <summary>Whether <see cref="TranslationMarks.Mark"/> can say something of it: not of an original, a slug, or a missing text.</summary>
    public bool CanBeMarked => Pair is not null;

    /// <summary>What was translated, and into what; null where there is nothing to mark.</summary>
    internal TranslationPair? Pair { get; init; }

    internal static bool IsUpToDateIn(TranslationState state) => state is TranslationState.Original or TranslationState.Translated or TranslationState.Reviewed;
}

/// <summary>How far a text has come in a language.</summary>
public enum TranslationState
{
    /// <summary>It is not written in the language.</summary>
    Missing,

    /// <summary>Somebody marked it as unfinished.</summary>
    Draft,

    /// <summary>It was made from an original that has changed since. Known of marked texts only.</summary>
    Stale,

    /// <summary>It is written, and nothing speaks against it.</summary>
    Translated,

    /// <summary>Somebody marked it as read against the original as it stands.</summary>
    Reviewed,

    /// <summary>It is what the others are made from: the text in the first of the network's languages that it is written in.</summary>
    Original,
}
