namespace ModelMonitor.Statistics.Distances;

/// <summary>The spread of the numbers of a view.</summary>
internal static class Spread
{
    /// <summary>The population standard deviation of a view; 0 for an empty one.</summary>
    public static double Of(SortedView view)
    {
        ReadOnlySpan<double> values = view.Values;
        if (values.IsEmpty)
        {
            return 0.0;
        }

        double n = view.TotalWeight;
        double origin = values[0];
        double mean = 0.0;
        for (int i = 0; i < values.Length; i++)
        {
            mean += Weight(view, i) / n * (values[i] - origin);
        }

        double variance = 0.0;
        for (int i = 0; i < values.Length; i++)
        {
            double difference = values[i] - origin - mean;
            variance += Weight(view, i) / n * difference * difference;
        }

        return Math.Sqrt(variance);
    }

    /// <summary>Rank error times range: the most that the area below a cumulative distribution is wrong by.</summary>
    public static double ErrorOverRange(SortedView view) => view.NormalizedRankError == 0.0 ? 0.0 : view.NormalizedRankError * Range(view);

    /// <summary>The largest number less the smallest.</summary>
    public static double Range(SortedView view) => view.Values[^1] - view.Values[0];

    private static double Weight(SortedView view, int index) => view.Ranks[index] - (index == 0 ? 0 : view.Ranks[index - 1]);
}
