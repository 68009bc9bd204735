using System.Collections.Concurrent;
using System.IO.Enumeration;
using Microsoft.Win32.SafeHandles;

namespace Ledelsesdag.Content.Loading;

/// <summary>
/// The folder an author edits. Reads plain files inside it and nothing else: links are not followed, since they can lead
/// out of the folder or round in circles, and devices and pipes are not opened, since they may never end.
/// </summary>
internal sealed class ContentFolder(string root, DiagnosticBag diagnostics)
{
    // Names and kinds, which is what a folder's list tells: to look at each file again takes as long as the list.
    private static readonly EnumerationOptions NamesAndKinds = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private const string Markdown = ".md";

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    // The names, without their languages, of the texts that were read and are there.
    private HashSet<string>? _texts;

    // Whether a folder is a link. Each is looked at once: all texts of a day lie in one.
    private readonly ConcurrentDictionary<string, bool> _links = new(StringComparer.Ordinal);

    /// <summary>Whether there is anything of that name.</summary>
    public bool Has(string path) => LinkAbove(path) is not null || IsThere(new FileInfo(FullPath(path)));

    /// <summary>Whether there is a folder of that name, or a link in its place.</summary>
    public bool HasFolder(string path) => new DirectoryInfo(FullPath(path)) is var folder && (folder.Exists || folder.LinkTarget is not null);

    /// <summary>
    /// Whether what is in the folder can be reached; a diagnostic when it cannot. The system says of a file in a closed folder
    /// that there is none, and nobody should be told to write a file that is there.
    /// </summary>
    public bool Opens(string path)
    {
        try
        {
            // More than the names: where those can be listed and nothing more, this throws, too.
            _ = new DirectoryInfo(FullPath(path)).EnumerateFileSystemInfos().FirstOrDefault();
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            ReportClosed(path);
            return false;
        }
    }

    /// <summary>The file's text; null, with a diagnostic unless it is merely absent, when there is none to be had.</summary>
    /// <param name="path">Below the folder.</param>
    /// <param name="limit">The most bytes it may have.</param>
    /// <param name="absent">Told when it is absent. Only here: a file may come or go between this look and another.</param>
    public SourceFile? Read(string path, int limit, Action? absent = null)
    {
        lock (_read)
        {
            _read.Add(path);
        }
        if (LinkAbove(path) is { } link)
        {
            ReportLink(link);
            return null;
        }
        var file = new FileInfo(FullPath(path));
        if (!IsThere(file))
        {
            absent?.Invoke();
            return null;
        }
        try
        {
            if (!PlainFile.Is(file))
            {
                Report(DiagnosticCode.NotAPlainFile, path, "a link, folder or device", "a plain file", "put the file itself here");
                return null;
            }
            using var handle = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(handle);
            if (length > limit)
            {
                Report(DiagnosticCode.FileTooLarge, path, $"{length} bytes", $"at most {limit}", "divide the file's content, or take something away");
                return null;
            }
            return SourceFile.Decode(path, ReadAll(handle, (int)length), diagnostics);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Report(DiagnosticCode.UnreadableFile, path, "a file the system does not let us read", "a readable file", "check its permissions, and that no other program holds it");
            return null;
        }
    }

    /// <summary>So many bytes, or fewer when the file was made shorter meanwhile.</summary>
    private static SourceBytes ReadAll(SafeFileHandle file, int length)
    {
        var bytes = new byte[length];
        var read = 0;
        while (read < length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var more)
        {
            read += more;
        }
        return SourceBytes.Of(bytes, read);
    }

    /// <summary>The folders directly inside that hold a file of that name, in ordinal order.</summary>
    public IEnumerable<string> FoldersWith(string fileName) =>
        Entries("").Where(entry => entry.IsFolder && !IsLink(entry.Path) && File.Exists(FullPath($"{entry.Path}/{fileName}"))).Select(entry => entry.Path);

    /// <summary>
    /// Reports every file that nothing asked for: it is mostly a misspelt name, and its content would be missing from the
    /// site without a word. Left alone are README.md, names that begin with a dot or <c>~$</c> or end in <c>~</c>, and the
    /// files that desktops leave in any folder they show.
    /// </summary>
    public void ReportUnread()
    {
        var folders = _read.Where(path => path.Contains('/', StringComparison.Ordinal)).Select(path => path[..path.IndexOf('/', StringComparison.Ordinal)])
            .ToHashSet(StringComparer.Ordinal);
        ReportUnread("", folders.Contains);
    }

    private void ReportUnread(string folder, Func<string, bool> isKnown)
    {
        string[]? absent = null;
        foreach (var (path, isFolder) in Entries(folder))
        {
            if (!isFolder && _read.Contains(path))
            {
                continue;
            }
            if (IsLink(path))
            {
                ReportLink(path);
            }
            else if (isFolder && isKnown(path))
            {
                // What is in a folder that is known is told file by file.
                ReportUnread(path, _ => true);
            }
            else if (isFolder)
            {
                // Once for all of it, and not at all when an editor or a file system left it there empty.
                if (Entries(path).Count > 0)
                {
                    Report(DiagnosticCode.UnexpectedFile, path, "a folder that nothing refers to", "pages, or the folder of a day",
                        "name the day in network.json, or take the folder away");
                }
            }
            else if (LanguageOfUnread(path) is { } language)
            {
                Report(DiagnosticCode.UnexpectedFile, path, $"a text in {language}, which is no language of the network", "a text in one of its languages",
                    $"add {{ \"tag\": \"{language}\", … }} to \"languages\" in network.json, or take the file away");
            }
            else
            {
                Report(DiagnosticCode.UnexpectedFile, path, "a file that nothing refers to", "a content file",
                    Nearest.Suggest(path, absent ??= [.. _read.Where(name => !Has(name))]) ?? "correct its name, refer to it, or take it away");
            }
        }
    }

    /// <summary>The language of a text that is read in others; null for every other file.</summary>
    private Language? LanguageOfUnread(string path)
    {
        // Found out once: a folder may hold as many texts that nobody asked for as it has others.
        _texts ??= [.. _read.Where(read => TextName(read) is not null && Has(read)).Select(read => TextName(read)!)];
        return TextName(path) is { } name && _texts.Contains(name) && Language.TryParse(path[(name.Length + 1)..^Markdown.Length], out var language) ? language : null;
    }

    /// <summary>What a text is called before its language; null for what is no text.</summary>
    private static string? TextName(string path) =>
        path.EndsWith(Markdown, StringComparison.Ordinal) && path.LastIndexOf('.', path.Length - Markdown.Length - 1) is > 0 and var dot ? path[..dot] : null;

    /// <summary>What is directly inside a folder, in ordinal order; nothing, and a diagnostic, when it cannot be reached.</summary>
    private List<Entry> Entries(string folder)
    {
        if (!Opens(folder))
        {
            return [];
        }
        try
        {
            var entries = new List<Entry>(new FileSystemEnumerable<Entry>(
                FullPath(folder),
                (ref FileSystemEntry entry) => new(folder.Length == 0 ? entry.FileName.ToString() : $"{folder}/{entry.FileName}", entry.IsDirectory),
                NamesAndKinds)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsNobodysContent(entry.FileName),
            });
            entries.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
            return entries;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            ReportClosed(folder);
            return [];
        }
    }

    /// <summary>Something in a folder.</summary>
    /// <param name="Path">Below the content folder, with <c>/</c>.</param>
    /// <param name="IsFolder">Whether it is a folder, or a link to one.</param>
    private sealed record Entry(string Path, bool IsFolder);

    /// <summary>The first folder on the way to <paramref name="path"/> that is a link; null when none is.</summary>
    private string? LinkAbove(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (_links.GetOrAdd(path[..slash], IsLink))
            {
                return path[..slash];
            }
        }
        return null;
    }

    private bool IsLink(string path) => new FileInfo(FullPath(path)).LinkTarget is not null;

    private static bool IsThere(FileInfo file) => file.Exists || file.LinkTarget is not null || Directory.Exists(file.FullName);

    private static bool IsNobodysContent(ReadOnlySpan<char> name) =>
        name is "README.md" or ['.', ..] or ['~', '$', ..] or [.., '~']
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);

    private string FullPath(string path) => System.IO.Path.Combine(root, path);

    private void ReportClosed(string path) =>
        Report(DiagnosticCode.UnreadableFile, path.Length == 0 ? "." : path, "a folder the system does not let us read", "a readable folder", "check its permissions");

    private void ReportLink(string path) =>
        Report(DiagnosticCode.NotAPlainFile, path, "a link", "a plain file or folder", "put the thing itself here");

    private void Report(DiagnosticCode code, string path, string found, string expected, string remedy) =>
        diagnostics.Add(code, SourceLocation.Whole(Printable.Text(path)), found, expected, remedy);
}
