using ModelMonitor.GroundTruth;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Wording;

/// <summary>Why a window was not judged, in words.</summary>
public static class NothingJudged
{
    /// <summary>The reason, a clause without its full stop; the most telling one.</summary>
    /// <param name="record">The record of a run without data.</param>
    public static string Because(RunRecord record) => record switch
    {
        { UnusableRows: > 0 } => $"not one of {Figures.Count(record.Rows, "row")} could be used",
        { GroundTruth: { Predictions: > 0 } labels } => OfLabels(labels),
        { Unreadable: > 0, RowsOutsideWindow: 0 } => $"nothing could be read: {Figures.Count(record.Unreadable, "line or object is", "lines or objects are")} unreadable",
        _ => "there was no captured data in the window",
    };

    private static string OfLabels(GroundTruthFinding labels) => labels switch
    {
        { Labels: > 0 } =>
            $"{Figures.Count(labels.Labels, "label was", "labels were")} read, and none is of one of the {Figures.Count(labels.Predictions, "prediction")}: they are of other windows, or their ids differ",
        { Unreadable: > 0 } => $"{Figures.Count(labels.Unreadable, "line or object", "lines or objects")} of ground truth could not be read",
        { WithoutId: > 0 and var without } when without == labels.Predictions => $"no prediction of {Figures.Count(without)} has an id that a label could name",
        _ => $"no label has come yet for {Figures.Count(labels.Predictions, "prediction")}; the window is judged when labels come",
    };
}
