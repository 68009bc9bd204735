using System.Collections.Immutable;

namespace Ledelsesdag.Content.Tests.Model;

/// <summary>The small values that everything else is made of.</summary>
public sealed class ValueTests
{
    private static readonly Language Danish = Language.Of("da");
    private static readonly Language English = Language.Of("en");

    [Theory]
    [InlineData("a")]
    [InlineData("lederdag-1")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    public void An_id_and_a_slug_are_small_letters_digits_and_hyphens(string text)
    {
        Assert.Equal(text, Id.Of(text).Value);
        Assert.Equal(text, Slug.Of(text).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    [InlineData("A")]
    [InlineData("å")]
    [InlineData("a b")]
    [InlineData("../a")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("%2e")]
    [InlineData("a?b#c")]
    [InlineData("ı")]
    [InlineData("a\n")]
    public void Nothing_else_is_an_id_or_a_slug(string? text)
    {
        Assert.False(Id.TryParse(text, out _));
        Assert.False(Slug.TryParse(text, out _));
        Assert.Throws<ArgumentException>(() => Id.Of(text!));
        Assert.Throws<ArgumentException>(() => Slug.Of(text!));
    }

    [Fact]
    public void Ids_are_in_ordinal_order() => Assert.True(Id.Of("a-1") < Id.Of("a1") && Id.Of("b") >= Id.Of("a"));

    [Theory]
    [InlineData("da", true)]
    [InlineData("zh-Hant", true)]
    [InlineData("en-US", true)]
    [InlineData("d", false)]
    [InlineData("DA", false)]
    [InlineData("dansk", false)]
    [InlineData("da-", false)]
    [InlineData("da_DK", false)]
    [InlineData("en-123456789", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_language_is_a_tag_with_a_small_primary_subtag(string? tag, bool valid) =>
        Assert.Equal(valid, Language.TryParse(tag, out _));

    [Fact]
    public void No_language_is_undetermined() => Assert.Equal("und", default(Language).Tag);

    [Fact]
    public void Ranges_that_only_touch_do_not_overlap()
    {
        var (ten, eleven, noon) = (new TimeOnly(10, 0), new TimeOnly(11, 0), new TimeOnly(12, 0));

        Assert.False(new TimeRange(ten, eleven).Overlaps(new(eleven, noon)));
        Assert.True(new TimeRange(ten, noon).Overlaps(new(eleven, noon)));
        Assert.Equal(TimeSpan.FromHours(2), new TimeRange(ten, noon).Duration);
    }

    [Fact]
    public void A_reader_gets_their_own_language_or_the_first_written_and_is_told_which()
    {
        var text = LocalizedText.Of((Danish, "æble"), (English, "apple"));

        Assert.Equal(("apple", English), (text.For(English).Value.Plain, text.For(English).Language));
        Assert.Equal(("æble", Danish), (text.For(Language.Of("nb")).Value.Plain, text.For(Language.Of("nb")).Language));
        Assert.Equal("apple", text[English].Plain);
        Assert.Throws<KeyNotFoundException>(() => text[Language.Of("nb")]);
    }

    [Fact]
    public void A_text_in_no_language_and_a_language_that_stands_twice_are_programmers_mistakes()
    {
        Assert.Throws<InvalidOperationException>(() => LocalizedText.Of().For(Danish));
        Assert.Throws<ArgumentException>(() => LocalizedText.Of((Danish, "a"), (Danish, "b")));
    }

    [Fact]
    public void Every_kind_of_reference_is_read_as_it_is_written()
    {
        foreach (var name in Reference.KindNames.ToArray())
        {
            Assert.True(Reference.TryParse(name + ":x-1", out var reference));
            Assert.Equal(name + ":x-1", reference.ToString());
        }
        Assert.Equal(Enum.GetValues<ReferenceKind>().Length, Reference.KindNames.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(":x")]
    [InlineData("quote")]
    [InlineData("quote:")]
    [InlineData("Quote:x")]
    [InlineData("quote:x:y")]
    [InlineData("picture:x")]
    public void Nothing_else_is_a_reference(string? text) => Assert.False(Reference.TryParse(text, out _));

    [Theory]
    [InlineData("quote:x", true)]
    [InlineData("source:x", true)]
    [InlineData("topic:x", false)]
    [InlineData("term:x", false)]
    [InlineData("session:x", false)]
    [InlineData("page:x", false)]
    public void Pages_are_linked_to_and_items_can_be_shown(string text, bool shown)
    {
        Assert.True(Reference.TryParse(text, out var reference));
        Assert.Equal(shown, reference.CanBeEmbedded);
    }

    [Fact]
    public void Lists_that_are_left_out_are_empty_and_not_default() =>
        Assert.False(new Session { Id = Id.Of("a"), Time = default, Title = LocalizedText.Of(), Points = default(ImmutableArray<LocalizedText>) }.Points.IsDefault);
}
