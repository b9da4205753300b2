using System.Text.Json;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages.Quality;

/// <summary>Writes the curves of a model with probabilities: ROC, precision by recall, and reliability, each over the baseline's.</summary>
internal static class CurveFigures
{
    private const int RowsOfTable = 21;

    /// <summary>Writes them; nothing where there are no probabilities.</summary>
    public static void Write(HtmlWriter html, QualityStatisticsDocument current, QualityStatisticsDocument? baseline)
    {
        if (current is { Roc: null, PrecisionRecall: null, Reliability: null })
        {
            return;
        }

        html.Open("section", ("class", "card"), ("id", "curves"));
        html.Element("h2", "How probabilities tell classes apart");
        html.Open("div", ("class", "multiples"));
        string area = current.Find("auc")?.Value is { } auc ? $" The area under it is {MetricFigure.Of(auc)}." : "";
        string precision = current.Find("average_precision")?.Value is { } average ? $" The average precision is {MetricFigure.Of(average)}." : "";
        string error = current.Find("expected_calibration_error")?.Value is { } calibration ? $" The expected calibration error is {MetricFigure.Of(calibration)}." : "";
        WriteCurve(html, "roc", "Receiver operating characteristic", "false positive rate", "true positive rate", current.Roc, baseline?.Roc, hasDiagonal: true, area);
        WriteCurve(html, "precision-recall", "Precision by recall", "recall", "precision", current.PrecisionRecall, baseline?.PrecisionRecall, hasDiagonal: false, precision);
        WriteReliability(html, current.Reliability, baseline?.Reliability, error);
        html.Close().Close();
    }

    private static void WriteCurve(
        HtmlWriter html, string id, string title, string x, string y, QualityCurve? curve, QualityCurve? before, bool hasDiagonal, string says)
    {
        if (curve is null || curve.X.Count == 0)
        {
            return;
        }

        IReadOnlyList<int> points = CurveThinning.Of(curve);
        string thinned = points.Count < curve.X.Count ? $" {Figures.Count(points.Count)} of {Figures.Count(curve.X.Count)} points. {CurveThinning.Rule}" : "";
        Chart.Write(
            html,
            id,
            "curve",
            $"{title}: {y} by {x}, {Figures.Count(points.Count, "point")}.{says}",
            caption => caption.Text($"{title}.{says}{thinned}"),
            data =>
            {
                data.WriteStartObject();
                WriteAxes(data, x, y, hasDiagonal);
                WritePoints(data, "current", curve, points);
                if (before is not null)
                {
                    WritePoints(data, "baseline", before, CurveThinning.Of(before));
                }

                data.WriteEndObject();
            },
            source: null,
            table => WriteTable(table, title, curve, CurveThinning.Spread(points, RowsOfTable), x, y));
    }

    private static void WriteReliability(HtmlWriter html, ReliabilityCurve? curve, ReliabilityCurve? before, string says)
    {
        if (curve is null || curve.MeanProbabilities.Count == 0)
        {
            return;
        }

        const string X = "mean probability";
        const string Y = "share that is positive";
        Chart.Write(
            html,
            "reliability",
            "curve",
            $"Reliability: how often rows of a probability are positive, in {Figures.Count(curve.MeanProbabilities.Count, "bin")}.{says}",
            caption => caption.Text($"Reliability: on the dashed line, probabilities are what they say.{says}"),
            data =>
            {
                data.WriteStartObject();
                WriteAxes(data, X, Y, hasDiagonal: true);
                data.WriteBoolean("points", true);
                WriteBins(data, "current", curve);
                if (before is not null)
                {
                    WriteBins(data, "baseline", before);
                }

                data.WriteEndObject();
            },
            source: null,
            table =>
            {
                TableFrame.Begin(table, null, "Reliability", null, "#" + X, "#" + Y, "#rows");
                for (int i = 0; i < curve.MeanProbabilities.Count; i++)
                {
                    table.Open("tr");
                    TableFrame.Number(table, MetricFigure.Of(curve.MeanProbabilities[i]));
                    TableFrame.Number(table, MetricFigure.Of(curve.PositiveShares[i]));
                    TableFrame.Number(table, Figures.Count((long)curve.Counts[i]));
                    table.Close();
                }

                TableFrame.End(table);
            });
    }

    private static void WriteBins(Utf8JsonWriter data, string name, ReliabilityCurve curve)
    {
        QualityCurve points = new(curve.MeanProbabilities, curve.PositiveShares);
        WritePoints(data, name, points, CurveThinning.Spread([.. Enumerable.Range(0, points.X.Count)], CurveThinning.MostPoints));
    }

    private static void WriteAxes(Utf8JsonWriter data, string x, string y, bool hasDiagonal)
    {
        data.WriteString("x", x);
        data.WriteString("y", y);
        data.WriteBoolean("diagonal", hasDiagonal);
    }

    private static void WritePoints(Utf8JsonWriter data, string name, QualityCurve curve, IReadOnlyList<int> points)
    {
        data.WriteStartArray(name);
        foreach (int point in points)
        {
            data.WriteStartArray();
            data.WriteNumberValue(Math.Round(curve.X[point], 4));
            data.WriteNumberValue(Math.Round(curve.Y[point], 4));
            data.WriteEndArray();
        }

        data.WriteEndArray();
    }

    private static void WriteTable(HtmlWriter html, string title, QualityCurve curve, IReadOnlyList<int> points, string x, string y)
    {
        TableFrame.Begin(html, null, title, null, "#" + x, "#" + y);
        foreach (int point in points)
        {
            html.Open("tr");
            TableFrame.Number(html, MetricFigure.Of(curve.X[point]));
            TableFrame.Number(html, MetricFigure.Of(curve.Y[point]));
            html.Close();
        }

        TableFrame.End(html);
    }
}
