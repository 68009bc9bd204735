using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

/// <summary>The real day as slides: everything once, in its place, and alike in every language.</summary>
public sealed class SlideShowTests
{
    private static readonly SiteMap Map = RenderedSite.Map;
    private static readonly Day Day = Map.Network.Days[0];

    public static TheoryData<string> Languages => [.. RenderedSite.Languages.Select(l => l.Tag)];

    [Fact]
    public void The_slides_have_the_same_ids_and_types_in_every_language()
    {
        var shows = RenderedSite.Languages.Select(language => SlideShow.Of(Day, language, Map).Slides.Select(s => (s.Id, s.Type, s.GetType()))).ToList();
        Assert.All(shows, show => Assert.Equal(shows[0], show));
        Assert.Equal(shows[0].Count(), shows[0].Select(s => s.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_show_begins_with_the_day_and_its_programme_and_ends_where_one_reads_on(string language)
    {
        var slides = Slides(language);
        Assert.IsType<TitleSlide>(slides[0]);
        Assert.IsType<ProgrammeSlide>(slides[1]);
        Assert.IsType<EndSlide>(slides[^1]);
        Assert.Equal(Day.Programme.Sessions, slides.OfType<SessionSlide>().Select(s => s.Session));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_topic_stands_in_its_session_in_the_order_of_the_day(string language)
    {
        Session? session = null;
        var shown = new List<(Id? Session, Topic? Topic)>();
        foreach (var slide in Slides(language))
        {
            session = slide is SessionSlide begins ? begins.Session : session;
            if (slide is TopicSlide { Part: 1 } topic)
            {
                shown.Add((session?.Id, topic.Topic));
            }
        }
        Assert.Equal(Day.Programme.Sessions.SelectMany(s => SiteMap.TopicsOf(s, Day)).Select(t => ((Id?)t.Session, (Topic?)t)), shown);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_quote_and_every_question_is_shown_once_by_the_topic_that_has_it(string language)
    {
        var slides = Slides(language);
        var quotes = slides.OfType<QuoteSlide>().ToList();
        Assert.Equal(Day.Quotes.Select(q => q.Id).Order(), quotes.Select(s => s.Quote.Id).Order());
        Assert.All(quotes, slide => Assert.Contains(slide.Topic!, Map.TopicsShowing(slide.Quote)));
        foreach (var set in Day.QuestionSets)
        {
            var asked = slides.OfType<QuestionsSlide>().Where(s => s.Set == set).ToList();
            Assert.Equal(set.Questions, asked.SelectMany(s => s.Questions));
            Assert.All(asked, slide => Assert.Equal(set.Questions.IndexOf(slide.Questions[0]) + 1, slide.First));
            Assert.All(asked, slide => Assert.Contains(slide.Topic!, Map.TopicsShowing(set)));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_row_of_a_table_and_every_figure_is_shown_once(string language)
    {
        var slides = Slides(language);
        foreach (var table in Day.Tables)
        {
            Assert.Equal(table.Rows, slides.OfType<TableSlide>().Where(s => s.Table.Id == table.Id).SelectMany(s => s.Table.Rows));
        }
        var figures = new[] { ReferenceKind.Codex, ReferenceKind.Assumptions, ReferenceKind.Paths, ReferenceKind.CoatRack, ReferenceKind.Resources };
        Assert.Equal(
            Day.Topics.SelectMany(t => t.Body[Language.Of(language)].Embeds()).Where(e => figures.Contains(e.Kind)).Select(e => e.ToString()).Order(StringComparer.Ordinal),
            slides.OfType<FigureSlide>().Select(s => s.Figure.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_word_of_a_topic_stands_on_its_slides_or_among_the_remarks_for_whoever_speaks(string language)
    {
        var slides = Slides(language);
        foreach (var topic in Day.Topics)
        {
            var prose = topic.Body[Language.Of(language)];
            var told = slides.OfType<TextSlide>().Where(s => s.Topic == topic).SelectMany(s => s.Blocks).ToList();
            var remarks = SlideShow.RemarksOn(prose).ToList();
            Assert.Equal(
                prose.Blocks.Where(b => b is not Embed && b is not Paragraph { Inlines: [Emphasis] }), told);
            Assert.Equal(prose.Blocks.Count(b => b is Paragraph { Inlines: [Emphasis] }), remarks.Count);
        }
    }

    [Fact]
    public void Every_slide_of_the_deck_leads_to_one_of_ours() =>
        Assert.Equal(Enumerable.Range(1, Day.SlideCount), Slides("da").SelectMany(s => s.Deck).Distinct().Order());

    [Fact]
    public void Many_and_long_questions_go_on_on_the_next_slide_and_one_that_is_too_long_stands_alone_and_small()
    {
        var questions = Enumerable.Range(1, 12).Select(i => Question($"q{i}", new string('x', 60))).Append(Question("long", string.Join(' ', Enumerable.Repeat("ord", 500))));
        var set = new QuestionSet { Id = Id.Of("many"), Title = LocalizedText.Of((Sample.Danish, "Mange")), Questions = [.. questions] };
        var day = DayOf(set);
        var slides = SlideShow.Of(day, Sample.Danish, SiteMap.Plan(NetworkOf(day), Sample.Root, RealSite.Strings)).Slides.OfType<QuestionsSlide>().ToList();

        Assert.Equal(set.Questions, slides.SelectMany(s => s.Questions));
        Assert.True(slides.Count >= 3);
        Assert.Equal(("long", SlideType.Smallest), (Assert.Single(slides[^1].Questions).Id.Value, slides[^1].Type));
        Assert.All(slides, s => Assert.Null(s.Topic));
        Assert.Equal(["questions-many", "questions-many-2"], slides.Take(2).Select(s => s.Id));
    }

    private static Question Question(string id, string text) => new() { Id = Id.Of(id), Text = LocalizedText.Of((Sample.Danish, text)) };

    /// <summary>A day of nothing but questions that no topic asks.</summary>
    private static Day DayOf(QuestionSet set) => new()
    {
        Id = Day.Id,
        Slug = Day.Slug,
        Title = Day.Title,
        Summary = Day.Summary,
        Date = Day.Date,
        TimeZone = Day.TimeZone,
        Place = Day.Place,
        Hosts = [],
        SlideCount = 1,
        Slides = [1],
        Programme = new([]),
        Topics = [],
        Quotes = [],
        QuestionSets = [set],
        Codices = [],
        Tables = [],
        CoatRacks = [],
        Resources = [],
        Sources = [],
        Corrections = [],
    };

    private static Network NetworkOf(Day day) => new()
    {
        Title = Map.Network.Title,
        Description = Map.Network.Description,
        Languages = Map.Network.Languages,
        Address = Map.Network.Address,
        Days = [day],
        Glossary = [],
        Pages = [],
    };

    private static System.Collections.Immutable.ImmutableArray<Slide> Slides(string language) => SlideShow.Of(Day, Language.Of(language), Map).Slides;
}
