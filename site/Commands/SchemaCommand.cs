using Ledelsesdag.Content;
using Ledelsesdag.Site.Output;

namespace Ledelsesdag.Site.Commands;

/// <summary>The verb <c>schema</c>: what may stand in each content file, for the author's editor.</summary>
internal static class SchemaCommand
{
    /// <summary>Where the schemas go below the content. The library leaves names with a dot in front alone.</summary>
    internal const string DefaultFolder = ".schema";

    // Every schema of ours has it, and no content.
    private static readonly byte[] NameOfSchemas = "\"urn:ledelsesdag:"u8.ToArray();

    public static int Run(string input, string? folder, Terminal terminal)
    {
        if (folder is null && !Directory.Exists(input))
        {
            terminal.Error.WriteLine(new SiteFault(SiteFault.Shown(input), 0, "there is no such folder; name the content folder with --input, or the folder for the schemas itself"));
            return ExitCode.Faulty;
        }
        var target = folder ?? Path.Combine(input, DefaultFolder);
        try
        {
            // Content files have the same names: whoever names their folder must not lose them.
            if (ContentSchema.OfContentFiles.FirstOrDefault(schema => IsOther(Path.Combine(target, schema.FileName))) is { } inTheWay)
            {
                terminal.Error.WriteLine(new SiteFault(SiteFault.Shown(Path.Combine(target, inTheWay.FileName)), 0, $"this is no schema, and writing one would delete it; name another folder, or none for '{DefaultFolder}' below the content"));
                return ExitCode.Faulty;
            }
            Directory.CreateDirectory(target);
            foreach (var schema in ContentSchema.OfContentFiles)
            {
                File.WriteAllBytes(Path.Combine(target, schema.FileName), schema.Utf8.Span);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            terminal.Error.WriteLine(new SiteFault(SiteFault.Shown(target), 0, $"the schemas cannot be written ({e.Message.TrimEnd('.')}); name another folder"));
            return ExitCode.Faulty;
        }
        terminal.Out.WriteLine($"{ContentSchema.OfContentFiles.Length} schemas → {SiteFault.Shown(target)}");
        terminal.Out.WriteLine($"A file names its own on its first line: \"$schema\": \"{DefaultFolder}/network.json\", or \"../{DefaultFolder}/quotes.json\" in a day's folder.");
        return ExitCode.Done;
    }

    private static bool IsOther(string path) => Path.Exists(path) && File.ReadAllBytes(path).AsSpan().IndexOf(NameOfSchemas) < 0;
}
