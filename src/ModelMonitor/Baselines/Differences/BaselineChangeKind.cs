namespace ModelMonitor.Baselines.Differences;

/// <summary>What can be different between two baselines.</summary>
public enum BaselineChangeKind
{
    /// <summary>A column that only the later one has.</summary>
    ColumnAdded,

    /// <summary>A column that only the earlier one has.</summary>
    ColumnRemoved,

    /// <summary>A column's type.</summary>
    Type,

    /// <summary>How far the distributions of a column are apart, by the comparison of a run.</summary>
    Distribution,

    /// <summary>The share of rows with a value.</summary>
    Completeness,

    /// <summary>The mean of a column of numbers.</summary>
    Mean,

    /// <summary>The standard deviation of a column of numbers.</summary>
    StandardDeviation,

    /// <summary>A quantile of a column of numbers.</summary>
    Quantile,

    /// <summary>A value of text that only the later one has, with its share.</summary>
    CategoryAdded,

    /// <summary>A value of text that only the earlier one has, with its share.</summary>
    CategoryRemoved,

    /// <summary>What is demanded of a column.</summary>
    Constraint,

    /// <summary>How strictly demands are checked.</summary>
    Threshold,

    /// <summary>How many rows there are.</summary>
    Rows,
}
