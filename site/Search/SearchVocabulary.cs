using System.Collections.Immutable;

namespace Ledelsesdag.Site.Search;

/// <summary>Words that mean the same in the site's own content: two spellings, an abbreviation, a term and its translation.</summary>
/// <param name="Groups">
/// Groups of words or short phrases; whoever asks for one of a group finds the others too. A glossary gives one group per
/// term with its words in all languages, and the same groups go to the index of every language.
/// </param>
public sealed record SearchVocabulary(ImmutableArray<ImmutableArray<string>> Groups)
{
    /// <summary>No words.</summary>
    public static SearchVocabulary Empty { get; } = new([]);
}
