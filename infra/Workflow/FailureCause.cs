using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace ModelMonitor.Infra.Workflow;

/// <summary>Gives a failure a cause where it has none: a task that ran out of time has an error only.</summary>
/// <remarks>Whatever reads the cause would otherwise end the execution: a path that leads nowhere is an error of its own.</remarks>
internal static class FailureCause
{
    /// <summary>Goes to a state with a failure that has a cause.</summary>
    /// <param name="scope">The construct that the states are made in.</param>
    /// <param name="id">The name of the state that asks.</param>
    /// <param name="next">What reads the cause.</param>
    public static Choice Ensure(Construct scope, string id, IChainable next)
    {
        Pass none = new(scope, $"{id} None given", new PassProps
        {
            Result = Result.FromString("Step Functions gave no cause."),
            ResultPath = FailureSource.CausePath,
        });
        return new Choice(scope, id)
            .When(Condition.IsPresent(FailureSource.CausePath), next)
            .Otherwise(none.Next(next));
    }
}
