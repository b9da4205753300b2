using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Monitoring;
using ModelMonitor.Infra.Workflow;

namespace ModelMonitor.Infra.Constructs;

/// <summary>What turns alarms into retraining. A deployment none of whose monitors has a section <c>remediation</c> has none of it.</summary>
internal sealed class Remediation : Construct
{
    private readonly MonitoringBuckets _buckets;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="monitors">The monitors that have such a section.</param>
    /// <param name="buckets">The buckets.</param>
    /// <param name="settings">What all functions have in common.</param>
    /// <param name="topic">The deployment's topic.</param>
    /// <param name="undelivered">Where events go that did not reach the state machine.</param>
    /// <param name="guidance">The addresses in messages.</param>
    private Remediation(
        Construct scope,
        string id,
        MonitorDefinition[] monitors,
        MonitoringBuckets buckets,
        MonitoringFunctionSettings settings,
        ITopic topic,
        IQueue undelivered,
        Guidance guidance)
        : base(scope, id)
    {
        _buckets = buckets;
        string[] remediations = [.. monitors.Select(monitor => ObjectKeys.RemediationsOf(monitor.Name))];
        MonitoringFunction remediate = Create(
            HandlerNames.Remediate,
            new FunctionSize(512, 60, "Decides what an alarm starts."),
            settings,
            [.. remediations, .. monitors.Select(monitor => ObjectKeys.ReportsOf(monitor.Endpoint, monitor.Name))],
            remediations);
        MonitoringFunction record = Create(
            HandlerNames.RecordRemediation, new FunctionSize(256, 60, "Records what became of a retraining."), settings, remediations, remediations);
        Functions = [remediate, record];

        RemediationTargets targets = new(this, monitors);
        ITopic[] topics = [.. TopicsOf(monitors)];
        RemediationRole role = new(this, "Role", Functions, targets, [topic, .. topics]);
        StateMachine = new RemediationWorkflow(
            this, "Workflow", remediate, record, role, topic, guidance, settings.LogRetentionDays).StateMachine;
        _ = new RemediationRules(this, "Rules", targets, StateMachine, undelivered);
    }

    /// <summary>The functions.</summary>
    public IReadOnlyList<MonitoringFunction> Functions { get; }

    /// <summary>The state machine, whose input is an event of EventBridge.</summary>
    public StateMachine StateMachine { get; }

    /// <summary>Creates it for the monitors that ask for it; null when none does.</summary>
    public static Remediation? CreateFor(
        Construct scope,
        IEnumerable<MonitorDefinition> monitors,
        MonitoringBuckets buckets,
        MonitoringFunctionSettings settings,
        ITopic topic,
        IQueue undelivered,
        Guidance guidance)
    {
        MonitorDefinition[] remediated = [.. monitors.Where(monitor => monitor.Remediation is not null)];
        return remediated.Length == 0
            ? null
            : new Remediation(scope, "Remediation", remediated, buckets, settings, topic, undelivered, guidance);
    }

    private MonitoringFunction Create(
        string handler, FunctionSize size, MonitoringFunctionSettings settings, string[] read, string[] written)
    {
        MonitoringFunction function = new(this, handler, size, settings);
        new BucketAccess(_buckets.Artifacts, function.Role).SeeWhatIsMissing().Read(read).Write(written);
        return function;
    }

    private IEnumerable<ITopic> TopicsOf(MonitorDefinition[] monitors) => monitors
        .SelectMany(monitor => Enum.GetValues<AlarmSeverity>().SelectMany(monitor.Notify.Of))
        .Distinct(StringComparer.Ordinal)
        .Select((arn, index) => Topic.FromTopicArn(this, $"Notify{index + 1}", arn));
}
