using ModelMonitor.Bias;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages.Bias;

/// <summary>Writes the facets that have no table of their own, in a line each.</summary>
internal static class FacetTable
{
    /// <summary>Writes them; nothing where all have been shown.</summary>
    /// <param name="html">The page.</param>
    /// <param name="facets">All facets, in order.</param>
    /// <param name="shown">So many have been shown.</param>
    public static void Write(HtmlWriter html, IReadOnlyList<IGrouping<(string Facet, string Value), BiasFinding>> facets, int shown)
    {
        if (facets.Count <= shown)
        {
            return;
        }

        html.Open("section", ("class", "card"), ("id", "other-facets"));
        html.Open("h2").Text("Other facets ").Element("span", Figures.Count(facets.Count - shown), ("class", "count")).Close();
        html.Element("p", $"The tables above are of the {shown} with most violations; the metrics of these are in run.json.", ("class", "quiet"));
        TableFrame.Begin(html, "facets", "Other facets", "Filter facets", "facet", "group", "#violations", "#metrics judged", "#rows in it", "#outside");
        foreach (IGrouping<(string Facet, string Value), BiasFinding> facet in facets.Skip(shown))
        {
            html.Open("tr").Open("th", ("scope", "row")).Name(facet.Key.Facet).Close();
            html.Open("td").Name(facet.Key.Value).Close();
            TableFrame.Number(html, Figures.Count(facet.Count(metric => metric.Violated)));
            TableFrame.Number(html, Figures.Count(facet.Count(metric => metric is { Reason: null, Value: not null })));
            TableFrame.Number(html, Figures.Count(facet.Max(metric => metric.FacetRows)));
            TableFrame.Number(html, Figures.Count(facet.Max(metric => metric.OtherRows)));
            html.Close();
        }

        TableFrame.End(html);
        html.Close();
    }
}
