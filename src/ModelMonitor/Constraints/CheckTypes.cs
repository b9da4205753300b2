namespace ModelMonitor.Constraints;

/// <summary>The values of <c>constraint_check_type</c>.</summary>
public static class CheckTypes
{
    /// <summary>Too few values of the right type.</summary>
    public const string DataType = "data_type_check";

    /// <summary>Too many rows without a value.</summary>
    public const string Completeness = "completeness_check";

    /// <summary>A distribution away from its baseline.</summary>
    public const string BaselineDrift = "baseline_drift_check";

    /// <summary>Too many features away from their baseline at once. Not a check of SageMaker's.</summary>
    public const string DatasetDrift = "dataset_drift_check";

    /// <summary>A column of the baseline is not in the dataset.</summary>
    public const string MissingColumn = "missing_column_check";

    /// <summary>A column of the dataset is not in the baseline.</summary>
    public const string ExtraColumn = "extra_column_check";

    /// <summary>Too many values outside the domain.</summary>
    public const string CategoricalValues = "categorical_values_check";

    /// <summary>Negative numbers where there should be none. Not a check of SageMaker's, which suggests the constraint only.</summary>
    public const string IsNonNegative = "is_non_negative_check";

    /// <summary>Too many numbers outside the bounds that the monitor sets. Not a check of SageMaker's.</summary>
    public const string Range = "range_check";

    /// <summary>A sudden cluster of values beyond the baseline's outermost percentiles. Not a check of SageMaker's.</summary>
    public const string ExtremeValues = "extreme_values_check";

    /// <summary>A rule of the monitor's own. Not a check of SageMaker's.</summary>
    public const string CustomRule = "custom_rule_check";

    /// <summary>A bias metric that is worse than the baseline's, or outside what is allowed.</summary>
    public const string BiasDrift = "bias_drift_check";

    /// <summary>Features that rank otherwise than in the baseline.</summary>
    public const string FeatureAttributionDrift = "feature_attribution_drift_check";
}
