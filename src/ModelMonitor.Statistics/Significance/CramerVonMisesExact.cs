namespace ModelMonitor.Statistics.Significance;

/// <summary>The exact null distribution of the two-sample statistic of Cramér and von Mises, in the absence of ties.</summary>
internal static class CramerVonMisesExact
{
    /// <summary>How probable a statistic of at least <paramref name="statistic"/> is.</summary>
    /// <remarks>
    /// Counts the lattice paths by the sum of their squared distances from the diagonal, an integer (Xiao, Gordon and
    /// Yakovlev, Journal of Statistical Software 17(8), 2006). Paths that have reached the statistic are counted together. The
    /// number of sums grows with the number of paths, so this is for n + m up to 20.
    /// </remarks>
    /// <param name="statistic">T.</param>
    /// <param name="n">Size of one sample, above 0.</param>
    /// <param name="m">Size of the other, above 0.</param>
    public static double UpperTail(double statistic, int n, int m)
    {
        // T = sum · n·m / (N²·lcm²), over lattice points of (i·lcm/n - j·lcm/m)².
        long multiple = LeastCommonMultiple(n, m);
        double scale = (double)n * m / ((double)(n + m) * (n + m) * multiple * multiple);
        long least = (long)Math.Floor(statistic / scale + 1e-6); // Whole but for ties.
        Dictionary<long, double>[] column = new Dictionary<long, double>[m + 1];
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= m; j++)
            {
                Dictionary<long, double> paths = i == 0 && j == 0 ? new() { [0] = 1.0 } : [];
                long distance = i * (multiple / n) - j * (multiple / m);
                Add(i == 0 ? null : column[j], i, i + j, distance * distance, least, paths);
                Add(j == 0 ? null : column[j - 1], j, i + j, distance * distance, least, paths);
                column[j] = paths;
            }
        }

        return least <= 0 ? 1.0 : column[m].GetValueOrDefault(least);
    }

    private static void Add(
        Dictionary<long, double>? from, int way, int ways, long distance, long least, Dictionary<long, double> paths)
    {
        foreach ((long sum, double probability) in from ?? [])
        {
            long reached = Math.Min(sum + distance, least);
            paths[reached] = paths.GetValueOrDefault(reached) + probability * way / ways;
        }
    }

    private static long LeastCommonMultiple(int n, int m)
    {
        long multiple = n;
        while (multiple % m != 0)
        {
            multiple += n;
        }

        return multiple;
    }
}
