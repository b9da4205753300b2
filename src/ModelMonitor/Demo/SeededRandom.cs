namespace ModelMonitor.Demo;

/// <summary>Pseudo-random numbers from a seed: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
/// <remarks>
/// Everything is made of integer arithmetic, sums and products, and of no function of the platform's
/// mathematical library: so equal seeds give equal files on every machine.
/// </remarks>
internal struct SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        ulong bits = _state;
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EB);
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 to, not including, 1, evenly spread.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to, not including, <paramref name="end"/>, evenly spread.</summary>
    public int NextInt(int end) => (int)Math.BigMul(NextBits(), (ulong)end, out _);

    /// <summary>True with a given probability.</summary>
    public bool NextBool(double probability) => NextDouble() < probability;

    /// <summary>A nearly normal number with mean 0 and standard deviation 1, within ±6: the sum of twelve even ones.</summary>
    public double NextNormal()
    {
        double sum = -6.0;
        for (int i = 0; i < 12; i++)
        {
            sum += NextDouble();
        }

        return sum;
    }

    /// <summary>The index of one of some shares, which sum to 1, with its share as the probability.</summary>
    public int NextIndex(ReadOnlySpan<double> shares)
    {
        double rest = NextDouble();
        int index = 0;
        while (index < shares.Length - 1 && rest >= shares[index])
        {
            rest -= shares[index++];
        }

        return index;
    }

    /// <summary>A UUID of version 4 (RFC 9562).</summary>
    public Guid NextUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, NextBits());
        BitConverter.TryWriteBytes(bytes[8..], NextBits());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
