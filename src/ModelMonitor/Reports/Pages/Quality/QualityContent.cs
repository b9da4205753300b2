using ModelMonitor.Quality.Documents;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages.Quality;

/// <summary>What the page of a run of model quality shows: the metrics with their intervals, curves, confusions, and what became of labels.</summary>
/// <param name="record">The run's record.</param>
/// <param name="current">How well the model did; null when the document is not there.</param>
/// <param name="baseline">How well it did in the baseline; null when that is not there.</param>
internal sealed class QualityContent(RunRecord record, QualityStatisticsDocument? current, QualityStatisticsDocument? baseline) : IKindContent
{
    private readonly IReadOnlyList<QualityFinding> _metrics = record.Quality ?? [];

    private int Compared => _metrics.Count(metric => metric.Threshold is not null);

    private int Violated => _metrics.Count(metric => metric.Violated);

    private string Rows => Figures.Count(current?.ItemCount ?? record.Rows, "row") + (record.GroundTruth is null ? "" : " with labels");

    /// <inheritdoc />
    public void WriteFinding(HtmlWriter html)
    {
        if (Violated == 0)
        {
            html.Text($"Nothing is amiss: none of {Figures.Count(Compared, "metric")} violates its threshold, on {Rows}.");
            return;
        }

        html.Element("strong", $"{Figures.Count(Violated)} of {Figures.Count(Compared, "metric")} {(Violated == 1 ? "violates its threshold" : "violate their thresholds")}");
        if (MetricFigure.Farthest(_metrics) is { Value: { } value, Threshold: { } threshold } farthest)
        {
            html.Text(Violated == 1 ? ": " : ", above all ").Name(farthest.Name);
            html.Text($", which is {MetricFigure.Of(value)}, threshold {MetricFigure.Of(threshold)}");
        }

        html.Text($". {Rows}.");
    }

    /// <inheritdoc />
    public void WriteTiles(HtmlWriter html)
    {
        if (_metrics.Count > 0)
        {
            Tile.Write(html, "metrics", "Metrics violated", Figures.Count(Violated), $"of {Figures.Count(Compared)} compared");
        }

        LabelFacts.WriteTile(html, record.GroundTruth);
    }

    /// <inheritdoc />
    public void WriteEvidence(HtmlWriter html) => QualityMetricTable.Write(html, _metrics, current, baseline);

    /// <inheritdoc />
    public void WriteDetails(HtmlWriter html)
    {
        if (current is not null)
        {
            CurveFigures.Write(html, current, baseline);
            ConfusionFigure.Write(html, current);
            ClassTable.Write(html, current);
            UnusableTable.Write(html, current.Unusable);
        }

        LabelFacts.Write(html, record.GroundTruth);
    }
}
