using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;

namespace ModelMonitor.Constraints;

/// <summary>How strictly one column is checked: the document's configuration, its overrides and the defaults, resolved.</summary>
/// <param name="EvaluateConstraints">Whether violations are looked for.</param>
/// <param name="EmitMetrics">Whether metrics are published.</param>
/// <param name="CompletenessThreshold">The least share of rows with a value; null demands none.</param>
/// <param name="DataTypeThreshold">The least share of values of the right type.</param>
/// <param name="DomainContentThreshold">The least share of values within the domain.</param>
/// <param name="PerformComparison">Whether drift is computed.</param>
/// <param name="ComparisonMethod">Whether distances allow for small samples.</param>
/// <param name="NumericThreshold">The distance of numbers above which there is drift.</param>
/// <param name="CategoricalMethod">How categories are compared.</param>
/// <param name="CategoricalThreshold">The distance of categories above which, or the p-value up to which, there is drift.</param>
public sealed record CheckSettings(
    bool EvaluateConstraints,
    bool EmitMetrics,
    double? CompletenessThreshold,
    double DataTypeThreshold,
    double DomainContentThreshold,
    bool PerformComparison,
    ComparisonMethod ComparisonMethod,
    double NumericThreshold,
    CategoricalDriftMethod CategoricalMethod,
    double CategoricalThreshold)
{
    /// <summary>The least value there should be; null for any.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest value there should be; null for any.</summary>
    public double? Maximum { get; init; }

    /// <summary>The share of numbers that may lie outside.</summary>
    public double AllowedOutside { get; init; }

    /// <summary>The chance of a false alarm of a cluster of extreme values; null where none is looked for.</summary>
    public double? ExtremesSignificance { get; init; }

    /// <summary>How drift is decided: <c>auto</c> or a method's identifier; null where the distance and its threshold decide.</summary>
    public string? CalibratedMethod { get; init; }

    /// <summary>The least effect that counts as drift by <see cref="CalibratedMethod"/>; null for the method's own floor.</summary>
    public double? MinimumEffect { get; init; }

    /// <summary>The largest difference of the distributions that is not yet drift, where the user set one for the feature; it takes the place of any effect.</summary>
    public double? MinimumDistance { get; init; }

    /// <summary>Whether a change of the share of missing cells is drift; not where the user said how many may be missing.</summary>
    public bool TestsMissing { get; init; } = true;

    /// <summary>How much the feature counts in the share of drifted features.</summary>
    public double Weight { get; init; } = 1.0;

    private const double DefaultDriftThreshold = 0.1;
    private const string SimpleDistance = "linf_simple";
    private const string RobustDistance = "linf_robust";

    /// <summary>Resolves the settings of a column.</summary>
    internal static CheckSettings Resolve(
        FeatureConstraints feature, MonitoringConfig document, FeatureSettings? monitor, EvaluationOptions options)
    {
        CheckSettings settings = Resolve(feature, document, monitor);
        string method = monitor?.Drift?.Method ?? options.Drift.Method;
        if (options.Compatibility == Compatibility.SageMaker)
        {
            return settings;
        }

        double weight = monitor?.Weight ?? (options.Attributions is { } attributions ? attributions.GetValueOrDefault(feature.Name) : 1.0);
        if (method is SimpleDistance or RobustDistance)
        {
            return settings with
            {
                ComparisonMethod = method == SimpleDistance ? ComparisonMethod.Simple : ComparisonMethod.Robust,
                CategoricalMethod = CategoricalDriftMethod.LInfinity,
                Weight = weight,
            };
        }

        bool isAsked = monitor?.Drift?.Method is not null || method != DriftSettings.AutomaticMethod;
        bool isCalibrated = options.Drift.Calibrated && (isAsked || settings.CategoricalMethod != CategoricalDriftMethod.ChiSquared);
        DistributionConfig? own = feature.Configure(new MonitoringConfig()).Distribution;
        return settings with
        {
            CalibratedMethod = isCalibrated ? method : null,
            MinimumEffect = monitor?.Drift?.MinimumEffect ?? options.Drift.MinimumEffect,
            MinimumDistance = monitor?.Drift?.MinimumEffect is null ? monitor?.DriftThreshold ?? own?.ComparisonThreshold : null,
            TestsMissing = monitor?.Completeness is null,
            Weight = weight,
        };
    }

    /// <summary>The settings by distance and threshold alone.</summary>
    internal static CheckSettings Resolve(FeatureConstraints feature, MonitoringConfig document, FeatureSettings? monitor)
    {
        MonitoringConfig config = feature.Configure(document);
        DistributionConfig distribution = config.Distribution ?? new DistributionConfig();
        bool enabled = monitor?.Enabled ?? true;
        double numeric = distribution.ComparisonThreshold ?? DefaultDriftThreshold;
        return new CheckSettings(
            enabled && (config.EvaluateConstraints ?? true),
            enabled && (config.EmitMetrics ?? true),
            monitor?.Completeness ?? feature.Completeness,
            monitor?.DataTypeThreshold ?? config.DataTypeThreshold ?? 1.0,
            monitor?.DomainContentThreshold ?? config.DomainContentThreshold ?? 1.0,
            enabled && (distribution.PerformComparison ?? true),
            distribution.ComparisonMethod ?? ComparisonMethod.Robust,
            monitor?.DriftThreshold ?? numeric,
            distribution.CategoricalDriftMethod ?? CategoricalDriftMethod.LInfinity,
            monitor?.DriftThreshold ?? distribution.CategoricalComparisonThreshold ?? numeric)
        {
            Minimum = monitor?.Minimum,
            Maximum = monitor?.Maximum,
            AllowedOutside = monitor?.AllowedOutside ?? 0.0,
        };
    }
}
