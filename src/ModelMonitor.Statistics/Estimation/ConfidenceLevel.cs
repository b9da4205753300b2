using MathNet.Numerics;

namespace ModelMonitor.Statistics.Estimation;

/// <summary>How often an interval is to hold the truth, and how many standard errors it reaches for that.</summary>
/// <param name="Level">The probability, at least 0 and below 1; what it leaves is missed at either end alike.</param>
public readonly record struct ConfidenceLevel(double Level)
{
    /// <summary>95 %.</summary>
    public const double Default = 0.95;

    private const double ManyDegreesOfFreedom = 1e6;

    /// <summary>The chance that the truth is beyond one given end: 0.025 for 0.95.</summary>
    public double Tail => (1.0 - Level) / 2.0;

    /// <summary>The quantile of the normal distribution: 1.96 for 0.95.</summary>
    public double Z => Constants.Sqrt2 * SpecialFunctions.ErfInv(Level);

    /// <summary>The quantile of Student's distribution, for a standard error that is itself estimated: 12.7 for 0.95 and one degree of freedom.</summary>
    /// <param name="degreesOfFreedom">At least 1.</param>
    public double T(double degreesOfFreedom)
    {
        if (degreesOfFreedom > ManyDegreesOfFreedom)
        {
            return Z;
        }

        double share = BetaQuantile.Of(degreesOfFreedom / 2.0, 0.5, 2.0 * Tail);
        return Math.Sqrt(degreesOfFreedom * (1.0 - share) / share);
    }
}
