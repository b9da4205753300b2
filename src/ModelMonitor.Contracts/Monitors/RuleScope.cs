namespace ModelMonitor.Contracts.Monitors;

/// <summary>What a custom rule looks at.</summary>
public enum RuleScope
{
    /// <summary>The profile of the window beside that of the baseline, once.</summary>
    Profile,

    /// <summary>Each row.</summary>
    Row,

    /// <summary>The window's figures beside those of earlier windows, once.</summary>
    History,
}
