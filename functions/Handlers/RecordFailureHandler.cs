using System.Text.Json;
using ModelMonitor.Aws.Metrics;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Events;
using ModelMonitor.Metrics;
using ModelMonitor.Publishing;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Failures;

namespace ModelMonitor.Functions.Handlers;

/// <summary>Records that a run failed, and why.</summary>
/// <param name="deployment">Knows the monitors and the stores.</param>
public sealed class RecordFailureHandler(Deployment deployment) : IHandler
{
    /// <inheritdoc />
    public string Name => HandlerNames.RecordFailure;

    /// <inheritdoc />
    /// <remarks>The event is a <see cref="RunFailure"/>, the answer a <see cref="RecordFailureAnswer"/>. Only a store that fails makes this fail.</remarks>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(
        ReadOnlyMemory<byte> payload, InvocationContext context, CancellationToken cancellationToken)
    {
        RunFailure failure = Read(payload);
        FailureRecorder recorder = new(deployment.Artifacts, deployment.Time);
        MonitorDefinition? monitor = FindMonitor(failure.Monitor, context);
        RecordedFailure recorded = await recorder.RecordAsync(failure, monitor, cancellationToken).ConfigureAwait(false);
        if (monitor is not null)
        {
            Publish(monitor, recorded);
            if (recorded.Record is { Outcome: RunOutcome.Failed, Window: { } failed } record)
            {
                string prefix = ObjectKeys.ReportFolder(monitor.Endpoint, monitor.Name, failed.End);
                CommittedRun committed = new(record, monitor, deployment.Artifacts, prefix);
                await PublishingLog.PublishAsync(deployment, committed, context.Log, cancellationToken).ConfigureAwait(false);
            }
        }

        bool isMarked = recorded.Record is { Outcome: RunOutcome.Failed };
        RecordFailureAnswer answer = new()
        {
            Monitor = recorded.Failure.Monitor,
            Window = recorded.Failure.Window is { } window ? PeriodText.Format(new SchedulePeriod(window.Start, window.End)) : null,
            Message = recorded.Failure.Message,
            FailureKey = recorded.Key,
            IsMarked = isMarked,
            Attempts = isMarked ? recorded.Record!.Attempts : null,
        };
        context.Log.Error(
            "A run failed.", exception: null,
            ("monitor", answer.Monitor), ("window", answer.Window ?? ""), ("reason", answer.Message), ("failure", answer.FailureKey));
        return JsonSerializer.SerializeToUtf8Bytes(answer, WorkflowJsonContext.Default.RecordFailureAnswer);
    }

    private void Publish(MonitorDefinition monitor, RecordedFailure recorded) => EmbeddedMetricWriter.Write(
        deployment.Metrics,
        [
            RunMetrics.Of(new RunFigures
            {
                Monitor = monitor.Name,
                Kind = monitor.Kind,
                WindowEnd = recorded.Failure.Window?.End ?? deployment.Time.GetUtcNow(),
                HasFailed = true,
                RunSeconds = recorded.Record is { Outcome: RunOutcome.Failed } record ? record.DurationSeconds : null,
            }),
        ]);

    /// <summary>Reads the event; of one that is none, what can be read.</summary>
    private static RunFailure Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return EventReader.Read(payload, WorkflowJsonContext.Default.RunFailure, "a failure that the state machine caught");
        }
        catch (ConfigurationException exception)
        {
            return new RunFailure
            {
                Monitor = Find(payload, "monitor") ?? "",
                Error = Find(payload, "error") ?? nameof(ConfigurationException),
                Cause = Find(payload, "cause") ?? exception.Message,
                Execution = Find(payload, "execution"),
            };
        }
    }

    private static string? Find(ReadOnlyMemory<byte> payload, string name)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out JsonElement value)
                && value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private MonitorDefinition? FindMonitor(string name, InvocationContext context)
    {
        try
        {
            return deployment.ReadMonitor(name);
        }
        catch (ConfigurationException exception)
        {
            context.Log.Warn("The monitor of the failure cannot be told.", ("reason", exception.Message));
            return null;
        }
    }
}
