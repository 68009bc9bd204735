using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Output;

/// <summary>
/// The styles, scripts and icons of <c>site/assets</c>, each under a name that holds a hash of its content.
/// </summary>
/// <remarks>
/// A file that stands alone is hashed alone: <c>site.css</c> is published as <c>assets/site.3f2a9c01de.css</c>. A folder is
/// hashed as a whole: <c>js/search.js</c> as <c>assets/js.77b0e4c2a9/search.js</c>. So a module that imports <c>./words.js</c>
/// finds it beside itself without anybody rewriting imports, and never gets a neighbour of another version. The price: a
/// change in one module makes the browser fetch the few kilobytes of its neighbours again.
/// </remarks>
public sealed class SiteAssets
{
    /// <summary>The folder of the output that holds hashed files only; browsers keep what is in it for ever.</summary>
    public const string Folder = "assets";

    /// <summary>A network's own style, where it has one.</summary>
    public const string OwnStyle = "css/look.css";

    /// <summary>A network's own logo, where it has one.</summary>
    public const string Logo = Icons + "logo.svg";

    private const string Icons = "icons/";

    private readonly ImmutableSortedDictionary<string, OutputFile> _byName;

    // Every page asks for the same few.
    private readonly ConcurrentDictionary<string, string> _integrity = new(StringComparer.Ordinal);

    private SiteAssets(ImmutableSortedDictionary<string, OutputFile> byName) => _byName = byName;

    /// <summary>Where the assets lie beside the built tool.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "assets");

    /// <summary>The files to publish, by path.</summary>
    public ImmutableArray<OutputFile> Files => [.. _byName.Values.OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>Reads a folder of assets. Hidden files and Markdown, which is for developers, are left out.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="prepare">What is done to the files, under their own names, before they are hashed; null for nothing.</param>
    /// <param name="own">
    /// A network's folder of what it looks like: <c>look.css</c>, which counts after the tool's styles, <c>logo.svg</c>, and icons
    /// by the names of the tool's. Null when it has none.
    /// </param>
    /// <exception cref="FormatException">A file of <paramref name="own"/> has no place on the site.</exception>
    /// <exception cref="IOException">The folder or a file in it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or a file in it may not be read.</exception>
    public static SiteAssets Load(string folder, Func<IReadOnlyList<OutputFile>, IReadOnlyList<OutputFile>>? prepare = null, string? own = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var sources = Read(folder);
        ImmutableArray<string> ours = [];
        if (own is not null)
        {
            NetworkFolder.RefuseAllButPlainFiles(own);
            var looks = Read(own).Select(file => file with { Path = PlaceOf(file.Path, sources) }).ToList();
            sources = [.. sources.Where(file => looks.All(look => look.Path != file.Path)), .. looks];
            ours = [.. looks.Select(look => look.Path)];
        }

        var published = ImmutableSortedDictionary.CreateBuilder<string, OutputFile>(StringComparer.Ordinal);
        foreach (var room in (prepare?.Invoke(sources) ?? sources).GroupBy(file => TopFolder(file.Path), StringComparer.Ordinal))
        {
            var folderHash = room.Key.Length == 0 ? "" : ContentHash.Of(room);
            foreach (var file in room)
            {
                var path = room.Key.Length == 0
                    ? ContentHash.Name(file.Path, ContentHash.Of(file.Content.Span))
                    : $"{room.Key}.{folderHash}{file.Path[room.Key.Length..]}";
                published.Add(file.Path, file with { Path = $"{Folder}/{path}" });
            }
        }
        return new(published.ToImmutable()) { Own = ours };
    }

    private static List<OutputFile> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.')) && !file.Name.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => new OutputFile(file.Name, File.ReadAllBytes(file.Path)))];

    /// <summary>Where a file of a network's own has its place among the tool's.</summary>
    private static string PlaceOf(string name, List<OutputFile> shipped)
    {
        string[] places = [OwnStyle, Logo, .. shipped.Select(file => file.Path).Where(path => path.StartsWith(Icons, StringComparison.Ordinal))];
        return Array.Find(places, place => NameOf(place) == name)
            ?? throw new FormatException($"{name}: the site has no place for it; it takes {string.Join(", ", places.Select(NameOf).Order(StringComparer.Ordinal))}");

        static string NameOf(string place) => place[(place.IndexOf('/', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>Whether there is a file of that name.</summary>
    internal bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>The assets' addresses on a site that stands at <paramref name="address"/>.</summary>
    public IAssetUrls At(SiteAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new Urls(this, address);
    }

    /// <summary>What a file holds.</summary>
    /// <param name="name">Its name below the folder of assets.</param>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    internal string Text(string name) => Encoding.UTF8.GetString(Bytes(name).Span);

    /// <summary>The same as it lies on the disk.</summary>
    internal ReadOnlyMemory<byte> Bytes(string name) => _byName[name].Content;

    /// <summary>The names of those files that are the network's own.</summary>
    private ImmutableArray<string> Own { get; init; } = [];

    /// <summary>What is wrong with the files of the network's own folder, at their names in it.</summary>
    internal ImmutableArray<SiteFault> FaultsOfOwnLook() => [.. OwnLook.Check(this, Own)];

    /// <summary>The colours that <c>css/tokens.css</c> sets, and after it the network's own style.</summary>
    /// <returns>The colours, or null and what is wrong with which line of which asset.</returns>
    public (Theme? Theme, ImmutableArray<(string Asset, int Line, string Message)> Faults) ReadTheme()
    {
        if (!Has(Theme.Source))
        {
            return (null, [(Theme.Source, 0, "there is no such file; it holds the colours of the site")]);
        }
        var tokens = Text(Theme.Source).TrimEnd('\n') + "\n";
        var lines = tokens.Count(c => c == '\n');
        var (theme, faults) = Theme.Read(Has(OwnStyle) ? tokens + Text(OwnStyle) : tokens);
        return (theme is null ? null : theme with { HasRing = !Has(Logo) },
            [.. faults.Select(fault => fault.Line > lines ? (OwnStyle, fault.Line - lines, fault.Message) : (Theme.Source, fault.Line, fault.Message))]);
    }

    private static string TopFolder(string name) => name.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? name[..slash] : "";

    private sealed class Urls(SiteAssets assets, SiteAddress address) : IAssetUrls
    {
        public string Url(string name) => address.Href("/" + Find(name).Path);

        public string? Integrity(string name)
        {
            var file = Find(name);
            return address.Origin.StartsWith(Uri.UriSchemeFile, StringComparison.Ordinal) ? null : assets._integrity.GetOrAdd(name, static (_, file) => ContentHash.Integrity(file.Content.Span), file);
        }

        private OutputFile Find(string name) => assets._byName.TryGetValue(name, out var file)
            ? file
            : throw new KeyNotFoundException($"There is no asset '{name}'; there are: {string.Join(", ", assets._byName.Keys)}.");
    }
}
