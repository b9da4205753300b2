namespace ModelMonitor.Statistics.Significance;

/// <summary>Tests how many values of a sample lie beyond two values of a reference sample.</summary>
/// <remarks>
/// The share of the population beyond order statistics of a sample of m, with r − 2 of its values strictly beyond
/// them, has a Beta(r, m + 1 − r) distribution, so that the count among n further values is beta-binomial: W. R.
/// Thompson, On confidence ranges for the median and other expectation distributions for populations of unknown
/// distribution form, 1936. Ties make the test conservative.
/// </remarks>
public static class ExceedanceTest
{
    /// <summary>The chance of at least so many values beyond, were both samples of one population.</summary>
    /// <param name="beyond">How many values lie beyond; a negative number counts as none.</param>
    /// <param name="size">How many values there are.</param>
    /// <param name="referenceBeyond">How many values of the reference lie strictly beyond.</param>
    /// <param name="referenceSize">How many values the reference has, at least two.</param>
    /// <returns>The p-value, in [0, 1]; 1 when there are no values.</returns>
    public static double PValue(long beyond, long size, long referenceBeyond, long referenceSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(referenceSize, 2);
        double r = Math.Min(referenceBeyond + 2, referenceSize);
        double rest = referenceSize + 1 - r;
        if (beyond <= 0 || size <= 0 || beyond <= size * (r / (referenceSize + 1.0)))
        {
            // Not above the mean: no cluster, and the tail need not be summed.
            return 1.0;
        }

        // log P(0) = log B(r, rest + n) − log B(r, rest), as a product of r factors.
        double logTerm = 0.0;
        for (long i = 0; i < (long)r; i++)
        {
            logTerm -= Math.Log(1.0 + size / (referenceSize - (double)i));
        }

        double tail = 0.0;
        for (long k = 0; k <= size; k++)
        {
            if (k >= beyond)
            {
                double term = Math.Exp(logTerm);
                tail += term;
                if (term <= 1e-17 * tail)
                {
                    break;
                }
            }

            logTerm += Math.Log((size - k) / (k + 1.0)) + Math.Log((r + k) / (rest + size - k - 1.0));
        }

        return Math.Min(1.0, tail);
    }
}
