using Amazon.CDK;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace ModelMonitor.Infra.Workflow;

/// <summary>Makes tasks that call a service of AWS without code of ours, as the states language writes them.</summary>
internal static class ServiceTask
{
    private const int TimeoutSeconds = 60;

    /// <summary>Makes a task, which tries three times again.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">The state's name.</param>
    /// <param name="integration">What it calls, such as <c>aws-sdk:sagemaker:startPipelineExecution</c>.</param>
    /// <param name="parameters">What it calls it with.</param>
    /// <param name="resultPath">Where the answer goes; null to drop it.</param>
    /// <param name="answer">The part of the answer to keep, by paths into it; null for all.</param>
    public static CustomState Create(
        Construct scope,
        string id,
        string integration,
        Dictionary<string, object> parameters,
        string? resultPath = null,
        Dictionary<string, object>? answer = null)
    {
        Dictionary<string, object> state = new(StringComparer.Ordinal)
        {
            ["Type"] = "Task",
            ["Resource"] = $"arn:{Aws.PARTITION}:states:::{integration}",
            ["Parameters"] = parameters,
            ["ResultPath"] = resultPath ?? JsonPath.DISCARD,
            ["TimeoutSeconds"] = TimeoutSeconds,
        };
        if (answer is not null)
        {
            state["ResultSelector"] = answer;
        }

        CustomState task = new(scope, id, new CustomStateProps { StateJson = state });
        task.AddRetry(new RetryProps
        {
            Errors = [Errors.ALL],
            Interval = Duration.Seconds(2),
            BackoffRate = 2,
            MaxAttempts = 3,
            JitterStrategy = JitterType.FULL,
        });
        return task;
    }
}
