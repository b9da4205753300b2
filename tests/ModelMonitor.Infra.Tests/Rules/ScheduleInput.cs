using System.Text.Json;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Rules;

/// <summary>Fills in the input of a scheduled rule as EventBridge does.</summary>
internal static class ScheduleInput
{
    /// <summary>The time of the event that fills it.</summary>
    public const string EventTime = "2026-11-22T11:00:00Z";

    /// <summary>Whether a scheduled rule runs a monitor: what else a clock starts is told nothing of the event.</summary>
    public static bool IsOfMonitor(TemplateResource rule) => rule.At("Targets")!.AsArray()[0]!["InputTransformer"] is not null;

    /// <summary>The request that the rule starts the state machine with.</summary>
    public static RunRequest Of(TemplateResource rule) => JsonSerializer.Deserialize(
        TextOf(rule).Replace("<time>", $"\"{EventTime}\"", StringComparison.Ordinal), WorkflowJsonContext.Default.RunRequest)!;

    /// <summary>The template of the rule's input.</summary>
    public static string TextOf(TemplateResource rule) =>
        JsonText.Joined(rule.At("Targets")!.AsArray()[0]!["InputTransformer"]!["InputTemplate"]!);
}
