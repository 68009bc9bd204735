using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Tests.Components;

/// <summary>What holds for the HTML of every page. That it parses without an error is seen to by the strict parser.</summary>
public sealed partial class PageMarkupTests(RenderedSite site) : IClassFixture<RenderedSite>
{
    private static readonly string[] Inline = ["a", "span", "strong", "em", "time", "cite"];

    [Fact]
    public void Ids_are_unique() => NoPage(page => page.Document.All.Where(e => e.HasAttribute("id"))
        .GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"id {g.Key} stands {g.Count()} times"));

    [Fact]
    public void Ids_that_are_referred_to_exist() => NoPage(page => page.Document.All
        .SelectMany(e => ((string[])["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"])
            .SelectMany(name => (e.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Where(id => page.Document.GetElementById(id) is null));

    [Fact]
    public void There_is_one_h1_and_no_heading_level_is_skipped() => NoPage(page =>
    {
        var headings = page.Document.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => (Level: h.LocalName[1] - '0', Words: h.TextContent.Trim())).ToList();
        return headings.Zip(headings.Skip(1)).Where(h => h.Second.Level > h.First.Level + 1).Select(h => $"{h.Second.Words} is no h{h.Second.Level}")
            .Concat(headings.Count(h => h.Level == 1) == 1 && headings[0].Level == 1 ? [] : ["not one h1 before all other headings"]);
    });

    [Fact]
    public void Nothing_is_styled_or_scripted_in_place() => NoPage(page => page.Document.All
        .Where(e => e.HasAttribute("style") || e.LocalName == "style"
            || (e.LocalName == "script" && !e.HasAttribute("src") && e.GetAttribute("type") != "application/ld+json")
            || e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)))
        .Select(e => e.OuterHtml));

    /// <summary>Also those that wait in a template. A browser then refuses whatever a host or somebody on the way put in their place.</summary>
    [Fact]
    public async Task Every_style_and_script_is_named_with_the_digest_of_what_is_published()
    {
        var digests = (await RealSite.BuildAsync(Sample.Root)).Files.ToDictionary(f => "/" + f.Path, f => "sha384-" + Convert.ToBase64String(SHA384.HashData(f.Content.Span)));
        NoPage(page =>
        {
            var parts = page.Document.All.Concat(page.Document.QuerySelectorAll("template").OfType<IHtmlTemplateElement>().SelectMany(t => t.Content.QuerySelectorAll("*")))
                .Where(e => e.LocalName == "script" ? e.HasAttribute("src") : e.LocalName == "link" && e.GetAttribute("rel") == "stylesheet").ToList();
            return parts.Where(e => e.GetAttribute("integrity") != digests[e.GetAttribute("src") ?? e.GetAttribute("href")!]).Select(e => $"not its digest: {e.OuterHtml}")
                .Concat(parts.Count(e => e.LocalName == "script") < 2 || parts.Count(e => e.LocalName == "link") < 2 ? ["styles or scripts are missing"] : []);
        });
    }

    /// <summary>Who does not use a feature does not carry its script.</summary>
    [Fact]
    public void Only_the_worksheet_has_the_script_that_keeps_notes() => NoPage(page =>
        page.Document.QuerySelector("script[src*='/worksheet.js']") is null == page.Document.QuerySelector("form.worksheet") is null ? [] : ["not so"]);

    [Fact]
    public void Only_the_slides_have_the_script_and_the_style_that_show_them() => NoPage(page =>
        ((string[])["script[src*='/slides.js']", "link[href*='/slides.css']"])
            .Where(asset => page.Document.QuerySelector(asset) is null != page.Document.QuerySelector(".slide") is null));

    [Fact]
    public void Nothing_that_should_hold_words_is_empty() => NoPage(page => page.Document
        .QuerySelectorAll("p:not([role=status]), li, h1, h2, h3, h4, a, dt, dd, th, caption, figcaption, ul, ol:not(#search-results), dl, section, article, em, strong, span, time, cite")
        .Where(e => e.TextContent.Trim().Length == 0 && e.QuerySelector("svg, img") is null)
        .Select(e => e.OuterHtml));

    [Fact]
    public void Words_in_neighbouring_elements_do_not_run_together() => NoPage(page => page.Main
        .QuerySelectorAll("a, span, strong, em, time, cite")
        .Where(e => e.PreviousSibling is IElement before && Inline.Contains(before.LocalName) && e.Closest("[aria-hidden]") is null
            && before.TextContent is [.., var last] && e.TextContent is [var first, ..] && char.IsLetterOrDigit(first) && !char.IsWhiteSpace(last) && last != '/')
        .Select(e => $"{e.PreviousSibling!.TextContent}{e.TextContent}"));

    /// <summary>But for the deck's own words, which a list of corrections quotes as they were.</summary>
    [Fact]
    public void No_space_begins_or_ends_a_block_and_no_punctuation_is_doubled_or_set_apart() => NoPage(page => page.Main
        .QuerySelectorAll("p, li, h1, h2, h3, h4, dt, dd, th, td, caption, figcaption")
        .Where(e => e.QuerySelector("p, ul, ol, div, form, svg, del") is null)
        .Select(e => e.TextContent.Trim('\n'))
        .Where(words => StraySpaceOrSign().IsMatch(words)));

    [GeneratedRegex(@"^\s|\s$|\s\s|\s[,.;:?!](?!\w)|\.\.|,,|;;|::|\?\?|!!|\(\s|\s\)")]
    private static partial Regex StraySpaceOrSign();

    private void NoPage(Func<RenderedPage, IEnumerable<string>> faults) =>
        Faults.None(site.Pages.SelectMany(page => faults(page).Select(fault => $"{page}: {fault}")));
}
