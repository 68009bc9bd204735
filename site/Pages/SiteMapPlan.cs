using System.Collections.Immutable;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>The site map in the making. Nothing outside <see cref="SiteMap"/> sees it.</summary>
internal sealed class SiteMapPlan
{
    private const int HeadingsWorthAnOutline = 3;
    private const int DescriptionLength = 155;

    private SiteMapPlan(Network network, SiteAddress address, UiStringsCatalogue strings) =>
        (Network, Address, Strings, Typographer) = (network, address, strings, new Typographer(strings));

    public Network Network { get; }

    public SiteAddress Address { get; }

    public UiStringsCatalogue Strings { get; }

    public Typographer Typographer { get; }

    /// <summary>Each page in every language.</summary>
    public List<ImmutableArray<Page>> Families { get; } = [];

    public Dictionary<(object Item, Language Language), Place> Places { get; } = [];

    public Dictionary<object, List<Topic>> TopicsShowing { get; } = new(ReferenceEqualityComparer.Instance);

    public static SiteMapPlan Make(Network network, SiteAddress address, UiStringsCatalogue strings)
    {
        var plan = new SiteMapPlan(network, address, strings);
        foreach (var day in network.Days)
        {
            plan.NoteWhatTopicsShow(day);
        }
        var home = plan.Add(l => new HomePage
        {
            Language = l,
            Path = plan.Root(l),
            Title = plan.Plain(network.Title, l),
            Description = plan.Plain(network.Description, l),
        });
        if (network.Glossary.Length > 0)
        {
            plan.AddGlossary(home);
        }
        plan.AddNetworkPages(home);
        foreach (var day in network.Days)
        {
            plan.AddDay(day, home);
        }
        plan.Add(l => new SearchPage
        {
            Language = l,
            Path = Under(home(l), strings[l].Slugs.Search.Slug),
            Title = strings[l].Search.Title,
            Description = strings[l].Search.Description.With("network", plan.Plain(network.Title, l)).Text,
            Parent = home(l),
        });
        plan.Add(l => new NotFoundPage
        {
            Language = l,
            Path = plan.Root(l) + "404.html",
            Title = strings[l].NotFound.Title,
            Description = strings[l].NotFound.Description,
            Parent = home(l),
        });
        return plan;
    }

    private void NoteWhatTopicsShow(Day day)
    {
        foreach (var topic in day.Topics)
        {
            foreach (var reference in topic.Body.Versions.SelectMany(v => v.Value.Embeds()).Distinct())
            {
                if (ContentItems.Find(Network, reference, day) is { } item)
                {
                    if (!TopicsShowing.TryGetValue(item, out var topics))
                    {
                        TopicsShowing.Add(item, topics = []);
                    }
                    if (!topics.Contains(topic))
                    {
                        topics.Add(topic);
                    }
                }
            }
        }
    }

    private void AddGlossary(Func<Language, Page> home)
    {
        var glossary = Add(l => new GlossaryPage
        {
            Language = l,
            Path = Under(home(l), Strings[l].Slugs.Glossary.Slug),
            Title = Strings[l].Glossary.Title,
            Description = Strings[l].Glossary.Description.With("network", Plain(Network.Title, l)).Text,
            Parent = home(l),
            Terms = [.. Network.Glossary.OrderBy(t => Plain(t.Term, l), Strings[l].Alphabet)],
        });
        foreach (var term in Network.Glossary)
        {
            Put(term, l => new Place(glossary(l), term.Id.Value, Plain(term.Term, l)));
        }
    }

    private void AddNetworkPages(Func<Language, Page> home)
    {
        foreach (var content in Network.Pages)
        {
            var page = Add(l => new NetworkPageView
            {
                Language = l,
                Path = Under(home(l), content.Slug.For(l).Value),
                Title = Plain(content.Title, l),
                Description = Plain(content.Summary, l),
                Parent = home(l),
                Content = content,
                Outline = OutlineOf(content.Body, l),
            });
            Put(content, l => new Place(page(l), null, Plain(content.Title, l)));
        }
    }

    private void AddDay(Day day, Func<Language, Page> home)
    {
        var dayPage = Add(l => new DayPage
        {
            Language = l,
            Path = Under(home(l), day.Slug.For(l).Value),
            Title = Plain(day.Title, l),
            Description = Plain(day.Summary, l),
            Parent = home(l),
            Day = day,
        });
        AddProgramme(day, dayPage);
        if (day.QuestionSets.Length > 0)
        {
            AddQuestions(day, dayPage);
            AddWorksheet(day, dayPage);
        }
        AddTopics(day, dayPage);
        if (day.Quotes.Length > 0)
        {
            AddQuotes(day, dayPage);
        }
        AddSources(day, dayPage);
        AddRoom(day, dayPage);
        AddHandout(day, dayPage);
        AddPosters(day, dayPage);
        AddSlides(day, dayPage);
    }

    private void AddProgramme(Day day, Func<Language, Page> dayPage)
    {
        var sessions = day.Programme.Sessions;
        var programme = Add(l =>
        {
            var words = Strings[l];
            return new ProgrammePage
            {
                Language = l,
                Path = Under(dayPage(l), words.Slugs.Programme.Slug),
                Title = words.Programme.Title,
                Description = words.Programme.Description
                    .With("day", Plain(day.Title, l))
                    .With("date", words.Dates.Of(day.Date))
                    .With("start", sessions.Length > 0 ? words.Dates.Of(sessions[0].Time.Start) : "")
                    .With("end", sessions.Length > 0 ? words.Dates.Of(sessions[^1].Time.End) : "")
                    .With("sessions", words.Programme.Sessions.For(sessions.Length)).Text,
                Parent = dayPage(l),
                Day = day,
            };
        });
        foreach (var session in sessions)
        {
            Put(session, l => new Place(programme(l), session.Id.Value, Plain(session.Title, l)));
        }
    }

    private void AddQuestions(Day day, Func<Language, Page> dayPage)
    {
        var fragments = new Fragments();
        var setFragments = day.QuestionSets.ToDictionary(s => s, s => fragments.Take(s.Id.Value));
        var questions = Add(l =>
        {
            var words = Strings[l];
            return new QuestionIndexPage
            {
                Language = l,
                Path = Under(dayPage(l), words.Slugs.Questions.Slug),
                Title = words.Questions.Title,
                Description = words.Questions.Description.With("day", Plain(day.Title, l)).Text,
                Parent = dayPage(l),
                Day = day,
                Outline = WorthShowing([.. day.QuestionSets.Select(s =>
                    new OutlineEntry(2, setFragments[s], Plain(s.Title, l), s.Title.For(l).Language))]),
            };
        });
        foreach (var set in day.QuestionSets)
        {
            Put(set, l => new Place(questions(l), setFragments[set], Plain(set.Title, l)));
            foreach (var question in set.Questions.SelectMany(q => q.FollowUps.Prepend(q)))
            {
                var fragment = fragments.Take(question.Id.Value);
                Put(question, l => new Place(questions(l), fragment, Plain(question.Text, l)));
            }
        }
    }

    private void AddWorksheet(Day day, Func<Language, Page> dayPage) =>
        Add(l =>
        {
            var words = Strings[l];
            return new WorksheetPage
            {
                Language = l,
                Path = Under(dayPage(l), words.Slugs.Worksheet.Slug),
                Title = words.Worksheet.Title,
                Description = words.Worksheet.Description.With("day", Plain(day.Title, l)).Text,
                Parent = dayPage(l),
                Day = day,
            };
        });

    private void AddTopics(Day day, Func<Language, Page> dayPage)
    {
        var index = Add(l =>
        {
            var words = Strings[l];
            return new TopicIndexPage
            {
                Language = l,
                Path = Under(dayPage(l), words.Slugs.Topics.Slug),
                Title = words.Topics.Title,
                Description = words.Topics.Description.With("day", Plain(day.Title, l)).Text,
                Parent = dayPage(l),
                Day = day,
            };
        });
        for (var i = 0; i < day.Topics.Length; i++)
        {
            AddTopic(day, i, dayPage, index);
        }
    }

    private void AddTopic(Day day, int i, Func<Language, Page> dayPage, Func<Language, Page> index)
    {
        var topic = day.Topics[i];
        var page = Add(l =>
        {
            var parent = topic.MainPage ? dayPage(l) : index(l);
            return new TopicPage
            {
                Language = l,
                Path = Under(parent, topic.Slug.For(l).Value),
                Title = Plain(topic.Title, l),
                Description = Plain(topic.Summary, l),
                Parent = parent,
                Day = day,
                Topic = topic,
                Session = day.Programme.Sessions.FirstOrDefault(s => s.Id == topic.Session),
                Position = i + 1,
                Count = day.Topics.Length,
                ReadingMinutes = ReadingTime.Minutes(topic, l, Network, day),
                Previous = i > 0 ? day.Topics[i - 1] : null,
                Next = i + 1 < day.Topics.Length ? day.Topics[i + 1] : null,
                RelatedQuotes = [.. day.Quotes.Where(q => IsRelated(q, topic))],
                RelatedQuestions = [.. day.QuestionSets.Where(s => IsRelated(s, topic))],
                Outline = OutlineOf(topic.Body, l),
            };
        });
        Put(topic, l => new Place(page(l), null, Plain(topic.Title, l)));
        foreach (var language in Network.Languages.Select(l => l.Tag))
        {
            var body = topic.Body.For(language).Value;
            var fragments = new Fragments();
            foreach (var heading in Headings(body))
            {
                fragments.Take(heading.Anchor);
            }
            foreach (var item in body.Embeds().Distinct().Select(r => ContentItems.Find(Network, r, day)).OfType<object>())
            {
                PutShown(item, language, page(language), fragments);
            }
        }
    }

    /// <summary>Gives an item that has no page of its own its place on the first topic that shows it.</summary>
    private void PutShown(object item, Language language, Page page, Fragments fragments)
    {
        var (id, title) = item switch
        {
            Codex codex => (codex.Id, codex.Title),
            Assumptions assumptions => (assumptions.Id, assumptions.Title),
            InquiryPaths paths => (paths.Id, paths.Title),
            ComparisonTable table => (table.Id, table.Title),
            CoatRack rack => (rack.Id, rack.Title),
            ResourceMatrix matrix => (matrix.Id, matrix.Title),
            _ => (default, null),
        };
        if (title is null || !Places.TryAdd((item, language), new Place(page, fragments.Take(id.Value), Plain(title, language))))
        {
            return;
        }
        foreach (var principle in item is Codex shown ? shown.Principles : [])
        {
            Places.Add((principle, language), new Place(page, fragments.Take(principle.Id.Value), Plain(principle.Text, language)));
        }
    }

    private bool IsRelated(object item, Topic topic) =>
        TopicsShowing.TryGetValue(item, out var shownBy) && !shownBy.Contains(topic) && shownBy.Any(t => t.Session == topic.Session);

    private void AddQuotes(Day day, Func<Language, Page> dayPage)
    {
        var index = Add(l =>
        {
            var words = Strings[l];
            return new QuoteIndexPage
            {
                Language = l,
                Path = Under(dayPage(l), words.Slugs.Quotes.Slug),
                Title = words.Quotes.Title,
                Description = words.Quotes.Description.With("day", Plain(day.Title, l)).Text,
                Parent = dayPage(l),
                Day = day,
            };
        });
        foreach (var quote in day.Quotes)
        {
            var page = Add(l =>
            {
                var words = Strings[l];
                var speaker = Plain(quote.Citation.Speaker, l);
                var text = quote.Text.For(l);
                return new QuotePage
                {
                    Language = l,
                    Path = Under(index(l), quote.Slug.For(l).Value),
                    Title = words.Quotes.QuoteTitle.With("speaker", speaker).Text,
                    Description = Shorten(words.Quotes.QuoteDescription
                        .With("speaker", speaker).With("words", Typographer.Plain(text.Value, text.Language)).Text),
                    Parent = index(l),
                    Day = day,
                    Quote = quote,
                };
            });
            Put(quote, l => new Place(page(l), null, Plain(quote.Citation.Speaker, l)));
        }
    }

    private void AddSources(Day day, Func<Language, Page> dayPage)
    {
        var sources = Add(l =>
        {
            var words = Strings[l];
            return new SourcesPage
            {
                Language = l,
                Path = Under(dayPage(l), words.Slugs.Sources.Slug),
                Title = words.Sources.Title,
                Description = words.Sources.Description.With("day", Plain(day.Title, l)).Text,
                Parent = dayPage(l),
                Day = day,
            };
        });
        foreach (var source in day.Sources)
        {
            Put(source, l => new Place(sources(l), source.Id.Value, Plain(source.Name, l)));
        }
    }

    private void AddRoom(Day day, Func<Language, Page> dayPage) => Add(l =>
    {
        var words = Strings[l];
        return new RoomPage
        {
            Language = l,
            Path = Under(dayPage(l), words.Slugs.Room.Slug),
            Title = words.Room.Title,
            Description = words.Room.Description.With("day", Plain(day.Title, l)).Text,
            Parent = dayPage(l),
            Day = day,
        };
    });

    // The last of a day's pages that need to know where everything else stands.
    private void AddHandout(Day day, Func<Language, Page> dayPage) => Add(l =>
    {
        var words = Strings[l];
        return new HandoutPage
        {
            Language = l,
            Path = Under(dayPage(l), words.Slugs.Handout.Slug),
            Title = words.Handout.Title,
            Description = words.Handout.Description.With("day", Plain(day.Title, l)).Text,
            Parent = dayPage(l),
            Day = day,
            Here = HereOf(day, l),
        };
    });

    /// <summary>The ids of a whole day on one page: those of the pages it is gathered from, as far as no two are the same.</summary>
    private Dictionary<string, string> HereOf(Day day, Language language)
    {
        var fragments = new Fragments();
        foreach (var own in HandoutSections.All)
        {
            fragments.Take(own);
        }
        var here = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var session in day.Programme.Sessions)
        {
            Take(session);
        }
        foreach (var topic in day.Topics)
        {
            var path = Places[(topic, language)].Path;
            here.TryAdd(path, fragments.Take($"topic-{topic.Id}"));
            var body = topic.Body.For(language).Value;
            foreach (var heading in Headings(body))
            {
                here.TryAdd($"{path}#{heading.Anchor}", fragments.Take(heading.Anchor));
            }
            foreach (var item in body.Embeds().Select(r => ContentItems.Find(Network, r, day)).OfType<object>().Where(item => TopicsShowing[item][0] == topic))
            {
                Take(item);
                foreach (var part in PartsOf(item))
                {
                    Take(part);
                }
            }
        }
        foreach (var item in Network.Glossary.Cast<object>().Concat(day.Sources))
        {
            Take(item);
        }
        return here;

        void Take(object item)
        {
            if (Places.GetValueOrDefault((item, language)) is { Fragment: { } fragment } place && !here.ContainsKey(place.Path))
            {
                here.Add(place.Path, fragments.Take(fragment));
            }
        }

        static IEnumerable<object> PartsOf(object item) => item switch
        {
            QuestionSet set => set.Questions.SelectMany(q => q.FollowUps.Prepend(q)),
            Codex codex => codex.Principles,
            _ => [],
        };
    }

    private void AddPosters(Day day, Func<Language, Page> dayPage)
    {
        if (day.Codices.Length + day.QuestionSets.Length > 0)
        {
            Add(l =>
            {
                var words = Strings[l];
                return new PostersPage
                {
                    Language = l,
                    Path = Under(dayPage(l), words.Slugs.Posters.Slug),
                    Title = words.Posters.Title,
                    Description = words.Posters.Description.With("day", Plain(day.Title, l)).Text,
                    Parent = dayPage(l),
                    Day = day,
                };
            });
        }
    }

    private void AddSlides(Day day, Func<Language, Page> dayPage)
    {
        Add(l =>
        {
            var words = Strings[l];
            return new SlidesPage
            {
                Language = l,
                Path = Under(dayPage(l), words.Slugs.Slides.Slug),
                Title = words.Slides.Title,
                Description = words.Slides.Description.With("day", Plain(day.Title, l)).Text,
                Parent = dayPage(l),
                Day = day,
            };
        });
        Add(l =>
        {
            var words = Strings[l];
            return new FacilitatorPage
            {
                Language = l,
                Path = Under(dayPage(l), words.Slugs.Facilitator.Slug),
                Title = words.Facilitator.Title,
                Description = words.Facilitator.Description.With("day", Plain(day.Title, l)).Text,
                Parent = dayPage(l),
                Day = day,
            };
        });
    }

    private ImmutableArray<OutlineEntry> OutlineOf(LocalizedProse body, Language language)
    {
        var version = body.For(language);
        return WorthShowing([.. Headings(version.Value).Select(h => new OutlineEntry(
            h.Level, h.Anchor, Inline.PlainText(Typographer.Set(h.Inlines, version.Language)), version.Language))]);
    }

    private static ImmutableArray<OutlineEntry> WorthShowing(ImmutableArray<OutlineEntry> outline) =>
        outline.Length >= HeadingsWorthAnOutline ? outline : [];

    private static IEnumerable<Heading> Headings(Prose prose) => prose.Blocks.OfType<Heading>();

    private Func<Language, Page> Add(Func<Language, Page> make)
    {
        var family = Network.Languages.Select(l => make(l.Tag)).ToImmutableArray();
        Families.Add(family);
        return language => family.First(p => p.Language == language);
    }

    private void Put(object item, Func<Language, Place> place)
    {
        foreach (var language in Network.Languages.Select(l => l.Tag))
        {
            Places.Add((item, language), place(language));
        }
    }

    private string Root(Language language) => language == Network.Languages[0].Tag ? "/" : $"/{language.Tag}/";

    private static string Under(Page parent, Slug slug) => $"{parent.Path}{slug}/";

    private string Plain(LocalizedText text, Language language) => Typographer.Plain(text, language);

    /// <summary>Cuts a text at a word so that a search engine shows all of it.</summary>
    private static string Shorten(string text)
    {
        if (text.Length <= DescriptionLength)
        {
            return text;
        }
        var end = text.LastIndexOf(' ', DescriptionLength - 1);
        return text[..(end > 0 ? end : DescriptionLength - 1)].TrimEnd(',', '.', ';', ':', ' ') + " …";
    }
}
