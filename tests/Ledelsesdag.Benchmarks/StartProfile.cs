using System.Reflection;

namespace Ledelsesdag.Benchmarks;

/// <summary>Runs the tool and takes down what .NET compiles meanwhile, so that it is compiled ahead the next time (site/Ahead).</summary>
internal static class StartProfile
{
    private const string HooksVariable = "DOTNET_STARTUP_HOOKS";

    /// <summary>Writes the profile of a build that keeps some of an older site's files and writes others.</summary>
    /// <param name="content">The content to build.</param>
    /// <param name="file">Where the profile goes.</param>
    /// <exception cref="IOException">The tool is not built, or failed.</exception>
    public static void Write(string content, string file)
    {
        var folder = Directory.CreateTempSubdirectory("ledelsesdag-profile-").FullName;
        try
        {
            var tool = Path.Combine(Portable(Path.Combine(folder, "tool")), Path.GetFileName(SiteScale.BuiltTool));
            var (starter, site) = (Path.Combine(folder, "starter"), Path.Combine(folder, "site"));
            MeasuredProcess.Of("dotnet", folder, tool, "new", starter);
            MeasuredProcess.Of("dotnet", folder, tool, "build", "--input", Path.Combine(starter, "input"), "--output", site);
            Environment.SetEnvironmentVariable(StartupHook.FileVariable, Path.GetFullPath(file));
            Environment.SetEnvironmentVariable(HooksVariable, typeof(StartupHook).Assembly.Location);
            MeasuredProcess.Of("dotnet", folder, tool, "build", "--input", Path.GetFullPath(content), "--output", site);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The tool as it is before anything of it is compiled ahead: with that, what an older profile has told would not be told again.</summary>
    private static string Portable(string folder)
    {
        var built = Path.GetDirectoryName(SiteScale.BuiltTool)!;
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            Copy(file, Path.Combine(folder, Path.GetRelativePath(built, file)));
        }
        foreach (var file in Directory.EnumerateFiles(NotCompiledAhead, "*.dll"))
        {
            Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        return folder;

        static void Copy(string from, string to)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to, overwrite: true);
        }
    }

    private static string NotCompiledAhead { get; } =
        typeof(StartProfile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == nameof(NotCompiledAhead)).Value!;
}
