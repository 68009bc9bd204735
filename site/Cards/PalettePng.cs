using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.IO.Hashing;
using Ledelsesdag.Site.Pages;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// Writes a card as a PNG of at most sixteen colours: the file has a third of the bytes of one in full colour. Safe for any
/// number of threads.
/// </summary>
internal sealed class PalettePng
{
    private const byte BitsOfAnEntry = 4;
    private const byte PaletteColour = 3;

    // A card is paper for the most part: looking longer for what is alike makes it a twentieth smaller and takes several times as long.
    private static readonly ZLibCompressionOptions Compression = new() { CompressionLevel = 2 };

    private readonly byte[] _header = new byte[13];
    private readonly byte[] _palette;

    /// <summary>Makes a writer of cards of one palette.</summary>
    public PalettePng(ImmutableArray<Colour> palette)
    {
        BinaryPrimitives.WriteInt32BigEndian(_header, Card.Width);
        BinaryPrimitives.WriteInt32BigEndian(_header.AsSpan(4), Card.Height);
        (_header[8], _header[9]) = (BitsOfAnEntry, PaletteColour);
        _palette = [.. palette.SelectMany(colour => (byte[])[colour.Red, colour.Green, colour.Blue])];
    }

    /// <summary>The card as a file.</summary>
    public byte[] Write(CardSheet sheet)
    {
        var pixels = Compressed(sheet.Rows);
        using var png = new MemoryStream(pixels.Length + 256);
        png.Write([0x89, .. "PNG\r\n\u001a\n"u8]);
        WriteChunk(png, "IHDR"u8, _header);
        WriteChunk(png, "PLTE"u8, _palette);
        WriteChunk(png, "IDAT"u8, pixels);
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Compressed(ReadOnlySpan<byte> rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, Compression))
        {
            zlib.Write(rows);
        }
        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        png.Write(number);
        png.Write(type);
        png.Write(body);
        var checksum = new Crc32();
        checksum.Append(type);
        checksum.Append(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum.GetCurrentHashAsUInt32());
        png.Write(number);
    }
}
