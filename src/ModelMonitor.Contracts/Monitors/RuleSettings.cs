namespace ModelMonitor.Contracts.Monitors;

/// <summary>A custom rule: an expression that is true where all is well.</summary>
/// <param name="Name">Its name among the monitor's rules, under which violations are reported.</param>
/// <param name="Over">What it looks at.</param>
/// <param name="Expression">The expression, in the part of JavaScript that rules may use.</param>
public sealed record RuleSettings(string Name, RuleScope Over, string Expression)
{
    /// <summary>How much a violation matters; the default is a warning.</summary>
    public AlarmSeverity Severity { get; init; } = AlarmSeverity.Warning;

    /// <summary>What a violation says to people; null for nothing beyond what was found.</summary>
    public string? Message { get; init; }

    /// <summary>The share of rows for which a rule over rows must be true, 0 to 1; the default is all.</summary>
    public double Share { get; init; } = 1.0;
}
