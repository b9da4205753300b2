using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using ModelMonitor.Infra.Configuration;

namespace ModelMonitor.Infra.Constructs;

/// <summary>What all functions of a deployment have in common.</summary>
/// <param name="Code">The one asset: the executable and the monitor files.</param>
/// <param name="Architecture">The processor it was published for.</param>
/// <param name="Environment">The variables of <see cref="Contracts.Workflow.FunctionEnvironment"/>.</param>
/// <param name="FailedEvents">Where events go that a function failed on for good.</param>
/// <param name="LogRetentionDays">How many days the logs are kept.</param>
internal sealed record MonitoringFunctionSettings(
    Code Code,
    FunctionArchitecture Architecture,
    IReadOnlyDictionary<string, string> Environment,
    IQueue FailedEvents,
    int LogRetentionDays);
