namespace ModelMonitor.Statistics.Estimation;

/// <summary>Why a sample does not define a measure, or not how far it can be trusted.</summary>
public static class UndefinedReason
{
    /// <summary>There is no usable row.</summary>
    public const string NoRows = "no_rows";

    /// <summary>No row is positive.</summary>
    public const string NoPositiveLabels = "no_positive_labels";

    /// <summary>No row is negative.</summary>
    public const string NoNegativeLabels = "no_negative_labels";

    /// <summary>No row was predicted to be positive.</summary>
    public const string NoPositivePredictions = "no_positive_predictions";

    /// <summary>No row of the class, or none that was predicted to be of it.</summary>
    public const string NoRowsOfClass = "no_rows_of_class";

    /// <summary>All labels are the same number.</summary>
    public const string ConstantLabels = "constant_labels";

    /// <summary>All labels are zero, which no error is a share of.</summary>
    public const string ZeroLabels = "zero_labels";

    /// <summary>The rows have no probabilities.</summary>
    public const string NoProbabilities = "no_probabilities";

    /// <summary>The result is beyond the range of a double.</summary>
    public const string TooLarge = "too_large";

    /// <summary>The rows do not tell how far the value may be from the truth: a single one, or one of a class.</summary>
    public const string TooFewRows = "too_few_rows";

    /// <summary>All rows say the same, so that their spread tells nothing of the value's.</summary>
    public const string NoSpread = "no_spread";
}
