using ModelMonitor.Documents;
using ModelMonitor.Statistics;

namespace ModelMonitor.Baselines;

/// <summary>Draws the ten buckets of <c>statistics.json</c> from a quantile sketch.</summary>
internal static class HistogramBuilder
{
    private const int BucketCount = 10;

    /// <summary>Builds the buckets: [lower, upper), and [lower, upper] for the last.</summary>
    /// <param name="view">The sketch.</param>
    /// <param name="minimum">The smallest value of the column.</param>
    /// <param name="maximum">The largest.</param>
    public static KllBucket[] Build(SortedView view, double minimum, double maximum)
    {
        // Deequ starts the search for the extremes from the ends of a 32-bit integer; a column wholly beyond
        // one of them has a histogram that begins, or ends, there.
        double low = Math.Min(minimum, int.MaxValue);
        double high = Math.Max(maximum, int.MinValue);
        KllBucket[] buckets = new KllBucket[BucketCount];
        for (int i = 0; i < BucketCount; i++)
        {
            double lower = Bound(low, high, i);
            double upper = Bound(low, high, i + 1);
            long below = i + 1 < BucketCount ? view.RankExclusive(upper) : view.Rank(upper);
            buckets[i] = new KllBucket(lower, upper, below - view.RankExclusive(lower));
        }

        return buckets;
    }

    /// <summary>
    /// A bound, computed in Deequ's order of operations unless the range outgrows a double. The last one is
    /// rounded too, and may come out just below the maximum, which is then in no bucket.
    /// </summary>
    private static double Bound(double low, double high, int i) =>
        double.IsFinite((high - low) * i)
            ? low + (high - low) * i / BucketCount
            : low / BucketCount * (BucketCount - i) + high / BucketCount * i;
}
