using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Validation;

namespace Ledelsesdag.Content;

/// <summary>Reads a content folder.</summary>
public static class NetworkLoader
{
    /// <summary>Reads and validates everything in <paramref name="folder"/>.</summary>
    /// <remarks>
    /// An author's mistakes come back as diagnostics, all of them from every file; nothing an author writes makes this
    /// throw. Neither the clock, the culture, the time zone nor the order of the file system has a say in the result.
    /// </remarks>
    /// <param name="folder">The folder that holds <c>network.json</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LoadResult Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }
        var diagnostics = new DiagnosticBag();
        var content = new ContentReader(new ContentFolder(folder, diagnostics), diagnostics).Read();
        ContentRules.Check(content);
        var translations = TranslationRules.Check(content);
        var found = diagnostics.Sorted();
        var network = found.Any(d => d.Code.Severity == Severity.Error) ? null : content.ToNetwork();
        return new(network, found, translations);
    }
}
