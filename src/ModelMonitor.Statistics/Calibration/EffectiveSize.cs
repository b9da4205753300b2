namespace ModelMonitor.Statistics.Calibration;

/// <summary>How many numbers of a sample a sketch is worth: its rank error adds to that of chance.</summary>
internal static class EffectiveSize
{
    private const double Normal99 = 2.5758293035489004; // the 0.995 quantile of the normal distribution

    /// <summary>The weight of a rank error in the middle, where chance has a variance of ¼ / n.</summary>
    public const double InTheMiddle = 4.0;

    /// <summary>Its weight in Anderson and Darling's mean square, 2·ln of the two thousand items of a sketch.</summary>
    public const double OverTheTails = 15.0;

    /// <summary>The size of a complete sample that is as uncertain.</summary>
    public static double Of(SortedView view, double weight)
    {
        double n = view.TotalWeight;
        double error = view.NormalizedRankError / Normal99;
        return n / (1.0 + weight * n * error * error);
    }

    /// <summary>n·m / (n + m) of the two sides.</summary>
    public static double Together(SortedView current, SortedView reference, double weight)
    {
        double n = Of(current, weight);
        double m = Of(reference, weight);
        return n * m / (n + m);
    }
}
