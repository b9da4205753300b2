namespace ModelMonitor.Statistics.Classification;

/// <summary>A whole number for every probability, in the same order, from which bits can be dropped to make bins.</summary>
/// <remarks>
/// Up to a half the key is the bits of the probability; above, it is mirrored, by the bits of one minus the probability,
/// which is exact there. So bins are narrow towards both ends, where the probabilities of rare and of certain
/// events lie, and keys of level 0 lose nothing.
/// </remarks>
internal static class ScoreKey
{
    /// <summary>The most bits that can be dropped.</summary>
    public const int HighestLevel = 62;

    private const long Half = 0x3FE0_0000_0000_0000;

    /// <summary>The key of a probability from 0 to 1.</summary>
    public static long Of(double probability) => probability < 0.5
        ? BitConverter.DoubleToInt64Bits(probability + 0.0)
        : 2 * Half - BitConverter.DoubleToInt64Bits(1.0 - probability);

    /// <summary>The least probability of a bin.</summary>
    /// <param name="key">The bin's key.</param>
    /// <param name="level">How many bits were dropped.</param>
    public static double ToProbability(long key, int level)
    {
        long full = key << level;
        return full < Half ? BitConverter.Int64BitsToDouble(full) : 1.0 - BitConverter.Int64BitsToDouble(2 * Half - full);
    }

    /// <summary>Whether a number can be a key.</summary>
    public static bool IsValid(long key, int level) => key >= 0 && key <= (2 * Half) >> level;
}
