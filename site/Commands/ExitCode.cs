namespace Ledelsesdag.Site.Commands;

/// <summary>What the tool tells whoever started it. <c>--help</c> lists the same.</summary>
public static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>The content, the site or the output folder has a fault; nothing was published.</summary>
    public const int Faulty = 1;

    /// <summary>The command line could not be understood.</summary>
    public const int Misused = 2;

    /// <summary>Broken off with Ctrl+C; nothing was published.</summary>
    public const int BrokenOff = 130;
}
