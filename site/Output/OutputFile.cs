namespace Ledelsesdag.Site.Output;

/// <summary>One file of the finished site.</summary>
public sealed record OutputFile
{
    private readonly ReadOnlyMemory<byte> _content;
    private readonly Func<ReadOnlyMemory<byte>>? _make;
    private readonly Action<Stream>? _write;

    /// <summary>A file that is there.</summary>
    /// <param name="path">Where it goes; see <see cref="Path"/>.</param>
    /// <param name="content">Its bytes.</param>
    public OutputFile(string path, ReadOnlyMemory<byte> content) => (Path, _content) = (path, content);

    private OutputFile(string path, bool named, Func<ReadOnlyMemory<byte>> make) => (Path, IsNamedAfterItsContent, _make) = (path, named, make);

    private OutputFile(string path, Action<Stream> write) => (Path, _write) = (path, write);

    /// <summary>A file whose name says all that its bytes are made of, so that they need not be made where only the name counts.</summary>
    /// <param name="path">Where it goes; the same path always stands for the same bytes.</param>
    /// <param name="make">Makes its bytes, the same each time. Called by any thread, each time they are asked for: they are not kept.</param>
    public static OutputFile NamedAfterItsContent(string path, Func<ReadOnlyMemory<byte>> make) => new(path, named: true, make);

    /// <summary>A file that is made when it is asked for, because most of its kind will not be.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="make">Makes its bytes. Called by any thread, each time they are asked for: they are not kept.</param>
    public static OutputFile MadeWhenAsked(string path, Func<ReadOnlyMemory<byte>> make) => new(path, named: false, make);

    /// <summary>A file that is made while it is written, because as a whole it would be the largest thing in memory.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="write">Writes its bytes. Called by any thread, each time they are asked for: they are not kept.</param>
    public static OutputFile WrittenInPieces(string path, Action<Stream> write) => new(path, write);

    /// <summary>Where it goes below the output folder, with <c>/</c> and without one in front: <c>en/index.html</c>.</summary>
    public string Path { get; init; }

    /// <summary>Its bytes, all of them.</summary>
    public ReadOnlyMemory<byte> Content => _write is not null ? Gathered(_write) : _make is not null ? _make() : _content;

    /// <summary>Whether another file of this path, written by this tool, holds the same bytes.</summary>
    public bool IsNamedAfterItsContent { get; }

    /// <summary>Whether it should rather be written with <see cref="WriteTo"/> than have its <see cref="Content"/> looked at.</summary>
    public bool IsWrittenInPieces => _write is not null;

    /// <summary>Writes its bytes.</summary>
    /// <param name="destination">Where to. What it throws goes to the caller.</param>
    public void WriteTo(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (_write is not null)
        {
            _write(destination);
        }
        else
        {
            destination.Write(Content.Span);
        }
    }

    private static ReadOnlyMemory<byte> Gathered(Action<Stream> write)
    {
        using var pieces = new MemoryStream();
        write(pieces);
        return pieces.GetBuffer().AsMemory(0, (int)pieces.Length);
    }
}
