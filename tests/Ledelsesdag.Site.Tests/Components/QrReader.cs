using System.Text;

namespace Ledelsesdag.Site.Tests.Components;

/// <summary>
/// Reads a QR code by ISO/IEC 18004 and shares nothing with what drew it. There is no reader for .NET among the packages
/// this project can restore. It knows what the site's codes may be: correction level M, versions 1 to 10, one passage of
/// bytes. Nothing is forgiven: a single wrong module is an error.
/// </summary>
internal static class QrReader
{
    // For each version, from 1: bytes of correction in a block, then the bytes of data in each block.
    private static readonly (int Correction, int[] Blocks)[] Versions =
    [
        (10, [16]), (16, [28]), (26, [44]), (18, [32, 32]), (24, [43, 43]), (16, [27, 27, 27, 27]), (18, [31, 31, 31, 31]),
        (22, [38, 38, 39, 39]), (22, [36, 36, 36, 37, 37]), (26, [43, 43, 43, 43, 44]),
    ];

    // For each version, from 1: where the small squares have their middle, in both directions.
    private static readonly int[][] Squares = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

    private static readonly Func<int, int, bool>[] Masks =
    [
        (y, x) => (y + x) % 2 == 0,
        (y, _) => y % 2 == 0,
        (_, x) => x % 3 == 0,
        (y, x) => (y + x) % 3 == 0,
        (y, x) => (y / 2 + x / 3) % 2 == 0,
        (y, x) => y * x % 2 + y * x % 3 == 0,
        (y, x) => (y * x % 2 + y * x % 3) % 2 == 0,
        (y, x) => ((y + x) % 2 + y * x % 3) % 2 == 0,
    ];

    /// <summary>The words that a code holds.</summary>
    /// <param name="dark">Its modules row by row, without the light ones around it.</param>
    /// <exception cref="FormatException">It is no such code, or it is damaged.</exception>
    public static string Read(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var version = (size - 17) / 4;
        if (dark.GetLength(1) != size || size != 17 + 4 * version || version < 1 || version > Versions.Length)
        {
            throw new FormatException($"{size} by {dark.GetLength(1)} modules are no version this reader knows.");
        }
        var pattern = Pattern(size, version);
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (pattern[y, x] is { } expected && expected != dark[y, x])
                {
                    throw new FormatException($"The pattern is broken in row {y}, column {x}.");
                }
            }
        }
        var mask = Masks[MaskOf(dark, size)];
        return TextOf(DataOf([.. BytesOf(dark, size, version, mask)], version), version);
    }

    /// <summary>What every code of a version shows: dark, light, or null where data stands.</summary>
    private static bool?[,] Pattern(int size, int version)
    {
        var pattern = new bool?[size, size];
        for (var i = 8; i < size - 8; i++)
        {
            pattern[6, i] = pattern[i, 6] = i % 2 == 0;
        }
        foreach (var y in Squares[version - 1])
        {
            foreach (var x in Squares[version - 1])
            {
                if (!(y < 9 && x < 9) && !(y < 9 && x > size - 9) && !(y > size - 9 && x < 9))
                {
                    Square(y, x, 2);
                }
            }
        }
        Square(3, 3, 4);
        Square(3, size - 4, 4);
        Square(size - 4, 3, 4);
        pattern[size - 8, 8] = true;
        if (version >= 7)
        {
            var bits = WithRemainder(version, 12, 0x1F25);
            for (var i = 0; i < 18; i++)
            {
                pattern[i / 3, size - 11 + i % 3] = pattern[size - 11 + i % 3, i / 3] = (bits >> i & 1) == 1;
            }
        }
        return pattern;

        void Square(int middleY, int middleX, int reach)
        {
            for (var y = Math.Max(0, middleY - reach); y <= Math.Min(size - 1, middleY + reach); y++)
            {
                for (var x = Math.Max(0, middleX - reach); x <= Math.Min(size - 1, middleX + reach); x++)
                {
                    var ring = Math.Max(Math.Abs(y - middleY), Math.Abs(x - middleX));
                    pattern[y, x] = reach == 2 ? ring != 1 : ring is not (2 or 4);
                }
            }
        }
    }

    private static int MaskOf(bool[,] dark, int size)
    {
        int one = 0, other = 0;
        for (var i = 0; i < 15; i++)
        {
            // From the highest bit: along the row beside the first large square, then up the column; and once more, split
            // over the other two squares.
            var (y, x) = i < 6 ? (8, i) : i == 6 ? (8, 7) : i == 7 ? (8, 8) : i == 8 ? (7, 8) : (14 - i, 8);
            one = one << 1 | (dark[y, x] ? 1 : 0);
            var (otherY, otherX) = i < 7 ? (size - 1 - i, 8) : (8, size - 15 + i);
            other = other << 1 | (dark[otherY, otherX] ? 1 : 0);
        }
        var format = one ^ 0x5412;
        if (one != other || WithRemainder(format >> 10, 10, 0x537) != format)
        {
            throw new FormatException("The two notes of the format differ or are damaged.");
        }
        return format >> 13 == 0 ? format >> 10 & 7 : throw new FormatException("The correction level is not M.");
    }

    private static IEnumerable<byte> BytesOf(bool[,] dark, int size, int version, Func<int, int, bool> mask)
    {
        var pattern = Pattern(size, version);
        int bits = 0, taken = 0;
        var up = true;
        for (var right = size - 1; right > 0; right -= 2)
        {
            if (right == 6)
            {
                right--;
            }
            for (var i = 0; i < size; i++)
            {
                var y = up ? size - 1 - i : i;
                for (var x = right; x > right - 2; x--)
                {
                    var isFormat = (y == 8 && (x < 9 || x >= size - 8)) || (x == 8 && (y < 9 || y >= size - 8));
                    if (pattern[y, x] is not null || isFormat)
                    {
                        continue;
                    }
                    bits = bits << 1 | (dark[y, x] ^ mask(y, x) ? 1 : 0);
                    if (++taken == 8)
                    {
                        yield return (byte)bits;
                        (bits, taken) = (0, 0);
                    }
                }
            }
            up = !up;
        }
        if (bits != 0)
        {
            throw new FormatException("The modules left over are not light before the mask.");
        }
    }

    /// <summary>The data of all blocks, each found whole.</summary>
    private static List<byte> DataOf(byte[] bytes, int version)
    {
        var (correction, lengths) = Versions[version - 1];
        if (bytes.Length != lengths.Sum() + correction * lengths.Length)
        {
            throw new FormatException($"{bytes.Length} bytes do not fill the blocks.");
        }
        var blocks = lengths.Select(_ => new List<byte>()).ToArray();
        var at = 0;
        for (var i = 0; i < lengths.Max() + correction; i++)
        {
            for (var b = 0; b < blocks.Length; b++)
            {
                // A shorter block sits out the round in which the longer ones have one byte more.
                if (i >= lengths.Max() || i < lengths[b])
                {
                    blocks[b].Add(bytes[at++]);
                }
            }
        }
        for (var b = 0; b < blocks.Length; b++)
        {
            var root = 1;
            for (var i = 0; i < correction; i++, root = Product(root, 2))
            {
                if (blocks[b].Aggregate(0, (sum, next) => Product(sum, root) ^ next) != 0)
                {
                    throw new FormatException($"Block {b} is damaged.");
                }
            }
        }
        return [.. blocks.SelectMany((block, b) => block.Take(lengths[b]))];
    }

    private static string TextOf(List<byte> data, int version)
    {
        var at = 0;
        if (Take(4) != 4)
        {
            throw new FormatException("It holds something else than bytes.");
        }
        var text = new byte[Take(version < 10 ? 8 : 16)];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (byte)Take(8);
        }
        var left = Math.Min(4, data.Count * 8 - at);
        return Take(left) == 0 ? Encoding.UTF8.GetString(text) : throw new FormatException("More follows after the text.");

        int Take(int count)
        {
            var value = 0;
            for (; count > 0; count--, at++)
            {
                value = value << 1 | data[at / 8] >> 7 - at % 8 & 1;
            }
            return value;
        }
    }

    /// <summary>A number followed by what is left of it after division by a polynomial whose highest power is <paramref name="length"/>.</summary>
    private static int WithRemainder(int number, int length, int polynomial)
    {
        var rest = number << length;
        for (var i = 30; i >= length; i--)
        {
            if ((rest >> i & 1) == 1)
            {
                rest ^= polynomial << i - length;
            }
        }
        return number << length | rest;
    }

    /// <summary>The product in the field of 256 elements that the correction counts in.</summary>
    private static int Product(int a, int b)
    {
        var product = 0;
        for (; b > 0; b >>= 1)
        {
            product ^= (b & 1) == 1 ? a : 0;
            a = a << 1 ^ (a >= 128 ? 0x11D : 0);
        }
        return product;
    }
}
