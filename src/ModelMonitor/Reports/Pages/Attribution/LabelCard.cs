using System.Text.Json;
using ModelMonitor.Attribution;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages.Attribution;

/// <summary>Writes the attributions to a label: bars beside the baseline's, and the table of features with both ranks.</summary>
internal static class LabelCard
{
    /// <summary>So many features have bars: those of the largest attributions.</summary>
    public const int MostBars = 20;

    /// <summary>So many features stand in the table.</summary>
    public const int MostRows = 500;

    /// <summary>Writes it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="label">What was found.</param>
    /// <param name="number">Its place on the page, from 1.</param>
    public static void Write(HtmlWriter html, AttributionFinding label, int number)
    {
        RankedFeature[] features = [.. RankedFeature.Of(label.Features).OrderByDescending(feature => feature.Size)];
        html.Open("section", ("class", "card attribution"), ("data-label", SafeText.Whole(label.Label)), ("data-drifted", label.Violated ? "true" : "false"));
        html.Open("h2").Text("What predictions are made of: ").Name(label.Label);
        if (label.Violated)
        {
            html.Text(" ").Element("span", "drifted", ("class", "badge bad"));
        }

        html.Close();
        WriteGain(html, label);
        if (features.Length > 0)
        {
            WriteBars(html, label, features, number);
            WriteTable(html, features, number);
        }

        html.Close();
    }

    private static void WriteGain(HtmlWriter html, AttributionFinding label)
    {
        html.Open("p", ("class", "distance"));
        if (label.Gain is { } gain)
        {
            html.Text("NDCG ").Element("strong", MetricFigure.Of(gain));
            html.Text($", threshold {MetricFigure.Of(label.Threshold)}");
            html.Element("span", " · 1 is the baseline's ranking", ("class", "quiet"));
        }

        if (label.Reason is { } reason)
        {
            html.Text(label.Gain is null ? "Not compared: " : ". Not judged: ").Element("bdi", SafeText.Whole(reason));
        }

        html.Close();
    }

    private static void WriteBars(HtmlWriter html, AttributionFinding label, RankedFeature[] features, int number)
    {
        RankedFeature[] shown = [.. features.Take(MostBars)];
        string left = features.Length > shown.Length ? $" The {shown.Length} largest of {Figures.Count(features.Length)}; the others are in the table." : "";
        RankedFeature first = shown.MinBy(feature => feature.Now ?? int.MaxValue)!;
        Chart.Write(
            html,
            FormattableString.Invariant($"attribution-{number}"),
            "attribution",
            $"Global attributions to {SafeText.Shorten(label.Label)}, baseline and this window; the largest now is that of {SafeText.Shorten(first.Feature.Feature)}.",
            caption => caption.Text($"Global attributions, in the order of the larger one.{left}"),
            data => WriteData(data, shown),
            source: null,
            table =>
            {
                TableFrame.Begin(table, null, $"Attributions to {SafeText.Shorten(label.Label)}", null, "feature", "#baseline", "#this window");
                foreach (RankedFeature feature in shown)
                {
                    table.Open("tr").Open("th", ("scope", "row")).Name(feature.Feature.Feature).Close();
                    Write(table, feature.Feature.Baseline);
                    Write(table, feature.Feature.Value);
                    table.Close();
                }

                TableFrame.End(table);
            });
    }

    private static void WriteTable(HtmlWriter html, RankedFeature[] features, int number)
    {
        TableFrame.Begin(
            html, FormattableString.Invariant($"ranking-{number}"), "Features", "Filter features", "feature", "#rank before", "#rank now", "#baseline", "#this window");
        foreach (RankedFeature feature in features.OrderBy(feature => feature.Now ?? int.MaxValue).Take(MostRows))
        {
            html.Open("tr", ("data-feature", SafeText.Whole(feature.Feature.Feature))).Open("th", ("scope", "row")).Name(feature.Feature.Feature).Close();
            TableFrame.Number(html, feature.Before is { } before ? Figures.Count(before) : "–", feature.Before ?? double.MaxValue);
            TableFrame.Number(html, feature.Now is { } now ? Figures.Count(now) : "–", feature.Now ?? double.MaxValue);
            Write(html, feature.Feature.Baseline);
            Write(html, feature.Feature.Value);
            html.Close();
        }

        TableFrame.End(html);
        if (features.Length > MostRows)
        {
            html.Element("p", $"The first {MostRows} of {Figures.Count(features.Length, "feature")}; all are in analysis.json.", ("class", "quiet"));
        }
    }

    private static void Write(HtmlWriter html, double? number) =>
        TableFrame.Number(html, number is { } value ? MetricFigure.Of(value) : "–", number);

    private static void WriteData(Utf8JsonWriter data, RankedFeature[] features)
    {
        data.WriteStartObject();
        data.WriteStartArray("features");
        foreach (RankedFeature feature in features)
        {
            data.WriteStringValue(feature.Feature.Feature.Length == 0 ? "(empty)" : SafeText.Shorten(feature.Feature.Feature));
        }

        data.WriteEndArray();
        WriteValues(data, "baseline", features.Select(feature => feature.Feature.Baseline));
        WriteValues(data, "current", features.Select(feature => feature.Feature.Value));
        data.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter data, string name, IEnumerable<double?> values)
    {
        data.WriteStartArray(name);
        foreach (double? value in values)
        {
            if (value is { } number && double.IsFinite(number))
            {
                data.WriteNumberValue(number);
            }
            else
            {
                data.WriteNullValue();
            }
        }

        data.WriteEndArray();
    }
}
