using ModelMonitor.Contracts.Workflow;

namespace ModelMonitor.Functions.Handlers;

/// <summary>The handlers there are. A new one adds its line here, and its name to <see cref="HandlerNames"/>.</summary>
public static class HandlerCatalog
{
    private static readonly (string Name, Func<Deployment, IHandler> Create)[] Handlers =
    [
        (HandlerNames.BuildBaseline, deployment => new BuildBaselineHandler(deployment)),
        (HandlerNames.PlanRun, deployment => new PlanRunHandler(deployment)),
        (HandlerNames.ProfileShard, deployment => new ProfileShardHandler(deployment)),
        (HandlerNames.EvaluateRun, deployment => new EvaluateRunHandler(deployment)),
        (HandlerNames.RecordFailure, deployment => new RecordFailureHandler(deployment)),
        (HandlerNames.Remediate, deployment => new RemediateHandler(deployment)),
        (HandlerNames.RecordRemediation, deployment => new RecordRemediationHandler(deployment)),
        (HandlerNames.PlanCapture, deployment => new PlanCaptureHandler(deployment)),
    ];

    /// <summary>Creates a handler.</summary>
    /// <param name="name">One of <see cref="HandlerNames"/>, case included.</param>
    /// <param name="deployment">What it works on.</param>
    /// <exception cref="ConfigurationException">There is no handler of that name.</exception>
    public static IHandler Create(string name, Deployment deployment)
    {
        foreach ((string known, Func<Deployment, IHandler> create) in Handlers)
        {
            if (known == name)
            {
                return create(deployment);
            }
        }

        throw new ConfigurationException(
            "handler", "", $"there is no handler '{name}'; expected one of {string.Join(", ", HandlerNames.All)}.");
    }
}
