using System.Buffers;

namespace Ledelsesdag.Content.Loading;

/// <summary>
/// The bytes of a source. While they are read for the first time they may lie in a buffer that is lent; once it is given back,
/// they are put together again for whoever asks where something stands in them, which few do.
/// </summary>
/// <remarks>Safe for several threads, but for <see cref="GiveBack"/>.</remarks>
internal sealed class SourceBytes
{
    // What has 85,000 bytes and more is let go only by a collection of everything that lives.
    private const int PieceLength = 64 * 1024;

    private readonly int _length;
    private bool _isLent;
    private byte[]? _buffer;
    private byte[][] _pieces = [];

    private SourceBytes(byte[] buffer, int length, bool isLent) => (_buffer, _length, _isLent) = (buffer, length, isLent);

    /// <summary>All of them. To be asked for anew after <see cref="GiveBack"/>.</summary>
    public ReadOnlySpan<byte> Span => (_buffer ??= PutTogether()).AsSpan(0, _length);

    public static implicit operator SourceBytes(byte[] bytes) => Of(bytes, bytes.Length);

    /// <summary>The first bytes of a buffer.</summary>
    public static SourceBytes Of(byte[] buffer, int length) => new(buffer, length, isLent: false);

    /// <summary>The first bytes of a buffer of <see cref="ArrayPool{T}.Shared"/>, which is used by nobody else from now on.</summary>
    public static SourceBytes Lent(byte[] buffer, int length) => new(buffer, length, isLent: true);

    /// <summary>Gives a lent buffer back, and keeps what it held in pieces.</summary>
    public void GiveBack()
    {
        if (!_isLent)
        {
            return;
        }
        var pieces = new byte[(_length + PieceLength - 1) / PieceLength][];
        for (var i = 0; i < pieces.Length; i++)
        {
            var first = i * PieceLength;
            pieces[i] = GC.AllocateUninitializedArray<byte>(Math.Min(PieceLength, _length - first));
            _buffer.AsSpan(first, pieces[i].Length).CopyTo(pieces[i]);
        }
        ArrayPool<byte>.Shared.Return(_buffer!);
        (_pieces, _buffer, _isLent) = (pieces, null, false);
    }

    private byte[] PutTogether()
    {
        var whole = new byte[_length];
        for (var i = 0; i < _pieces.Length; i++)
        {
            _pieces[i].CopyTo(whole, i * PieceLength);
        }
        return whole;
    }
}
