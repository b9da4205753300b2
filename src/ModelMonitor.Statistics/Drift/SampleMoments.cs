namespace ModelMonitor.Statistics.Drift;

/// <summary>The moments of one side of a comparison.</summary>
/// <param name="Count">How many numbers there are.</param>
/// <param name="Mean">Their mean; any number when there are none.</param>
/// <param name="StandardDeviation">Their population standard deviation (divided by n, as in <c>statistics.json</c>).</param>
public readonly record struct SampleMoments(long Count, double Mean, double StandardDeviation)
{
    /// <summary>The variance divided by n - 1; 0 for fewer than two numbers.</summary>
    internal double SampleVariance => Count < 2 ? 0.0 : StandardDeviation * StandardDeviation * (Count / (Count - 1.0));

    /// <summary>The moments of a profile.</summary>
    public static SampleMoments Of(MomentsState state) => new(state.Count, state.Mean, state.StandardDeviation);
}
