using ModelMonitor.Bias;
using ModelMonitor.Documents;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Pages.Quality;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages.Bias;

/// <summary>What the page of a run of a bias monitor shows: the metrics of each facet beside the baseline's, with intervals and group sizes.</summary>
/// <param name="record">The run's record.</param>
/// <param name="violations">What was violated; the feature's name is that of facet and metric.</param>
internal sealed class BiasContent(RunRecord record, IReadOnlyList<Violation> violations) : IKindContent
{
    /// <summary>So many facets have tables of their own: those with violations first.</summary>
    public const int MostFacets = 12;

    private readonly IReadOnlyList<BiasFinding> _metrics = record.Bias ?? [];

    private int Judged => _metrics.Count(metric => metric is { Reason: null, Value: not null });

    private int Violated => _metrics.Count(metric => metric.Violated);

    /// <inheritdoc />
    public void WriteFinding(HtmlWriter html)
    {
        string rows = Figures.Count(record.Rows, "row");
        int facets = FacetsOf(_metrics).Length;
        if (Violated == 0)
        {
            html.Text($"Nothing is amiss: none of {Figures.Count(Judged, "metric")} of {Figures.Count(facets, "facet")} is worse than it may be, in {rows}.");
            return;
        }

        html.Element("strong", $"{Figures.Count(Violated)} of {Figures.Count(Judged, "metric")} {(Violated == 1 ? "is" : "are")} worse than {(Violated == 1 ? "it" : "they")} may be");
        if (BiasFigure.Farthest(_metrics) is { Value: { } value } farthest)
        {
            html.Text(Violated == 1 ? ": " : ", above all ").Name(farthest.Metric).Text(" of ").Name(farthest.Facet).Text(" ").Name(farthest.FacetValue);
            html.Text($", which is {MetricFigure.Of(value)}{Against(farthest)}");
        }

        html.Text($". {rows}.");
    }

    /// <inheritdoc />
    public void WriteTiles(HtmlWriter html)
    {
        if (_metrics.Count > 0)
        {
            Tile.Write(html, "metrics", "Metrics violated", Figures.Count(Violated), $"of {Figures.Count(Judged)} judged");
        }

        LabelFacts.WriteTile(html, record.GroundTruth);
    }

    /// <inheritdoc />
    public void WriteEvidence(HtmlWriter html)
    {
        IGrouping<(string, string), BiasFinding>[] facets = FacetsOf(_metrics);
        ILookup<string, string> said = violations.ToLookup(violation => violation.FeatureName, violation => violation.Description, StringComparer.Ordinal);
        foreach (IGrouping<(string, string), BiasFinding> facet in facets.Take(MostFacets))
        {
            FacetCard.Write(html, [.. facet], said);
        }

        FacetTable.Write(html, facets, MostFacets);
    }

    /// <inheritdoc />
    public void WriteDetails(HtmlWriter html) => LabelFacts.Write(html, record.GroundTruth);

    private static string Against(BiasFinding metric) => BiasFigure.Allowed(metric) is { } allowed ? $", allowed is {allowed}"
        : metric.Baseline is { } before ? $", in the baseline {MetricFigure.Of(before)}" : "";

    /// <summary>The facets, those with most violations first.</summary>
    private static IGrouping<(string, string), BiasFinding>[] FacetsOf(IReadOnlyList<BiasFinding> metrics) =>
        [.. metrics.GroupBy(metric => (metric.Facet, metric.FacetValue)).OrderByDescending(facet => facet.Count(metric => metric.Violated))];
}
