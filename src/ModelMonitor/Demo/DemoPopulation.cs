namespace ModelMonitor.Demo;

/// <summary>What the customers of some time have in common; all else is the same at all times.</summary>
/// <param name="PlanShares">The share of each of <see cref="DemoCustomer.Plans"/>; they sum to 1.</param>
/// <param name="DayMinutesMean">Mean of the minutes called by day.</param>
/// <param name="UnknownLastCallShare">The share of customers of whom the last call is not known.</param>
internal sealed record DemoPopulation(IReadOnlyList<double> PlanShares, double DayMinutesMean, double UnknownLastCallShare)
{
    /// <summary>
    /// Customers as the endpoint meets them while nothing changes. Fewer last calls are unknown than in
    /// training: else every other hour would, by chance alone, fall below the training set's completeness.
    /// </summary>
    public static DemoPopulation Usual { get; } = new([0.45, 0.32, 0.18, 0.05], DayMinutesMean: 180.0, UnknownLastCallShare: 0.05);

    /// <summary>Customers whose data the model was trained on.</summary>
    public static DemoPopulation Training { get; } = Usual with { UnknownLastCallShare = 0.09 };

    /// <summary>Customers after the drift began: a campaign for the dearest plan, whose customers call more and more by day.</summary>
    /// <param name="hours">Whole hours since it began.</param>
    public static DemoPopulation Drifted(int hours)
    {
        double moved = Math.Min(0.22 + 0.05 * hours, 0.42);
        return Usual with
        {
            PlanShares = [0.45 - moved, 0.32, 0.18, 0.05 + moved],
            DayMinutesMean = Usual.DayMinutesMean + 36.0 + 15.0 * Math.Min(hours, 10),
        };
    }
}
