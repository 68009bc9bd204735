using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Ledelsesdag.Content;

namespace Ledelsesdag.Site.Pages;

/// <summary>What a page says to machines, as schema.org has it.</summary>
public static class StructuredData
{
    // Everything readable stays readable, but < > & and quotation marks are escaped: nothing can end the script element.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A date as machines write it: <c>2014-02-25</c>.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// A time on a date: <c>2014-02-25T10:00</c>. It has no offset: that would need the machine's time zone data, and the
    /// day's place says which wall clock is meant.
    /// </summary>
    public static string Iso(DateOnly date, TimeOnly time) =>
        $"{Iso(date)}T{time.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>The JSON-LD of a page; null when there is nothing to say.</summary>
    public static string? Of(Page page, SiteMap map)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(map);
        if (!page.Indexed)
        {
            return null;
        }
        var writer = new Writer(page, map);
        var graph = new JsonArray();
        foreach (var node in writer.Nodes())
        {
            graph.Add((JsonNode)node);
        }
        return graph.Count == 0
            ? null
            : new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = graph }.ToJsonString(Options);
    }

    private sealed class Writer(Page page, SiteMap map)
    {
        private Language Language => page.Language;

        public IEnumerable<JsonObject> Nodes()
        {
            if (page.Parent is not null)
            {
                yield return Breadcrumbs();
            }
            switch (page)
            {
                case HomePage:
                    yield return new JsonObject
                    {
                        ["@type"] = "WebSite",
                        ["name"] = page.Title,
                        ["description"] = page.Description,
                        ["inLanguage"] = Language.Tag,
                        ["url"] = Address(page),
                    };
                    break;
                case DayPage or ProgrammePage:
                    yield return Event(page.Day!);
                    break;
                case QuotePage quote:
                    yield return Quotation(quote.Quote);
                    break;
                case TopicPage topic:
                    foreach (var node in Topic(topic))
                    {
                        yield return node;
                    }
                    break;
                case GlossaryPage glossary:
                    yield return Terms(glossary);
                    break;
            }
        }

        private JsonObject Breadcrumbs()
        {
            var items = new JsonArray();
            foreach (var at in SiteMap.BreadcrumbsOf(page))
            {
                items.Add((JsonNode)new JsonObject
                {
                    ["@type"] = "ListItem",
                    ["position"] = items.Count + 1,
                    ["name"] = at.Title,
                    ["item"] = Address(at),
                });
            }
            return new JsonObject { ["@type"] = "BreadcrumbList", ["itemListElement"] = items };
        }

        private JsonObject Event(Day day)
        {
            var sessions = day.Programme.Sessions;
            var place = new JsonObject { ["@type"] = "Place", ["name"] = Plain(day.Place) };
            var parts = new JsonArray();
            foreach (var session in sessions.Where(s => s.Kind == SessionKind.Work))
            {
                parts.Add((JsonNode)new JsonObject
                {
                    ["@type"] = "Event",
                    ["name"] = Plain(session.Title),
                    ["startDate"] = Iso(day.Date, session.Time.Start),
                    ["endDate"] = Iso(day.Date, session.Time.End),
                    ["location"] = place.DeepClone(),
                    ["url"] = map.Address.Absolute(map.PlaceOf(session, Language).Path),
                });
            }
            var people = new JsonArray();
            foreach (var host in day.Hosts)
            {
                var person = new JsonObject { ["@type"] = "Person", ["name"] = host.Name };
                if (host.Organisation is { } organisation)
                {
                    person["affiliation"] = new JsonObject { ["@type"] = "Organization", ["name"] = organisation };
                }
                people.Add((JsonNode)person);
            }
            return new JsonObject
            {
                ["@type"] = "Event",
                ["name"] = Plain(day.Title),
                ["description"] = Plain(day.Summary),
                ["inLanguage"] = Language.Tag,
                ["startDate"] = sessions is [var first, ..] ? Iso(day.Date, first.Time.Start) : Iso(day.Date),
                ["endDate"] = sessions is [.., var last] ? Iso(day.Date, last.Time.End) : Iso(day.Date),
                ["location"] = place,
                ["performer"] = people,
                ["url"] = Address(map.DayPage(day, Language)),
                ["subEvent"] = parts,
            };
        }

        private JsonObject Quotation(Quote quote)
        {
            var text = quote.Text.For(Language);
            var node = new JsonObject
            {
                ["@type"] = "Quotation",
                ["text"] = map.Typographer.Plain(text.Value, text.Language),
                ["inLanguage"] = text.Language.Tag,
                ["creator"] = new JsonObject { ["@type"] = "Person", ["name"] = Plain(quote.Citation.Speaker) },
                ["url"] = map.Address.Absolute(map.PlaceOf(quote, Language).Path),
            };
            if (quote.Citation.Work is { } work)
            {
                var whole = new JsonObject { ["@type"] = "CreativeWork", ["name"] = work.Title };
                if (quote.Citation.Year is { } year)
                {
                    whole["datePublished"] = Numbers.Text(year);
                }
                node["isPartOf"] = whole;
            }
            return node;
        }

        private IEnumerable<JsonObject> Topic(TopicPage topic)
        {
            yield return new JsonObject
            {
                ["@type"] = "LearningResource",
                ["name"] = topic.Title,
                ["description"] = topic.Description,
                ["inLanguage"] = Language.Tag,
                ["timeRequired"] = $"PT{Numbers.Text(topic.ReadingMinutes)}M",
                ["url"] = Address(topic),
            };
            foreach (var paths in topic.Topic.Body.For(Language).Value.Embeds()
                .Select(e => map.Find(e, topic.Day)).OfType<InquiryPaths>())
            {
                foreach (var path in paths.Paths)
                {
                    yield return HowTo(path);
                }
            }
        }

        private JsonObject HowTo(InquiryPath path)
        {
            var steps = new JsonArray();
            foreach (var step in path.Steps)
            {
                steps.Add((JsonNode)new JsonObject
                {
                    ["@type"] = "HowToStep",
                    ["position"] = steps.Count + 1,
                    ["text"] = Plain(step.Text),
                });
            }
            return new JsonObject
            {
                ["@type"] = "HowTo",
                ["name"] = Plain(path.Title),
                ["inLanguage"] = Language.Tag,
                ["step"] = steps,
            };
        }

        private JsonObject Terms(GlossaryPage glossary)
        {
            var terms = new JsonArray();
            foreach (var term in glossary.Terms)
            {
                terms.Add((JsonNode)new JsonObject
                {
                    ["@type"] = "DefinedTerm",
                    ["name"] = Plain(term.Term),
                    ["description"] = Plain(term.Explanation),
                    ["url"] = map.Address.Absolute(map.PlaceOf(term, Language).Path),
                });
            }
            return new JsonObject
            {
                ["@type"] = "DefinedTermSet",
                ["name"] = glossary.Title,
                ["inLanguage"] = Language.Tag,
                ["url"] = Address(glossary),
                ["hasDefinedTerm"] = terms,
            };
        }

        private string Address(Page of) => map.Address.Absolute(of.Path);

        private string Plain(LocalizedText text) => map.Typographer.Plain(text, Language);
    }
}
