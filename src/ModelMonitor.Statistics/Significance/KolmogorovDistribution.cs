namespace ModelMonitor.Statistics.Significance;

/// <summary>The distribution of Kolmogorov's statistic of one sample, √n·D.</summary>
internal static class KolmogorovDistribution
{
    private const int LargestExactSize = 4_000;

    /// <summary>How probable a statistic of at least <paramref name="distance"/> is.</summary>
    /// <remarks>
    /// Twice the exact one-sided probability (Birnbaum and Tingey, Annals of Mathematical Statistics 22, 1951), less the
    /// limit of both sides at once, for n up to 4,000 where n·d² is above 1.2: right to 1e-4 of the probability and better
    /// in the tail. Otherwise the limit distribution at Vrbik's corrected argument (Pioneer Journal of
    /// Theoretical and Applied Statistics 15, 2018), √n·d + 1/(6√n) + (√n·d - 1)/(4n).
    /// </remarks>
    /// <param name="distance">D, in [0, 1].</param>
    /// <param name="n">Size of the sample, above 0.</param>
    public static double UpperTail(double distance, double n)
    {
        double square = n * distance * distance;
        if (distance >= 1.0 && n < LargestExactSize)
        {
            return 0.0;
        }

        if (square > 1.2 && n <= LargestExactSize)
        {
            return 2.0 * OneSided(distance, (int)n) - 2.0 * Math.Exp(-8.0 * square);
        }

        double root = Math.Sqrt(n);
        double x = root * distance;
        return x <= 0.0 ? 1.0 : LimitUpperTail(x + 1.0 / (6.0 * root) + (x - 1.0) / (4.0 * n));
    }

    /// <summary>Kolmogorov's limit (1933): 2·Σ (-1)^(j-1)·e^(-2j²x²), or its other form for a small x.</summary>
    public static double LimitUpperTail(double x)
    {
        if (x <= 0.0)
        {
            return 1.0;
        }

        double sum = 0.0;
        if (x < 1.0)
        {
            for (int j = 1; j <= 5; j += 2)
            {
                sum += Math.Exp(-j * j * Math.PI * Math.PI / (8.0 * x * x));
            }

            return 1.0 - Math.Sqrt(2.0 * Math.PI) / x * sum;
        }

        for (int j = 1; j <= 5; j++)
        {
            sum += (j % 2 == 1 ? 2.0 : -2.0) * Math.Exp(-2.0 * j * j * x * x);
        }

        return sum;
    }

    /// <summary>P(D⁺ ≥ d) = d·Σ C(n, j)·(d + j/n)^(j-1)·(1 - d - j/n)^(n-j), over the j for which the last base is above 0.</summary>
    private static double OneSided(double distance, int n)
    {
        double logBinomial = 0.0;
        double sum = 0.0;
        for (int j = 0; j <= n; j++)
        {
            double below = distance + j / (double)n;
            if (below >= 1.0)
            {
                break;
            }

            sum += Math.Exp(logBinomial + (j - 1) * Math.Log(below) + (n - j) * Math.Log(1.0 - below));
            logBinomial += Math.Log((n - j) / (j + 1.0));
        }

        return distance * sum;
    }
}
