using ModelMonitor.Constraints;

namespace ModelMonitor.Baselines.Differences;

/// <summary>Compares how strictly a column is checked.</summary>
internal static class SettingsComparer
{
    private const double Weight = 2.0;

    public static IEnumerable<BaselineChange> Compare(CheckSettings before, CheckSettings after)
    {
        (string Subject, ChangedValue Before, ChangedValue After)[] settings =
        [
            ("drift threshold of numbers", ChangedValue.Of(before.NumericThreshold), ChangedValue.Of(after.NumericThreshold)),
            ("drift threshold of categories", ChangedValue.Of(before.CategoricalThreshold), ChangedValue.Of(after.CategoricalThreshold)),
            ("data type threshold", ChangedValue.Of(before.DataTypeThreshold), ChangedValue.Of(after.DataTypeThreshold)),
            ("domain threshold", ChangedValue.Of(before.DomainContentThreshold), ChangedValue.Of(after.DomainContentThreshold)),
            ("comparison method", ChangedValue.Of(before.ComparisonMethod.ToString()), ChangedValue.Of(after.ComparisonMethod.ToString())),
            ("categorical drift method", ChangedValue.Of(before.CategoricalMethod.ToString()), ChangedValue.Of(after.CategoricalMethod.ToString())),
            ("checks", Switch(before.EvaluateConstraints), Switch(after.EvaluateConstraints)),
            ("comparison", Switch(before.PerformComparison), Switch(after.PerformComparison)),
            ("metrics", Switch(before.EmitMetrics), Switch(after.EmitMetrics)),
        ];
        return settings.Where(setting => setting.Before != setting.After)
            .Select(setting => new BaselineChange(BaselineChangeKind.Threshold, setting.Subject, setting.Before, setting.After, Weight));
    }

    private static ChangedValue Switch(bool isOn) => ChangedValue.Of(isOn ? "Enabled" : "Disabled");
}
