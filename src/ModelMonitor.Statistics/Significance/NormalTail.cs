using MathNet.Numerics;

namespace ModelMonitor.Statistics.Significance;

/// <summary>Tails of the standard normal distribution, to the last digits however small they are.</summary>
internal static class NormalTail
{
    /// <summary>How probable a value as far from 0 as <paramref name="z"/>, or farther, is.</summary>
    public static double TwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    /// <summary>How probable a value of at least <paramref name="z"/> is.</summary>
    public static double Upper(double z) => SpecialFunctions.Erfc(z / Constants.Sqrt2) / 2.0;
}
