namespace ModelMonitor.Constraints;

/// <summary>Everything that is checked of a column, in the order its violations are reported.</summary>
internal static class FeatureChecks
{
    public static IReadOnlyList<IFeatureCheck> All { get; } =
    [
        new DataTypeCheck(),
        new CompletenessCheck(),
        new NonNegativeCheck(),
        new RangeCheck(),
        new ExtremeValuesCheck(),
        new CategoricalValuesCheck(),
        new BaselineDriftCheck(),
    ];
}
