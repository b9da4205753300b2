namespace ModelMonitor.Rules;

/// <summary>A row for which a rule is not true.</summary>
/// <param name="File">The object it comes from.</param>
/// <param name="Line">Its line.</param>
/// <param name="Row">The columns that the rule looks at, as JSON.</param>
public sealed record RuleSample(string File, long Line, string Row);
