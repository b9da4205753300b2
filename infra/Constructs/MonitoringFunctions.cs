using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;

namespace ModelMonitor.Infra.Constructs;

/// <summary>The functions, each with the access that its work needs and no more.</summary>
internal sealed class MonitoringFunctions : Construct
{
    private readonly MonitoringBuckets _buckets;
    private readonly IReadOnlyList<MonitorDefinition> _monitors;

    public MonitoringFunctions(
        Construct scope,
        string id,
        MonitoringBuckets buckets,
        IReadOnlyList<MonitorDefinition> monitors,
        MonitoringFunctionSettings settings)
        : base(scope, id)
    {
        _buckets = buckets;
        _monitors = monitors;
        BuildBaseline = Create(
            HandlerNames.BuildBaseline, new FunctionSize(3008, 900, "Makes a baseline of a training set that arrived."), settings);
        PlanRun = Create(
            HandlerNames.PlanRun, new FunctionSize(512, 300, "Finds the windows to run and cuts their objects into shards."), settings);

        // An express execution, which a shard's is, lives five minutes.
        ProfileShard = Create(
            HandlerNames.ProfileShard, new FunctionSize(1769, 270, "Reads a shard of captures into a state."), settings);
        EvaluateRun = Create(
            HandlerNames.EvaluateRun, new FunctionSize(1769, 900, "Merges the states of a window, judges them and writes the report."), settings);
        RecordFailure = Create(
            HandlerNames.RecordFailure, new FunctionSize(256, 60, "Records that a run failed, and why."), settings);
        GrantAccess();
    }

    /// <summary>Makes a baseline of a training set.</summary>
    public MonitoringFunction BuildBaseline { get; }

    /// <summary>Finds the windows to run.</summary>
    public MonitoringFunction PlanRun { get; }

    /// <summary>Reads a shard into a state.</summary>
    public MonitoringFunction ProfileShard { get; }

    /// <summary>Judges a window.</summary>
    public MonitoringFunction EvaluateRun { get; }

    /// <summary>Records a failure.</summary>
    public MonitoringFunction RecordFailure { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<MonitoringFunction> All => [BuildBaseline, PlanRun, ProfileShard, EvaluateRun, RecordFailure];

    private MonitoringFunction Create(string handler, FunctionSize size, MonitoringFunctionSettings settings) =>
        new(this, handler, size, settings);

    private void GrantAccess()
    {
        string[] datasets = Prefixes(monitor => ObjectKeys.DatasetsOf(monitor.Name));
        string[] baselines = Prefixes(monitor => ObjectKeys.BaselinesOf(monitor.Name));
        string[] reports = Prefixes(monitor => ObjectKeys.ReportsOf(monitor.Endpoint, monitor.Name));
        string[] runs = Prefixes(monitor => ObjectKeys.RunsOf(monitor.Name));
        string[] states = Prefixes(monitor => ObjectKeys.StatesOf(monitor.Endpoint, monitor.Variant));

        ArtifactsFor(BuildBaseline).List(datasets).Read([.. datasets, .. baselines]).Write(baselines);
        ArtifactsFor(PlanRun).List(runs).Read([.. baselines, .. reports, .. runs, .. states]).Write(runs);
        ArtifactsFor(ProfileShard).Read([.. runs, .. states]).Write(states);
        string[] site = [ObjectKeys.Site];
        ArtifactsFor(EvaluateRun).List(ObjectKeys.SiteStates).Read([.. runs, .. states, .. baselines, .. reports, .. site]).Write([.. reports, .. site]);
        ArtifactsFor(RecordFailure).List([.. runs, ObjectKeys.SiteStates]).Read([.. runs, .. reports, .. site]).Write([.. runs, .. reports, .. site]);
        GrantCaptures(PlanRun);
        GrantCaptures(ProfileShard);
    }

    private BucketAccess ArtifactsFor(MonitoringFunction function) =>
        new BucketAccess(_buckets.Artifacts, function.Role).SeeWhatIsMissing();

    /// <summary>Every bucket that a monitor names, and the deployment's own, below the prefixes of the monitors that use it.</summary>
    private void GrantCaptures(MonitoringFunction function)
    {
        foreach (IGrouping<string?, MonitorDefinition> group in _monitors.GroupBy(monitor => monitor.Capture.Bucket, StringComparer.Ordinal))
        {
            IBucket bucket = group.Key is null
                ? _buckets.Captures
                : (IBucket?)Node.TryFindChild(group.Key) ?? Bucket.FromBucketName(this, group.Key, group.Key);
            string[] prefixes =
            [
                .. group.Select(monitor => ObjectKeys.CapturesOf(monitor.Capture.Prefix, monitor.Endpoint, monitor.Variant))
                    .Distinct(StringComparer.Ordinal),
            ];
            new BucketAccess(bucket, function.Role).SeeWhatIsMissing().List(prefixes).Read(prefixes);
        }

        string[] keys = [.. _monitors.Select(monitor => monitor.Capture.KmsKey).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (keys.Length > 0)
        {
            function.Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["kms:Decrypt"], Resources = keys }));
        }
    }

    private string[] Prefixes(Func<MonitorDefinition, string> prefix) =>
        [.. _monitors.Select(prefix).Distinct(StringComparer.Ordinal)];
}
