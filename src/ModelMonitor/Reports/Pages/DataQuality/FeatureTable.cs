using System.Globalization;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages.DataQuality;

/// <summary>Writes the table of all features, and the data of those whose evidence is shown on demand.</summary>
internal static class FeatureTable
{
    /// <summary>Writes it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="evidence">The features, that first which weighs most.</param>
    /// <param name="cards">So many of the first have their evidence above.</param>
    public static void Write(HtmlWriter html, IReadOnlyList<FeatureEvidence> evidence, int cards)
    {
        if (evidence.Count == 0)
        {
            return;
        }

        html.Open("section", ("class", "card"), ("id", "all-features"));
        html.Open("h2").Text("All features ").Element("span", Figures.Count(evidence.Count), ("class", "count")).Close();
        TableFrame.Begin(html, "features", "All features", "Filter features",
            "feature", "state", "#effect", "#threshold", "#of threshold", "method", "#statistic", "#p", "type", "#complete");
        string[] reasons = ReasonsOf(evidence);
        for (int i = 0; i < evidence.Count; i++)
        {
            WriteRow(html, evidence[i], i, i < cards, reasons);
        }

        TableFrame.End(html);
        WriteReasons(html, reasons);
        if (evidence.Count > EvidenceBuilder.MostDistributions)
        {
            html.Element(
                "p",
                $"Distributions of the first {EvidenceBuilder.MostDistributions} features are on this page; those of the others are in statistics.json.",
                ("class", "quiet"));
        }

        html.Data("evidence", json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("rows");
            foreach (Measurement measurement in evidence.FirstOrDefault(feature => feature.Measurements.Count > 0)?.Measurements ?? [])
            {
                json.WriteStringValue(measurement.Name);
            }

            json.WriteEndArray();
            json.WriteStartArray("features");
            foreach (FeatureEvidence feature in evidence.Take(EvidenceBuilder.MostDistributions).Skip(cards))
            {
                EvidenceJson.WriteFeature(json, feature);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        html.Close();
    }

    private static void WriteRow(HtmlWriter html, FeatureEvidence evidence, int index, bool hasCard, string[] reasons)
    {
        bool isOnDemand = !hasCard && (evidence.Distribution is not null || evidence.Measurements.Count > 0);
        html.Open("tr", ("data-evidence", isOnDemand ? index.ToString(CultureInfo.InvariantCulture) : null));
        html.Open("th", ("scope", "row"));
        if (hasCard)
        {
            html.Open("a", ("href", FormattableString.Invariant($"#feature-{index + 1}"))).Name(evidence.Name).Close();
        }
        else
        {
            html.Name(evidence.Name);
        }

        html.Close();
        (string state, string kind) = StateOf(evidence);
        html.Open("td").Element("span", state, ("class", "state " + kind)).Close();
        if (evidence.Finding is { Distance: { } distance, Threshold: { } threshold })
        {
            TableFrame.Number(html, Figures.Distance(distance), distance);
            TableFrame.Number(html, Figures.Distance(threshold), threshold);
            WriteRatio(html, evidence);
            WriteTest(html, evidence.Finding, reasons);
        }
        else
        {
            html.Element("td", evidence.Finding?.Note is { } note ? SafeText.Whole(note) : "–", ("class", "quiet"), ("colspan", "6"));
        }

        string type = evidence.Finding?.Type ?? "–";
        html.Element("td", evidence.BaselineType is { } before && before != type ? $"{before} → {type}" : type);
        TableFrame.Number(html, evidence.Finding is { } finding ? Figures.Share(finding.Completeness) : "–", evidence.Finding?.Completeness);
        html.Close();
    }

    private static void WriteRatio(HtmlWriter html, FeatureEvidence evidence)
    {
        html.Open("td", ("class", "number"), ("data-sort", evidence.Ratio.ToString("R", CultureInfo.InvariantCulture)));
        if (evidence.Finding is { PValue: { } pValue, Rate: { } rate } && pValue > rate)
        {
            html.Element("span", "by chance", ("class", "quiet"));
        }
        else
        {
            html.Element("span", evidence.Ratio >= 1e4 ? "> 10,000 %" : Figures.Share(Math.Round(evidence.Ratio, 2)));
            html.Element("progress", "", ("max", "2"), ("value", Math.Min(evidence.Ratio, 2.0).ToString("0.##", CultureInfo.InvariantCulture)), ("aria-hidden", "true"));
        }

        html.Close();
    }

    /// <summary>The method with its statistic and the p-value of all tests together, and a link to why it was taken.</summary>
    private static void WriteTest(HtmlWriter html, FeatureFinding finding, string[] reasons)
    {
        html.Open("td").Text(MethodName.Of(finding.Method));
        if (finding.Reason is { } reason)
        {
            string number = (Array.IndexOf(reasons, reason) + 1).ToString(CultureInfo.InvariantCulture);
            html.Text(" ").Open("sup").Element("a", number, ("href", "#reason-" + number), ("aria-label", $"{number}: why this method")).Close();
        }

        html.Close();
        WriteOptional(html, finding.Statistic, Figures.Number);
        WriteOptional(html, finding.PValue, Figures.PValue);
    }

    private static string[] ReasonsOf(IReadOnlyList<FeatureEvidence> evidence) =>
        [.. evidence.Select(feature => feature.Finding?.Reason).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Why the methods were taken: few reasons for many features.</summary>
    private static void WriteReasons(HtmlWriter html, string[] reasons)
    {
        if (reasons.Length == 0)
        {
            return;
        }

        html.Open("ol", ("id", "reasons"), ("class", "quiet"), ("aria-label", "Why these methods"));
        for (int i = 0; i < reasons.Length; i++)
        {
            html.Element("li", SafeText.Whole(reasons[i]), ("id", FormattableString.Invariant($"reason-{i + 1}")));
        }

        html.Close();
    }

    private static void WriteOptional(HtmlWriter html, double? number, Func<double, string> format)
    {
        if (number is { } value)
        {
            TableFrame.Number(html, format(value), value);
        }
        else
        {
            html.Element("td", "–", ("class", "quiet"));
        }
    }

    private static (string State, string Kind) StateOf(FeatureEvidence evidence) => evidence switch
    {
        { Finding.Drifted: true } => ("drifted", "bad"),
        { Violations.Count: > 0 } => (Figures.Count(evidence.Violations.Count, "violation"), "bad"),
        { Finding.Distance: null } => ("not compared", "none"),
        _ => ("as before", "good"),
    };
}
