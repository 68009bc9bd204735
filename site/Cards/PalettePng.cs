using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ledelsesdag.Site.Pages;
using SkiaSharp;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// Writes a card as a PNG of at most sixteen colours: flat shapes and letters need no more, and the file has a third of the
/// bytes, and takes a tenth of the time, of one in full colour. Not for use by several threads at a time.
/// </summary>
/// <remarks>
/// Skia writes no palettes, but it does write grey pictures. A grey picture of half the width has the very rows of one with
/// two palette entries in a byte; only the header differs, and the palette is put after it. So the compression is that of
/// Skia's release, and not of the zlib that a machine happens to have: the bytes stay the same.
/// </remarks>
internal sealed class PalettePng : IDisposable
{
    private const int MostColours = 16;
    private const byte BitsOfAnEntry = 4;
    private const byte PaletteColour = 3;

    // Each colour is looked up by the upper five bits of its parts.
    private const int NotYet = -1;
    private readonly sbyte[] _nearest = new sbyte[1 << 15];

    private readonly ImmutableArray<Colour> _palette;
    private readonly SKBitmap _pairs = new(new SKImageInfo(Card.Width / 2, Card.Height, SKColorType.Gray8, SKAlphaType.Opaque));

    /// <summary>Makes a palette.</summary>
    /// <param name="edges">The pairs of colours that meet in the picture, with the number of steps from one to the other.</param>
    /// <exception cref="ArgumentException">They come to more than sixteen colours.</exception>
    public PalettePng(params ReadOnlySpan<(Colour From, Colour To, int Steps)> edges)
    {
        var palette = ImmutableArray.CreateBuilder<Colour>();
        foreach (var (from, to, steps) in edges)
        {
            for (var step = 0; step <= steps; step++)
            {
                palette.Add(new(Mix(from.Red, to.Red), Mix(from.Green, to.Green), Mix(from.Blue, to.Blue)));

                byte Mix(byte a, byte b) => (byte)(a + ((b - a) * step / steps));
            }
        }
        _palette = [.. palette.Distinct()];
        if (_palette.Length > MostColours)
        {
            throw new ArgumentException($"{_palette.Length} colours are more than {MostColours}.", nameof(edges));
        }
        Array.Fill(_nearest, (sbyte)NotYet);
    }

    /// <summary>The picture as a file.</summary>
    /// <param name="picture">As large as a card, opaque, red, green, blue and a byte more for each pixel.</param>
    public byte[] Encode(SKBitmap picture)
    {
        var pixels = MemoryMarshal.Cast<byte, uint>(picture.GetPixelSpan());
        var pairs = _pairs.GetPixelSpan();
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (byte)((Nearest(pixels[2 * i]) << BitsOfAnEntry) | Nearest(pixels[(2 * i) + 1]));
        }
        using var pixmap = _pairs.PeekPixels();
        // Measured on the real cards: level 9 takes ten times as long for a tenth less.
        using var grey = pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, 7))
            ?? throw new InvalidOperationException("Skia wrote no PNG.");
        return WithPalette(grey.Span);
    }

    /// <inheritdoc/>
    public void Dispose() => _pairs.Dispose();

    private int Nearest(uint pixel)
    {
        // Little-endian: red is the lowest byte.
        var (red, green, blue) = ((int)(pixel >> 3) & 31, (int)(pixel >> 11) & 31, (int)(pixel >> 19) & 31);
        ref var nearest = ref _nearest[(red << 10) | (green << 5) | blue];
        if (nearest == NotYet)
        {
            nearest = (sbyte)NearestTo(new((byte)((red << 3) | 4), (byte)((green << 3) | 4), (byte)((blue << 3) | 4)));
        }
        return nearest;
    }

    private int NearestTo(Colour colour)
    {
        var (nearest, least) = (0, int.MaxValue);
        for (var i = 0; i < _palette.Length; i++)
        {
            var (red, green, blue) = (_palette[i].Red - colour.Red, _palette[i].Green - colour.Green, _palette[i].Blue - colour.Blue);
            if ((red * red) + (green * green) + (blue * blue) is var distance && distance < least)
            {
                (nearest, least) = (i, distance);
            }
        }
        return nearest;
    }

    private byte[] WithPalette(ReadOnlySpan<byte> grey)
    {
        const int Signature = 8;
        using var png = new MemoryStream(grey.Length);
        png.Write(grey[..Signature]);
        // Length, four letters, body, checksum.
        for (var chunk = grey[Signature..]; chunk.Length > 0;)
        {
            var whole = 12 + BinaryPrimitives.ReadInt32BigEndian(chunk);
            var type = chunk[4..8];
            if (type.SequenceEqual("IHDR"u8))
            {
                byte[] header = [.. chunk[8..(whole - 4)]];
                BinaryPrimitives.WriteInt32BigEndian(header, Card.Width);
                header[8] = BitsOfAnEntry;
                header[9] = PaletteColour;
                Write(png, type, header);
                Write(png, "PLTE"u8, [.. _palette.SelectMany(colour => (byte[])[colour.Red, colour.Green, colour.Blue])]);
            }
            else if (type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8))
            {
                png.Write(chunk[..whole]);
            }
            chunk = chunk[whole..];
        }
        return png.ToArray();
    }

    private static void Write(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        png.Write(number);
        png.Write(type);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32([.. type, .. body]));
        png.Write(number);
    }
}
