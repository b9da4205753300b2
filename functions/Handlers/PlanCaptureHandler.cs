using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Endpoints;
using ModelMonitor.Functions.Events;
using ModelMonitor.Stages;

namespace ModelMonitor.Functions.Handlers;

/// <summary>Decides whether an endpoint's configuration captures what its monitors say, and how it would.</summary>
/// <param name="deployment">Knows the monitors and the stores.</param>
public sealed class PlanCaptureHandler(Deployment deployment) : IHandler
{
    private const string Source = "event";
    private const string Expectation = "the answers of SageMaker's DescribeEndpoint and DescribeEndpointConfig as \"endpoint\" and \"configuration\"";

    /// <inheritdoc />
    public string Name => HandlerNames.PlanCapture;

    /// <inheritdoc />
    /// <remarks>The event is a <see cref="CaptureRequest"/>, the answer a <see cref="CaptureAnswer"/>. Nothing but the note of the decision is written.</remarks>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(
        ReadOnlyMemory<byte> payload, InvocationContext context, CancellationToken cancellationToken)
    {
        CaptureRequest request = EventReader.Read(payload, WorkflowJsonContext.Default.CaptureRequest, Expectation);
        string endpoint = Text(request.Endpoint, "EndpointName");
        EndpointConfiguration present = EndpointConfiguration.Read(Source, Encoding.UTF8.GetBytes(request.Configuration.GetRawText()));
        CaptureSettings settings = await BuildSettingsAsync(endpoint, cancellationToken).ConfigureAwait(false);
        CapturePlan plan = CapturePlanner.Plan(present, TagsOf(request), settings);
        CaptureDecision decision = await new CaptureRecorder(deployment.Artifacts, deployment.Time)
            .DecideAsync(plan, Text(request.Endpoint, "EndpointStatus"), settings, cancellationToken).ConfigureAwait(false);
        context.Log.Info(
            "The capture of an endpoint was planned.",
            ("endpoint", endpoint), ("status", decision.Status), ("configuration", present.Name), ("reason", decision.Reason));
        return JsonSerializer.SerializeToUtf8Bytes(
            new CaptureAnswer
            {
                Endpoint = endpoint,
                Status = decision.Status,
                Reason = decision.Reason,
                Changes = plan.Changes,
                ConfigurationName = plan.Name,
                Configuration = decision.Status == CaptureStatus.Update ? ToElement(plan.Configuration!) : null,
                RetainDeploymentConfig = request.Endpoint.TryGetProperty("LastDeploymentConfig", out JsonElement last)
                    && last.ValueKind == JsonValueKind.Object,
            },
            WorkflowJsonContext.Default.CaptureAnswer);
    }

    private async Task<CaptureSettings> BuildSettingsAsync(string endpoint, CancellationToken cancellationToken)
    {
        MonitorDefinition[] monitors = [.. deployment.ReadMonitors().Where(monitor => monitor.Endpoint == endpoint)];
        StageTracker tracker = new(deployment.Artifacts);
        Dictionary<string, MonitorStage?> stages = new(StringComparer.Ordinal);
        foreach (MonitorDefinition monitor in monitors)
        {
            stages[monitor.Name] = await tracker.FindAsync(monitor, cancellationToken).ConfigureAwait(false);
        }

        return CaptureSettingsBuilder.Build(endpoint, monitors, deployment.CapturesBucket, monitor => stages[monitor.Name])
            ?? throw new ConfigurationException(
                Source, "$.endpoint.EndpointName", "no monitor has this endpoint configured; give one capture.configureEndpoint, and deploy again.");
    }

    private static string Text(JsonElement parent, string field) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(field, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new ConfigurationException(Source, $"$.endpoint.{field}", $"expected {Expectation}.");

    /// <summary>The tags, from the answer of <c>ListTags</c>.</summary>
    private static JsonArray? TagsOf(CaptureRequest request) =>
        request.Tags is { ValueKind: JsonValueKind.Object } tags
        && tags.TryGetProperty("Tags", out JsonElement list)
        && list.ValueKind == JsonValueKind.Array
            ? JsonArray.Create(list)
            : null;

    private static JsonElement ToElement(JsonObject document) => JsonElement.Parse(document.ToJsonString());
}
