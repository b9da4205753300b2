using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.EvaluateRun"/> answers; the report has the rest.</summary>
public sealed record EvaluateRunAnswer
{
    /// <summary>The monitor's name.</summary>
    [JsonPropertyName("monitor")]
    public required string Monitor { get; init; }

    /// <summary>The window, as <c>2026-11-22T10:00:00Z/PT1H</c>.</summary>
    [JsonPropertyName("window")]
    public required string Window { get; init; }

    /// <summary>How it ended: <c>Completed</c>, <c>CompletedWithViolations</c> or <c>NoData</c>.</summary>
    [JsonPropertyName("outcome")]
    public required string Outcome { get; init; }

    /// <summary>Constraints violated.</summary>
    [JsonPropertyName("violations")]
    public required int Violations { get; init; }

    /// <summary>Rows judged.</summary>
    [JsonPropertyName("rows")]
    public required long Rows { get; init; }

    /// <summary>The key of the run's record, in the report's folder.</summary>
    [JsonPropertyName("recordKey")]
    public required string RecordKey { get; init; }

    /// <summary>Whether the report is of a run that was planned later, to which this one left the window.</summary>
    [JsonPropertyName("isOfLaterRun")]
    public required bool IsOfLaterRun { get; init; }

    /// <summary>How many publications of the run failed, such as that of its rows in the history. They fail no run; the log says why.</summary>
    [JsonPropertyName("failedPublications")]
    public int FailedPublications { get; init; }
}
