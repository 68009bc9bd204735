using System.Collections.Immutable;

namespace Ledelsesdag.Content;

/// <summary>One stop on the way through the day: a page of prose with quotes, questions and tables shown in it.</summary>
public sealed class Topic : IHasProvenance
{
    /// <summary>What <c>topic:id</c> refers to, and the name of its files: <c>topics/id.language.md</c>.</summary>
    public required Id Id { get; init; }

    /// <summary>The topic's address below the day.</summary>
    public required LocalizedSlug Slug { get; init; }

    /// <summary>The topic's heading.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Whether the heading is the editor's, because the slide has none. Default false.</summary>
    public bool TitleByEditor { get; init; }

    /// <summary>What the topic holds, in a sentence of the editor's; search engines and overviews show it.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>The session it belongs to.</summary>
    public required Id Session { get; init; }

    /// <summary>
    /// Whether the topic is one of the day's main pages: it then stands in the menu and directly below the day's address
    /// rather than below the topics'. Default false.
    /// </summary>
    public bool MainPage { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<int> Slides { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool AddedByEditor { get; init; }

    /// <summary>The topic's text.</summary>
    public required LocalizedProse Body { get; init; }
}
