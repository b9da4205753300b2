namespace ModelMonitor.Statistics.Significance;

/// <summary>The exact null distribution of Mann and Whitney's U, in the absence of ties.</summary>
internal static class MannWhitneyExact
{
    /// <summary>How probable a U of at least <paramref name="least"/> is: Mann and Whitney's recurrence (1947), in n²·m² steps.</summary>
    public static double UpperTail(long least, int n, int m)
    {
        // ways[i][u]: the probability of U = u of i numbers against the j numbers of the round.
        double[][] ways = new double[n + 1][];
        for (int i = 0; i <= n; i++)
        {
            ways[i] = new double[n * m + 1];
            ways[i][0] = 1.0;
        }

        for (int j = 1; j <= m; j++)
        {
            for (int i = 1; i <= n; i++)
            {
                for (int u = i * j; u >= 0; u--)
                {
                    double largestIsOurs = u < j ? 0.0 : ways[i - 1][u - j];
                    ways[i][u] = (i * largestIsOurs + j * ways[i][u]) / (i + j);
                }
            }
        }

        double sum = 0.0;
        for (int u = n * m; u >= least; u--)
        {
            sum += ways[n][u];
        }

        return sum;
    }
}
