using System.Text;

namespace Ledelsesdag.Site.Commands;

/// <summary>Where a run speaks to.</summary>
/// <param name="Out">For the result.</param>
/// <param name="Error">For faults and progress.</param>
/// <param name="ShowsProgress">Whether somebody is watching <paramref name="Error"/>, so that a line may be rewritten.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool ShowsProgress)
{
    /// <summary>The console of this process.</summary>
    public static Terminal OfThisProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            // Its consoles still begin in a code page without æ and →.
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
        return new(Console.Out, Console.Error, !Console.IsErrorRedirected && !Console.IsOutputRedirected);
    }
}
