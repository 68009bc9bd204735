using System.Text;

namespace Ledelsesdag.Site.Commands;

/// <summary>Where a run speaks to.</summary>
/// <param name="Out">For the result.</param>
/// <param name="Error">For faults and progress.</param>
/// <param name="ShowsProgress">Whether somebody is watching <paramref name="Error"/>, so that a line may be rewritten.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool ShowsProgress)
{
    private const int UsualWidth = 80;

    /// <summary>How many columns <see cref="Error"/> has; null where it is no terminal but a file or another program.</summary>
    public int? Width { get; init; }

    /// <summary>The console of this process.</summary>
    public static Terminal OfThisProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            // Its consoles still begin in a code page without æ and →.
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
        return new(Console.Out, Console.Error, !Console.IsErrorRedirected && !Console.IsOutputRedirected)
        {
            Width = Console.IsErrorRedirected ? null : WindowWidth(),
        };
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is var width and > 0 ? width : UsualWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            // A terminal that does not say.
            return UsualWidth;
        }
    }
}
