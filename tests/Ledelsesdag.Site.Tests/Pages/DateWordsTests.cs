using Ledelsesdag.Content;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Tests.Pages;

public sealed class DateWordsTests
{
    private static readonly DateOnly Day = new(2014, 2, 25);
    private static readonly TimeRange Morning = new(new TimeOnly(10, 0), new TimeOnly(11, 0));
    private static readonly DateWords Danish = RealSite.Strings[Sample.Danish].Dates;
    private static readonly DateWords English = RealSite.Strings[Sample.English].Dates;

    [Fact]
    public void A_date_is_written_out() =>
        Assert.Equal(("25. februar 2014", "25 February 2014"), (Danish.Of(Day), English.Of(Day)));

    [Fact]
    public void A_date_can_have_its_weekday() =>
        Assert.Equal(("tirsdag den 25. februar 2014", "Tuesday 25 February 2014"), (Danish.WithWeekday(Day), English.WithWeekday(Day)));

    [Fact]
    public void Sunday_is_the_last_day_of_the_week() =>
        Assert.Equal(("søndag den 2. marts 2014", "Monday 3 March 2014"), (Danish.WithWeekday(new(2014, 3, 2)), English.WithWeekday(new(2014, 3, 3))));

    [Fact]
    public void A_range_of_time_is_written_as_the_language_does() =>
        Assert.Equal(("kl. 10.00–11.00", "10:00–11:00"), (Danish.Of(Morning), English.Of(Morning)));

    [Fact]
    public void Hours_and_minutes_have_two_digits() =>
        Assert.Equal(("08.05", "08:05"), (Danish.Of(new TimeOnly(8, 5)), English.Of(new TimeOnly(8, 5))));

    [Theory]
    [InlineData(1, "1 minut", "1 minute")]
    [InlineData(45, "45 minutter", "45 minutes")]
    [InlineData(60, "1 time", "1 hour")]
    [InlineData(75, "1 time og 15 minutter", "1 hour 15 minutes")]
    [InlineData(120, "2 timer", "2 hours")]
    public void A_duration_leaves_out_what_is_nothing(int minutes, string danish, string english) =>
        Assert.Equal((danish, english), (Danish.Of(TimeSpan.FromMinutes(minutes)), English.Of(TimeSpan.FromMinutes(minutes))));
}
