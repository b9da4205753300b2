using Amazon.CDK;
using Constructs;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Constructs;
using ModelMonitor.Infra.Monitoring;
using ModelMonitor.Infra.Workflow;
using IQueue = Amazon.CDK.AWS.SQS.IQueue;

namespace ModelMonitor.Infra.Stacks;

/// <summary>All that a deployment provisions. One stack, so that plain <c>cdk deploy</c> is all there is to know.</summary>
internal sealed class ModelMonitorStack : Stack
{
    private readonly ModelMonitorStackProps _props;
    private readonly MonitoringBuckets _buckets;
    private readonly DeadLetterQueue _failedRuns;
    private readonly DeadLetterQueue _failedEvents;
    private readonly IQueue _undelivered;
    private readonly MonitoringFunctions _functions;
    private readonly RunWorkflow _workflow;
    private readonly RunHistory _history;
    private readonly Notifications _notifications;
    private readonly EndpointCapture? _capture;
    private readonly ReportSite? _site;
    private readonly Remediation? _remediation;

    public ModelMonitorStack(Construct scope, ModelMonitorStackProps props)
        : base(scope, props.Settings.StackName, new StackProps
        {
            Description = "ModelMonitor: watches machine-learning models in production.",
            SuppressTemplateIndentation = true, // A template may have 1 MB, half of which would be spaces.
        })
    {
        _props = props;
        _buckets = new MonitoringBuckets(this, "Buckets", props.Settings.CaptureBucket);
        _failedRuns = new DeadLetterQueue(this, "FailedRuns");
        _failedEvents = new DeadLetterQueue(this, "FailedEvents");
        _undelivered = _failedEvents.AcceptFromRules();
        _functions = new MonitoringFunctions(this, "Functions", _buckets, props.Monitors, CreateFunctionSettings());
        _workflow = new RunWorkflow(
            this, "Run", _functions, _buckets.Artifacts, _failedRuns.Queue, props.Settings.LogRetentionDays);
        _ = new BaselineTrigger(this, "Training", _buckets.Artifacts, _functions.BuildBaseline, _undelivered);
        _history = new RunHistory(this, "History", _buckets.Artifacts, props.Monitors);
        _notifications = new Notifications(this, "Notifications", props.Settings.NotifyEmail);
        _capture = CreateEndpointCapture();
        _site = props.Settings.ReportSite is { } site
            ? new ReportSite(this, "Site", _buckets.Artifacts, site, props.Settings.LogRetentionDays)
            : null;
        Guidance guidance = new(
            props.Settings.RunbookUrl,
            _site is null ? ReportPages.InBucket(_buckets.Artifacts) : ReportPages.OnSite(_site.Address));
        _remediation = Remediation.CreateFor(
            this, props.Monitors, _buckets, CreateFunctionSettings(), _notifications.Topic, _undelivered, guidance);
        AddOutputs(AddMonitoring(guidance));
    }

    private MonitoringFunctionSettings CreateFunctionSettings() => new(
        _props.Code,
        _props.Settings.Architecture,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FunctionEnvironment.Artifacts] = $"s3://{_buckets.Artifacts.BucketName}",
            [FunctionEnvironment.Captures] = $"s3://{_buckets.Captures.BucketName}",
        },
        _failedEvents.Queue,
        _props.Settings.LogRetentionDays);

    /// <summary>What may touch endpoints; where no monitor has one configured, nothing.</summary>
    private EndpointCapture? CreateEndpointCapture() => _functions.PlanCapture is null ? null : new EndpointCapture(
        this,
        "EndpointCapture",
        new EndpointCaptureProps(_functions.PlanCapture, _props.Monitors)
        {
            Artifacts = _buckets.Artifacts,
            Topic = _notifications.Topic,
            DeadLetters = _failedEvents.Queue,
            Undelivered = _undelivered,
            RunbookUrl = _props.Settings.RunbookUrl,
            LogRetentionDays = _props.Settings.LogRetentionDays,
        });

    private SummaryDashboard AddMonitoring(Guidance guidance)
    {
        MonitorPanel[] panels =
        [
            .. _props.Monitors.Select(monitor => new MonitorResources(
                this, monitor, _workflow.StateMachine, _undelivered, _notifications.Topic, guidance).Panel),
        ];
        AlarmSet alarms = new(
            this,
            "Alarms",
            [
                DeploymentAlarms.FailedRuns(_failedRuns.Queue),
                DeploymentAlarms.FailedEvents(_failedEvents.Queue),
                .. DeploymentAlarms.Of(_workflow.StateMachine),
                .. _capture is null ? [] : DeploymentAlarms.Of(_capture.StateMachine, "EndpointCapture", RunbookAnchors.EndpointCapture),
                .. _functions.All.SelectMany(DeploymentAlarms.Of),
                .. DeploymentAlarms.Of(_remediation),
            ],
            guidance,
            _notifications.Topic);
        return new SummaryDashboard(this, "Summary", panels, alarms.Alarms, _workflow.StateMachine, _functions, guidance.Pages);
    }

    private void AddOutputs(SummaryDashboard summary)
    {
        Output("CaptureBucket", _buckets.Captures.BucketName, "Where endpoints capture to.");
        Output("ArtifactsBucket", _buckets.Artifacts.BucketName, "Where training sets go to, and baselines and reports are.");
        Output("StateMachineArn", _workflow.StateMachine.StateMachineArn, "What runs a monitor.");
        if (_capture is not null)
        {
            Output("EndpointCaptureArn", _capture.StateMachine.StateMachineArn, "What has endpoints capture.");
        }

        Output("TopicArn", _notifications.Topic.TopicArn, "What alarms notify.");
        Output("DashboardUrl", DashboardUrl.Of(summary.Dashboard), "All monitors side by side.");
        Output("FailedRunsQueueUrl", _failedRuns.Queue.QueueUrl, "The dead letters of runs that failed.");
        Output("FailedEventsQueueUrl", _failedEvents.Queue.QueueUrl, "The events that reached nobody, or that a function failed on.");
        Output("HistoryDatabase", _history.DatabaseName, "The database of the table history, for Athena.");
        Output("HistoryWorkGroup", _history.WorkGroupName, "The workgroup that queries of the history run in.");
        if (_site is not null)
        {
            Output("ReportSiteUrl", _site.Address, "The website of reports.");
            Output("ReportSiteDomain", _site.DistributionDomain, "CloudFront's name of the website, for a DNS record.");
        }

        if (_site?.KeyPairId is { } keyPairId)
        {
            Output("ReportSiteKeyPairId", keyPairId, "What signed cookies name their key by.");
        }

        if (_remediation is not null)
        {
            Output("RemediationStateMachineArn", _remediation.StateMachine.StateMachineArn, "What decides what an alarm starts.");
        }

        foreach (MonitoringFunction function in (MonitoringFunction[])[.. _functions.All, .. _remediation?.Functions ?? []])
        {
            Output($"{function.Node.Id}Function", function.Function.FunctionName, $"The function {function.Node.Id}.");
        }
    }

    private void Output(string id, string value, string description) =>
        _ = new CfnOutput(this, id, new CfnOutputProps { Value = value, Description = description });
}
