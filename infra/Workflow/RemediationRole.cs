using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Constructs;
using ModelMonitor.Infra.Constructs;

namespace ModelMonitor.Infra.Workflow;

/// <summary>What the remediation's state machine may do: start what monitor files name, and nothing else.</summary>
internal sealed class RemediationRole : Construct
{
    public RemediationRole(
        Construct scope, string id, IReadOnlyList<MonitoringFunction> functions, RemediationTargets targets, IReadOnlyList<ITopic> topics)
        : base(scope, id)
    {
        Role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("states.amazonaws.com") });
        new ResourceAccess(Role)
            .Allow(["lambda:InvokeFunction"], functions.Select(function => function.Function.FunctionArn))
            .Allow(["sagemaker:StartPipelineExecution"], targets.Pipelines)
            .Allow(["states:StartExecution"], targets.StateMachines)
            .Allow(["events:PutEvents"], targets.EventBuses)
            .Allow(["sns:Publish"], topics.Select(topic => topic.TopicArn));
        Role.AddToPolicy(RunWorkflowRole.AllowDelivery());
    }

    /// <summary>The role.</summary>
    public Role Role { get; }
}
