using System.Reflection;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Commands;

/// <summary>The verb <c>new</c>: a small complete day, for a network to change into its own.</summary>
internal static class NewCommand
{
    private const string Prefix = "starter/";

    // The one thing in the starter that the tool knows better than its author.
    private const string VersionMark = "{version}";

    public static int Run(string folder, Terminal terminal)
    {
        if (Write(folder) is { } fault)
        {
            terminal.Error.WriteLine(fault);
            return ExitCode.Faulty;
        }
        terminal.Out.WriteLine($"A small complete day is in '{folder}'; README.md in it says what to change.");
        terminal.Out.WriteLine($"Next: cd {(folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder)} && ledelsesdag preview");
        return ExitCode.Done;
    }

    /// <summary>Writes the starter; null when all of it stands there, else why nothing does.</summary>
    private static SiteFault? Write(string folder)
    {
        var shown = folder.Replace(Path.DirectorySeparatorChar, '/');
        try
        {
            var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            {
                return new(shown, 0, "there is something here already, and nothing of it may be lost; name a folder that does not exist yet");
            }
            // Beside it first: who breaks it off is left with no half of a day.
            var draft = $"{target}.new";
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
            foreach (var (path, content) in Files())
            {
                var file = Path.Combine(draft, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, content);
            }
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }
            Directory.Move(draft, target);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(shown, 0, $"the folder cannot be made ({e.Message.TrimEnd('.')}); name another one");
        }
    }

    /// <summary>Every file of the starter by its path, with slashes.</summary>
    private static IEnumerable<(string Path, byte[] Content)> Files()
    {
        var tool = typeof(NewCommand).Assembly;
        foreach (var name in tool.GetManifestResourceNames())
        {
            // A tool that was built on Windows has that system's slashes in the names.
            var path = name.Replace('\\', '/');
            if (!path.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }
            using var stream = tool.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            var text = reader.ReadToEnd();
            if (path.EndsWith("/dotnet-tools.json", StringComparison.Ordinal))
            {
                text = text.Replace(VersionMark, Version(tool), StringComparison.Ordinal);
            }
            yield return (path[Prefix.Length..], System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    // Without what was built after it: a package has the version alone.
    private static string Version(Assembly tool) =>
        tool.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
