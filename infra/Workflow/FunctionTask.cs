using Amazon.CDK;
using Amazon.CDK.AWS.StepFunctions;
using Amazon.CDK.AWS.StepFunctions.Tasks;
using Constructs;
using ModelMonitor.Infra.Constructs;
using ModelMonitor.Contracts.Workflow;
using Timeout = Amazon.CDK.AWS.StepFunctions.Timeout;

namespace ModelMonitor.Infra.Workflow;

/// <summary>Makes tasks that invoke a function, and try again what may pass by itself.</summary>
internal static class FunctionTask
{
    /// <summary>What Lambda answers when it is busy or broken, not the function.</summary>
    private static readonly string[] LambdaErrors =
    [
        "Lambda.TooManyRequestsException", "Lambda.ServiceException", "Lambda.AWSLambdaException",
        "Lambda.SdkClientException", "Lambda.ClientExecutionTimeoutException",
    ];

    /// <summary>Makes a task.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">The state's name.</param>
    /// <param name="function">The function.</param>
    /// <param name="payload">The function's input.</param>
    /// <param name="resultPath">Where the function's answer goes; null to drop it.</param>
    /// <param name="answer">The part of the answer to keep, by paths into it; null for all.</param>
    public static LambdaInvoke Create(
        Construct scope,
        string id,
        MonitoringFunction function,
        TaskInput payload,
        string? resultPath = null,
        Dictionary<string, object>? answer = null)
    {
        LambdaInvoke task = new(scope, id, new LambdaInvokeProps
        {
            LambdaFunction = function.Function,
            Payload = payload,
            ResultPath = resultPath ?? JsonPath.DISCARD,
            ResultSelector = answer,
            RetryOnServiceExceptions = false,

            // The function's own limit comes first; this one holds where its answer is lost.
            TaskTimeout = Timeout.Duration(Duration.Seconds(function.Timeout + 15)),
        });
        AddRetries(task);
        return task;
    }

    /// <summary>The first retrier that matches counts, so the order is from the particular to the general.</summary>
    private static void AddRetries(LambdaInvoke task)
    {
        task.AddRetry(new RetryProps { Errors = [ErrorNames.Configuration], MaxAttempts = 0 });
        task.AddRetry(Backoff([ErrorNames.Conflict], firstSeconds: 2, attempts: 6));
        task.AddRetry(Backoff(LambdaErrors, firstSeconds: 1, attempts: 8));

        // A crash, no memory left, no time left, or a store that kept failing.
        task.AddRetry(Backoff([Errors.TASKS_FAILED, Errors.TIMEOUT], firstSeconds: 2, attempts: 2));
    }

    private static RetryProps Backoff(string[] errors, double firstSeconds, double attempts) => new()
    {
        Errors = errors,
        Interval = Duration.Seconds(firstSeconds),
        BackoffRate = 2,
        MaxDelay = Duration.Seconds(60),
        MaxAttempts = attempts,
        JitterStrategy = JitterType.FULL,
    };
}
