using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes the heat map of drift: features by windows.</summary>
internal static class DriftMap
{
    /// <summary>So many features are shown at most: those that went farthest.</summary>
    public const int MostFeatures = 30;

    /// <summary>So many columns are shown at most; where there are more windows, a column stands for several.</summary>
    public const int MostColumns = 120;

    private const int ColumnsOfTable = 8;

    /// <summary>Writes it; a sentence when nothing has moved.</summary>
    public static void Write(HtmlWriter html, MonitorHistory history)
    {
        html.Open("section", ("class", "card"), ("id", "drift"));
        html.Element("h2", "Drift, feature by feature");
        DriftMatrix matrix = DriftMatrix.Of(history, MostFeatures, MostColumns);
        if (matrix.Features.Count == 0)
        {
            html.Element("p", $"No feature has moved in {Figures.Count(history.Runs.Count, "window")}.", ("class", "quiet")).Close();
            return;
        }

        string grouped = matrix.RunsPerColumn == 1 ? "" : $" A column is the worst of {matrix.RunsPerColumn} windows.";
        string left = matrix.FeaturesLeftOut == 0 ? "" : $" {Figures.Count(matrix.FeaturesLeftOut, "other feature")} moved less.";
        Chart.Write(
            html,
            "drift-map",
            "drift",
            $"Heat map of drift: {Figures.Count(matrix.Features.Count, "feature")} by {Figures.Count(matrix.Columns.Count, "window")}; the table behind it has the figures.",
            caption => caption.Text($"Distance from the baseline in percent of the threshold; above 100 a feature drifts.{grouped}{left}"),
            data => WriteData(data, matrix),
            source: null,
            table => WriteTable(table, matrix));
        html.Close();
    }

    private static void WriteData(System.Text.Json.Utf8JsonWriter json, DriftMatrix matrix)
    {
        json.WriteStartObject();
        json.WriteStartArray("features");
        foreach (string feature in matrix.Features)
        {
            json.WriteStringValue(SafeText.Shorten(feature));
        }

        json.WriteEndArray();
        json.WriteStartArray("starts");
        foreach (DateTimeOffset start in matrix.Columns)
        {
            json.WriteNumberValue(start.ToUnixTimeSeconds());
        }

        json.WriteEndArray();
        json.WriteStartArray("percents");
        foreach (int[] row in matrix.Percents)
        {
            json.WriteStartArray();
            foreach (int percent in row)
            {
                json.WriteNumberValue(percent);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTable(HtmlWriter html, DriftMatrix matrix)
    {
        int first = Math.Max(0, matrix.Columns.Count - ColumnsOfTable);
        string[] columns = ["feature", "#worst", .. matrix.Columns.Skip(first).Select(start => "#" + Figures.Time(start))];
        TableFrame.Begin(html, null, "Drift in percent of the threshold", null, columns);
        for (int i = 0; i < matrix.Features.Count; i++)
        {
            html.Open("tr").Open("th", ("scope", "row")).Name(matrix.Features[i]).Close();
            TableFrame.Number(html, Percent(matrix.Percents[i].Max()));
            foreach (int percent in matrix.Percents[i].Skip(first))
            {
                TableFrame.Number(html, Percent(percent));
            }

            html.Close();
        }

        TableFrame.End(html);
    }

    private static string Percent(int percent) => percent < 0 ? "–" : $"{Figures.Count(percent)} %";
}
