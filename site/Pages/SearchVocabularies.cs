using System.Collections.Immutable;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Search;

namespace Ledelsesdag.Site.Pages;

/// <summary>What the content says about words that mean the same.</summary>
public static class SearchVocabularies
{
    /// <summary>
    /// A group per glossary term with its names in all languages, and one per corrected word, so that a reader who types
    /// the deck's spelling finds ours.
    /// </summary>
    public static SearchVocabulary Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var terms = network.Glossary.Select(term => Names(term.Term).Concat(term.AlsoCalled is { } others ? Names(others) : []));
        var spellings = network.Days.SelectMany(day => day.Corrections)
            .Where(correction => IsWord(correction.Source) && IsWord(correction.Corrected))
            .Select(correction => new[] { correction.Source, correction.Corrected }.AsEnumerable());
        return new([.. terms.Concat(spellings).Select(group => group.Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray()).Where(group => group.Length > 1)]);
    }

    // Several names stand in one text, with commas between them.
    private static IEnumerable<string> Names(LocalizedText text) =>
        text.Versions.SelectMany(version => version.Value.Plain.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static bool IsWord(string text) => text.Length > 3 && text.All(char.IsLetter);
}
