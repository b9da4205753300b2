using System.Text.Json.Serialization;
using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;
using ModelMonitor.Rules;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Runs;

/// <summary>What became of a run: <c>run.json</c>, written last, so that its presence says the report is complete.</summary>
public sealed record RunRecord
{
    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The kind of monitor, such as <c>data-quality</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The endpoint whose captures were judged; null for a run without a monitor, and in records that older versions wrote.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The endpoint's variant; null as <see cref="Endpoint"/> is.</summary>
    public string? Variant { get; init; }

    /// <summary>The span of event time; null when every event counted.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>How it ended.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>The outcome in SageMaker's words.</summary>
    public required string Message { get; init; }

    /// <summary>The hash of everything the result depends on, from the plan.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The hash of the window and the objects read, from the plan.</summary>
    public required string InputFingerprint { get; init; }

    /// <summary>The engine that made the result.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Which baseline the data were compared with.</summary>
    public string? BaselineVersion { get; init; }

    /// <summary>
    /// What the keys of a baseline without a version start with, where it lies beside the reports; null for one with
    /// a version, and for one from elsewhere.
    /// </summary>
    public string? BaselinePrefix { get; init; }

    /// <summary>Objects read.</summary>
    public int ObjectCount { get; init; }

    /// <summary>Their bytes, as stored.</summary>
    public long TotalBytes { get; init; }

    /// <summary>Shards they were cut into.</summary>
    public int ShardCount { get; init; }

    /// <summary>Rows profiled.</summary>
    public long Rows { get; init; }

    /// <summary>Rows read that belong to another window.</summary>
    public long RowsOutsideWindow { get; init; }

    /// <summary>Lines, rows and objects that could not be read.</summary>
    public long Unreadable { get; init; }

    /// <summary>Rows that lack a prediction or label, or have something in its place that is none; 0 for kinds that use every row.</summary>
    public long UnusableRows { get; init; }

    /// <summary>Cells that look like numbers that no double holds.</summary>
    public long UnusableNumbers { get; init; }

    /// <summary>The first unreadable places.</summary>
    public IReadOnlyList<UnreadableSample> UnreadableSamples { get; init; } = [];

    /// <summary>How many violations were found.</summary>
    public int Violations { get; init; }

    /// <summary>The share of drifted features, by their weights, in [0, 1]; null when no feature was compared.</summary>
    public double? DriftedShare { get; init; }

    /// <summary>The files of the report; empty when there was nothing to judge. Null in records that older versions wrote.</summary>
    public IReadOnlyList<ReportDocument>? Documents { get; init; }

    /// <summary>Files beside this record that an earlier run left and that are no longer right: nothing is ever deleted.</summary>
    public IReadOnlyList<string> StaleDocuments { get; init; } = [];

    /// <summary>What an operator should know of the input, such as objects too large for one function.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Objects that had not arrived, or were others, when the window was judged before.</summary>
    public int LateObjects { get; init; }

    /// <summary>Seconds from the last event of the window to its end; null when no row or no window tells.</summary>
    public double? CaptureLagSeconds { get; init; }

    /// <summary>An estimate of what the run's functions, state transitions and requests cost at public prices, in US dollars; null for a run in one process.</summary>
    public double? CostUsd { get; init; }

    /// <summary>Which attempt at the window this was: 1, unless runs before it failed.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>What was compared, feature by feature.</summary>
    public IReadOnlyList<FeatureFinding> Features { get; init; } = [];

    /// <summary>What became of the monitor's own rules and scripts; null where there are none.</summary>
    public IReadOnlyList<RuleFinding>? Rules { get; init; }

    /// <summary>What is known of the window's ground truth; null where none was joined.</summary>
    public GroundTruthFinding? GroundTruth { get; init; }

    /// <summary>The metrics of model quality; null of other kinds.</summary>
    public IReadOnlyList<QualityFinding>? Quality { get; init; }

    /// <summary>The bias metrics; null for other kinds.</summary>
    public IReadOnlyList<BiasFinding>? Bias { get; init; }

    /// <summary>The global attributions; null for other kinds.</summary>
    public IReadOnlyList<AttributionFinding>? Attribution { get; init; }

    /// <summary>When the planning of the run began, UTC. Of two runs of a window the one planned later counts.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>Whether the window has been judged, or found to have no data.</summary>
    [JsonIgnore]
    public bool IsDone => Outcome != RunOutcome.Failed;

    /// <summary>Whether the window was judged, so that there is a report.</summary>
    [JsonIgnore]
    public bool IsJudged => Outcome is RunOutcome.Completed or RunOutcome.CompletedWithViolations;

    /// <summary>Whether there were predictions, none of which had a label, and there is time left for labels to come.</summary>
    public bool WaitsForLabels(DateTimeOffset now) =>
        Outcome == RunOutcome.NoData && UnusableRows == 0 && GroundTruth is { Predictions: > 0, ClosesAt: { } closesAt } && closesAt > now;

    /// <summary>Whether another record is of the very same run.</summary>
    public bool IsOfSameRun(RunRecord? other) =>
        other is not null && Window == other.Window && Fingerprint == other.Fingerprint && StartedAt == other.StartedAt;

    /// <summary>Whether a file beside this record is of its report; what lies there without being named is of another run.</summary>
    /// <param name="name">The file's name.</param>
    public bool HasDocument(string name) => IsJudged
        && (Documents?.Any(document => document.Name == name) ?? !StaleDocuments.Contains(name, StringComparer.Ordinal));
}
