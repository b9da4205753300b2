namespace ModelMonitor.Statistics.Significance;

/// <summary>The upper tail of a weighted sum of squared normal variables, to the last digits however small it is.</summary>
/// <remarks>
/// P(Σ λ·Z² > x) = 1/π · Σ (-1)^(j-1) · ∫ e^(-x·y/2) / (y·√|D(y)|) dy, over y from 1/λ of 2j-1 to that of 2j (Smirnov 1937;
/// Martynov, The Omega-Square Tests, 1978). The integrand has the singularity of a root at both ends, which
/// Gauss and Chebyshev's quadrature integrates without loss.
/// </remarks>
internal static class SmirnovFormula
{
    private const int Nodes = 48;
    private const int MostIntervals = 100;

    /// <summary>The probability that the sum is above <paramref name="x"/>, above 0.</summary>
    public static double UpperTail<TSpectrum>(double x)
        where TSpectrum : ISmirnovSpectrum
    {
        double sum = 0.0;
        for (int j = 1; j <= MostIntervals; j++)
        {
            double part = Integral<TSpectrum>(j, x);
            sum += j % 2 == 1 ? part : -part;
            if (part <= 1e-17 * sum)
            {
                break;
            }
        }

        return Math.Clamp(sum / Math.PI, 0.0, 1.0);
    }

    private static double Integral<TSpectrum>(int j, double x)
        where TSpectrum : ISmirnovSpectrum
    {
        (double low, double high) = TSpectrum.Interval(j);
        double sum = 0.0;
        for (int i = 0; i < Nodes; i++)
        {
            (double sine, double cosine) = Math.SinCos((i + 0.5) * Math.PI / Nodes);
            (double place, double weight) = TSpectrum.At((low + high) / 2.0 - (high - low) / 2.0 * cosine);
            sum += weight * sine * Math.Exp(-x * place / 2.0);
        }

        return sum * (high - low) / 2.0 * Math.PI / Nodes;
    }
}
