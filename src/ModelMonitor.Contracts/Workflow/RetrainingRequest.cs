using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What a state machine or a bus is told that is to see to a retraining.</summary>
public sealed record RetrainingRequest
{
    /// <summary>The source of the event.</summary>
    public const string Source = "modelmonitor";

    /// <summary>The type of the event's detail.</summary>
    public const string DetailType = "ModelMonitor Retraining Requested";

    /// <summary>The same for one change of an alarm, however often it is told.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The monitor's name.</summary>
    [JsonPropertyName("monitor")]
    public required string Monitor { get; init; }

    /// <summary>The endpoint's name.</summary>
    [JsonPropertyName("endpoint")]
    public required string Endpoint { get; init; }

    /// <summary>The endpoint's variant.</summary>
    [JsonPropertyName("variant")]
    public required string Variant { get; init; }

    /// <summary>The alarm that rang.</summary>
    [JsonPropertyName("alarm")]
    public required string Alarm { get; init; }

    /// <summary>The window that was judged, as <c>2026-11-22T10:00:00Z/PT1H</c>.</summary>
    [JsonPropertyName("window")]
    public required string Window { get; init; }

    /// <summary>Constraints violated in it.</summary>
    [JsonPropertyName("violations")]
    public required int Violations { get; init; }

    /// <summary>Its rows.</summary>
    [JsonPropertyName("rows")]
    public required long Rows { get; init; }

    /// <summary>The address of the report's folder, ending in a slash.</summary>
    [JsonPropertyName("report")]
    public required string Report { get; init; }

    /// <summary>The features that drifted most, ten at most; their names come from traffic.</summary>
    [JsonPropertyName("drifted")]
    public required IReadOnlyList<string> Drifted { get; init; }
}
