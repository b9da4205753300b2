using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Contracts.History;

/// <summary>The metrics of the history. Those of runs are <see cref="MetricNames.OfRuns"/>, but for those that say whether it failed.</summary>
public static class HistoryMetrics
{
    /// <summary>The distance of the feature's distribution from the baseline's, from 0 to 1; of a chi-squared test, its p-value.</summary>
    public const string Drift = "feature_baseline_drift";

    /// <summary>The share of the feature's cells that hold a value, from 0 to 1.</summary>
    public const string NonNull = "feature_non_null";

    /// <summary>How many constraints the feature violates.</summary>
    public const string Violations = "feature_violations";

    /// <summary>The mean of a numeric feature.</summary>
    public const string Mean = "feature_mean";

    /// <summary>The population standard deviation of a numeric feature.</summary>
    public const string StandardDeviation = "feature_std_dev";

    /// <summary>The least value of a numeric feature.</summary>
    public const string Minimum = "feature_minimum";

    /// <summary>The greatest value of a numeric feature.</summary>
    public const string Maximum = "feature_maximum";

    /// <summary>How much of the baseline's ranking of features is left, from 0 to 1; of attributions.</summary>
    public const string RankingGain = "ndcg";

    /// <summary>The global attribution of a feature of the baseline.</summary>
    public const string Attribution = "attribution";

    /// <summary>The metrics of runs. A run that failed, or whose rows could not be published, has no rows: whether it did is no metric here.</summary>
    public static IReadOnlyList<string> OfRuns { get; } =
        [.. MetricNames.OfRuns.Where(name => name is not (MetricNames.RunCompleted or MetricNames.RunFailed or MetricNames.PublicationFailures))];

    /// <summary>The metrics of features.</summary>
    public static IReadOnlyList<string> OfFeatures { get; } = [Drift, NonNull, Violations, Mean, StandardDeviation, Minimum, Maximum];
}
