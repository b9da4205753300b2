using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Constructs;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Constructs;

namespace ModelMonitor.Infra.Workflow;

/// <summary>What the state machine of the endpoints' capture may do: update the endpoints that monitors name, by configurations of its own name.</summary>
internal sealed class EndpointCaptureRole : Construct
{
    public EndpointCaptureRole(
        Construct scope, string id, MonitoringFunction planCapture, IReadOnlyList<MonitorDefinition> monitors, ITopic topic, IQueue deadLetters)
        : base(scope, id)
    {
        Role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("states.amazonaws.com") });
        ResourceAccess access = new ResourceAccess(Role)
            .Allow(["lambda:InvokeFunction"], planCapture.Function.FunctionArn)
            .Allow(["sns:Publish"], topic.TopicArn)
            .Allow(["sqs:SendMessage"], deadLetters.QueueArn);
        Role.AddToPolicy(RunWorkflowRole.AllowDelivery());
        AllowSageMaker(access, monitors);
    }

    /// <summary>The role.</summary>
    public Role Role { get; }

    private void AllowSageMaker(ResourceAccess access, IReadOnlyList<MonitorDefinition> monitors)
    {
        // ARNs of SageMaker have names in lowercase, however they were given.
        IEnumerable<string> endpoints = ConfiguredEndpoints.Of(monitors)
            .SelectMany(name => (string[])[name, name.ToLowerInvariant()]).Distinct(StringComparer.Ordinal).Select(name => Arn("endpoint", name));
        access
            .Allow(["sagemaker:DescribeEndpoint", "sagemaker:UpdateEndpoint"], endpoints)
            .Allow(
                ["sagemaker:CreateEndpointConfig", "sagemaker:AddTags", "sagemaker:UpdateEndpoint"],
                Arn("endpoint-config", ConfiguredEndpoints.ConfigurationPrefix + "*"))

            // Which configuration an endpoint uses is known only when it is described.
            .Allow(["sagemaker:DescribeEndpointConfig", "sagemaker:ListTags"], Arn("endpoint-config", "*"))
            .PassOn(
                monitors.Where(monitor => monitor.Capture.ConfigureEndpoint).Select(monitor => monitor.Capture.ExecutionRole).OfType<string>(),
                "sagemaker.amazonaws.com");
    }

    private string Arn(string resource, string name) => Stack.Of(this).FormatArn(new ArnComponents
    {
        Service = "sagemaker",
        Resource = resource,
        ResourceName = name,
    });
}
