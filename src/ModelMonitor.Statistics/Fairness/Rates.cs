namespace ModelMonitor.Statistics.Fairness;

/// <summary>Quotients and differences as Clarify takes them.</summary>
internal static class Rates
{
    /// <summary>What a side without rows is answered with.</summary>
    public const string NoSensitiveRows = "Facet set is empty";

    /// <summary>What a facet that takes all rows is answered with.</summary>
    public const string NoOtherRows = "Negated facet set is empty";

    /// <summary>A quotient; 0 for 0/0, infinite for any other division by zero.</summary>
    public static double Divide(double value, double by) =>
        by != 0.0 ? value / by : value == 0.0 ? 0.0 : value < 0.0 ? double.NegativeInfinity : double.PositiveInfinity;

    /// <summary>A difference; 0 of two equal infinities.</summary>
    public static double Subtract(double value, double other) => double.IsInfinity(value) && value == other ? 0.0 : value - other;

    /// <summary>Why a metric cannot be taken of two sides of which one has no rows; null when it can.</summary>
    public static string? Emptiness(long advantaged, long disadvantaged) =>
        disadvantaged == 0 ? NoSensitiveRows : advantaged == 0 ? NoOtherRows : null;

    /// <summary>A difference of two sides' rates, or why there is none.</summary>
    /// <param name="counts">Both sides.</param>
    /// <param name="difference">Takes the advantaged side first.</param>
    public static BiasValue OfJudged(FacetCounts counts, Func<SideCounts, SideCounts, double> difference) =>
        Emptiness(counts.Advantaged.Judged, counts.Disadvantaged.Judged) is string reason
            ? BiasValue.Failed(reason)
            : BiasValue.Of(difference(counts.Advantaged, counts.Disadvantaged));
}
