using ModelMonitor.Constraints;
using ModelMonitor.Documents;
using ModelMonitor.Drift;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Statistics;

namespace ModelMonitor.Baselines.Differences;

/// <summary>Compares two baselines: what data are like, and what is demanded of them.</summary>
public static class BaselineComparer
{
    private const double ColumnRemovedWeight = 1000.0;
    private const double ColumnAddedWeight = 900.0;
    private const double TypeWeight = 800.0;

    private static readonly FeatureConstraints AnyFeature = new("", InferredType.Unknown);

    /// <summary>Compares them.</summary>
    /// <param name="before">The earlier one, whose thresholds say what far is.</param>
    /// <param name="after">The later one.</param>
    public static BaselineDifference Compare(Baseline before, Baseline after)
    {
        List<BaselineChange> general = [.. SettingsComparer.Compare(Settings(before, AnyFeature), Settings(after, AnyFeature))];
        if (before.Statistics is { } earlier && after.Statistics is { } later && earlier.ItemCount != later.ItemCount)
        {
            general.Add(new BaselineChange(
                BaselineChangeKind.Rows, "rows", ChangedValue.Of((double)earlier.ItemCount), ChangedValue.Of((double)later.ItemCount), 0.0));
        }

        Dictionary<string, FeatureConstraints> left = after.Constraints.Features.ToDictionary(feature => feature.Name, StringComparer.Ordinal);
        Dictionary<string, FeatureStatistics> statisticsBefore = ByName(before.Statistics);
        Dictionary<string, FeatureStatistics> statisticsAfter = ByName(after.Statistics);
        List<FeatureDifference> features = [];
        foreach (FeatureConstraints was in before.Constraints.Features)
        {
            features.Add(left.Remove(was.Name, out FeatureConstraints? now)
                ? Compare(
                    was, now, Settings(before, was), Settings(after, now), general,
                    statisticsBefore.GetValueOrDefault(was.Name), statisticsAfter.GetValueOrDefault(was.Name))
                : OneSided(was, BaselineChangeKind.ColumnRemoved));
        }

        features.AddRange(after.Constraints.Features
            .Where(feature => left.ContainsKey(feature.Name)).Select(feature => OneSided(feature, BaselineChangeKind.ColumnAdded)));
        return new BaselineDifference(
            [.. general.OrderByDescending(change => change.Weight)],
            [.. features.OrderByDescending(feature => feature.Weight).ThenBy(feature => feature.Name, StringComparer.Ordinal)]);
    }

    private static FeatureDifference OneSided(FeatureConstraints feature, BaselineChangeKind kind)
    {
        ChangedValue type = ChangedValue.Of(feature.InferredType.ToString());
        BaselineChange change = kind == BaselineChangeKind.ColumnRemoved
            ? new BaselineChange(kind, "column", type, ChangedValue.None, ColumnRemovedWeight)
            : new BaselineChange(kind, "column", ChangedValue.None, type, ColumnAddedWeight);
        return new FeatureDifference(feature.Name, Drift: null, [change]);
    }

    private static FeatureDifference Compare(
        FeatureConstraints was,
        FeatureConstraints now,
        CheckSettings settingsBefore,
        CheckSettings settingsAfter,
        IReadOnlyList<BaselineChange> general,
        FeatureStatistics? before,
        FeatureStatistics? after)
    {
        List<BaselineChange> changes = [];
        if (was.InferredType != now.InferredType)
        {
            changes.Add(new BaselineChange(
                BaselineChangeKind.Type, "type", ChangedValue.Of(was.InferredType.ToString()), ChangedValue.Of(now.InferredType.ToString()), TypeWeight));
        }

        DriftResult drift = Measure(before, after, settingsBefore);
        if (drift.Distance is { } distance && IsDistant(drift))
        {
            bool isPValue = drift.Measure == DriftMeasure.ChiSquaredPValue;
            changes.Add(new BaselineChange(
                BaselineChangeKind.Distribution,
                $"{(isPValue ? "p-value" : "distance")} (threshold {Figures.Number(drift.Threshold)})",
                ChangedValue.None,
                ChangedValue.Of(distance),
                DriftRatio.Of(distance, drift.Threshold, isPValue)));
        }

        if (before is not null && after is not null)
        {
            changes.AddRange(StatisticsComparer.Compare(before, after));
        }

        changes.AddRange(DemandsComparer.Compare(was, now));

        // What changed for all columns is told once.
        changes.AddRange(SettingsComparer.Compare(settingsBefore, settingsAfter).Where(
            change => !general.Any(other => (other.Subject, other.Before, other.After) == (change.Subject, change.Before, change.After))));
        return new FeatureDifference(was.Name, drift, [.. changes.OrderByDescending(change => change.Weight)]);
    }

    private static bool IsDistant(DriftResult drift) =>
        drift.Measure == DriftMeasure.ChiSquaredPValue ? drift.Distance < 1.0 : drift.Distance > 0.0;

    private static DriftResult Measure(FeatureStatistics? before, FeatureStatistics? after, CheckSettings settings)
    {
        if (before is null || after is null)
        {
            return DriftResult.NotComputed("One of the baselines has no statistics of the column.");
        }

        ColumnSummary reference = ColumnSummary.Of(before);
        DistanceMethod method = (reference.IsNumeric, settings) switch
        {
            (false, { CategoricalMethod: CategoricalDriftMethod.ChiSquared }) => DistanceMethod.ChiSquared,
            (_, { ComparisonMethod: ComparisonMethod.Simple }) => DistanceMethod.Simple,
            _ => DistanceMethod.Robust,
        };
        return ColumnComparer.Compare(
            reference, ColumnSummary.Of(after), method, reference.IsNumeric ? settings.NumericThreshold : settings.CategoricalThreshold);
    }

    private static CheckSettings Settings(Baseline baseline, FeatureConstraints feature) =>
        CheckSettings.Resolve(feature, baseline.Constraints.MonitoringConfig, monitor: null);

    private static Dictionary<string, FeatureStatistics> ByName(StatisticsDocument? statistics) =>
        (statistics?.Features ?? []).ToDictionary(feature => feature.Name, StringComparer.Ordinal);
}
