using Amazon.CDK;
using Constructs;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Constructs;

/// <summary>The ARNs of what monitors name to be started.</summary>
internal sealed class RemediationTargets
{
    private readonly Construct _scope;
    private readonly RemediationTarget[] _targets;

    /// <param name="scope">Where it belongs: the stack's account and region are those of pipelines and of buses given by name.</param>
    /// <param name="monitors">The monitors.</param>
    public RemediationTargets(Construct scope, IEnumerable<MonitorDefinition> monitors)
    {
        _scope = scope;
        _targets = [.. monitors.Select(monitor => monitor.Remediation?.Target).OfType<RemediationTarget>().Distinct()];
    }

    /// <summary>The pipelines, as they are called and in lower case: SageMaker's ARNs are in lower case, whatever the name.</summary>
    public string[] Pipelines =>
    [
        .. Names(RemediationTargetKind.Pipeline).SelectMany(name => new[] { name, name.ToLowerInvariant() }).Distinct(StringComparer.Ordinal)
            .Select(name => Arn("sagemaker", "pipeline", name)),
    ];

    /// <summary>The state machines.</summary>
    public string[] StateMachines => [.. Names(RemediationTargetKind.StateMachine)];

    /// <summary>The event buses.</summary>
    public string[] EventBuses =>
    [
        .. Names(RemediationTargetKind.EventBus)
            .Select(name => name.StartsWith("arn:", StringComparison.Ordinal) ? name : Arn("events", "event-bus", name)),
    ];

    private IEnumerable<string> Names(RemediationTargetKind kind) =>
        _targets.Where(target => target.Kind == kind).Select(target => target.Name);

    private string Arn(string service, string resource, string name) =>
        Stack.Of(_scope).FormatArn(new ArnComponents { Service = service, Resource = resource, ResourceName = name });
}
