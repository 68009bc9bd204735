using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

public sealed class FragmentsTests
{
    [Fact]
    public void An_id_is_given_once_and_then_numbered()
    {
        var fragments = new Fragments();
        Assert.Equal(["vision", "vision-2", "vision-3", "værdi"], ((string[])["vision", "vision", "vision", "værdi"]).Select(fragments.Take));
    }

    [Fact]
    public void A_numbered_id_that_is_taken_is_passed_over()
    {
        var fragments = new Fragments();
        Assert.Equal(["a-2", "a", "a-3"], ((string[])["a-2", "a", "a"]).Select(fragments.Take));
    }

    [Theory]
    [InlineData("main")]
    [InlineData("q")]
    public void The_frames_own_ids_are_never_given_away(string id) => Assert.Equal($"{id}-2", new Fragments().Take(id));
}
