namespace Ledelsesdag.Site.Output;

/// <summary>Where a site may be written: not into what is somebody else's.</summary>
internal static class OutputPlace
{
    private static readonly StringComparison PathComparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Why this folder may not be an output folder, judged by its place alone; null when it may.</summary>
    public static string? Refusal(string path, string input)
    {
        var elsewhere = "choose a folder that is for the finished site alone, such as 'output'";
        if (new DirectoryInfo(path).LinkTarget is not null)
        {
            return "this is a symbolic link; name the folder that it leads to";
        }
        if (File.Exists(path))
        {
            return $"this is a file; {elsewhere}";
        }
        if (Path.GetPathRoot(path) == path || Path.GetDirectoryName(path) is null)
        {
            return $"this is the root of the disk; {elsewhere}";
        }
        if (!OperatingSystem.IsWindows() && Directory.Exists(path) && (File.GetUnixFileMode(path) & UnixFileMode.UserWrite) == 0)
        {
            // The system would let it be replaced all the same, for that is written in the folder above.
            return $"the folder is read-only; let yourself write to it, or {elsewhere}";
        }
        var real = RealPath(path);
        if (real.Equals(RealPath(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)), PathComparison))
        {
            return $"this is your home folder; {elsewhere}";
        }
        if (Path.Exists(Path.Combine(path, ".git")))
        {
            return $"this is the root of a repository; {elsewhere}";
        }
        var realInput = RealPath(input);
        if (IsWithin(real, realInput) || IsWithin(realInput, real))
        {
            return "the output and the content folder lie in one another; choose two that stand apart";
        }
        return null;
    }

    private static bool IsWithin(string inner, string outer) =>
        (Path.TrimEndingDirectorySeparator(inner) + Path.DirectorySeparatorChar)
            .StartsWith(Path.TrimEndingDirectorySeparator(outer) + Path.DirectorySeparatorChar, PathComparison);

    /// <summary>The path with every symbolic link on the way resolved; parts that do not exist stay as they are.</summary>
    private static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path));
        if (parent is null)
        {
            return path;
        }
        var here = Path.Combine(RealPath(parent), Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        var folder = new DirectoryInfo(here);
        return folder.LinkTarget is null ? here : folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here;
    }
}
