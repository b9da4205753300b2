using System.Text.Json;
using ModelMonitor.Baselines;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Events;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Functions.Handlers;

/// <summary>Makes a baseline of a training set whose last object was written.</summary>
/// <param name="deployment">Knows the monitors and their store.</param>
public sealed class BuildBaselineHandler(Deployment deployment) : IHandler
{
    /// <inheritdoc />
    public string Name => HandlerNames.BuildBaseline;

    /// <inheritdoc />
    /// <remarks>The event is EventBridge's "Object Created". Objects that complete no training set are answered with the reason.</remarks>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(
        ReadOnlyMemory<byte> payload, InvocationContext context, CancellationToken cancellationToken)
    {
        string key = ReadKey(payload.Span);
        BuildBaselineAnswer answer = DatasetLocation.TryParse(key, out DatasetLocation? location, out string? reason)
            ? await BuildAsync(location, context, cancellationToken).ConfigureAwait(false)
            : Ignore(key, reason);
        if (answer.Reason is not null)
        {
            context.Log.Info("The object makes no baseline.", ("key", key), ("reason", answer.Reason));
        }

        return JsonSerializer.SerializeToUtf8Bytes(answer, EventJsonContext.Default.BuildBaselineAnswer);
    }

    private async Task<BuildBaselineAnswer> BuildAsync(
        DatasetLocation location, InvocationContext context, CancellationToken cancellationToken)
    {
        MonitorDefinition monitor = deployment.ReadMonitor(location.Monitor);
        IKindRunner kind = MonitorKinds.Of(monitor);
        BaselineVersionBuilder builder = new(deployment.Artifacts, deployment.Time, Name)
        {
            Profile = (settings, source, stop) => kind.ProfileDatasetAsync(monitor, settings, source, progress: null, stop),
            Options = kind.BaselineOptions(monitor),
        };
        if (await builder.BuildAsync(
            location, monitor.Dataset, monitor.Baseline.Promote, cancellationToken).ConfigureAwait(false) is not { } build)
        {
            return Ignore(location.Key, "there is no such training set any more");
        }

        Log(context, location, build);
        return new BuildBaselineAnswer(build.Built is null ? BuildBaselineStatus.Unchanged : BuildBaselineStatus.Published)
        {
            Key = location.Key,
            Monitor = location.Monitor,
            Version = build.Version,
            Current = build.Current,
            Waits = build.Waits,
            Rows = build.Built?.Reading.Rows,
            Unreadable = build.Built?.Reading.Unreadable,
        };
    }

    private static void Log(InvocationContext context, DatasetLocation location, BaselineBuild build)
    {
        if (build.Built?.Reading is { Unreadable: > 0 } reading && reading.Samples is [UnreadableSample first, ..])
        {
            context.Log.Warn(
                "Parts of the training set could not be read.",
                ("monitor", location.Monitor), ("unreadable", reading.Unreadable), ("file", first.File), ("line", first.Line), ("reason", first.Reason));
        }

        if (build.Built is { Remarks: { Count: > 0 } remarks })
        {
            context.Log.Warn("The baseline lacks something.", ("monitor", location.Monitor), ("remarks", string.Join(' ', remarks)));
        }

        context.Log.Info(
            build.Built is null ? "The baseline of this training set is there already." : "A baseline was made.",
            ("monitor", location.Monitor), ("version", build.Version), ("current", build.Current ?? "none"), ("rows", build.Built?.Reading.Rows ?? 0));
        if (build.Waits)
        {
            context.Log.Warn(
                "The version waits until it is promoted: modelmonitor baseline promote.",
                ("monitor", location.Monitor), ("version", build.Version), ("current", build.Current ?? "none"));
        }
    }

    private static BuildBaselineAnswer Ignore(string key, string reason) =>
        new(BuildBaselineStatus.Ignored) { Key = key, Reason = reason };

    private static string ReadKey(ReadOnlySpan<byte> payload)
    {
        try
        {
            if (JsonSerializer.Deserialize(payload, EventJsonContext.Default.ObjectCreatedEvent)?.Detail?.Object?.Key is { Length: > 0 } key)
            {
                return key;
            }
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException(
                "event", exception.Path ?? "$", "expected the event \"Object Created\" that EventBridge sends for a bucket.");
        }

        throw new ConfigurationException(
            "event", "$.detail.object.key", "expected the key of an object, as in the event \"Object Created\" that EventBridge sends for a bucket.");
    }
}
