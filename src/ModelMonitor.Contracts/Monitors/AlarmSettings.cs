namespace ModelMonitor.Contracts.Monitors;

/// <summary>An alarm that a monitor asks for, in CloudWatch's words.</summary>
/// <param name="Metric">The metric's name: one of a run, or of a feature.</param>
/// <param name="Threshold">What its value is compared with.</param>
public sealed record AlarmSettings(string Metric, double Threshold)
{
    /// <summary>How the value is compared with the threshold; the default is that more alarms.</summary>
    public AlarmComparison Comparison { get; init; } = AlarmComparison.GreaterThanThreshold;

    /// <summary>How many windows must be beyond the threshold; the default is one.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>Among how many windows; the default is as many.</summary>
    public int Of { get; init; } = 1;

    /// <summary>What a window without a value counts as; the default is as one within the threshold.</summary>
    public MissingDataTreatment TreatMissingData { get; init; } = MissingDataTreatment.NotBreaching;

    /// <summary>Whether it starts what the monitor's section <c>remediation</c> names; the default is that it only notifies.</summary>
    public bool Remediate { get; init; }
}
