namespace ModelMonitor.Contracts.Metrics;

/// <summary>The names of all metrics: our own, one value for a run, and SageMaker Model Monitor's, one for a feature and run.</summary>
/// <remarks>
/// Every metric is a gauge whose timestamp is the end of the window: published again, it says the same again.
/// Names of features may hold anything; <see cref="MetricName.ToPublished"/> makes of any name the one in CloudWatch.
/// </remarks>
public static class MetricNames
{
    /// <summary>Constraints violated in a window, a count; of windows that were judged.</summary>
    public const string Violations = "violations";

    /// <summary>The share of a window's features that drifted, by their weights, from 0 to 1; of windows whose drift was tested.</summary>
    public const string DriftedShare = "drifted_share";

    /// <summary>The share of a window's predictions that have a label, from 0 to 1, the last time it was judged; of monitors that join ground truth.</summary>
    public const string LabelledShare = "labelled_share";

    /// <summary>Rows judged in a window, a count; 0 for one without data.</summary>
    public const string Rows = "rows";

    /// <summary>Lines, rows and objects of a window that could not be read, a count.</summary>
    public const string UnreadableRows = "unreadable_rows";

    /// <summary>Seconds from the planning of a run to its report, or to the record of its failure.</summary>
    public const string RunSeconds = "run_seconds";

    /// <summary>Seconds from the last event judged to the end of its window, large when captures stopped on the way; of windows with data.</summary>
    public const string CaptureLagSeconds = "capture_lag_seconds";

    /// <summary>Objects of a window that had not arrived when it was judged before, a count; 0 when it is judged for the first time.</summary>
    public const string LateObjects = "late_objects";

    /// <summary>An estimate of what the run's functions, state transitions and requests cost at public prices, in US dollars before any free tier.</summary>
    public const string CostUsd = "cost_usd";

    /// <summary>1 for every window that was judged, or was found to have no data; 0 for one whose run failed.</summary>
    public const string RunCompleted = "run_completed";

    /// <summary>1 for every window whose run failed; 0 for one that completed.</summary>
    public const string RunFailed = "run_failed";

    /// <summary>1 for a window without data, 0 for one with data; none when the run failed, since nobody knows.</summary>
    public const string NoData = "no_data";

    /// <summary>How many of a run's publications failed: its pages, its rows of the history; 0 when none did. The run itself is judged all the same.</summary>
    public const string PublicationFailures = "publication_failures";

    /// <summary>What the name of a feature's summary starts with.</summary>
    public const string FeatureDataPrefix = "feature_data_";

    /// <summary>What the name of a feature's completeness starts with.</summary>
    public const string FeatureNonNullPrefix = "feature_non_null_";

    /// <summary>What the name of a feature's drift starts with.</summary>
    public const string FeatureDriftPrefix = "feature_baseline_drift_";

    /// <summary>What the name of a bias metric starts with.</summary>
    public const string BiasPrefix = "bias_metric_";

    /// <summary>What the name of a feature's global attribution starts with.</summary>
    public const string AttributionPrefix = "feature_";

    /// <summary>The prediction that a model makes without knowing any feature.</summary>
    public const string ExpectedValue = "expected_value";

    /// <summary>How much of the baseline's ranking of features is left, from 0 to 1: of each label with its dimension, and without it the least of them.</summary>
    public const string AttributionGain = "ndcg";

    /// <summary>Our own metrics, one value for a monitor's run.</summary>
    public static IReadOnlyList<string> OfRuns { get; } =
    [
        Violations, DriftedShare, LabelledShare, Rows, UnreadableRows, RunSeconds, CaptureLagSeconds, LateObjects, CostUsd, RunCompleted, RunFailed, NoData,
        PublicationFailures,
    ];

    /// <summary>What the names of metrics of single features start with.</summary>
    public static IReadOnlyList<string> FeaturePrefixes { get; } = [FeatureDataPrefix, FeatureNonNullPrefix, FeatureDriftPrefix];

    /// <summary>The statistics of a numeric feature's values: count, sum, minimum and maximum, in the feature's own unit.</summary>
    public static string FeatureData(string feature) => FeatureDataPrefix + feature;

    /// <summary>The share of a feature's cells that hold a value, from 0 to 1.</summary>
    public static string FeatureNonNull(string feature) => FeatureNonNullPrefix + feature;

    /// <summary>The distance of a feature's distribution from the baseline's, from 0 to 1; of a chi-squared test, its p-value.</summary>
    public static string FeatureDrift(string feature) => FeatureDriftPrefix + feature;

    /// <summary>A bias metric by its abbreviation.</summary>
    public static string Bias(string metric) => BiasPrefix + metric;

    /// <summary>The global attribution of a feature.</summary>
    public static string Attribution(string feature) => AttributionPrefix + feature;

    /// <summary>Whether the name is one of <see cref="OfRuns"/>.</summary>
    public static bool IsOfRuns(string name) => OfRuns.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether the name is that of a metric of some feature.</summary>
    public static bool IsOfFeature(string name) =>
        FeaturePrefixes.Any(prefix => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal));
}
