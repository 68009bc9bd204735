using System.Buffers.Binary;
using System.Numerics;

namespace Ledelsesdag.Site.Cards;

/// <summary>
/// Compresses what consists of runs of the same byte, as rows of flat colours do, in the form that zlib reads (RFC 1950 and
/// 1951): a byte, or how often the last one is repeated; the more frequent, the fewer bits. Not for use by several threads at
/// a time.
/// </summary>
/// <remarks>
/// The promise that a site has the same bytes on every machine rules out .NET's own zlib: its bytes change with .NET's release,
/// and with the distribution that built it. For as many bytes it takes half as long again besides.
/// </remarks>
internal sealed class RunCompression
{
    private const int ShortestRun = 3;
    private const int LongestRun = 258;

    // Symbols: each byte, the end, and 29 for runs, of which those that share one are told apart by further bits.
    private const int Symbols = 286;
    private const int End = 256;
    private const int FirstRun = 257;
    private const int SymbolOfLongestRun = 285;

    // Tokens: each byte, the end, and each length of a run.
    private const int Tokens = FirstRun + LongestRun - ShortestRun + 1;

    // The lengths of the code are written in a code themselves. A well-chosen one would save 80 bytes of 18,000; so each takes four bits.
    private const int BitsOfLength = 4;
    private const int LengthsOfLengths = 19;
    private const int HeaderBits = 16 + 3 + 14 + (LengthsOfLengths * 3) + ((Symbols + 1) * BitsOfLength);

    private readonly int[] _counts = new int[Tokens];
    private ushort[] _tokens = [];

    /// <summary>Compresses bytes.</summary>
    /// <param name="bytes">The bytes, at least one and at most a hundred million.</param>
    /// <returns>What zlib makes the same bytes of.</returns>
    public byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var tokens = Tokenise(bytes, out var checksum);
        var lengths = PrefixCode.LengthsOf(CountsOfSymbols());
        var codes = CodesOfTokens(lengths);
        var compressed = new byte[((HeaderBits + BitsOfData(codes) + 7) / 8) + sizeof(uint)];
        var writer = Begin(compressed, lengths);
        foreach (var token in tokens)
        {
            writer.Write(codes[token].Bits, codes[token].Count);
        }
        writer.Flush();
        BinaryPrimitives.WriteUInt32BigEndian(compressed.AsSpan(^sizeof(uint)), checksum);
        return compressed;
    }

    /// <summary>Takes down bytes and runs, counts each, and reckons the checksum that zlib wants, Adler's.</summary>
    private ReadOnlySpan<ushort> Tokenise(ReadOnlySpan<byte> bytes, out uint checksum)
    {
        Array.Clear(_counts);
        if (_tokens.Length <= bytes.Length)
        {
            _tokens = new ushort[bytes.Length + 1];
        }
        var count = 0;
        // 64 bits hold both sums, so that there is one division at the end.
        var (sum, sumOfSums) = (1L, 0L);
        for (var at = 0; at < bytes.Length;)
        {
            var value = bytes[at++];
            Take(value);
            sum += value;
            sumOfSums += sum;
            // Most bytes begin no run.
            if (at == bytes.Length || bytes[at] != value)
            {
                continue;
            }
            var repeated = bytes[at..].IndexOfAnyExcept(value) is var other && other >= 0 ? other : bytes.Length - at;
            at += repeated;
            sumOfSums += (repeated * sum) + (value * (repeated * (repeated + 1L) / 2));
            sum += value * (long)repeated;
            for (; repeated >= ShortestRun; repeated -= Math.Min(repeated, LongestRun))
            {
                Take(TokenOf(Math.Min(repeated, LongestRun)));
            }
            for (; repeated > 0; repeated--)
            {
                Take(value);
            }
        }
        Take(End);
        const int Modulus = 65521;
        checksum = (uint)(((sumOfSums % Modulus) << 16) | (sum % Modulus));
        return _tokens.AsSpan(0, count);

        void Take(int token)
        {
            _counts[token]++;
            _tokens[count++] = (ushort)token;
        }
    }

    private static int TokenOf(int run) => FirstRun + run - ShortestRun;

    /// <summary>The symbol of a run, and the bits that say which of the symbol's runs it is.</summary>
    private static (int Symbol, uint Bits, int Count) SymbolOf(int run)
    {
        if (run == LongestRun)
        {
            return (SymbolOfLongestRun, 0, 0);
        }
        // Eight symbols for a run each, then four for two each, four for four each, and so on.
        var longer = (uint)(run - ShortestRun);
        var count = Math.Max(0, BitOperations.Log2(longer) - 2);
        return (FirstRun + (4 * count) + (int)(longer >> count), longer & ((1u << count) - 1), count);
    }

    private int[] CountsOfSymbols()
    {
        var counts = new int[Symbols];
        _counts.AsSpan(..FirstRun).CopyTo(counts);
        for (var run = ShortestRun; run <= LongestRun; run++)
        {
            counts[SymbolOf(run).Symbol] += _counts[TokenOf(run)];
        }
        return counts;
    }

    private static (uint Bits, int Count)[] CodesOfTokens(byte[] lengths)
    {
        var codes = PrefixCode.Of(lengths);
        var tokens = new (uint Bits, int Count)[Tokens];
        for (var symbol = 0; symbol < FirstRun; symbol++)
        {
            tokens[symbol] = (codes[symbol], lengths[symbol]);
        }
        for (var run = ShortestRun; run <= LongestRun; run++)
        {
            var (symbol, bits, count) = SymbolOf(run);
            // One bit more, 0, says that what is repeated lies one byte back.
            tokens[TokenOf(run)] = (codes[symbol] | (bits << lengths[symbol]), lengths[symbol] + count + 1);
        }
        return tokens;
    }

    private int BitsOfData((uint Bits, int Count)[] codes)
    {
        var bits = 0;
        for (var token = 0; token < Tokens; token++)
        {
            bits += _counts[token] * codes[token].Count;
        }
        return bits;
    }

    /// <summary>Begins a stream of one block that has a code of its own, and writes the code.</summary>
    private static BitWriter Begin(Span<byte> compressed, byte[] lengths)
    {
        var writer = new BitWriter(compressed);
        writer.Write(0x0178, 16);
        writer.Write(0b101, 3);
        writer.Write(Symbols - 257, 5);
        // Of distances there is one.
        writer.Write(0, 5);
        writer.Write(LengthsOfLengths - 4, 4);
        // The first three, which are for lengths that are repeated, do not occur; the others are the lengths from 0 to 15.
        writer.Write(0, 3 * 3);
        for (var length = 0; length <= PrefixCode.Longest; length++)
        {
            writer.Write(BitsOfLength, 3);
        }
        foreach (var length in (ReadOnlySpan<byte>)[.. lengths, 1])
        {
            writer.Write(PrefixCode.Reversed(length, BitsOfLength), BitsOfLength);
        }
        return writer;
    }

    /// <summary>Puts bits into bytes, the lowest first.</summary>
    private ref struct BitWriter(Span<byte> target)
    {
        private Span<byte> _target = target;
        private ulong _bits;
        private int _pending;

        public void Write(uint bits, int count)
        {
            _bits |= (ulong)bits << _pending;
            _pending += count;
            if (_pending >= 32)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(_target, (uint)_bits);
                _target = _target[sizeof(uint)..];
                _bits >>= 32;
                _pending -= 32;
            }
        }

        public void Flush()
        {
            for (var at = 0; _pending > 0; _pending -= 8)
            {
                _target[at++] = (byte)_bits;
                _bits >>= 8;
            }
        }
    }
}
