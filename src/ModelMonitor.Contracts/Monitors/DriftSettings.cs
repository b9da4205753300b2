namespace ModelMonitor.Contracts.Monitors;

/// <summary>When a distribution counts as drifted: the section <c>dataQuality.drift</c>.</summary>
public sealed record DriftSettings
{
    /// <summary>Lets type, cardinality and sizes choose the method.</summary>
    public const string AutomaticMethod = "auto";

    /// <summary>The identifier of a drift method; columns it does not fit are compared as by the default, <see cref="AutomaticMethod"/>.</summary>
    public string Method { get; init; } = AutomaticMethod;

    /// <summary>How many windows a month at most are to be called drifted by chance alone; the default is 1.</summary>
    public double FalseAlarmsPerMonth { get; init; } = 1.0;

    /// <summary>The least effect that matters, in the method's unit; null for the method's own floor.</summary>
    public double? MinimumEffect { get; init; }

    /// <summary>
    /// Whether drift must be real by a calibrated test and matter by its effect; otherwise the baseline's distance and threshold
    /// decide, as SageMaker Model Monitor's do. The default is true.
    /// </summary>
    public bool Calibrated { get; init; } = true;

    /// <summary>The share of drifted features, weighted, above which the dataset as a whole violates; null for none.</summary>
    public double? DatasetThreshold { get; init; }
}
