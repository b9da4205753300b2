using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>What a remediation starts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">A pipeline's name, a state machine's ARN, a bus's name or ARN.</param>
public sealed record RemediationTarget(RemediationTargetKind Kind, string Name)
{
    /// <summary>Whether its end can be seen. What follows an event is not known.</summary>
    [JsonIgnore]
    public bool HasEnd => Kind != RemediationTargetKind.EventBus;

    /// <inheritdoc />
    public override string ToString() => Kind switch
    {
        RemediationTargetKind.Pipeline => $"SageMaker pipeline {Name}",
        RemediationTargetKind.StateMachine => $"state machine {Name}",
        _ => $"event bus {Name}",
    };
}
