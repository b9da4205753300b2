namespace ModelMonitor.Baselines.Metrics;

/// <summary>A metric of two baselines.</summary>
/// <param name="Before">That of the earlier one; null when it has none.</param>
/// <param name="After">That of the later one; null when it has none, never both.</param>
public sealed record MetricDifference(BaselineMetric? Before, BaselineMetric? After)
{
    /// <summary>What it is of.</summary>
    public string Group => (Before ?? After)!.Group;

    /// <summary>The metric's name.</summary>
    public string Name => (Before ?? After)!.Name;

    /// <summary>Whether anything but the interval is different.</summary>
    public bool IsChanged => (Before?.Value, Before?.Threshold, Before?.Operator, Before is null) != (After?.Value, After?.Threshold, After?.Operator, After is null);

    /// <summary>
    /// Whether the two do not judge alike: one that windows are compared with came or went or is compared the other way, or the later
    /// baseline violates the earlier one's threshold by more than chance.
    /// </summary>
    public bool IsBreaking => (Before, After) switch
    {
        ({ } before, { } after) => before.IsDemanded != after.IsDemanded || (before.Operator != after.Operator) || before.IsViolatedBy(after),
        _ => (Before ?? After)!.IsDemanded,
    };

    /// <summary>By how much the value moved; 0 when one of them has none.</summary>
    public double Distance => Before?.Value is { } before && After?.Value is { } after && double.IsFinite(after - before) ? Math.Abs(after - before) : 0.0;
}
