using System.Collections.Immutable;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>One page of the site in one language: where it stands and what it is about, before any HTML.</summary>
public abstract record Page
{
    /// <summary>The language of the page.</summary>
    public required Language Language { get; init; }

    /// <summary>Its address below the site's root, beginning with a slash: <c>/lederdag-1/program/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What the page is called, plain and typographically set.</summary>
    public required string Title { get; init; }

    /// <summary>What it holds, in a sentence, plain and typographically set.</summary>
    public required string Description { get; init; }

    /// <summary>The page one step nearer to the front page; null for the front page.</summary>
    public Page? Parent { get; init; }

    /// <summary>The day it belongs to; null for the network's own pages.</summary>
    public Day? Day { get; init; }

    /// <summary>The headings worth jumping to, in order; empty when the page has too few for a list of them.</summary>
    public ImmutableArray<OutlineEntry> Outline { get; init; } = [];

    /// <summary>Whether search engines may show it.</summary>
    public virtual bool Indexed => true;

    /// <summary>
    /// Whether what it is about is written in its language. Where it is not, the page shows the words there are, and is no
    /// translation that search engines should be told of.
    /// </summary>
    public virtual bool IsWritten => Day?.Title.TryGet(Language, out _) ?? true;

    /// <summary>The style that pages of its kind have besides everybody's, below <c>site/assets</c>; null for none.</summary>
    public virtual string? Style => null;

    /// <summary>Whether it leads to a day as a file by itself, and says how large that is: such a page can only be rendered once the file is made.</summary>
    public virtual bool LeadsToDayAsFile => false;

    /// <summary>Where it goes below the output folder.</summary>
    public string OutputPath => Path.EndsWith('/') ? Path[1..] + "index.html" : Path[1..];

    /// <summary>The page's path, for messages.</summary>
    public sealed override string ToString() => Path;
}

/// <summary>The front page.</summary>
public sealed record HomePage : Page
{
    /// <inheritdoc/>
    public override bool LeadsToDayAsFile => true;
}

/// <summary>A day's own page.</summary>
public sealed record DayPage : Page;

/// <summary>A day's programme.</summary>
public sealed record ProgrammePage : Page;

/// <summary>All topics of a day, and where each slide's content is found.</summary>
public sealed record TopicIndexPage : Page;

/// <summary>A topic.</summary>
public sealed record TopicPage : Page
{
    /// <summary>The topic.</summary>
    public required Topic Topic { get; init; }

    /// <summary>The session it belongs to; null when its id leads nowhere.</summary>
    public required Session? Session { get; init; }

    /// <summary>Which topic of the day it is, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>How many topics the day has.</summary>
    public required int Count { get; init; }

    /// <summary>How long it takes to read, in whole minutes, at least 1.</summary>
    public required int ReadingMinutes { get; init; }

    /// <summary>The topic before it in the day's order; null for the first.</summary>
    public required Topic? Previous { get; init; }

    /// <summary>The topic after it in the day's order; null for the last.</summary>
    public required Topic? Next { get; init; }

    /// <summary>Quotes of the same session that the page does not show itself.</summary>
    public required ImmutableArray<Quote> RelatedQuotes { get; init; }

    /// <summary>Question sets of the same session that the page does not show itself.</summary>
    public required ImmutableArray<QuestionSet> RelatedQuestions { get; init; }

    /// <inheritdoc/>
    public override bool IsWritten => Topic.Body.TryGet(Language, out _);
}

/// <summary>All quotes of a day.</summary>
public sealed record QuoteIndexPage : Page;

/// <summary>One quote, to link to.</summary>
public sealed record QuotePage : Page
{
    /// <summary>The quote.</summary>
    public required Quote Quote { get; init; }

    /// <inheritdoc/>
    public override bool IsWritten => Quote.Text.TryGet(Language, out _);
}

/// <summary>All questions of a day.</summary>
public sealed record QuestionIndexPage : Page;

/// <summary>All questions of a day with room for answers.</summary>
public sealed record WorksheetPage : Page;

/// <summary>A QR code for the day and for each of its sessions, to project in the room and to print.</summary>
public sealed record RoomPage : Page;

/// <summary>A day from beginning to end on one page, to print.</summary>
public sealed record HandoutPage : Page
{
    /// <summary>What has its place on other pages and stands here too: the id it has here by the path of that place.</summary>
    public required IReadOnlyDictionary<string, string> Here { get; init; }

    /// <summary>Every word of it is found on a page of its own.</summary>
    public override bool Indexed => false;

    /// <inheritdoc/>
    public override bool LeadsToDayAsFile => true;

    /// <inheritdoc/>
    public override string? Style => StyleName;

    internal const string StyleName = "css/handout.css";
}

/// <summary>A day's codices as posters and its questions as cards, to print.</summary>
public sealed record PostersPage : Page
{
    /// <inheritdoc/>
    public override string? Style => "css/posters.css";
}

/// <summary>A day as slides, to show in the browser and to print.</summary>
public sealed record SlidesPage : Page
{
    /// <inheritdoc/>
    public override string? Style => "css/slides.css";
}

/// <summary>A day's times and questions, for whoever leads through a day like it.</summary>
public sealed record FacilitatorPage : Page;

/// <summary>The network's glossary.</summary>
public sealed record GlossaryPage : Page
{
    /// <summary>The terms in the alphabetical order of the page's language.</summary>
    public required ImmutableArray<GlossaryTerm> Terms { get; init; }
}

/// <summary>What a day draws on, what was corrected in its text, and what the editor added.</summary>
public sealed record SourcesPage : Page;

/// <summary>A page of the network's own: about, privacy, accessibility.</summary>
public sealed record NetworkPageView : Page
{
    /// <summary>The page's content.</summary>
    public required NetworkPage Content { get; init; }

    /// <inheritdoc/>
    public override bool IsWritten => Content.Body.TryGet(Language, out _);
}

/// <summary>The search page.</summary>
public sealed record SearchPage : Page;

/// <summary>What the host shows for an address that leads nowhere.</summary>
public sealed record NotFoundPage : Page
{
    /// <inheritdoc/>
    public override bool Indexed => false;
}

/// <summary>A page, or a spot on it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Fragment">The spot's id on the page, without <c>#</c>; null for the page as a whole.</param>
/// <param name="Title">What stands there, plain.</param>
public sealed record Place(Page Page, string? Fragment, string Title)
{
    /// <summary>The address below the site's root, with its fragment.</summary>
    public string Path => Fragment is null ? Page.Path : $"{Page.Path}#{Fragment}";
}

/// <summary>A heading to jump to.</summary>
/// <param name="Level">2 or 3.</param>
/// <param name="Fragment">The heading's id.</param>
/// <param name="Title">Its words, plain.</param>
/// <param name="Language">The language of the words.</param>
public sealed record OutlineEntry(int Level, string Fragment, string Title, Language Language);

/// <summary>Where one slide's content is found.</summary>
/// <param name="Slide">The slide's number, from 1.</param>
/// <param name="Places">The places, the most telling first.</param>
public sealed record SlideEntry(int Slide, ImmutableArray<Place> Places);

/// <summary>Something the editor added to what the deck says.</summary>
/// <param name="Title">What it is, plain.</param>
/// <param name="Place">Where it stands; null when it has no place of its own.</param>
public sealed record Addition(string Title, Place? Place);

/// <summary>A list of links with a name.</summary>
/// <param name="Label">What the list is.</param>
/// <param name="Links">The links in order.</param>
public sealed record Navigation(string Label, ImmutableArray<Place> Links);
