using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Infra.Constructs;
using ModelMonitor.Contracts;

namespace ModelMonitor.Infra.Workflow;

/// <summary>What the state machine may do. The CDK's own grants reach further: all versions of a function, all objects of a bucket.</summary>
internal sealed class RunWorkflowRole : Construct
{
    /// <summary>What Step Functions needs to deliver logs and traces; none of it can be limited to a resource.</summary>
    internal static readonly string[] DeliveryActions =
    [
        "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
        "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
    ];

    public RunWorkflowRole(Construct scope, string id, MonitoringFunctions functions, IBucket artifacts, IQueue deadLetters)
        : base(scope, id) => Role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("states.amazonaws.com"),
            InlinePolicies = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal)
            {
                ["Run"] = new PolicyDocument(new PolicyDocumentProps
                {
                    Statements =
                    [
                        Allow(
                            ["lambda:InvokeFunction"],
                            functions.PlanRun.Function.FunctionArn,
                            functions.ProfileShard.Function.FunctionArn,
                            functions.EvaluateRun.Function.FunctionArn,
                            functions.RecordFailure.Function.FunctionArn),
                        Allow(["s3:GetObject"], artifacts.ArnForObjects(ObjectKeys.Runs + "*")),
                        Allow(["sqs:SendMessage"], deadLetters.QueueArn),
                        AllowDelivery(),
                    ],
                }),
            },
        });

    /// <summary>The role.</summary>
    public Role Role { get; }

    /// <summary>What every state machine needs to deliver its logs and traces.</summary>
    public static PolicyStatement AllowDelivery() => Allow(DeliveryActions, "*");

    /// <summary>
    /// Lets the state machine start itself, which is how a distributed map runs its children. It is a policy of its own, since
    /// the role must be there before the state machine is.
    /// </summary>
    public void AllowChildExecutions(StateMachine machine)
    {
        string executions = Stack.Of(this).FormatArn(new ArnComponents
        {
            Service = "states",
            Resource = "execution",
            ResourceName = $"{machine.StateMachineName}/*",
            ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
        });
        _ = new Policy(this, "ChildExecutions", new PolicyProps
        {
            Roles = [Role],
            Statements =
            [
                Allow(["states:StartExecution"], machine.StateMachineArn),
                Allow(["states:DescribeExecution", "states:StopExecution", "states:RedriveExecution"], executions),
            ],
        });
    }

    private static PolicyStatement Allow(string[] actions, params string[] resources) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources });
}
