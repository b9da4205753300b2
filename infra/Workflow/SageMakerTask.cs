using Amazon.CDK;
using Amazon.CDK.AWS.StepFunctions;
using Amazon.CDK.AWS.StepFunctions.Tasks;
using Constructs;
using Timeout = Amazon.CDK.AWS.StepFunctions.Timeout;

namespace ModelMonitor.Infra.Workflow;

/// <summary>Makes tasks that call SageMaker by Step Functions' own integration.</summary>
internal static class SageMakerTask
{
    /// <summary>How long a call may take, in seconds.</summary>
    public const int TimeoutSeconds = 60;

    /// <summary>How often a call is tried again; SageMaker throttles descriptions early, and says no more than its general error.</summary>
    public const int Retries = 3;

    /// <summary>Makes a task.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">The state's name.</param>
    /// <param name="action">The action, such as <c>describeEndpoint</c>.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="resultPath">Where the answer goes; null to drop it.</param>
    public static CallAwsService Create(
        Construct scope, string id, string action, Dictionary<string, object> parameters, string? resultPath = null)
    {
        CallAwsService task = new(scope, id, new CallAwsServiceProps
        {
            Service = "sagemaker",
            Action = action,
            Parameters = parameters,
            IamResources = ["*"], // Not used: the role is given, and takes no policies from tasks.
            ResultPath = resultPath ?? JsonPath.DISCARD,
            TaskTimeout = Timeout.Duration(Duration.Seconds(TimeoutSeconds)),
        });
        task.AddRetry(new RetryProps
        {
            Errors = [Errors.ALL],
            Interval = Duration.Seconds(2),
            BackoffRate = 2,
            MaxAttempts = Retries,
            JitterStrategy = JitterType.FULL,
        });
        return task;
    }

    /// <summary>
    /// Makes a task whose parameters are a document of the state's input as it is, whichever fields it has. In paths every field
    /// would have to be named, and be there; an expression of JSONata takes the whole.
    /// </summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">The state's name.</param>
    /// <param name="action">The action.</param>
    /// <param name="document">The place of the parameters in the input, such as <c>plan.configuration</c>.</param>
    public static CustomState CreateOfDocument(Construct scope, string id, string action, string document) => new(scope, id, new CustomStateProps
    {
        StateJson = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Type"] = "Task",
            ["QueryLanguage"] = "JSONata",
            ["Resource"] = $"arn:{Aws.PARTITION}:states:::aws-sdk:sagemaker:{action}",
            ["Arguments"] = $"{{% $states.input.{document} %}}",
            ["TimeoutSeconds"] = TimeoutSeconds,
            ["Retry"] = new[]
            {
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["ErrorEquals"] = new[] { Errors.ALL },
                    ["IntervalSeconds"] = 2,
                    ["BackoffRate"] = 2,
                    ["MaxAttempts"] = Retries,
                    ["JitterStrategy"] = "FULL",
                },
            },
        },
    });
}
