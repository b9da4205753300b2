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

        // A training set in Parquet is read from its end, so each of its files is copied to the disk first.
        BuildBaseline = Create(
            HandlerNames.BuildBaseline,
            new FunctionSize(3008, 900, "Makes a baseline of a training set that arrived.") { DiskMegabytes = 10_240 },
            settings);
        PlanRun = Create(
            HandlerNames.PlanRun, new FunctionSize(512, 300, "Finds the windows to run and cuts their objects into shards."), settings);

        // An express execution, which a shard's is, lives five minutes.
        ProfileShard = Create(
            HandlerNames.ProfileShard, new FunctionSize(1769, 270, "Reads a shard of captures into a state."), settings);
        EvaluateRun = Create(
            HandlerNames.EvaluateRun, new FunctionSize(1769, 900, "Merges the states of a window, judges them and writes the report."), settings);
        RecordFailure = Create(
            HandlerNames.RecordFailure, new FunctionSize(256, 60, "Records that a run failed, and why."), settings);
        if (ConfiguredEndpoints.Of(monitors).Count > 0)
        {
            PlanCapture = Create(
                HandlerNames.PlanCapture, new FunctionSize(256, 60, "Decides whether an endpoint captures what its monitors say."), settings);
        }

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

    /// <summary>Decides about an endpoint's capture; null where no monitor has one configured.</summary>
    public MonitoringFunction? PlanCapture { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<MonitoringFunction> All =>
    [
        BuildBaseline, PlanRun, ProfileShard, EvaluateRun, RecordFailure, .. PlanCapture is null ? [] : (MonitoringFunction[])[PlanCapture],
    ];

    private MonitoringFunction Create(string handler, FunctionSize size, MonitoringFunctionSettings settings) =>
        new(this, handler, size, settings);

    private void GrantAccess()
    {
        string[] datasets = Prefixes(monitor => ObjectKeys.DatasetsOf(monitor.Name));
        string[] baselines = Prefixes(monitor => ObjectKeys.BaselinesOf(monitor.Name));
        string[] reports = Prefixes(monitor => ObjectKeys.ReportsOf(monitor.Endpoint, monitor.Name));
        string[] runs = Prefixes(monitor => ObjectKeys.RunsOf(monitor.Name));
        string[] history = Prefixes(monitor => ObjectKeys.HistoryOf(monitor.Name));
        string[] states = Prefixes(monitor => ObjectKeys.StatesOf(monitor.Endpoint, monitor.Variant));

        string[] site = [ObjectKeys.Site];
        GrantArtifacts(BuildBaseline, [.. datasets, .. baselines], baselines);
        string[] stages = [.. _monitors.Where(monitor => monitor.Stages.Count > 0).Select(monitor => ObjectKeys.StagesOf(monitor.Name))];
        GrantArtifacts(PlanRun, [.. baselines, .. reports, .. runs, .. states, .. stages], [.. runs, .. stages]);
        string[] attributions = [.. _monitors.Where(monitor => monitor.Kind == MonitorKindNames.Attribution).Select(monitor => ObjectKeys.BaselinesOf(monitor.Name))];
        GrantArtifacts(ProfileShard, [.. runs, .. states, .. attributions, .. Merged()], [.. states, .. Merged()]);
        string[] remediations = [.. _monitors.Where(monitor => monitor.Remediation is not null).Select(monitor => ObjectKeys.RemediationsOf(monitor.Name))];
        // One pattern for all monitors: a policy has room for so many, and no other function's files have this name.
        const string Calibrations = ObjectKeys.Baselines + "*/" + ObjectKeys.Calibration;
        GrantArtifacts(
            EvaluateRun,
            [.. runs, .. states, .. baselines, .. reports, .. history, .. site, .. remediations],
            [.. reports, .. history, .. site, Calibrations]);
        GrantArtifacts(RecordFailure, [.. runs, .. reports, .. site, .. remediations], [.. runs, .. reports, .. site]);
        if (PlanCapture is not null)
        {
            string[] endpoints = [.. ConfiguredEndpoints.Of(_monitors).Select(ObjectKeys.EndpointOf)];
            GrantArtifacts(PlanCapture, [.. endpoints, .. stages], endpoints);
        }

        GrantInputs(PlanRun);
        GrantInputs(ProfileShard);
    }

    private void GrantArtifacts(MonitoringFunction function, string[] read, string[] written) =>
        new BucketAccess(_buckets.Artifacts, function.Role).SeeWhatIsMissing().List(read).Read(read).Write(written);

    /// <summary>Where predictions are written together with their labels, for the monitors that ask for it.</summary>
    private IEnumerable<string> Merged() => _monitors.Where(monitor => monitor.GroundTruth is { WriteMerged: true })
        .Select(monitor => ObjectKeys.MergedOf(monitor.Endpoint, monitor.Variant)).Distinct(StringComparer.Ordinal);

    /// <summary>Where captures are, and labels: the bucket, null for the deployment's own, and what keys start with.</summary>
    private IEnumerable<(string? Bucket, string Prefix)> Inputs() =>
    [
        .. _monitors.Select(monitor => (
            monitor.Capture.Bucket, ObjectKeys.CapturesOf(monitor.Capture.Prefix, monitor.Endpoint, monitor.Variant))),
        .. _monitors.Where(monitor => monitor.GroundTruth is not null).Select(monitor => (
            monitor.GroundTruth!.Location.Bucket ?? monitor.Capture.Bucket, monitor.GroundTruth.Location.Prefix)),
    ];

    /// <summary>Every bucket that a monitor names, and the deployment's own, below the prefixes of the monitors that use it.</summary>
    private void GrantInputs(MonitoringFunction function)
    {
        foreach (IGrouping<string?, string> group in Inputs().GroupBy(input => input.Bucket, input => input.Prefix, StringComparer.Ordinal))
        {
            IBucket bucket = group.Key is null
                ? _buckets.Captures
                : (IBucket?)Node.TryFindChild(group.Key) ?? Bucket.FromBucketName(this, group.Key, group.Key);
            string[] prefixes = [.. group.Distinct(StringComparer.Ordinal)];
            new BucketAccess(bucket, function.Role).List(prefixes).Read(prefixes);
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
