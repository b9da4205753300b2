namespace ModelMonitor.Statistics.Fairness;

/// <summary>Conditional demographic disparity: how much larger the sensitive facet's share is among the rejected than among the accepted, averaged over groups.</summary>
internal static class DemographicDisparity
{
    /// <summary>Measures.</summary>
    /// <param name="groups">The groups, in an order that does not depend on the rows'; null without a group variable.</param>
    /// <param name="side">What a side is without rows, or none.</param>
    /// <param name="positive">All rows with the positive outcome, also those without a group.</param>
    /// <param name="negative">Likewise.</param>
    public static BiasValue Measure(IReadOnlyList<GroupCounts>? groups, string? side, long positive, long negative)
    {
        if (groups is null || groups.Count == 0)
        {
            return BiasValue.Failed("Group variable is empty or not provided");
        }

        string? reason = positive == 0 ? "No positive labels in set" : negative == 0 ? "No negative labels in set" : side;
        if (reason is not null)
        {
            return BiasValue.Failed(reason);
        }

        double weighted = 0.0;
        double rows = 0.0;
        foreach (GroupCounts group in groups)
        {
            double accepted = group.Positive == 0 ? 0.0 : group.SensitivePositive / (double)group.Positive;
            double rejected = group.Negative == 0 ? 0.0 : group.SensitiveNegative / (double)group.Negative;
            double size = group.Positive + group.Negative;
            weighted += size * (rejected - accepted);
            rows += size;
        }

        return BiasValue.Of(Rates.Divide(weighted, rows));
    }
}
