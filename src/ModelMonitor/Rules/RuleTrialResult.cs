namespace ModelMonitor.Rules;

/// <summary>What became of a rule or a script that was tried on one record.</summary>
/// <param name="Finding">What it came to.</param>
/// <param name="Problem">What went wrong in it; null when nothing did.</param>
/// <param name="Milliseconds">How long it took, starting its sandbox included.</param>
public sealed record RuleTrialResult(RuleFinding Finding, string? Problem, double Milliseconds);
