namespace ModelMonitor.Statistics.Significance;

/// <summary>
/// The limit of Cramér and von Mises' statistic: λ = 1 / (j·π)², so that D(y) = sin(√y) / √y (Anderson and Darling, Annals of
/// Mathematical Statistics 23, 1952). Integrated over √y.
/// </summary>
internal sealed class CramerVonMisesLimit : ISmirnovSpectrum
{
    private CramerVonMisesLimit()
    {
    }

    /// <summary>How probable a statistic above <paramref name="x"/> is. Below 0.003 that is 1 to seventeen digits.</summary>
    public static double UpperTail(double x) => x < 0.003 ? 1.0 : SmirnovFormula.UpperTail<CramerVonMisesLimit>(x);

    static (double Low, double High) ISmirnovSpectrum.Interval(int j) => ((2 * j - 1) * Math.PI, 2 * j * Math.PI);

    static (double Place, double Weight) ISmirnovSpectrum.At(double variable) =>
        (variable * variable, 2.0 / Math.Sqrt(variable * Math.Abs(Math.Sin(variable))));
}
