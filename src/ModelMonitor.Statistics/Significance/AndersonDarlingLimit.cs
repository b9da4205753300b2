namespace ModelMonitor.Statistics.Significance;

/// <summary>
/// The limit of Anderson and Darling's statistic: λ = 1 / (j·(j + 1)), so that D(y) = -cos(½π·√(1 + 4y)) / (π·y) (Anderson and
/// Darling, Annals of Mathematical Statistics 23, 1952). Integrated over √(1 + 4y).
/// </summary>
internal sealed class AndersonDarlingLimit : ISmirnovSpectrum
{
    private AndersonDarlingLimit()
    {
    }

    /// <summary>How probable a statistic above <paramref name="x"/> is. Below 0.03 that is 1 to fifteen digits.</summary>
    public static double UpperTail(double x) => x < 0.03 ? 1.0 : SmirnovFormula.UpperTail<AndersonDarlingLimit>(x);

    static (double Low, double High) ISmirnovSpectrum.Interval(int j) => (4 * j - 1, 4 * j + 1);

    static (double Place, double Weight) ISmirnovSpectrum.At(double variable)
    {
        double place = (variable * variable - 1.0) / 4.0;
        double product = Math.Abs(Math.Cos(Math.PI / 2.0 * variable)) / (Math.PI * place);
        return (place, variable / (2.0 * place * Math.Sqrt(product)));
    }
}
