namespace ModelMonitor.Runs;

/// <summary>What evaluating a run came to.</summary>
/// <param name="Record">The record that is there now.</param>
/// <param name="Findings">What was found; null when there was nothing to judge, or the record is of another plan.</param>
public sealed record RunEvaluation(RunRecord Record, RunFindings? Findings)
{
    /// <summary>Whether the record is of the plan that was evaluated, and not of one that came later.</summary>
    public required bool IsOfPlan { get; init; }

    internal static RunEvaluation Of(RunRecord record, RunPlan plan, RunFindings? findings)
    {
        bool isOfPlan = record.Fingerprint == plan.Fingerprint;
        return new RunEvaluation(record, isOfPlan ? findings : null) { IsOfPlan = isOfPlan };
    }
}
