using System.Reflection;
using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Commands;

/// <summary>The verb <c>new</c>: a small complete day, for a network to change into its own.</summary>
internal static class NewCommand
{
    private const string Prefix = "starter/";

    // The one thing in the starter that the tool knows better than its author.
    private const string VersionMark = "{version}";

    public static int Run(string folder, Terminal terminal, CancellationToken cancellation)
    {
        if (FreshFolder.Write(folder, [.. Files(), .. Schemas()], cancellation) is { } fault)
        {
            terminal.Error.WriteLine(fault);
            return ExitCode.Faulty;
        }
        terminal.Out.WriteLine($"A small complete day is in '{folder}'; README.md in it says what to change.");
        terminal.Out.WriteLine($"Next: cd {(folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder)} && ledelsesdag preview");
        return ExitCode.Done;
    }

    /// <summary>Every file of the starter by its path, with slashes.</summary>
    private static IEnumerable<OutputFile> Files()
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
            yield return new(path[Prefix.Length..], System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>What the starter's content files name as their schemas, so that an editor explains each field from the first minute.</summary>
    private static IEnumerable<OutputFile> Schemas() =>
        ContentSchema.OfContentFiles.Select(schema => new OutputFile($"input/{SchemaCommand.DefaultFolder}/{schema.FileName}", schema.Utf8));

    // Without what was built after it: a package has the version alone.
    private static string Version(Assembly tool) =>
        tool.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
