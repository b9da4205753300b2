using ModelMonitor.Contracts.History;
using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Infra.Constructs;

/// <summary>The queries that are saved with the deployment. Each names the days it reads: Athena reads no others.</summary>
internal static class HistoryQueries
{
    /// <summary>The name of the table.</summary>
    public const string Table = "history";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HistoryQuery> All { get; } =
    [
        new(
            "WorstDrift",
            "Worst drift of the last 7 days",
            "The features whose distribution moved furthest from the baseline, against their thresholds.",
            $"""
            SELECT {HistoryColumns.Monitor}, {HistoryColumns.Feature},
                   max({HistoryColumns.Value}) AS worst_drift,
                   max_by({HistoryColumns.Threshold}, {HistoryColumns.Value}) AS threshold,
                   max_by({HistoryColumns.WindowStart}, {HistoryColumns.Value}) AS worst_window,
                   count_if({HistoryColumns.Violated}) AS windows_violated
            FROM {Table}
            WHERE {HistoryColumns.Metric} = '{HistoryMetrics.Drift}'
              AND {Since(7)}
            GROUP BY {HistoryColumns.Monitor}, {HistoryColumns.Feature}
            ORDER BY worst_drift DESC
            LIMIT 50
            """),
        new(
            "ViolationsPerDay",
            "Violations per day and monitor",
            "How many constraints were violated on each of the last 90 days, and in how many windows.",
            $"""
            SELECT "{HistoryColumns.Date}", {HistoryColumns.Monitor},
                   sum({HistoryColumns.Value}) AS violations,
                   count_if({HistoryColumns.Violated}) AS windows_violated,
                   count(*) AS windows_judged
            FROM {Table}
            WHERE {HistoryColumns.Metric} = '{MetricNames.Violations}'
              AND {HistoryColumns.Feature} IS NULL
              AND {Since(90)}
            GROUP BY "{HistoryColumns.Date}", {HistoryColumns.Monitor}
            ORDER BY "{HistoryColumns.Date}" DESC, {HistoryColumns.Monitor}
            """),
        new(
            "FeatureOverTime",
            "A feature over time",
            "Everything measured of one feature in the last 30 days. Give the monitor and the feature, in single quotes, as execution parameters.",
            $"""
            SELECT {HistoryColumns.WindowStart}, {HistoryColumns.Metric}, {HistoryColumns.Value}, {HistoryColumns.Threshold}, {HistoryColumns.Violated}
            FROM {Table}
            WHERE {HistoryColumns.Monitor} = ?
              AND {HistoryColumns.Feature} = ?
              AND {Since(30)}
            ORDER BY {HistoryColumns.Metric}, {HistoryColumns.WindowStart}
            """),
    ];

    /// <summary>That the day is one of the last ones. The word <c>date</c> is one of SQL's own, and stands in quotes.</summary>
    private static string Since(int days) =>
        $"\"{HistoryColumns.Date}\" >= date_format(current_date - interval '{days}' day, '%Y-%m-%d')";
}
