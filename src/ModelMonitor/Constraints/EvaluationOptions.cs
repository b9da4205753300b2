using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Drift;
using ModelMonitor.Rules;

namespace ModelMonitor.Constraints;

/// <summary>What a monitor's definition says of the evaluation.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The windows of a month of an hourly schedule.</summary>
    public const double HourlyWindows = 730.0;

    /// <summary>Whose judgement to follow. The default is <see cref="Compatibility.Corrected"/>.</summary>
    public Compatibility Compatibility { get; init; }

    /// <summary>Overrides by the name of the column. The default is none.</summary>
    public IReadOnlyDictionary<string, FeatureSettings> Features { get; init; } =
        new Dictionary<string, FeatureSettings>(StringComparer.Ordinal);

    /// <summary>When a distribution counts as drifted; of <see cref="Compatibility.Corrected"/> alone.</summary>
    public DriftSettings Drift { get; init; } = new();

    /// <summary>How many windows a month has. The default is that of an hourly schedule.</summary>
    public double WindowsPerMonth { get; init; } = HourlyWindows;

    /// <summary>Simulated null distributions of the baseline that are known already, and those that become known.</summary>
    internal NullDistributions Nulls { get; init; } = new([]);

    /// <summary>Where those that become known are kept; null for nowhere.</summary>
    internal CalibrationFile? Calibration { get; init; }

    /// <summary>Whether metrics of the features are published, where the baseline has them published. The default is true.</summary>
    public bool EmitMetrics { get; init; } = true;

    /// <summary>The monitor's own rules and scripts; the default is none.</summary>
    public RuleSet Rules { get; init; } = RuleSet.None;

    /// <summary>The columns watched for clusters of extreme values; the default is none.</summary>
    public ExtremesOptions? Extremes { get; init; }

    /// <summary>What features weigh in the share of drifted ones where the overrides do not say; null for all alike. What is not in it weighs nothing.</summary>
    internal IReadOnlyDictionary<string, double>? Attributions { get; init; }

    /// <summary>The file the overrides come from, for messages.</summary>
    public string Source { get; init; } = "monitor definition";
}
