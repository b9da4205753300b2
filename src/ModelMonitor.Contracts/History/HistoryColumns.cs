namespace ModelMonitor.Contracts.History;

/// <summary>The columns of the history of runs: a tidy table, one row for each run, feature and metric.</summary>
/// <remarks>
/// The partition columns are in the keys of the files and not in the files, as Hive has it: readers that know both
/// would find a column twice.
/// </remarks>
public static class HistoryColumns
{
    /// <summary>The monitor's name. A partition.</summary>
    public const string Monitor = "monitor";

    /// <summary>The day on which the window begins, UTC, as <c>2026-11-22</c>. A partition.</summary>
    public const string Date = "date";

    /// <summary>The kind of monitor, such as <c>data-quality</c>.</summary>
    public const string Kind = "kind";

    /// <summary>The endpoint's name.</summary>
    public const string Endpoint = "endpoint";

    /// <summary>The endpoint's variant; null for runs that older versions recorded.</summary>
    public const string Variant = "variant";

    /// <summary>The window's first instant.</summary>
    public const string WindowStart = "window_start";

    /// <summary>The first instant after the window.</summary>
    public const string WindowEnd = "window_end";

    /// <summary>The feature that was measured, of bias the facet; null for a metric of the run or of the model.</summary>
    public const string Feature = "feature";

    /// <summary>The part that was measured: of bias the values of the facet, of attributions the label that is explained; null for the whole.</summary>
    public const string Slice = "slice";

    /// <summary>What was measured: one of <see cref="HistoryMetrics"/>, a metric of model quality such as <c>auc</c>, or of bias such as <c>DPPL</c>.</summary>
    public const string Metric = "metric";

    /// <summary>What the measure came to, always finite.</summary>
    public const string Value = "value";

    /// <summary>The lower end of the value's confidence interval; null when there is none.</summary>
    public const string IntervalLow = "interval_low";

    /// <summary>The upper end of the value's confidence interval; null when there is none.</summary>
    public const string IntervalHigh = "interval_high";

    /// <summary>What the value was compared with, of bias the baseline's value; null when it was not.</summary>
    public const string Threshold = "threshold";

    /// <summary>Whether the value violates its constraint; null when nothing constrains it.</summary>
    public const string Violated = "violated";

    /// <summary>The baseline's version; null when it has none.</summary>
    public const string BaselineVersion = "baseline_version";

    /// <summary>The version of the engine that judged.</summary>
    public const string EngineVersion = "engine_version";

    /// <summary>How the run ended: <c>Completed</c>, <c>CompletedWithViolations</c> or <c>NoData</c>.</summary>
    public const string Outcome = "outcome";

    /// <summary>The columns that are folders.</summary>
    public static IReadOnlyList<HistoryColumn> Partitions { get; } = [new(Monitor, HistoryType.Text), new(Date, HistoryType.Text)];

    /// <summary>The columns of the files, in order.</summary>
    public static IReadOnlyList<HistoryColumn> OfFiles { get; } =
    [
        new(Kind, HistoryType.Text),
        new(Endpoint, HistoryType.Text),
        new(Variant, HistoryType.Text, IsNullable: true),
        new(WindowStart, HistoryType.Time),
        new(WindowEnd, HistoryType.Time),
        new(Feature, HistoryType.Text, IsNullable: true),
        new(Slice, HistoryType.Text, IsNullable: true),
        new(Metric, HistoryType.Text),
        new(Value, HistoryType.Number),
        new(IntervalLow, HistoryType.Number, IsNullable: true),
        new(IntervalHigh, HistoryType.Number, IsNullable: true),
        new(Threshold, HistoryType.Number, IsNullable: true),
        new(Violated, HistoryType.Flag, IsNullable: true),
        new(BaselineVersion, HistoryType.Text, IsNullable: true),
        new(EngineVersion, HistoryType.Text),
        new(Outcome, HistoryType.Text),
    ];

    /// <summary>All columns, in the order of exports.</summary>
    public static IReadOnlyList<HistoryColumn> All { get; } = [.. Partitions, .. OfFiles];
}
