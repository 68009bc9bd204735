using System.Globalization;

namespace Ledelsesdag.Site.Commands;

/// <summary>
/// One line that says how far a build has come and rewrites itself. It appears only where somebody watches, and only
/// once the build has taken a second; when the build ends it is gone.
/// </summary>
internal sealed class ProgressLine(Terminal terminal, TimeProvider clock) : IProgress<BuildProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(100);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _shownAt;
    private int _width;

    public void Report(BuildProgress value)
    {
        var now = clock.GetElapsedTime(_start);
        if (!terminal.ShowsProgress || now < Patience || (_width > 0 && now - _shownAt < BetweenUpdates))
        {
            return;
        }
        var count = value.Total > 0 ? string.Create(CultureInfo.InvariantCulture, $" {value.Done} of {value.Total}") : "";
        var text = $"{value.Stage}{count} …";
        terminal.Error.Write("\r" + text.PadRight(_width));
        terminal.Error.Flush();
        _width = text.Length;
        _shownAt = now;
    }

    public void Dispose()
    {
        if (_width > 0)
        {
            terminal.Error.Write("\r" + new string(' ', _width) + "\r");
            terminal.Error.Flush();
            _width = 0;
        }
    }
}
