using ModelMonitor.Statistics;

namespace ModelMonitor.Constraints;

/// <summary>The share of present values that have the baseline's type.</summary>
/// <remarks>
/// SageMaker asks for the very type: a <c>0</c> in a Fractional column fails, and so do numbers in a String
/// column that held some already in the baseline. Corrected asks whether the values fit the column: whole
/// numbers are fractions too, and anything is text as long as the column as a whole is. Booleans are text
/// under both.
/// </remarks>
internal sealed class DataTypeCheck : IFeatureCheck
{
    public string CheckType => CheckTypes.DataType;

    public string? Describe(FeatureComparison feature)
    {
        InferredType expected = feature.Constraints.InferredType;
        TypeCountsState types = feature.Current.Types;
        bool corrected = feature.Compatibility == Compatibility.Corrected;
        if (expected == InferredType.Unknown || (corrected && types.Total == 0))
        {
            return null;
        }

        double share = types.Total == 0 ? 0.0 : Matching(types, expected, corrected) / (double)types.Total;
        double threshold = feature.Settings.DataTypeThreshold;
        return share >= threshold
            ? null
            : $"Data type match requirement is not met. Expected data type: {expected}, "
            + $"Expected match: {Percentage.Of(threshold)}%. Observed: Only {Percentage.Of(share)}% of data is {expected}.";
    }

    private static long Matching(TypeCountsState types, InferredType expected, bool corrected) => expected switch
    {
        InferredType.Integral => types[CellType.Integral],
        InferredType.Fractional => types[CellType.Fractional] + (corrected ? types[CellType.Integral] : 0),
        _ when corrected && types.Inferred == InferredType.String => types.Total,
        _ => types[CellType.String] + types[CellType.Boolean],
    };
}
