using MathNet.Numerics;

namespace ModelMonitor.Statistics.Estimation;

/// <summary>Turns a confidence into standard errors.</summary>
public static class ConfidenceLevel
{
    /// <summary>95 %.</summary>
    public const double Default = 0.95;

    /// <summary>How many standard errors to either side of a normal variable's mean have a probability: 1.96 for 0.95.</summary>
    /// <param name="level">The probability, above 0 and below 1.</param>
    public static double ToZ(double level) => Constants.Sqrt2 * SpecialFunctions.ErfInv(level);
}
