using System.Globalization;
using ModelMonitor.Contracts.History;

namespace ModelMonitor.Exports.History;

/// <summary>A row of the history; its properties are the columns of <see cref="HistoryColumns"/>.</summary>
public sealed record HistoryRow
{
    /// <inheritdoc cref="HistoryColumns.Monitor"/>
    public required string Monitor { get; init; }

    /// <inheritdoc cref="HistoryColumns.Date"/>
    public string Date => WindowStart.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="HistoryColumns.Kind"/>
    public required string Kind { get; init; }

    /// <inheritdoc cref="HistoryColumns.Endpoint"/>
    public required string Endpoint { get; init; }

    /// <inheritdoc cref="HistoryColumns.Variant"/>
    public string? Variant { get; init; }

    /// <inheritdoc cref="HistoryColumns.WindowStart"/>
    public required DateTimeOffset WindowStart { get; init; }

    /// <inheritdoc cref="HistoryColumns.WindowEnd"/>
    public required DateTimeOffset WindowEnd { get; init; }

    /// <inheritdoc cref="HistoryColumns.Feature"/>
    public string? Feature { get; init; }

    /// <inheritdoc cref="HistoryColumns.Slice"/>
    public string? Slice { get; init; }

    /// <inheritdoc cref="HistoryColumns.Metric"/>
    public required string Metric { get; init; }

    /// <inheritdoc cref="HistoryColumns.Value"/>
    public double Value { get; init; }

    /// <inheritdoc cref="HistoryColumns.IntervalLow"/>
    public double? IntervalLow { get; init; }

    /// <inheritdoc cref="HistoryColumns.IntervalHigh"/>
    public double? IntervalHigh { get; init; }

    /// <inheritdoc cref="HistoryColumns.Threshold"/>
    public double? Threshold { get; init; }

    /// <inheritdoc cref="HistoryColumns.Violated"/>
    public bool? Violated { get; init; }

    /// <inheritdoc cref="HistoryColumns.BaselineVersion"/>
    public string? BaselineVersion { get; init; }

    /// <inheritdoc cref="HistoryColumns.EngineVersion"/>
    public required string EngineVersion { get; init; }

    /// <inheritdoc cref="HistoryColumns.Outcome"/>
    public required string Outcome { get; init; }
}
