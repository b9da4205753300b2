namespace ModelMonitor.Statistics.Fairness;

/// <summary>Confidence intervals of quotients of counts that can be infinite, and of their differences between the sides of a facet.</summary>
internal static class RatioInterval
{
    /// <summary>How many rows there are of one kind for each of another, by Wilson's interval of the share of the one among both.</summary>
    public static RatioEstimate Odds(long one, long other, double z)
    {
        ConfidenceInterval share = ProportionInterval.Wilson(one, one + other, z);
        return new RatioEstimate(
            Rates.Divide(one, other), Rates.Divide(share.Lower, 1.0 - share.Lower), Rates.Divide(share.Upper, 1.0 - share.Upper));
    }

    /// <summary>The quotient of two counts of the same rows, by the logarithm and the delta method, half a row being added to each cell.</summary>
    /// <param name="both">Rows that count above and below the line.</param>
    /// <param name="above">Rows that count above it alone.</param>
    /// <param name="below">Rows that count below it alone.</param>
    /// <param name="z">The quantile of the normal distribution.</param>
    public static RatioEstimate Overlapping(long both, long above, long below, double z)
    {
        double value = Rates.Divide(both + above, both + below);
        double upperCount = both + above + 1.0;
        double lowerCount = both + below + 1.0;
        double logarithm = Math.Log(upperCount / lowerCount);
        double half = z * Math.Sqrt((above + below + 1.0) / (upperCount * lowerCount));
        return new RatioEstimate(
            value,
            both + above == 0 ? 0.0 : Math.Min(value, Math.Exp(logarithm - half)),
            both + below == 0 ? double.PositiveInfinity : Math.Max(value, Math.Exp(logarithm + half)));
    }

    /// <summary>The difference of two independent quotients from the interval of each (MOVER: Zou and Donner 2008).</summary>
    /// <remarks>Where a quotient or the end that counts is infinite, it is the ends' own difference, which is surer than asked for.</remarks>
    public static ConfidenceInterval Difference(RatioEstimate one, RatioEstimate other) => new(
        Least(one.Value, one.Lower, other.Value, other.Upper), -Least(other.Value, other.Lower, one.Value, one.Upper));

    private static double Least(double value, double lower, double other, double upper) =>
        double.IsInfinity(upper) ? double.NegativeInfinity
        : double.IsInfinity(value) ? lower - upper
        : value - other - Math.Sqrt((value - lower) * (value - lower) + (upper - other) * (upper - other));
}
