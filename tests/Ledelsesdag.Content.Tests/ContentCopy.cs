using System.Net;
using System.Text;
using Ledelsesdag.Content.Loading;
using Ledelsesdag.Content.Tests.Loading;

namespace Ledelsesdag.Content.Tests;

/// <summary>A copy of the base day that a test may spoil, gone afterwards.</summary>
internal sealed class ContentCopy : IDisposable
{
    private readonly List<IDisposable> _locks = [];
    private Func<LoadResult>? _instead;
    private int _shown = int.MaxValue;

    public ContentCopy() => Overlay(TestFolders.Base);

    public string Root { get; } = Directory.CreateTempSubdirectory("ledelsesdag-").FullName;

    /// <summary>Every file of the base day, relative and with <c>/</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> BaseFiles { get; } =
        [.. Directory.EnumerateFiles(TestFolders.Base, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TestFolders.Base, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public string At(string path) => Path.Combine(Root, path);

    public LoadResult Load() => _instead is null ? NetworkLoader.Load(Root) : _instead();

    /// <summary>The network whatever the rules say of it; null when a file's form is not right, and the copy is none that could be published.</summary>
    public Network? LoadUnchecked()
    {
        var diagnostics = new DiagnosticBag();
        var content = new ContentReader(new ContentFolder(Root, diagnostics), diagnostics).Read();
        return diagnostics.Sorted().IsEmpty ? content.ToNetwork() : null;
    }

    /// <summary>The diagnostics as a terminal shows them, one a line.</summary>
    public string LoadToText() => string.Concat(Load().Diagnostics.Take(_shown).Select(d => d + "\n"));

    public ContentCopy Overlay(string folder, params string[] except)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file);
            if (!except.Contains(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
                File.Copy(file, At(path), overwrite: true);
            }
        }
        return this;
    }

    public ContentCopy Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public ContentCopy Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        return this;
    }

    /// <summary>Replaces words that stand exactly once in a file.</summary>
    public ContentCopy Replace(string path, string old, string @new)
    {
        var text = File.ReadAllText(At(path));
        Assert.Equal(2, text.Split(old).Length);
        return Write(path, text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Does what files cannot: a line of a case's <c>setup.txt</c>.</summary>
    public void SetUp(string line)
    {
        switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["remove", var path]:
                File.Delete(At(path));
                break;
            case ["link", var path, "to", var target]:
                File.Delete(At(path));
                File.CreateSymbolicLink(At(path), target);
                break;
            case ["read", var path]:
                _instead = () => Published.Read(File.ReadAllBytes(At(path)));
                break;
            case ["answer", var status]:
                _instead = () => Published.Read(new Answer((HttpStatusCode)int.Parse(status)));
                break;
            case ["show", "the", "first", var lines]:
                _shown = int.Parse(lines);
                break;
            case ["folder", var path]:
                File.Delete(At(path));
                Directory.CreateDirectory(At(path));
                break;
            case ["move", var path, "to", var target]:
                Directory.Move(At(path), At(target));
                break;
            case ["grow", var path, "to", var length]:
                File.AppendAllText(At(path), new string(' ', int.Parse(length) - (int)new FileInfo(At(path)).Length));
                break;
            case ["lock", var path]:
                // Held by another program: unreadable for root, too, whom permissions do not stop.
                _locks.Add(new FileStream(At(path), FileMode.Open, FileAccess.ReadWrite, FileShare.None));
                break;
            default:
                throw new ArgumentException($"'{line}' is no step of a set-up.", nameof(line));
        }
    }

    public void Dispose()
    {
        _locks.ForEach(held => held.Dispose());
        Directory.Delete(Root, recursive: true);
    }
}
