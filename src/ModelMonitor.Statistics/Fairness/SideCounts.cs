namespace ModelMonitor.Statistics.Fairness;

/// <summary>Counts of the rows on one side of a facet: those in the sensitive facet, or the rest.</summary>
/// <remarks>A row without label or without prediction is counted where it needs neither.</remarks>
public readonly record struct SideCounts
{
    /// <summary>All rows.</summary>
    public long Rows { get; init; }

    /// <summary>Rows whose label is negative.</summary>
    public long LabelledNegative { get; init; }

    /// <summary>Rows whose label is positive.</summary>
    public long LabelledPositive { get; init; }

    /// <summary>Rows whose prediction is negative.</summary>
    public long PredictedNegative { get; init; }

    /// <summary>Rows whose prediction is positive.</summary>
    public long PredictedPositive { get; init; }

    /// <summary>Rows whose label and prediction are both positive.</summary>
    public long TruePositive { get; init; }

    /// <summary>Rows predicted positive whose label is negative.</summary>
    public long FalsePositive { get; init; }

    /// <summary>Rows predicted negative whose label is positive.</summary>
    public long FalseNegative { get; init; }

    /// <summary>Rows whose label and prediction are both negative.</summary>
    public long TrueNegative { get; init; }

    /// <summary>Rows with a label.</summary>
    public long Labelled => LabelledNegative + LabelledPositive;

    /// <summary>Rows with a prediction.</summary>
    public long Predicted => PredictedNegative + PredictedPositive;

    /// <summary>Rows with both.</summary>
    public long Judged => TruePositive + FalsePositive + FalseNegative + TrueNegative;

    /// <summary>Rows with both whose label is positive.</summary>
    public long ActualPositive => TruePositive + FalseNegative;

    /// <summary>Rows with both whose label is negative.</summary>
    public long ActualNegative => TrueNegative + FalsePositive;

    /// <summary>Rows with both that are predicted positive.</summary>
    public long AcceptedPositive => TruePositive + FalsePositive;

    /// <summary>Rows with both that are predicted negative.</summary>
    public long AcceptedNegative => TrueNegative + FalseNegative;
}
