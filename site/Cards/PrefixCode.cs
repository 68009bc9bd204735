namespace Ledelsesdag.Site.Cards;

/// <summary>Codes of Huffman's, in the order that RFC 1951 wants (section 3.2.2): their lengths say all about them.</summary>
internal static class PrefixCode
{
    /// <summary>The most bits that a symbol has.</summary>
    public const int Longest = 15;

    /// <summary>How many bits each symbol gets, the more frequent the fewer; 0 for one that does not occur.</summary>
    /// <param name="counts">How often each symbol occurs; at least two of them do.</param>
    public static byte[] LengthsOf(ReadOnlySpan<int> counts)
    {
        var weights = counts.ToArray();
        while (true)
        {
            var lengths = Depths(weights);
            if (lengths.Max() <= Longest)
            {
                return lengths;
            }
            // Closer to one another they come to lie less deep.
            for (var symbol = 0; symbol < weights.Length; symbol++)
            {
                weights[symbol] = (weights[symbol] + 1) / 2;
            }
        }
    }

    /// <summary>The bits of each symbol's code.</summary>
    public static ushort[] Of(byte[] lengths)
    {
        var codes = new ushort[lengths.Length];
        var code = 0;
        for (var length = 1; length <= lengths.Max(); length++)
        {
            code <<= 1;
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    codes[symbol] = Reversed(code++, length);
                }
            }
        }
        return codes;
    }

    /// <summary>The first bit last, as codes are read, unlike numbers.</summary>
    public static ushort Reversed(int bits, int count)
    {
        var reversed = 0;
        for (var bit = 0; bit < count; bit++)
        {
            reversed = (reversed << 1) | ((bits >> bit) & 1);
        }
        return (ushort)reversed;
    }

    private static byte[] Depths(int[] weights)
    {
        var symbols = Enumerable.Range(0, weights.Length).Where(symbol => weights[symbol] > 0).OrderBy(symbol => weights[symbol]).ToArray();
        // First the symbols, then what joins two nodes: each time the two lightest, so that both halves are in order.
        var nodes = new (int Weight, int Parent)[(2 * symbols.Length) - 1];
        for (var leaf = 0; leaf < symbols.Length; leaf++)
        {
            nodes[leaf].Weight = weights[symbols[leaf]];
        }
        var (nextLeaf, nextJoint) = (0, symbols.Length);
        for (var joint = symbols.Length; joint < nodes.Length; joint++)
        {
            nodes[joint].Weight = TakeLightest(joint) + TakeLightest(joint);
        }
        var depths = new byte[nodes.Length];
        for (var node = nodes.Length - 2; node >= 0; node--)
        {
            depths[node] = (byte)(depths[nodes[node].Parent] + 1);
        }
        var lengths = new byte[weights.Length];
        for (var leaf = 0; leaf < symbols.Length; leaf++)
        {
            lengths[symbols[leaf]] = depths[leaf];
        }
        return lengths;

        int TakeLightest(int parent)
        {
            ref var lightest = ref nodes[nextJoint == parent || (nextLeaf < symbols.Length && nodes[nextLeaf].Weight <= nodes[nextJoint].Weight) ? nextLeaf++ : nextJoint++];
            lightest.Parent = parent;
            return lightest.Weight;
        }
    }
}
