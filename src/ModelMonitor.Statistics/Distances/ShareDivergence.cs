using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Distances;

/// <summary>Sums a divergence over bins.</summary>
internal static class ShareDivergence
{
    /// <summary>The sum of the terms and the most that it is off, or the answer when a side is empty.</summary>
    public static DriftMeasurement Sum<TTerm>(AlignedBins bins, ZeroHandling zeros)
        where TTerm : IShareTerm
    {
        if (DriftMeasurement.OfEmpty(bins.CurrentTotal, bins.ReferenceTotal, "values") is { } nothing)
        {
            return nothing;
        }

        BinShares current = new(bins.Current, bins.CurrentTotal, bins.CurrentError, zeros);
        BinShares reference = new(bins.Reference, bins.ReferenceTotal, bins.ReferenceError, zeros);
        bool isSketched = bins.CurrentError > 0.0 || bins.ReferenceError > 0.0;
        double sum = 0.0;
        double bound = 0.0;
        for (int i = 0; i < bins.Current.Length; i++)
        {
            double term = TTerm.Of(current[i], reference[i]);
            sum += term;
            bound += isSketched ? Deviation<TTerm>(term, current, reference, i) : 0.0;
        }

        return DriftMeasurement.OfDistance(sum, bound);
    }

    /// <summary>The measurement of the root of the sum, or of the sum in another unit; its bound is that of the two ends.</summary>
    public static DriftMeasurement Map(DriftMeasurement sum, Func<double, double> increasing)
    {
        if (!sum.IsCompared)
        {
            return sum;
        }

        double value = increasing(sum.Statistic);
        double above = increasing(sum.Statistic + sum.Bound) - value;
        double below = value - increasing(Math.Max(0.0, sum.Statistic - sum.Bound));
        return DriftMeasurement.OfDistance(value, Math.Max(above, below));
    }

    private static double Deviation<TTerm>(double term, BinShares current, BinShares reference, int bin)
        where TTerm : IShareTerm
    {
        (double low, double high) = (current.Least(bin), current.Most(bin));
        (double lowReference, double highReference) = (reference.Least(bin), reference.Most(bin));
        double one = TTerm.Of(low, lowReference);
        double two = TTerm.Of(low, highReference);
        double three = TTerm.Of(high, lowReference);
        double four = TTerm.Of(high, highReference);
        double most = Math.Max(Math.Max(one, two), Math.Max(three, four));
        bool canBeEqual = low <= highReference && lowReference <= high;
        double least = canBeEqual ? 0.0 : Math.Min(Math.Min(one, two), Math.Min(three, four));
        return Math.Max(most - term, term - least);
    }
}
