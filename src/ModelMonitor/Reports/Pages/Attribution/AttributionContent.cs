using ModelMonitor.Attribution;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages.Attribution;

/// <summary>What the page of a run of an attribution monitor shows: what predictions are made of, beside the baseline's ranking.</summary>
/// <param name="record">The run's record.</param>
internal sealed class AttributionContent(RunRecord record) : IKindContent
{
    /// <summary>So many labels have a card: those that drifted first.</summary>
    public const int MostLabels = 8;

    private readonly IReadOnlyList<AttributionFinding> _labels = record.Attribution ?? [];

    private AttributionFinding? Lowest => _labels.Where(label => label.Gain is not null).MinBy(label => label.Gain);

    /// <inheritdoc />
    public void WriteFinding(HtmlWriter html)
    {
        string rows = Figures.Count(record.Rows, "row");
        int drifted = _labels.Count(label => label.Violated);
        if (drifted == 0)
        {
            html.Text(Lowest is { Gain: { } gain, Threshold: var threshold }
                ? $"Nothing is amiss: features rank as they did in the baseline (NDCG {MetricFigure.Of(gain)}, threshold {MetricFigure.Of(threshold)}), in {rows}."
                : $"The ranking of features could not be compared: {SafeText.Whole(_labels is [{ Reason: { } reason }, ..] ? reason : "there are no attributions")}.");
            return;
        }

        html.Element("strong", drifted == 1 ? "Features rank otherwise than in the baseline" : $"Features of {Figures.Count(drifted, "label")} rank otherwise than in the baseline");
        html.Text($": NDCG {MetricFigure.Of(Lowest!.Gain!.Value)}, threshold {MetricFigure.Of(Lowest.Threshold)}. {rows}.");
    }

    /// <inheritdoc />
    public void WriteTiles(HtmlWriter html)
    {
        if (Lowest is { Gain: { } gain } lowest)
        {
            Tile.Write(html, "gain", "NDCG", MetricFigure.Of(gain), $"threshold {MetricFigure.Of(lowest.Threshold)}");
        }

        if (_labels.Count > 0)
        {
            Tile.Write(html, "explained", "Explained", Figures.Count(_labels.Max(label => label.ExplainedRows), "row"));
        }
    }

    /// <inheritdoc />
    public void WriteEvidence(HtmlWriter html)
    {
        AttributionFinding[] ordered = [.. _labels.OrderByDescending(label => label.Violated)];
        for (int i = 0; i < Math.Min(ordered.Length, MostLabels); i++)
        {
            LabelCard.Write(html, ordered[i], i + 1);
        }

        if (ordered.Length > MostLabels)
        {
            html.Element("p", $"Those of {Figures.Count(ordered.Length - MostLabels, "other label")} are in run.json.", ("class", "quiet"));
        }
    }

    /// <inheritdoc />
    public void WriteDetails(HtmlWriter html)
    {
    }
}
