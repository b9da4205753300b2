namespace ModelMonitor.Statistics.Significance;

/// <summary>The exact null distribution of the two-sample statistic of Kolmogorov and Smirnov, in the absence of ties.</summary>
internal static class KolmogorovSmirnovExact
{
    /// <summary>How probable a difference of at least <paramref name="distance"/> is.</summary>
    /// <remarks>
    /// Hodges (Arkiv för Matematik 3, 1957) counts the lattice paths that leave a band; as Viehmann (Numerically more stable
    /// computation of the p-values for the two-sample Kolmogorov-Smirnov test, 2021) the probability of having left it
    /// is carried along, a weighted mean of positive numbers at each step, so that small p-values keep their digits. Takes n·m steps.
    /// </remarks>
    /// <param name="distance">D: a multiple of 1/lcm(n, m).</param>
    /// <param name="n">Size of one sample, above 0.</param>
    /// <param name="m">Size of the other, above 0.</param>
    public static double UpperTail(double distance, int n, int m)
    {
        int divisor = GreatestCommonDivisor(n, m);
        long stepOfN = m / divisor;
        long stepOfM = n / divisor;
        long least = (long)Math.Round(distance * n * stepOfN);
        double[] left = new double[m + 1];
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= m; j++)
            {
                bool isOutside = Math.Abs(i * stepOfN - j * stepOfM) >= least;
                left[j] = isOutside ? 1.0
                    : i == 0 && j == 0 ? 0.0
                    : i == 0 ? left[j - 1]
                    : j == 0 ? left[j]
                    : (i * left[j] + j * left[j - 1]) / (i + j);
            }
        }

        return left[m];
    }

    private static int GreatestCommonDivisor(int n, int m)
    {
        while (m != 0)
        {
            (n, m) = (m, n % m);
        }

        return n;
    }
}
