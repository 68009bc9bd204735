using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>
/// The whole site before any HTML: every page in every language, what leads where, and where each content item stands.
/// Immutable; made by <see cref="Plan"/>.
/// </summary>
public sealed class SiteMap
{
    /// <summary>How the names of calendars end.</summary>
    public const string CalendarExtension = ".ics";

    private readonly Dictionary<Page, ImmutableArray<Page>> _versions;
    private readonly Dictionary<(object Item, Language Language), Place> _places;
    private readonly Dictionary<object, ImmutableArray<Topic>> _topicsShowing;
    private readonly Dictionary<(Type Kind, Language Language, Day? Day), Page> _first;
    private readonly Lazy<SiteMap> _inFull;
    private readonly ConcurrentDictionary<(Day Day, Language Language), SlideShow> _slideShows = [];

    internal SiteMap(SiteMapPlan plan)
    {
        Network = plan.Network;
        Address = plan.Address;
        Strings = plan.Strings;
        Typographer = plan.Typographer;
        _versions = plan.Families.SelectMany(f => f.Select(p => (Page: p, Family: f)))
            .ToDictionary(p => p.Page, p => p.Family, (IEqualityComparer<Page>)ReferenceEqualityComparer.Instance);
        Pages = [.. plan.Families.SelectMany(f => f).OrderBy(p => p.Path, StringComparer.Ordinal)];
        _places = plan.Places;
        _first = [];
        foreach (var page in Pages)
        {
            _first.TryAdd((page.GetType(), page.Language, page.Day), page);
        }
        _inFull = new(() => new SiteMap(this, Address.InFull()));
        _topicsShowing = plan.TopicsShowing.ToDictionary(t => t.Key, t => t.Value.ToImmutableArray(), (IEqualityComparer<object>)ReferenceEqualityComparer.Instance);
    }

    // No page knows the address of the site.
    private SiteMap(SiteMap map, SiteAddress address)
    {
        (Network, Address, Strings, Typographer, Pages) = (map.Network, address, map.Strings, map.Typographer, map.Pages);
        (_versions, _places, _topicsShowing, _first) = (map._versions, map._places, map._topicsShowing, map._first);
        _inFull = new(this);
    }

    /// <summary>The network the site is of.</summary>
    public Network Network { get; }

    /// <summary>Where the site will stand.</summary>
    public SiteAddress Address { get; }

    /// <summary>The words of the interface.</summary>
    public UiStringsCatalogue Strings { get; }

    /// <summary>Sets quotation marks.</summary>
    public Typographer Typographer { get; }

    /// <summary>The same site for pages that are read outside it: every link is a whole address.</summary>
    public SiteMap InFull => _inFull.Value;

    /// <summary>Every page, ordered by path.</summary>
    public ImmutableArray<Page> Pages { get; }

    /// <summary>Pages that would stand at one address; empty unless slugs collide.</summary>
    public ImmutableArray<ImmutableArray<Page>> Collisions =>
        [.. Pages.GroupBy(p => p.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.ToImmutableArray())];

    /// <summary>The language at the root of the site; readers of any other language get its pages.</summary>
    public Language RootLanguage => Network.Languages[0].Tag;

    /// <summary>Plans the site.</summary>
    /// <param name="network">The content, validated.</param>
    /// <param name="address">Where the site will stand.</param>
    /// <param name="strings">The words of the interface, for every language of the network.</param>
    /// <exception cref="KeyNotFoundException">A language of the network has no words; see <see cref="UiStringsCatalogue.MissingFor"/>.</exception>
    public static SiteMap Plan(Network network, SiteAddress address, UiStringsCatalogue strings)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(strings);
        return new SiteMap(SiteMapPlan.Make(network, address, strings));
    }

    /// <summary>The same page in every language, itself included, in the network's order of languages.</summary>
    public ImmutableArray<Page> VersionsOf(Page page) => _versions[page];

    /// <summary>What search engines are told is the same page in other languages, itself included; nothing of a page that shows another language's words.</summary>
    public ImmutableArray<Page> TranslationsOf(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.IsWritten ? [.. VersionsOf(page).Where(version => version.IsWritten)] : [];
    }

    /// <summary>Where the language switch of <paramref name="page"/> leads: the same content, but from a 404 page to the front page.</summary>
    public Page SwitchTarget(Page page, Language language) =>
        page is NotFoundPage ? Home(language) : VersionsOf(page).First(p => p.Language == language);

    /// <summary>The pages from the front page down to <paramref name="page"/>, itself included.</summary>
    public static ImmutableArray<Page> BreadcrumbsOf(Page page)
    {
        var trail = ImmutableArray.CreateBuilder<Page>();
        for (var at = page; at is not null; at = at.Parent)
        {
            trail.Insert(0, at);
        }
        return trail.ToImmutable();
    }

    /// <summary>Where a language's search index stands below the site's root.</summary>
    public static string SearchIndexPath(Language language) => $"/search/{language}.json";

    /// <summary>
    /// Where a programme stands as a calendar below the site's root; with a session, where that session does. The file is
    /// named after the day, because that name is all it keeps once it has been saved.
    /// </summary>
    public static string CalendarPath(ProgrammePage programme, Session? session = null)
    {
        ArgumentNullException.ThrowIfNull(programme);
        var day = programme.Day!.Slug.For(programme.Language).Value;
        return $"{programme.Path}{day}{(session is null ? "" : $"-{session.Id}")}{CalendarExtension}";
    }

    /// <summary>The words of the interface in the page's language.</summary>
    public UiStrings WordsFor(Page page) => Strings[page.Language];

    /// <summary>The front page in a language.</summary>
    public HomePage Home(Language language) => Only<HomePage>(language, null);

    /// <summary>The search page in a language.</summary>
    public SearchPage Search(Language language) => Only<SearchPage>(language, null);

    /// <summary>The glossary in a language.</summary>
    public GlossaryPage Glossary(Language language) => Only<GlossaryPage>(language, null);

    /// <summary>A day's own page.</summary>
    public DayPage DayPage(Day day, Language language) => Only<DayPage>(language, day);

    /// <summary>A day's programme.</summary>
    public ProgrammePage Programme(Day day, Language language) => Only<ProgrammePage>(language, day);

    /// <summary>A day's topics.</summary>
    public TopicIndexPage TopicIndex(Day day, Language language) => Only<TopicIndexPage>(language, day);

    /// <summary>A day's quotes.</summary>
    public QuoteIndexPage QuoteIndex(Day day, Language language) => Only<QuoteIndexPage>(language, day);

    /// <summary>A day's questions.</summary>
    public QuestionIndexPage QuestionIndex(Day day, Language language) => Only<QuestionIndexPage>(language, day);

    /// <summary>A day's questions with room for answers.</summary>
    public WorksheetPage Worksheet(Day day, Language language) => Only<WorksheetPage>(language, day);

    /// <summary>A day's sources and corrections.</summary>
    public SourcesPage Sources(Day day, Language language) => Only<SourcesPage>(language, day);

    /// <summary>A day's QR codes.</summary>
    public RoomPage Room(Day day, Language language) => Only<RoomPage>(language, day);

    /// <summary>A day on one page.</summary>
    public HandoutPage Handout(Day day, Language language) => Only<HandoutPage>(language, day);

    /// <summary>Where a day stands as a file by itself, named after the day: that name is all it keeps once it has been saved.</summary>
    public string OfflinePath(Day day, Language language) => $"{Handout(day, language).Path}{day.Slug.For(language).Value}.html";

    /// <summary>A day's posters and cards; null when it has neither a codex nor a question.</summary>
    public PostersPage? Posters(Day day, Language language) =>
        _first.GetValueOrDefault((typeof(PostersPage), language, day)) as PostersPage;

    /// <summary>
    /// What a page can be printed as; empty for a page that is not made to be printed. The files are named after the day,
    /// because that name is all they keep once they have been saved.
    /// </summary>
    public ImmutableArray<Print> PrintsOf(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Day is not { } day)
        {
            return [];
        }
        var prefix = $"{page.Path}{day.Slug.For(page.Language).Value}-";
        var words = WordsFor(page);
        return page switch
        {
            HandoutPage => [new(page, PrintKind.WholeDay, $"{prefix}{words.Slugs.Handout.Slug}{Print.Extension}")],
            PostersPage =>
            [
                .. PosterKindsOf(day).Select(kind => new Print(page, kind, $"{prefix}{words.Posters.Kinds[kind].File.Slug}{Print.Extension}")),
            ],
            _ => [],
        };
    }

    private static IEnumerable<PrintKind> PosterKindsOf(Day day) =>
    [
        .. day.Codices.Length > 0 ? [PrintKind.CodexA4, PrintKind.CodexA3] : Array.Empty<PrintKind>(),
        .. day.QuestionSets.Length > 0 ? [PrintKind.CardsA4, PrintKind.CardsA6] : Array.Empty<PrintKind>(),
    ];

    /// <summary>A day's slides for readers of a language; counted out when first asked for, for two pages show them.</summary>
    public SlideShow SlideShowOf(Day day, Language language) =>
        _slideShows.GetOrAdd((day, language), static (show, map) => SlideShow.Of(show.Day, show.Language, map), this);

    /// <summary>A day as slides.</summary>
    public SlidesPage SlidesPage(Day day, Language language) => Only<SlidesPage>(language, day);

    /// <summary>A day's times and questions, for whoever leads through it.</summary>
    public FacilitatorPage Facilitator(Day day, Language language) => Only<FacilitatorPage>(language, day);

    /// <summary>A topic's page.</summary>
    public Place PlaceOf(Topic topic, Language language) => _places[(topic, language)];

    /// <summary>A quote's own page.</summary>
    public Place PlaceOf(Quote quote, Language language) => _places[(quote, language)];

    /// <summary>A session's spot on the programme.</summary>
    public Place PlaceOf(Session session, Language language) => _places[(session, language)];

    /// <summary>A set of questions on the page of questions.</summary>
    public Place PlaceOf(QuestionSet set, Language language) => _places[(set, language)];

    /// <summary>A question on the page of questions.</summary>
    public Place PlaceOf(Question question, Language language) => _places[(question, language)];

    /// <summary>A source on the page of sources.</summary>
    public Place PlaceOf(Source source, Language language) => _places[(source, language)];

    /// <summary>A term in the glossary.</summary>
    public Place PlaceOf(GlossaryTerm term, Language language) => _places[(term, language)];

    /// <summary>A page of the network's own.</summary>
    public Place PlaceOf(NetworkPage page, Language language) => _places[(page, language)];

    /// <summary>
    /// Where a table, a codex or a principle of it, assumptions, paths, a coat rack or resources stand: on the first topic that shows
    /// them. Null when no topic does.
    /// </summary>
    public Place? PlaceOfShown(object item, Language language) => _places.GetValueOrDefault((item, language));

    /// <summary>The topics that show an item, in the order of the day.</summary>
    public ImmutableArray<Topic> TopicsShowing(object item) => _topicsShowing.TryGetValue(item, out var topics) ? topics : [];

    /// <summary>The topics of a session, in the order of the day.</summary>
    public static ImmutableArray<Topic> TopicsOf(Session session, Day day)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(day);
        return [.. day.Topics.Where(t => t.Session == session.Id)];
    }

    /// <summary>The question sets that a topic shows, in the order of the day.</summary>
    public ImmutableArray<QuestionSet> QuestionsOf(Topic topic, Day day)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentNullException.ThrowIfNull(day);
        return [.. day.QuestionSets.Where(set => TopicsShowing(set).Contains(topic))];
    }

    /// <summary>
    /// A day's questions by session, both in their order; at the end, under no session, those that no topic of a session asks.
    /// A session without questions is left out.
    /// </summary>
    public ImmutableArray<(Session? Session, ImmutableArray<QuestionSet> Sets)> QuestionsBySession(Day day)
    {
        ArgumentNullException.ThrowIfNull(day);
        var sets = day.QuestionSets.ToLookup(set => TopicsShowing(set).Select(topic => (Id?)topic.Session).FirstOrDefault());
        return
        [
            .. day.Programme.Sessions.Cast<Session?>().Append(null)
                .Select(session => (session, sets[session?.Id].ToImmutableArray()))
                .Where(group => group.Item2.Length > 0),
        ];
    }

    /// <summary>How many questions the topics of a session ask, follow-ups included.</summary>
    public int QuestionsIn(Session session, Day day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return day.QuestionSets
            .Where(set => TopicsShowing(set).Any(t => t.Session == session.Id))
            .Sum(set => set.Questions.Sum(q => 1 + q.FollowUps.Length));
    }

    /// <summary>The item a reference names: in <paramref name="day"/> first, then in the network and its other days. Null when it names nothing.</summary>
    public object? Find(Reference reference, Day? day) => ContentItems.Find(Network, reference, day);

    /// <summary>Where a reference leads; null when it leads nowhere.</summary>
    public Place? Resolve(Reference reference, Day? day, Language language) =>
        Find(reference, day) is { } item ? PlaceOfShown(item, language) : null;

    /// <summary>Every slide of a day and the places that hold its content, the most telling first.</summary>
    public ImmutableArray<SlideEntry> SlidesOf(Day day, Language language)
    {
        ArgumentNullException.ThrowIfNull(day);
        return
        [
            .. Enumerable.Range(1, day.SlideCount).Select(slide => new SlideEntry(slide,
            [
                .. Where(day.Slides.Contains(slide), DayPage(day, language)),
                .. Where(day.Programme.Sessions.Any(s => s.Slides.Contains(slide)), Programme(day, language)),
                .. day.Topics.Where(t => t.Slides.Contains(slide)).Select(t => PlaceOf(t, language)),
            ])),
        ];

        static Place[] Where(bool holds, Page page) => holds ? [Whole(page)] : [];
    }

    /// <summary>What the editor added to a day and to the glossary, in the order of the site.</summary>
    public ImmutableArray<Addition> AdditionsTo(Day day, Language language)
    {
        ArgumentNullException.ThrowIfNull(day);
        var words = Strings[language].Sources;
        return
        [
            .. ContentItems.WithProvenance(day).Where(i => i.Item.AddedByEditor)
                .Select(i => new Addition(Typographer.Plain(i.Title, language), PlaceOfShown(i.Item, language))),
            .. day.Topics.Where(t => t.TitleByEditor && !t.AddedByEditor)
                .Select(t => PlaceOf(t, language))
                .Select(place => new Addition(words.AdditionTitle.With("title", place.Title).Text, place)),
            .. Network.Glossary.Where(t => t.AddedByEditor)
                .Select(t => PlaceOf(t, language))
                .Select(place => new Addition(words.AdditionTerm.With("title", place.Title).Text, place)),
        ];
    }

    /// <summary>The day whose pages the menu of <paramref name="page"/> shows: its own, else the newest. Null when there is no day.</summary>
    public Day? DayFor(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Day ?? Network.Days.LastOrDefault();
    }

    /// <summary>The main menu as <paramref name="page"/> shows it.</summary>
    public Navigation MenuOf(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var words = WordsFor(page);
        var links = ImmutableArray.CreateBuilder<Place>();
        var language = page.Language;
        if (DayFor(page) is { } day)
        {
            links.Add(Whole(Programme(day, language)));
            links.Add(Whole(TopicIndex(day, language)));
            links.AddRange(day.Topics.Where(t => t.MainPage).Select(t => InMenu(PlaceOf(t, language))));
            links.Add(Whole(QuoteIndex(day, language)));
            links.Add(Whole(QuestionIndex(day, language)));
        }
        links.Add(Whole(Glossary(language)));
        return new(words.Frame.MainNavigation, links.ToImmutable());
    }

    /// <summary>The links at the foot of every page: the network's own pages and each day's sources.</summary>
    public Navigation FooterOf(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var links = ImmutableArray.CreateBuilder<Place>();
        if (DayFor(page) is { } day)
        {
            links.Add(Whole(Sources(day, page.Language)));
        }
        links.AddRange(Network.Pages.Select(p => PlaceOf(p, page.Language)));
        return new(WordsFor(page).Frame.FooterNavigation, links.ToImmutable());
    }

    /// <summary>A menu has no room for what a title says in parentheses at its end.</summary>
    private static Place InMenu(Place place) =>
        place.Title.EndsWith(')') && place.Title.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at
            ? place with { Title = place.Title[..at] }
            : place;

    private static Place Whole(Page page) => new(page, null, page.Title);

    private TPage Only<TPage>(Language language, Day? day)
        where TPage : Page =>
        (TPage)_first[(typeof(TPage), language, day)];
}
