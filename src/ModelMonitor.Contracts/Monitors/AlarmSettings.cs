namespace ModelMonitor.Contracts.Monitors;

/// <summary>An alarm that a monitor asks for, in CloudWatch's words.</summary>
/// <param name="Metric">The metric's name: one of a run, or of a feature.</param>
/// <param name="Threshold">What its value is compared with; null when it is compared with a band.</param>
public sealed record AlarmSettings(string Metric, double? Threshold)
{
    /// <summary>Its name among the monitor's alarms, without which it could not keep its place when the list is changed; the default is made of the metric's.</summary>
    public string Name { get; init; } = AlarmIds.Derive(Metric);

    /// <summary>How wide the band is that CloudWatch's anomaly detection expects values in, in standard deviations to either side; null for a threshold.</summary>
    public double? AnomalyDetection { get; init; }

    /// <summary>How the value is compared with threshold or band; the default is that more alarms, or of a band that anything outside does.</summary>
    public AlarmComparison Comparison { get; init; } = AlarmComparison.GreaterThanThreshold;

    /// <summary>How many windows must be beyond the threshold; the default is one.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>Among how many windows; the default is as many.</summary>
    public int Of { get; init; } = 1;

    /// <summary>What a window without a value counts as; the default is as one within the threshold.</summary>
    public MissingDataTreatment TreatMissingData { get; init; } = MissingDataTreatment.NotBreaching;

    /// <summary>How much it matters; the default is a warning.</summary>
    public AlarmSeverity Severity { get; init; } = AlarmSeverity.Warning;

    /// <summary>The facet of a bias metric; null where the monitor has only one, or the metric is another.</summary>
    public string? Facet { get; init; }

    /// <summary>Whether it starts what the monitor's section <c>remediation</c> names; the default is that it only notifies.</summary>
    public bool Remediate { get; init; }
}
