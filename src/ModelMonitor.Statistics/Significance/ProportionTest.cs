using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>Whether a share changed: k of n rows now, l of m in the reference.</summary>
/// <remarks>
/// The effect is the difference of the shares (in the direction tested for), in [0, 1]. Shares of 0 or of 1 on both sides: p-value 1. A
/// side of no rows is not compared.
/// </remarks>
public static class ProportionTest
{
    /// <summary>Tables of no more rows than these are tested exactly by <see cref="Of"/> and <see cref="OfIncrease"/>.</summary>
    public const long LargestExactSize = 1_000;

    private const double LeastExpectedOfLimit = 5.0;

    /// <summary>
    /// The two-sided z test with the pooled share and without correction for continuity; the statistic is z, positive
    /// where the share grew.
    /// </summary>
    public static DriftMeasurement OfZ(long hits, long size, long referenceHits, long referenceSize)
    {
        if (DriftMeasurement.OfEmpty(size, referenceSize, "rows") is { } nothing)
        {
            return nothing;
        }

        double z = Z(hits, size, referenceHits, referenceSize);
        double difference = Difference(hits, size, referenceHits, referenceSize);
        return DriftMeasurement.OfTest(z, NormalTail.TwoSided(z), Math.Abs(difference), bound: 0.0, isExact: false);
    }

    /// <summary>Fisher's exact test, two-sided; the statistic is the difference of the shares, current less reference.</summary>
    public static DriftMeasurement OfFisher(long hits, long size, long referenceHits, long referenceSize)
    {
        if (DriftMeasurement.OfEmpty(size, referenceSize, "rows") is { } nothing)
        {
            return nothing;
        }

        double difference = Difference(hits, size, referenceHits, referenceSize);
        double pValue = FisherExactTest.TwoSided(hits, size, referenceHits, referenceSize);
        return DriftMeasurement.OfTest(difference, pValue, Math.Abs(difference), bound: 0.0, isExact: true);
    }

    /// <summary>
    /// Either: exact up to <see cref="LargestExactSize"/> rows together and where fewer than 5 are expected in a cell of the table,
    /// by z otherwise. The statistic is the difference of the shares, current less reference.
    /// </summary>
    public static DriftMeasurement Of(long hits, long size, long referenceHits, long referenceSize)
    {
        DriftMeasurement z = OfZ(hits, size, referenceHits, referenceSize);
        if (!z.IsCompared)
        {
            return z;
        }

        return IsSmall(hits, size, referenceHits, referenceSize)
            ? OfFisher(hits, size, referenceHits, referenceSize)
            : z with { Statistic = Difference(hits, size, referenceHits, referenceSize) };
    }

    /// <summary>As <see cref="Of"/>, one-sided: a share that fell is no change.</summary>
    public static DriftMeasurement OfIncrease(long hits, long size, long referenceHits, long referenceSize)
    {
        if (DriftMeasurement.OfEmpty(size, referenceSize, "rows") is { } nothing)
        {
            return nothing;
        }

        bool isSmall = IsSmall(hits, size, referenceHits, referenceSize);
        double pValue = isSmall
            ? FisherExactTest.Upper(hits, size, referenceHits, referenceSize)
            : NormalTail.Upper(Z(hits, size, referenceHits, referenceSize));
        double difference = Difference(hits, size, referenceHits, referenceSize);
        return DriftMeasurement.OfTest(difference, pValue, Math.Max(0.0, difference), bound: 0.0, isSmall);
    }

    private static double Difference(double hits, double size, double referenceHits, double referenceSize) =>
        hits / size - referenceHits / referenceSize;

    private static double Z(double hits, double size, double referenceHits, double referenceSize)
    {
        double pooled = (hits + referenceHits) / (size + referenceSize);
        double variance = pooled * (1.0 - pooled) * (1.0 / size + 1.0 / referenceSize);
        return variance > 0.0 ? Difference(hits, size, referenceHits, referenceSize) / Math.Sqrt(variance) : 0.0;
    }

    private static bool IsSmall(double hits, double size, double referenceHits, double referenceSize)
    {
        double total = size + referenceSize;
        double both = hits + referenceHits;
        double leastExpected = Math.Min(both, total - both) * Math.Min(size, referenceSize) / total;
        return total <= LargestExactSize || leastExpected < LeastExpectedOfLimit;
    }
}
