using Amazon.CDK;
using Constructs;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Configuration;
using ModelMonitor.Infra.Constructs;
using ModelMonitor.Infra.Workflow;

namespace ModelMonitor.Infra.Stacks;

/// <summary>All that a deployment provisions. One stack, so that plain <c>cdk deploy</c> is all there is to know.</summary>
internal sealed class ModelMonitorStack : Stack
{
    public ModelMonitorStack(Construct scope, ModelMonitorStackProps props)
        : base(scope, props.Settings.StackName, new StackProps
        {
            Description = "ModelMonitor: watches machine-learning models in production.",
        })
    {
        DeploymentSettings settings = props.Settings;
        MonitoringBuckets buckets = new(this, "Buckets", settings.CaptureBucket);
        DeadLetterQueue failedRuns = new(this, "FailedRuns");
        DeadLetterQueue failedEvents = new(this, "FailedEvents");
        MonitoringFunctions functions = new(this, "Functions", buckets, props.Monitors, new MonitoringFunctionSettings(
            props.Code,
            settings.Architecture,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [FunctionEnvironment.Artifacts] = $"s3://{buckets.Artifacts.BucketName}",
                [FunctionEnvironment.Captures] = $"s3://{buckets.Captures.BucketName}",
            },
            failedEvents.Queue,
            settings.LogRetentionDays));
        RunWorkflow workflow = new(this, "Run", functions, buckets.Artifacts, failedRuns.Queue, settings.LogRetentionDays);
        _ = new BaselineTrigger(this, "Training", buckets.Artifacts, functions.BuildBaseline, failedEvents.Queue);
        foreach (MonitorDefinition monitor in props.Monitors)
        {
            Construct scopeOfMonitor = new(this, $"Monitor-{monitor.Name}");
            _ = new MonitorRule(scopeOfMonitor, "Schedule", monitor, workflow.StateMachine, failedEvents.Queue);
        }

        AddOutputs(buckets, workflow);
    }

    private void AddOutputs(MonitoringBuckets buckets, RunWorkflow workflow)
    {
        Output("CaptureBucket", buckets.Captures.BucketName, "Where endpoints capture to.");
        Output("ArtifactsBucket", buckets.Artifacts.BucketName, "Where training sets go to, and baselines and reports are.");
        Output("StateMachineArn", workflow.StateMachine.StateMachineArn, "What runs a monitor.");
    }

    private void Output(string id, string value, string description) =>
        _ = new CfnOutput(this, id, new CfnOutputProps { Value = value, Description = description });
}
