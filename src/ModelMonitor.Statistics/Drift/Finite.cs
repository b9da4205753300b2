namespace ModelMonitor.Statistics.Drift;

/// <summary>Keeps results in the range of a double.</summary>
internal static class Finite
{
    /// <summary>The number itself, the largest or smallest double for an infinite one, 0 for NaN.</summary>
    public static double OrLargest(double number) =>
        double.IsNaN(number) ? 0.0 : Math.Clamp(number, double.MinValue, double.MaxValue);
}
