using System.Text;
using Ledelsesdag.Site.Printing;

namespace Ledelsesdag.Site.Tests.Printing;

public sealed class PdfDatesTests
{
    private static readonly DateOnly Day = new(2014, 2, 5);

    [Theory]
    [InlineData("/CreationDate (D:20261123211222+00'00')\n/ModDate (D:20261123211222+00'00')>>", "/CreationDate (D:20140205000000+00'00')\n/ModDate (D:20140205000000+00'00')>>")]
    [InlineData("/CreationDate (D:20261124101222+13'00')", "/CreationDate (D:20140205000000+00'00')")]
    [InlineData("/ModDate (D:20261123161222-05'00')", "/ModDate (D:20140205000000+00'00')")]
    [InlineData("/ModDate (D:20261123161222Z)", "/ModDate (D:20140205000000Z)")]
    [InlineData("1 /ModDate (D:20261123161222) 2 /ModDate (D:20261123161223)", "1 /ModDate (D:20140205000000) 2 /ModDate (D:20140205000000)")]
    public void The_clock_of_the_machine_gives_way_to_the_day(string written, string expected) => Assert.Equal(expected, Set(written));

    [Theory]
    [InlineData("")]
    [InlineData("/Title (D:20261123211222)")]
    [InlineData("/ModDate (yesterday)")]
    [InlineData("/ModDate (D:2026")]
    [InlineData("/ModDate (D:2026112321122x)")]
    [InlineData("(D:20261123211222+00'00')")]
    public void Nothing_else_is_touched(string written) => Assert.Equal(written, Set(written));

    private static string Set(string written)
    {
        var pdf = Encoding.Latin1.GetBytes(written);
        PdfDates.Set(pdf, Day);
        return Encoding.Latin1.GetString(pdf);
    }
}
