using System.IO.Compression;
using Ledelsesdag.Site.Cards;

namespace Ledelsesdag.Site.Tests.Cards;

/// <summary>Whatever is compressed, .NET's zlib reads it again, and finds its checksum right.</summary>
public sealed class RunCompressionTests
{
    public static TheoryData<string> Kinds => [.. Samples.Keys];

    private static Dictionary<string, byte[]> Samples { get; } = new()
    {
        ["one byte"] = [7],
        ["the highest byte"] = [255, 255],
        ["a row of paper"] = new byte[601],
        ["a card of paper"] = new byte[601 * 630],
        ["a run of every length, and of a byte that is not nothing"] =
            [.. Enumerable.Range(1, 800).SelectMany(length => Enumerable.Repeat((byte)(length % 2 == 0 ? 0x66 : 0xFF), length))],
        ["every byte"] = [.. Enumerable.Range(0, 256).Select(value => (byte)value)],
        ["noise"] = Noise(100_000),
        ["bytes of which each is twice as frequent as the next, whose codes would be longer than may be"] =
            [.. Enumerable.Range(0, 18).SelectMany(value => Enumerable.Range(0, 1 << (17 - value)).SelectMany(_ => (byte[])[(byte)value, 200]))],
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_compressed_is_read_again(string kind) => Assert.Equal(Samples[kind], Inflate(new RunCompression().Compress(Samples[kind])));

    [Fact]
    public void What_came_before_changes_nothing()
    {
        var compression = new RunCompression();
        foreach (var sample in Samples.Values.Concat(Samples.Values.Reverse()))
        {
            Assert.Equal(new RunCompression().Compress(sample), compression.Compress(sample));
        }
    }

    [Fact]
    public void A_card_of_paper_takes_next_to_nothing() => Assert.InRange(new RunCompression().Compress(Samples["a card of paper"]).Length, 1, 700);

    [Fact]
    public void A_code_is_complete_and_as_short_as_may_be_and_its_longest_has_fifteen_bits()
    {
        Assert.Equal([1, 2, 3, 0, 3], PrefixCode.LengthsOf([50, 20, 5, 0, 6]));
        Assert.Equal([0, 1, 1], PrefixCode.LengthsOf([0, 1, 1]));
        // The counts that make the longest codes of all.
        var fibonacci = new int[30];
        (fibonacci[0], fibonacci[1]) = (1, 1);
        for (var i = 2; i < fibonacci.Length; i++)
        {
            fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
        }
        var lengths = PrefixCode.LengthsOf(fibonacci);
        Assert.Equal(PrefixCode.Longest, lengths.Max());
        Assert.Equal(1 << PrefixCode.Longest, lengths.Sum(length => 1 << (PrefixCode.Longest - length)));
    }

    [Fact]
    public void Codes_follow_one_another_as_the_standard_has_them() =>
        // The example of RFC 1951, 3.2.2, each with its first bit last.
        Assert.Equal([0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111], PrefixCode.Of([3, 3, 3, 3, 3, 2, 4, 4]));

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(8).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Inflate(byte[] compressed)
    {
        using var zlib = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zlib.CopyTo(bytes);
        return bytes.ToArray();
    }
}
