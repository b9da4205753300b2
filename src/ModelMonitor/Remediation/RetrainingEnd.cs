using System.Text.Json;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Remediation;

/// <summary>An execution of a pipeline or state machine that ended.</summary>
/// <param name="Execution">Its ARN.</param>
/// <param name="Status">How it ended.</param>
internal sealed record RetrainingEnd(string Execution, RemediationStatus Status)
{
    private const int LongestArn = 2_000;

    /// <summary>Reads an event; null when it tells of no end.</summary>
    public static RetrainingEnd? Read(JsonElement? told)
    {
        RetrainingEventDetail? detail = Parse(told);
        (string? execution, string? word) = detail?.PipelineExecution is { } pipeline
            ? (pipeline, detail.PipelineStatus)
            : (detail?.Execution, detail?.Status);
        return execution is { Length: > 0 and <= LongestArn } && StatusOf(word) is { } status ? new RetrainingEnd(execution, status) : null;
    }

    /// <summary>Whether it is an execution of a target. SageMaker writes the names of pipelines in lower case.</summary>
    public bool IsOf(RemediationTarget target) => target.Kind switch
    {
        RemediationTargetKind.Pipeline => Execution.Contains($":pipeline/{target.Name}/execution/", StringComparison.OrdinalIgnoreCase),
        RemediationTargetKind.StateMachine => Execution.StartsWith(
            target.Name.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Whether it is that of a start, in whatever case. A state machine's execution is named after the token.</summary>
    public bool IsOf(RemediationStart start) =>
        Execution.Equals(start.Execution, StringComparison.OrdinalIgnoreCase) || Execution.EndsWith(":" + start.Token, StringComparison.Ordinal);

    private static RetrainingEventDetail? Parse(JsonElement? told)
    {
        try
        {
            return told is { ValueKind: JsonValueKind.Object } element
                ? element.Deserialize(RemediationJsonContext.Default.RetrainingEvent)?.Detail
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static RemediationStatus? StatusOf(string? word) => word switch
    {
        "Succeeded" or "SUCCEEDED" => RemediationStatus.Succeeded,
        "Failed" or "FAILED" or "TIMED_OUT" => RemediationStatus.Failed,
        "Stopped" or "ABORTED" => RemediationStatus.Stopped,
        _ => null,
    };
}
