using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Significance;

/// <summary>The exact null distribution of the two-sample statistic of Cramér and von Mises, given which numbers are tied.</summary>
/// <remarks>
/// Counts the ways to part the numbers into two samples of these sizes, number by number from the least on, by twelve times the sum of squared
/// rank differences, an integer; as Xiao, Gordon and Yakovlev (Journal of Statistical Software 17(8), 2006) count lattice paths, but with
/// equal numbers in one step. Ways that have reached the statistic are counted together. The number of sums grows with the number of ways,
/// so this is for n + m up to 20.
/// </remarks>
internal static class CramerVonMisesExact
{
    /// <summary>How probable a statistic of at least that of the two sides, neither of them empty, is.</summary>
    public static double PValue(SortedView current, SortedView reference)
    {
        int n = (int)current.TotalWeight;
        int m = (int)reference.TotalWeight;
        List<int> groups = [];
        long observed = 0;
        PooledRanks pooled = new(current, reference);
        while (pooled.MoveNext())
        {
            int tied = (int)(pooled.Current - pooled.CurrentBelow + pooled.Reference - pooled.ReferenceBelow);
            observed += Step(n, m, (int)pooled.CurrentBelow, (int)pooled.ReferenceBelow, (int)(pooled.Current - pooled.CurrentBelow), tied);
            groups.Add(tied);
        }

        // By the numbers of the current side so far: the share of the ways, by their sum.
        Dictionary<long, double>[] ways = [new() { [0] = 1.0 }, .. Enumerable.Range(0, n).Select(_ => new Dictionary<long, double>())];
        int seen = 0;
        foreach (int tied in groups)
        {
            ways = Extend(ways, n, m, seen, tied, observed);
            seen += tied;
        }

        return Math.Min(1.0, ways[n].GetValueOrDefault(observed));
    }

    private static Dictionary<long, double>[] Extend(Dictionary<long, double>[] ways, int n, int m, int seen, int tied, long observed)
    {
        Dictionary<long, double>[] extended = [.. ways.Select(_ => new Dictionary<long, double>())];
        for (int before = Math.Max(0, seen - m); before <= Math.Min(n, seen); before++)
        {
            for (int taken = Math.Max(0, tied - (m - (seen - before))); taken <= Math.Min(tied, n - before); taken++)
            {
                long step = Step(n, m, before, seen - before, taken, tied);
                double probability = Choose(tied, taken) * Choose(n + m - seen - tied, n - before - taken) / Choose(n + m - seen, n - before);
                foreach ((long sum, double share) in ways[before])
                {
                    long reached = Math.Min(sum + step, observed);
                    Dictionary<long, double> at = extended[before + taken];
                    at[reached] = at.GetValueOrDefault(reached) + share * probability;
                }
            }
        }

        return extended;
    }

    /// <summary>Twelve times what equal numbers add to n·Σ (rank of the i-th current number - i)² and the same of the reference.</summary>
    private static long Step(int n, int m, int currentBelow, int referenceBelow, int taken, int tied)
    {
        int left = tied - taken;
        return n * OfTied(taken, 2L * referenceBelow + left) + m * OfTied(left, 2L * currentBelow + taken);
    }

    private static long OfTied(long count, long twiceOthersBelow) =>
        3L * count * twiceOthersBelow * twiceOthersBelow + (count * count - 1L) * count;

    /// <summary>The binomial coefficient, exact up to 20.</summary>
    private static double Choose(int from, int taken)
    {
        double ways = 1.0;
        for (int i = 1; i <= taken; i++)
        {
            ways = ways * (from - taken + i) / i;
        }

        return ways;
    }
}
