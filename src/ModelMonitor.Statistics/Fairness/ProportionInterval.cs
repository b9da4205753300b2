using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Fairness;

/// <summary>Confidence intervals of shares, of their differences and quotients.</summary>
internal static class ProportionInterval
{
    /// <summary>Wilson's score interval of a share; all of [0, 1] without rows.</summary>
    public static ConfidenceInterval Wilson(long hits, long size, double z)
    {
        (double lower, double upper) = size == 0 ? (0.0, 1.0) : WilsonInterval.Bounds(hits / (double)size, size, z);
        return new ConfidenceInterval(lower, upper);
    }

    /// <summary>The difference of two independent shares, by Newcombe's hybrid score method (1998, method 10).</summary>
    public static ConfidenceInterval Difference(long hits, long size, long otherHits, long otherSize, double z)
    {
        ConfidenceInterval one = Wilson(hits, size, z);
        ConfidenceInterval other = Wilson(otherHits, otherSize, z);
        double p = size == 0 ? 0.0 : hits / (double)size;
        double q = otherSize == 0 ? 0.0 : otherHits / (double)otherSize;
        double difference = p - q;
        return new ConfidenceInterval(
            difference - Math.Sqrt(Square(p - one.Lower) + Square(other.Upper - q)),
            difference + Math.Sqrt(Square(one.Upper - p) + Square(q - other.Lower)));
    }

    /// <summary>
    /// The quotient of two independent shares, by the logarithm with half a hit added (Katz and others 1978; Walter 1975).
    /// </summary>
    public static ConfidenceInterval Quotient(long hits, long size, long otherHits, long otherSize, double z)
    {
        double logarithm = Math.Log((hits + 0.5) / (size + 0.5) / ((otherHits + 0.5) / (otherSize + 0.5)));
        double variance = 1.0 / (hits + 0.5) - 1.0 / (size + 0.5) + 1.0 / (otherHits + 0.5) - 1.0 / (otherSize + 0.5);
        double half = z * Math.Sqrt(Math.Max(0.0, variance));
        return new ConfidenceInterval(
            hits == 0 ? 0.0 : Math.Exp(logarithm - half),
            otherHits == 0 ? double.PositiveInfinity : Math.Exp(logarithm + half));
    }

    private static double Square(double value) => value * value;
}
