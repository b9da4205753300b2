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
    private readonly IReadOnlyList<MonitorDefinition> _monitors;

    public EndpointCaptureRole(
        Construct scope, string id, MonitoringFunction planCapture, IReadOnlyList<MonitorDefinition> monitors, ITopic topic, IQueue deadLetters)
        : base(scope, id)
    {
        _monitors = monitors;
        Role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("states.amazonaws.com"),
            InlinePolicies = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal)
            {
                ["EndpointCapture"] = new PolicyDocument(new PolicyDocumentProps
                {
                    Statements =
                    [
                        .. SageMaker(),
                        Allow(["lambda:InvokeFunction"], planCapture.Function.FunctionArn),
                        Allow(["sns:Publish"], topic.TopicArn),
                        Allow(["sqs:SendMessage"], deadLetters.QueueArn),
                        Allow(RunWorkflowRole.DeliveryActions, "*"),
                    ],
                }),
            },
        });
    }

    /// <summary>The role.</summary>
    public Role Role { get; }

    private IEnumerable<PolicyStatement> SageMaker()
    {
        // ARNs of SageMaker have names in lowercase, however they were given.
        string[] endpoints =
        [
            .. ConfiguredEndpoints.Of(_monitors).SelectMany(name => (string[])[name, name.ToLowerInvariant()])
                .Distinct(StringComparer.Ordinal).Select(name => Arn("endpoint", name)),
        ];
        string own = Arn("endpoint-config", ConfiguredEndpoints.ConfigurationPrefix + "*");
        yield return Allow(["sagemaker:DescribeEndpoint"], endpoints);
        yield return Allow(["sagemaker:UpdateEndpoint"], [.. endpoints, own]);
        yield return Allow(["sagemaker:CreateEndpointConfig", "sagemaker:AddTags"], own);

        // Which configuration an endpoint uses is known only when it is described.
        yield return Allow(["sagemaker:DescribeEndpointConfig", "sagemaker:ListTags"], Arn("endpoint-config", "*"));
        string[] roles = [.. _monitors.Where(monitor => monitor.Capture.ConfigureEndpoint)
            .Select(monitor => monitor.Capture.ExecutionRole).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (roles.Length > 0)
        {
            yield return new PolicyStatement(new PolicyStatementProps
            {
                Actions = ["iam:PassRole"],
                Resources = roles,
                Conditions = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["StringEquals"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["iam:PassedToService"] = "sagemaker.amazonaws.com" },
                },
            });
        }
    }

    private string Arn(string resource, string name) => Stack.Of(this).FormatArn(new ArnComponents
    {
        Service = "sagemaker",
        Resource = resource,
        ResourceName = name,
    });

    private static PolicyStatement Allow(string[] actions, params string[] resources) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources });
}
