using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

public sealed class SearchPassagesTests
{
    [Theory]
    [InlineData("da")]
    [InlineData("en")]
    public void What_a_result_can_show_has_the_quotation_marks_of_the_page(string language) => Faults.None(
        from passage in SearchPassages.Of(RealSite.Map(Sample.Root), Language.Of(language))
        from text in new[] { passage.Title, passage.Heading, passage.Speaker, passage.Text }
        where text.AsSpan().ContainsAny('"', '\'')
        select $"{passage.Url}: {text}");
}
