using Ledelsesdag.Site.Commands;

namespace Ledelsesdag.Site.Tests.Commands;

public sealed class ProgressLineTests
{
    [Fact]
    public void It_appears_after_a_second_rewrites_itself_and_is_gone_at_the_end()
    {
        var (clock, error) = (new HandClock(), new StringWriter());
        using (var progress = new ProgressLine(new Terminal(TextWriter.Null, error, ShowsProgress: true), clock))
        {
            progress.Report(new("Reading content"));
            Assert.Empty(error.ToString());

            clock.Now += TimeSpan.FromSeconds(1);
            progress.Report(new("Rendering pages", 10, 62));
            Assert.Equal("\rRendering pages 10 of 62 …", error.ToString());

            progress.Report(new("Rendering pages", 11, 62));
            Assert.Equal("\rRendering pages 10 of 62 …", error.ToString());

            clock.Now += TimeSpan.FromSeconds(1);
            progress.Report(new("Writing files"));
        }
        Assert.EndsWith("\r" + "Writing files …".PadRight("Rendering pages 10 of 62 …".Length) + "\r" + new string(' ', "Writing files …".Length) + "\r", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_watches_it_is_silent()
    {
        var (clock, error) = (new HandClock(), new StringWriter());
        using (var progress = new ProgressLine(new Terminal(TextWriter.Null, error, ShowsProgress: false), clock))
        {
            clock.Now += TimeSpan.FromMinutes(1);
            progress.Report(new("Rendering pages"));
        }
        Assert.Empty(error.ToString());
    }

    private sealed class HandClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long GetTimestamp() => Now.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
