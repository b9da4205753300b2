using ModelMonitor.Constraints;
using ModelMonitor.Documents;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages.DataQuality;

/// <summary>Writes what is known of a feature: what it violates, its distribution on the baseline's, its figures.</summary>
internal static class EvidenceCard
{
    /// <summary>Writes it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="evidence">The feature.</param>
    /// <param name="number">Its place on the page, from 1.</param>
    public static void Write(HtmlWriter html, FeatureEvidence evidence, int number)
    {
        string id = FormattableString.Invariant($"feature-{number}");
        html.Open("section", ("class", "card feature"), ("id", id), ("data-feature", SafeText.Whole(evidence.Name)),
            ("data-drifted", evidence.Finding is { Drifted: true } ? "true" : "false"));
        html.Open("h3").Name(evidence.Name);
        if (evidence.Finding is { Drifted: true })
        {
            html.Text(" ").Element("span", "drifted", ("class", "badge bad"));
        }
        else if (evidence.Violations.Count > 0)
        {
            html.Text(" ").Element("span", "violation", ("class", "badge bad"));
        }

        html.Close();
        WriteDistance(html, evidence);
        WriteViolations(html, evidence);
        WriteCategories(html, "New since the baseline", evidence.Came);
        WriteCategories(html, "Gone since the baseline", evidence.Went);
        html.Open("div", ("class", evidence.Measurements.Count > 0 ? "pair" : null));
        if (evidence.Distribution is { } distribution)
        {
            WriteChart(html, evidence, distribution, id);
        }

        WriteMeasurements(html, evidence);
        html.Close();
        html.Close();
    }

    private static void WriteDistance(HtmlWriter html, FeatureEvidence evidence)
    {
        if (evidence.Finding is not { Distance: { } distance, Threshold: { } threshold } finding)
        {
            return;
        }

        html.Open("p", ("class", "distance"));
        html.Text("Distance ").Element("strong", Figures.Distance(distance));
        html.Text(evidence.Ratio > 1.0
            ? $", {RunVerdict.Times(evidence.Ratio)} the threshold of {Figures.Distance(threshold)}"
            : $", threshold {Figures.Distance(threshold)}");
        html.Element("span", $" · {MethodName.Of(finding.Method)}", ("class", "quiet"));
        html.Close();
    }

    private static void WriteViolations(HtmlWriter html, FeatureEvidence evidence)
    {
        // What the distance says need not be said again.
        Violation[] others =
        [
            .. evidence.Violations.Where(violation => evidence.Finding?.Distance is null || violation.CheckType != CheckTypes.BaselineDrift),
        ];
        if (others.Length == 0)
        {
            return;
        }

        html.Open("ul", ("class", "violations"));
        foreach (Violation violation in others)
        {
            html.Open("li", ("data-check", SafeText.Shorten(violation.CheckType)));
            html.Element("span", CheckName.Of(violation.CheckType), ("class", "check")).Text(" ");
            html.Element("bdi", SafeText.Whole(ViolationText.Shorten(violation.Description)));
            html.Close();
        }

        html.Close();
    }

    private static void WriteCategories(HtmlWriter html, string title, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        html.Open("p", ("class", "categories")).Text($"{title}: ");
        for (int i = 0; i < names.Count; i++)
        {
            html.Text(i == 0 ? "" : ", ").Name(names[i]);
        }

        html.Close();
    }

    private static void WriteChart(HtmlWriter html, FeatureEvidence evidence, Distribution distribution, string id)
    {
        string name = SafeText.Shorten(evidence.Name);
        Chart.Write(
            html,
            $"{id}-distribution",
            "distribution",
            $"Distribution of {name}: the share of each bar in the baseline and in this window. {Largest(distribution)}",
            caption => caption.Text("Distribution of ").Name(evidence.Name),
            data => EvidenceJson.WriteDistribution(data, distribution),
            source: null,
            table =>
            {
                TableFrame.Begin(table, null, $"Distribution of {name}", null, distribution.Edges is null ? "value" : "range", "#baseline", "#this window");
                for (int i = 0; i < distribution.Bars.Count; i++)
                {
                    table.Open("tr").Open("th", ("scope", "row")).Name(distribution.Bars[i]).Close();
                    TableFrame.Number(table, Share(distribution.Baseline, i));
                    TableFrame.Number(table, Share(distribution.Current, i));
                    table.Close();
                }

                TableFrame.End(table);
            });
    }

    private static void WriteMeasurements(HtmlWriter html, FeatureEvidence evidence)
    {
        if (evidence.Measurements.Count == 0)
        {
            return;
        }

        TableFrame.Begin(html, null, $"Figures of {SafeText.Shorten(evidence.Name)}", null, "", "#baseline", "#this window");
        foreach (Measurement measurement in evidence.Measurements)
        {
            html.Open("tr").Element("th", measurement.Name, ("scope", "row"));
            TableFrame.Number(html, measurement.Baseline is { } before ? Figures.Number(before) : "–");
            TableFrame.Number(html, measurement.Current is { } now ? Figures.Number(now) : "–");
            html.Close();
        }

        html.Open("tr").Element("th", "share missing", ("scope", "row"));
        TableFrame.Number(html, evidence.BaselineCompleteness is { } complete ? Figures.Share(1.0 - complete) : "–");
        TableFrame.Number(html, evidence.Finding is { } finding ? Figures.Share(1.0 - finding.Completeness) : "–");
        html.Close();
        TableFrame.End(html);
    }

    private static string Share(IReadOnlyList<double>? shares, int bar) => shares is null ? "–" : Figures.Share(shares[bar]);

    /// <summary>The bar that changed most, in words.</summary>
    private static string Largest(Distribution distribution)
    {
        if (distribution is not { Baseline: { } before, Current: { } now })
        {
            return distribution.Baseline is null ? "The baseline has none." : "This window has none.";
        }

        int largest = Enumerable.Range(0, before.Count).MaxBy(i => Math.Abs(now[i] - before[i]));
        return $"The largest change is at {distribution.Bars[largest]}: {Figures.Share(before[largest])} before, {Figures.Share(now[largest])} now.";
    }
}
