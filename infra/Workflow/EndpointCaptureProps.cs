using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Constructs;

namespace ModelMonitor.Infra.Workflow;

/// <summary>What the state machine of the endpoints' capture works with.</summary>
/// <param name="PlanCapture">The function that decides.</param>
/// <param name="Monitors">The monitors, of which some have endpoints configured.</param>
internal sealed record EndpointCaptureProps(MonitoringFunction PlanCapture, IReadOnlyList<MonitorDefinition> Monitors)
{
    /// <summary>Where stages are noted down.</summary>
    public required IBucket Artifacts { get; init; }

    /// <summary>What is notified of failures.</summary>
    public required ITopic Topic { get; init; }

    /// <summary>Where failures go.</summary>
    public required IQueue DeadLetters { get; init; }

    /// <summary>Where events go that could not start it.</summary>
    public required IQueue Undelivered { get; init; }

    /// <summary>The page of the runbook, without anchor.</summary>
    public required string RunbookUrl { get; init; }

    /// <summary>How many days the logs are kept.</summary>
    public required int LogRetentionDays { get; init; }
}
